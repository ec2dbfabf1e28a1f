import * as z from 'zod'
import { cleanWords } from '#platform/clean-words.ts'
import { itemKinds, itemOutcomes, legalityChecks, pointOfOrderCategories, speechTypes } from '../log/meeting-facts.ts'
import { choices, voteMethods } from '../log/vote-facts.ts'

const id = z.string().max(100).default('')
const ids = z
  .string()
  .max(20_000)
  .default('')
  .transform((chosen) => [...new Set(chosen.split(',').filter((one) => one !== ''))])
const words = z.string().transform(cleanWords).pipe(z.string().max(2000, 'tooLong')).default('')
const count = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, 'countWrong')
  .default('')

export const changeKinds = ['replace', 'insert', 'delete'] as const
export const objectKinds = ['draft', 'procedure', 'confirmation'] as const
export const correctionWays = ['void', 'time', 'person'] as const
export const insertedKinds = ['arrived', 'left', 'excused'] as const

/** Everything that a form of the cockpit can carry; each step reads its own fields. */
const fields = z.object({
  step: z.string().max(50),
  person: id,
  persons: ids,
  /** Persons from a second list of the same form. */
  more: ids,
  /** Whose seat a substitute takes. */
  replaces: id,
  item: id,
  items: ids,
  /** What an item is put before; empty: last. */
  before: id,
  vote: id,
  speech: id,
  amendment: id,
  channel: z.enum(['room', 'remote']).default('room'),
  choice: z.enum(choices).default('abstained'),
  outcome: z.enum(itemOutcomes).default('decided'),
  /** Where an item is sent; in one choice with the outcome, `sent-to-committee:…`. */
  committee: id,
  method: z.enum(voteMethods).default('named'),
  object: z.enum(objectKinds).default('draft'),
  rule: z.string().max(100).default('simple'),
  check: z.enum(legalityChecks).default('notice'),
  kind: z.enum(itemKinds).default('decision'),
  type: z.enum(speechTypes).default('for'),
  category: z.enum(pointOfOrderCategories).or(z.literal('')).default(''),
  scope: z.enum(['item', 'meeting']).default('meeting'),
  change: z.enum(changeKinds).default('replace'),
  paragraph: id,
  text: z.string().transform(cleanWords).pipe(z.string().max(20_000, 'tooLong')).default(''),
  reason: words,
  words,
  for: count,
  against: count,
  abstained: count,
  spoiled: count,
  counter: z.enum(['1', '2']).default('1'),
  /** Votes by candidate, as one counter has them. */
  got: z.record(z.string().max(100), count).default({}),
  /** Whom the lot put where, the first first. */
  drawn: z.array(z.string().max(100)).default([]),
  entry: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  how: z.enum(correctionWays).default('void'),
  inserted: z.enum(insertedKinds).default('arrived'),
  time: z
    .string()
    .regex(/^(?:20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)?$/, 'timeWrong')
    .default(''),
  /** What stood on the screen: another item or vote that has begun meanwhile is not meant. */
  onItem: id,
  onVote: id,
})
export type LeadInput = z.output<typeof fields>

/** A field of one form among many is called `reason:pause`; what the step reads is the part before the colon. */
function unscoped(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null) return raw
  const plain: Record<string, unknown> = {}
  const got: Record<string, unknown> = {}
  const drawn: [number, unknown][] = []
  for (const [key, value] of Object.entries(raw)) {
    const [name = key] = key.split(':')
    if (name.startsWith('got-')) got[name.slice('got-'.length)] = value
    else if (name.startsWith('drawn-')) drawn.push([Number(name.slice('drawn-'.length)), value])
    else if (name === 'outcome' && typeof value === 'string') [plain.outcome, plain.committee] = value.split(':')
    else plain[name] = value
  }
  const order = drawn.toSorted(([a], [b]) => a - b).map(([, value]) => value)
  return { ...plain, got, drawn: order }
}

export const leadFields = z.preprocess(unscoped, fields)

/** Errors under the names that stand on the screen. */
export function onScreen(values: Record<string, string>, errors: Record<string, string>): Record<string, string> {
  const names = Object.keys(values)
  return Object.fromEntries(
    Object.entries(errors).map(([name, error]) => {
      const plain = name.replace(/^(got|drawn)\./u, '$1-')
      const suffix = values.form === undefined ? '' : `:${values.form}`
      return [names.find((one) => one.split(':')[0] === plain) ?? `${plain}${suffix}`, error]
    }),
  )
}
