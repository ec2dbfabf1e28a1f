import * as z from 'zod'
import { cleanWords, closedByOfficials, isClosed, isFixed, openStates, priorities } from '../rules.ts'

export const bulkSteps = ['assign', 'move', 'state', 'priority', 'double'] as const
export type BulkStep = (typeof bulkSteps)[number]

export const mostAtOnce = 100
const numbers = z
  .string('noneChosen')
  .transform((chosen) => [...new Set(chosen.split(',').filter((one) => /^\d{1,9}$/.test(one)))].map(Number))
  .pipe(z.array(z.number()).min(1, 'noneChosen').max(mostAtOnce, 'tooMany'))

/** What was ticked in the list, and what is to be done with it. */
export const chosenInput = z.object({ n: numbers, what: z.enum(bulkSteps, 'whatMissing') })

const words = z.string().transform(cleanWords).pipe(z.string().max(4000, 'wordsTooLong')).default('')
const of = z.coerce.number('numberWrong').int('numberWrong').min(1, 'numberWrong').max(999_999_999, 'numberWrong')
const choice = z.discriminatedUnion('what', [
  z.object({ what: z.literal('assign'), post: z.uuid('assigneeMissing') }),
  z.object({ what: z.literal('move'), category: z.string('categoryMissing').min(1, 'categoryMissing').max(60) }),
  z
    .object({
      what: z.literal('state'),
      state: z.enum([...openStates, ...closedByOfficials], 'stateMissing'),
      words,
      template: z.union([z.literal('').transform(() => null), z.uuid('invalid')], 'invalid').default(null),
    })
    .superRefine((given, check) => {
      const needsWords = isClosed(given.state) && !isFixed(given.state)
      if (needsWords && given.words === '' && given.template === null) {
        check.addIssue({ code: 'custom', path: ['words'], message: 'wordsNeeded' })
      }
    }),
  z.object({ what: z.literal('priority'), priority: z.enum(priorities, 'priorityMissing') }),
  z.object({ what: z.literal('double'), of }),
])
export type BulkChoice = z.output<typeof choice>
export const bulkInput = z.object({ idempotencyKey: z.uuid('invalid'), n: numbers }).and(choice)
export type BulkInput = z.output<typeof bulkInput>

/** For so long a step can be taken back. */
export const minutesToUndo = 30

export function canStillUndo(step: { at: Date; undoneAt: Date | null }, now: Date): boolean {
  return step.undoneAt === null && now.getTime() - step.at.getTime() <= minutesToUndo * 60_000
}
