import * as z from 'zod'
import { reviseText, type LocalText } from '#platform/language.ts'
import { cleanText } from './clean-text.ts'
import {
  codePattern,
  fileKinds,
  textKinds,
  type Condition,
  type Field,
  type FieldType,
  type FileKind,
  type Option,
  type TextKind,
} from './definition.ts'
import { codeFor, conditionOf, inOrder, mostConditionRows, rowOperators, type ConditionRow } from './edit-definition.ts'
import { limits } from './limits.ts'
import { parseNumber } from './read-value.ts'
import { revisionField } from './save-draft.ts'

const words = z.string().transform(cleanText).default('')
const aNumber = z
  .string()
  .default('')
  .transform((text, issues) => {
    if (text.trim() === '') return undefined
    const number = parseNumber(text.trim())
    if (number !== undefined) return number.value
    issues.addIssue({ code: 'custom', message: 'numberWrong' })
    return z.NEVER
  })
const aCount = aNumber.refine((count) => count === undefined || (Number.isInteger(count) && count >= 0), 'countWrong')
const ticked = z
  .literal('on')
  .optional()
  .transform((on) => on === 'on')

/** The page of one question, but for its options and conditions, which come in numbered rows. */
export const fieldInput = z.object({
  revision: revisionField,
  code: z
    .string()
    .trim()
    .refine((code) => code === '' || codePattern.test(code), 'codeWrong')
    .default(''),
  'label.et': words.refine((label) => label !== '', 'labelMissing'),
  'label.en': words,
  'label.ru': words,
  'hint.et': words,
  'hint.en': words,
  'hint.ru': words,
  required: ticked,
  isPublic: ticked,
  kind: z.enum(textKinds).default('plain'),
  maxLength: aCount,
  min: aNumber,
  max: aNumber,
  decimals: aCount,
  'unit.et': words,
  'unit.en': words,
  'unit.ru': words,
  least: aCount,
  most: aCount,
  fileKinds: z
    .string()
    .default('')
    .transform((kinds) => fileKinds.filter((kind) => kinds.split(',').includes(kind))),
  'condition.mode': z.enum(['all', 'any']).default('all'),
})
export type FieldInput = z.output<typeof fieldInput>

type Values = Readonly<Record<string, string>>

export type FieldBefore = {
  type: FieldType
  /** Undefined for a question that is being added. */
  field: Field | undefined
  /** Codes that other questions have. */
  taken: readonly string[]
}

/** The question that a sent page describes, or what is wrong, by the name of the input. */
export function fieldFrom(
  input: FieldInput,
  values: Values,
  { type, field, taken }: FieldBefore,
): { ok: true; field: Field } | { ok: false; errors: Record<string, 'codeTwice' | 'conditionUnfinished'> } {
  const code = field?.code ?? (input.code === '' ? codeFor(input['label.et'], taken, 'kusimus') : input.code)
  if (field === undefined && taken.includes(code)) return { ok: false, errors: { code: 'codeTwice' } }
  const condition = conditionIn(input, values, field?.shownIf)
  if ('unfinished' in condition) return { ok: false, errors: { [condition.unfinished]: 'conditionUnfinished' } }
  const hint = localText(field?.hint, input['hint.et'], input['hint.en'], input['hint.ru'])
  const label = { et: input['label.et'], en: input['label.en'], ru: input['label.ru'] }
  const asked = {
    code,
    label: reviseText(field?.label, label),
    ...(hint === undefined ? {} : { hint }),
    required: type !== 'note' && input.required,
    isPublic: type === 'note' || input.isPublic,
    ...(condition.shownIf === undefined ? {} : { shownIf: condition.shownIf }),
  }
  return { ok: true, field: { ...asked, ...typeFrom(type, input, values, field) } }
}

const usual = { text: 200, 'long-text': 2000 } as const

type Typed<F = Field> = F extends Field
  ? Omit<F, 'code' | 'label' | 'hint' | 'required' | 'isPublic' | 'shownIf'>
  : never

