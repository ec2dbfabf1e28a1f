import * as z from 'zod'
import type { reading } from '#modules/files/index.ts'

export const mostBoxes = 6
export const boxFields = Array.from({ length: mostBoxes }, (_, at) => `box${at + 1}`)

/** „10, 20, 30, 15“: from the left, from the top, width, height, in per cent; null for nothing, undefined for no box. */
export function readBox(text: string): reading.Box | null | undefined {
  if (text.trim() === '') return null
  const parts = text
    .trim()
    .split(/\s*[,;]\s*|\s+/)
    .map((part) => (/^\d{1,3}(?:\.\d{1,3})?$/.test(part) ? Number(part) : Number.NaN))
  const [left = Number.NaN, top = Number.NaN, width = Number.NaN, height = Number.NaN] = parts
  const isBox =
    parts.length === 4 && left < 100 && top < 100 && width > 0 && height > 0 && width <= 100 && height <= 100
  return isBox ? { left, top, width, height } : undefined
}

const box = z
  .string()
  .max(60, 'boxWrong')
  .default('')
  .transform((text, check) => {
    const read = readBox(text)
    if (read !== undefined) return read
    check.addIssue({ code: 'custom', message: 'boxWrong' })
    return z.NEVER
  })

export const coverInput = z
  .object({ box1: box, box2: box, box3: box, box4: box, box5: box, box6: box })
  .transform((given) => Object.values(given).filter((one) => one !== null))
  .pipe(z.array(z.custom<reading.Box>()))
