import * as z from 'zod'
import type { LocalText } from '#platform/language.ts'

/** When a question is asked. It may refer only to questions before it. */
export type Condition =
  | { field: string; is: readonly string[] }
  /** Answered, and by none of these. */
  | { field: string; isNot: readonly string[] }
  | { field: string; answered: boolean }
  | { field: string; atLeast?: number; atMost?: number }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }

export type Option = {
  code: string
  label: LocalText
  hint?: LocalText
  /** Ends the form with this notice: it cannot be sent while the option is chosen. */
  stop?: LocalText
}

export const textKinds = ['plain', 'e-mail', 'phone'] as const
export type TextKind = (typeof textKinds)[number]
export const fileKinds = ['image', 'document'] as const
export type FileKind = (typeof fileKinds)[number]

type Asked = {
  code: string
  label: LocalText
  hint?: LocalText
  required: boolean
  /** Whether the answer is for everybody, or for staff only. */
  isPublic: boolean
  shownIf?: Condition
}

export type Field = Asked &
  (
    | { type: 'text'; kind: TextKind; maxLength: number }
    | { type: 'long-text'; maxLength: number }
    | { type: 'number'; min?: number; max?: number; decimals: number; unit?: LocalText }
    | { type: 'date' }
    | { type: 'date-time' }
    | { type: 'choice'; options: readonly Option[] }
    | { type: 'choices'; options: readonly Option[]; min?: number; max?: number }
    | { type: 'yes-no' }
    | { type: 'address' }
    | { type: 'file'; kinds: readonly FileKind[]; most: number }
    /** Shows its label and asks nothing. */
    | { type: 'note' }
  )

export type Definition = { fields: readonly Field[] }

export const fieldTypes = [
  'text',
  'long-text',
  'number',
  'date',
  'date-time',
  'choice',
  'choices',
  'yes-no',
  'address',
  'file',
  'note',
] as const satisfies readonly Field['type'][]
export type FieldType = (typeof fieldTypes)[number]

export const codePattern = /^[a-z][a-z0-9-]{0,39}$/
export const optionCodePattern = /^[a-z0-9][a-z0-9-]{0,39}$/

const longest = 5000
const text = z.strictObject({
  et: z.string().max(longest),
  en: z.string().max(longest).exactOptional(),
  ru: z.string().max(longest).exactOptional(),
  behind: z.array(z.enum(['en', 'ru'])).exactOptional(),
})
const code = z.string().regex(codePattern)
const optionCode = z.string().regex(optionCodePattern)
const codes = z.array(z.string().max(40)).max(100)

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: code, is: codes }),
    z.strictObject({ field: code, isNot: codes }),
    z.strictObject({ field: code, answered: z.boolean() }),
    z.strictObject({ field: code, atLeast: z.number().exactOptional(), atMost: z.number().exactOptional() }),
    z.strictObject({ all: z.array(condition).max(20) }),
    z.strictObject({ any: z.array(condition).max(20) }),
  ]),
)

const asked = {
  code,
  label: text,
  hint: text.exactOptional(),
  required: z.boolean(),
  isPublic: z.boolean(),
  shownIf: condition.exactOptional(),
}
const count = z.number().int()
const options = z
  .array(z.strictObject({ code: optionCode, label: text, hint: text.exactOptional(), stop: text.exactOptional() }))
  .max(500)

const field = z.discriminatedUnion('type', [
  z.strictObject({ ...asked, type: z.literal('text'), kind: z.enum(textKinds), maxLength: count }),
  z.strictObject({ ...asked, type: z.literal('long-text'), maxLength: count }),
  z.strictObject({
    ...asked,
    type: z.literal('number'),
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
    decimals: count,
    unit: text.exactOptional(),
  }),
  z.strictObject({ ...asked, type: z.literal('date') }),
  z.strictObject({ ...asked, type: z.literal('date-time') }),
  z.strictObject({ ...asked, type: z.literal('choice'), options }),
  z.strictObject({
    ...asked,
    type: z.literal('choices'),
    options,
    min: count.exactOptional(),
    max: count.exactOptional(),
  }),
  z.strictObject({ ...asked, type: z.literal('yes-no') }),
  z.strictObject({ ...asked, type: z.literal('address') }),
  z.strictObject({ ...asked, type: z.literal('file'), kinds: z.array(z.enum(fileKinds)), most: count }),
  z.strictObject({ ...asked, type: z.literal('note') }),
])

/** The shape; whether it makes sense is told by `checkDefinition`. */
export const definitionSchema: z.ZodType<Definition> = z.strictObject({ fields: z.array(field).max(500) })