function typeFrom(type: FieldType, input: FieldInput, values: Values, before: Field | undefined): Typed {
  const bounds = (least: number | undefined, most: number | undefined) => ({
    ...(least === undefined ? {} : { min: least }),
    ...(most === undefined ? {} : { max: most }),
  })
  switch (type) {
    case 'text':
      return { type, kind: input.kind satisfies TextKind, maxLength: input.maxLength ?? usual.text }
    case 'long-text':
      return { type, maxLength: input.maxLength ?? usual['long-text'] }
    case 'number': {
      const old = before?.type === 'number' ? before.unit : undefined
      const unit = localText(old, input['unit.et'], input['unit.en'], input['unit.ru'])
      const decimals = input.decimals ?? 0
      return { type, decimals, ...bounds(input.min, input.max), ...(unit === undefined ? {} : { unit }) }
    }
    case 'choice':
      return { type, options: optionsIn(values, before) }
    case 'choices':
      return { type, options: optionsIn(values, before), ...bounds(input.least, input.most) }
    case 'file': {
      const kinds: readonly FileKind[] = input.fileKinds
      return { type, kinds, most: input.most ?? 1 }
    }
    default:
      return { type }
  }
}

function localText(before: LocalText | undefined, et: string, en: string, ru: string): LocalText | undefined {
  return et === '' ? undefined : reviseText(before, { et, en, ru })
}

/** More rows than a form may have are read too, so that what is too much can be said. */
const mostRows = limits.options + 20

function optionsIn(values: Values, before: Field | undefined): Option[] {
  const old = before?.type === 'choice' || before?.type === 'choices' ? before.options : []
  const read: (Option & { place: number })[] = []
  const taken: string[] = old.map(({ code }) => code)
  for (let row = 0; row < mostRows; row += 1) {
    const word = (name: string) => cleanText(values[`options.${row}.${name}`] ?? '')
    const text = (name: string, known: LocalText | undefined) =>
      localText(known, word(`${name}.et`), word(`${name}.en`), word(`${name}.ru`))
    const known = old.find(({ code }) => code === word('code'))
    const label = text('label', known?.label)
    if (label === undefined) continue
    const code = known?.code ?? codeFor(label.et, taken, 'vastus')
    taken.push(code)
    const hint = text('hint', known?.hint)
    const stop = text('stop', known?.stop)
    const extras = { ...(hint === undefined ? {} : { hint }), ...(stop === undefined ? {} : { stop }) }
    read.push({ code, label, ...extras, place: parseNumber(word('place') || String(row + 1))?.value ?? row + 1 })
  }
  return inOrder(read)
}

type ReadCondition = { shownIf: Condition | undefined } | { unfinished: string }

function conditionIn(input: FieldInput, values: Values, before: Condition | undefined): ReadCondition {
  if (values['condition.kept'] === 'on') return { shownIf: before }
  const rows: ConditionRow[] = []
  for (let row = 0; row < mostConditionRows; row += 1) {
    const word = (name: string) => (values[`condition.${row}.${name}`] ?? '').trim()
    const field = word('field')
    if (field === '') continue
    const operator = rowOperators.find((one) => one === word('operator')) ?? 'is'
    if (operator === 'is' || operator === 'isNot') {
      // The list of options names the question too: `katki:lamp`.
      const [question, option = ''] = word('option').split(':')
      if (question !== field || option === '') return { unfinished: `condition.${row}.option` }
      rows.push({ field, operator, value: option })
    } else if (operator === 'answered' || operator === 'unanswered') rows.push({ field, operator, value: '' })
    else {
      const number = parseNumber(word('number'))
      if (number === undefined) return { unfinished: `condition.${row}.number` }
      rows.push({ field, operator, value: String(number.value) })
    }
  }
  return { shownIf: conditionOf({ mode: input['condition.mode'], rows }) }
}
