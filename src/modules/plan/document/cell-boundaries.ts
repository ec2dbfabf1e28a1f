import { parseDeadline } from '../deadline.ts'
import { columns, type Cells, type Column } from './outline.ts'
import { shareOfTitles } from './party-names.ts'

/** A paragraph of a table that was saved as plain text, with whether an empty one stood before it. */
export type LooseParagraph = { text: string; afterGap: boolean }

/** More belongs to the last cell: an activity has four cells of a few paragraphs each. */
const mostWeighed = 40
const clearMargin = 0.75

function wordCount(text: string): number {
  return text.split(' ').length
}

function deadlineLikeness(text: string): number {
  if (wordCount(text) > 14) return -3
  const { understood, leftover } = parseDeadline(text)
  if (!understood) return -2
  if (leftover === '') return 3
  return wordCount(leftover) <= 2 ? 2 : 0.5
}

function partyLikeness(text: string, before: string): number {
  const continues = /[,;]$/u.test(before) || /^\p{Ll}/u.test(text)
  const sentence = /[.!?]$/u.test(text) ? -2 : 0
  return shareOfTitles(text) * 5 - 2 + (continues ? 1 : 0) + sentence
}

function proseLikeness(text: string): number {
  const length = wordCount(text) > 8 ? 1 : 0.5
  return length + (/[.!?]$/u.test(text) ? 1 : 0) - (/^\p{Ll}/u.test(text) ? 1 : 0) - (/[,;]$/u.test(text) ? 1 : 0)
}

function likeness(column: Column, { text }: LooseParagraph, before: string): number {
  if (column === 'deadline') return deadlineLikeness(text)
  if (column === 'parties') return partyLikeness(text, before)
  return proseLikeness(text) - (column === 'text' ? 0.75 : 0)
}

/** Sums of likeness up to each paragraph, so that a whole cell is weighed by one subtraction. */
function sumsOf(column: Column, paragraphs: readonly LooseParagraph[]): number[] {
  const sums = [0]
  for (const [index, paragraph] of paragraphs.entries()) {
    sums.push(sums[index]! + likeness(column, paragraph, paragraphs[index - 1]?.text ?? ''))
  }
  return sums
}

type Boundaries = [deadline: number, parties: number, fulfilment: number]

function weighAll(paragraphs: readonly LooseParagraph[]): { best: Boundaries; margin: number } {
  const count = paragraphs.length
  const sums = columns.map((column) => sumsOf(column, paragraphs))
  const cell = (column: number, from: number, to: number) =>
    from === to ? -1 : sums[column]![to]! - sums[column]![from]!
  const gap = (at: number) => (paragraphs[at]?.afterGap ? 0.25 : 0)
  let best: Boundaries = [count, count, count]
  let highest = -Infinity
  let second = -Infinity
  for (let d = 1; d <= count; d++) {
    for (let p = d; p <= count; p++) {
      for (let f = p; f <= count; f++) {
        // The text always has its first paragraph, which is therefore not weighed.
        const text = sums[0]![d]! - sums[0]![1]!
        const weight = text + cell(1, d, p) + cell(2, p, f) + cell(3, f, count) + gap(d) + gap(p) + gap(f)
        if (weight > highest) {
          second = highest
          highest = weight
          best = [d, p, f]
        } else if (weight > second) second = weight
      }
    }
  }
  return { best, margin: highest - second }
}

/**
 * Finds the four cells in the paragraphs of one activity. Plain text has no cells, so every way to cut is weighed by
 * how much each paragraph looks like its column, and a close second makes the result a guess.
 */
export function cutIntoCells(paragraphs: readonly LooseParagraph[]): { cells: Cells; boundaryGuessed: boolean } {
  const { best, margin } = weighAll(paragraphs.slice(0, mostWeighed))
  const texts = paragraphs.map((paragraph) => paragraph.text)
  const [deadline, parties, fulfilment] = best
  return {
    cells: {
      text: texts.slice(0, deadline),
      deadline: texts.slice(deadline, parties),
      parties: texts.slice(parties, fulfilment),
      fulfilment: texts.slice(fulfilment),
    },
    boundaryGuessed: paragraphs.length > 1 && margin < clearMargin,
  }
}
