import type { LocalText } from '#platform/language.ts'
import type { Field, FieldType, Option } from './definition.ts'
import { rowsOf } from './edit-definition.ts'

/** A question as the values of its page; `fieldFrom` makes the question of them again. */
export function valuesOfField(field: Field): Record<string, string> {
  const rows = rowsOf(field.shownIf)
  return {
    ...textValues('label', field.label),
    ...textValues('hint', field.hint),
    ...(field.required ? { required: 'on' } : {}),
    ...(field.isPublic ? { isPublic: 'on' } : {}),
    ...typeValues(field),
    ...(rows === null ? { 'condition.kept': 'on' } : { 'condition.mode': rows.mode }),
    ...Object.fromEntries(
      (rows?.rows ?? []).flatMap(({ field: question, operator, value }, row) => [
        [`condition.${row}.field`, question],
        [`condition.${row}.operator`, operator],
        [`condition.${row}.option`, operator === 'is' || operator === 'isNot' ? `${question}:${value}` : ''],
        [`condition.${row}.number`, operator === 'atLeast' || operator === 'atMost' ? value : ''],
      ]),
    ),
  }
}

/** What stands in the page of a question that is being added. */
export function valuesOfNewField(type: FieldType): Record<string, string> {
  return { type, isPublic: 'on', fileKinds: 'image,document', most: type === 'file' ? '1' : '' }
}

function textValues(name: string, text: LocalText | undefined): Record<string, string> {
  return { [`${name}.et`]: text?.et ?? '', [`${name}.en`]: text?.en ?? '', [`${name}.ru`]: text?.ru ?? '' }
}

const written = (number: number | undefined) => (number === undefined ? '' : String(number))

function typeValues(field: Field): Record<string, string> {
  switch (field.type) {
    case 'text':
      return { kind: field.kind, maxLength: written(field.maxLength) }
    case 'long-text':
      return { maxLength: written(field.maxLength) }
    case 'number': {
      const { min, max, decimals, unit } = field
      return { min: written(min), max: written(max), decimals: written(decimals), ...textValues('unit', unit) }
    }
    case 'choice':
      return optionValues(field.options)
    case 'choices':
      return { ...optionValues(field.options), least: written(field.min), most: written(field.max) }
    case 'file':
      return { fileKinds: field.kinds.join(','), most: written(field.most) }
    default:
      return {}
  }
}

function optionValues(options: readonly Option[]): Record<string, string> {
  return Object.assign(
    {},
    ...options.map(({ code, label, hint, stop }, row) => ({
      [`options.${row}.code`]: code,
      [`options.${row}.place`]: String(row + 1),
      ...textValues(`options.${row}.label`, label),
      ...textValues(`options.${row}.hint`, hint),
      ...textValues(`options.${row}.stop`, stop),
    })),
  ) as Record<string, string>
}
