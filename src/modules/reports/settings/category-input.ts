import * as z from 'zod'
import { cleanWords } from '../rules.ts'
import { readDayOfYear, toldBy } from './rules.ts'

const words = z.string().transform(cleanWords)
const needed = (most: number) => words.pipe(z.string().min(1, 'textMissing').max(most, 'textTooLong'))
const free = (most: number) => words.pipe(z.string().max(most, 'textTooLong')).default('')
const whyField = words.pipe(z.string().min(3, 'whyMissing').max(300, 'whyTooLong'))
const codeField = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'codeWrong')

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .trim()
    .transform((text) => (/^\d{1,4}$/.test(text) ? Number(text) : -1))
    .pipe(
      z.number().refine((number) => number >= least && number <= most, {
        error: 'numberWrong',
        params: { least, most },
      }),
    )
const nothing = z.literal('').transform(() => null)
const dayOfYear = z
  .union([
    nothing,
    z.string().transform((text, check) => {
      const day = readDayOfYear(text)
      if (day === null) check.addIssue({ code: 'custom', message: 'dayWrong' })
      return day ?? z.NEVER
    }),
  ])
  .default(null)

const nameFields = {
  'name.et': needed(100),
  'name.en': free(100),
  'name.ru': free(100),
}

export const categoryInput = z
  .object({
    idempotencyKey: z.uuid('invalid'),
    /** When the settings were read; another time means that somebody has changed them since. */
    changedAt: z.string().default(''),
    ...nameFields,
    'description.et': needed(500),
    'description.en': free(500),
    'description.ru': free(500),
    'keywords.et': free(500),
    'keywords.en': free(500),
    'keywords.ru': free(500),
    'notice.et': free(1000),
    'notice.en': free(1000),
    'notice.ru': free(1000),
    group: z.string('invalid').min(1, 'invalid').max(60),
    place: wholeNumber(1, 500),
    post: z.union([nothing, z.uuid('invalid')], 'invalid').default(null),
    answerDays: wholeNumber(1, 30),
    fixDays: wholeNumber(1, 365),
    reopenDays: wholeNumber(1, 365),
    isOpen: z.string().default(''),
    isPrivate: z.string().default(''),
    allowsAnonymous: z.string().default(''),
    seasonFrom: dayOfYear,
    seasonUntil: dayOfYear,
    duplicateMetres: wholeNumber(0, 5000),
    duplicateDays: wholeNumber(1, 730),
    toldBy: z.enum(toldBy, 'invalid'),
    updatesMonths: wholeNumber(1, 240),
    anonymiseMonths: wholeNumber(1, 600),
    deleteMonths: nothing.or(wholeNumber(1, 1200)).default(null),
    why: whyField,
  })
  .superRefine(({ seasonFrom, seasonUntil, updatesMonths, anonymiseMonths, deleteMonths }, check) => {
    const wrong = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message })
    if ((seasonFrom === null) !== (seasonUntil === null)) {
      wrong(seasonFrom === null ? 'seasonFrom' : 'seasonUntil', 'seasonHalf')
    }
    if (anonymiseMonths < updatesMonths) wrong('anonymiseMonths', 'monthsOrder')
    if (deleteMonths !== null && deleteMonths < anonymiseMonths) wrong('deleteMonths', 'monthsOrder')
  })
export type CategoryInput = z.output<typeof categoryInput>
export const newCategoryInput = categoryInput.safeExtend({ code: codeField })

export const groupInput = z.object({
  idempotencyKey: z.uuid('invalid'),
  ...nameFields,
  place: wholeNumber(1, 100),
  why: whyField,
})
export type GroupInput = z.output<typeof groupInput>
export const newGroupInput = groupInput.extend({ code: codeField })
