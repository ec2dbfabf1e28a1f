import * as z from 'zod'
import type { LocalText } from '#platform/language.ts'

/** Pieces of forms that several use cases read alike. Messages are codes. */
export const optionalText = (longest: number) => z.string().trim().max(longest, 'tooLong').default('')

export const optionalId = z
  .union([z.literal(''), z.uuid('invalid')])
  .default('')
  .transform((id) => (id === '' ? null : id))

/** Whatever else a form asks of its days is asked of days that are on the calendar. */
export const day = z.iso
  .date({ error: 'dateWrong', abort: true })
  .refine((date) => date >= '1900-01-01' && date <= '2999-12-31', 'dateWrong')

export const optionalDay = z
  .union([z.literal(''), day], 'dateWrong')
  .default('')
  .transform((date) => (date === '' ? null : date))

export const seatCount = z.coerce.number('seatsWrong').int('seatsWrong').min(1, 'seatsWrong').max(500, 'seatsWrong')

/** One a line. */
export const lines = optionalText(2000).transform((text) => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
])

export const roleList = optionalText(1000).transform((text) => [
  ...new Set(
    text
      .split(',')
      .map((role) => role.trim())
      .filter((role) => role !== ''),
  ),
])

export function localText(et: string, en: string, ru: string): Omit<LocalText, 'behind'> {
  return { et, ...(en === '' ? {} : { en }), ...(ru === '' ? {} : { ru }) }
}
