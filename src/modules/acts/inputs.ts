import * as z from 'zod'
import { cleanWords } from '#platform/clean-words.ts'

/** Fields that several forms of the desk have; messages are codes. */
export const words = (most: number) =>
  z.string('wordsMissing').transform(cleanWords).pipe(z.string().min(3, 'wordsMissing').max(most, 'tooLong'))
export const wordsOrNone = (most: number) =>
  z.string().transform(cleanWords).pipe(z.string().max(most, 'tooLong')).default('')
export const day = z.iso.date('dayWrong')
export const dayOrNone = z
  .literal('')
  .transform(() => null)
  .or(day)
  .default(null)
export const actNumber = z
  .string('numberWrong')
  .trim()
  .regex(/^[1-9]\d{0,4}$/, 'numberWrong')
  .transform(Number)
export const actText = words(200_000)
