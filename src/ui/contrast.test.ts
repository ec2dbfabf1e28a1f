import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8')

function tokensIn(text: string): Map<string, string> {
  return new Map([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gu)].map((match) => [match[1]!, match[2]!]))
}

function luminance(colour: string): number {
  const channel = (start: number) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return value <= 0.039_28 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const [day = '', night = ''] = css.split('prefers-color-scheme: dark')
const schemes = [
  { name: 'by day', tokens: tokensIn(day) },
  { name: 'by night', tokens: new Map([...tokensIn(day), ...tokensIn(night)]) },
]

const texts = [
  ['ink', 'paper'],
  ['ink', 'wash'],
  ['ink', 'accent-wash'],
  ['ink', 'good-wash'],
  ['ink', 'warn-wash'],
  ['ink', 'bad-wash'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'wash'],
  ['accent', 'paper'],
  ['accent', 'wash'],
  ['accent', 'accent-wash'],
  ['accent-strong', 'accent-wash'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['good', 'good-wash'],
  ['warn', 'warn-wash'],
  ['bad', 'bad-wash'],
  ['bad', 'paper'],
] as const

const shapes = [
  ['line-strong', 'paper'],
  ['mark-good', 'paper'],
  ['mark-warn', 'paper'],
  ['mark-bad', 'paper'],
  ['mark-none', 'paper'],
  ['chart-1', 'paper'],
] as const

describe.each(schemes)('$name', ({ tokens }) => {
  test.each(texts)('I can read %s on %s', (text, ground) => {
    expect(contrast(tokens.get(text)!, tokens.get(ground)!)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(shapes)('I can make out %s on %s', (shape, ground) => {
    expect(contrast(tokens.get(shape)!, tokens.get(ground)!)).toBeGreaterThanOrEqual(3)
  })
})
