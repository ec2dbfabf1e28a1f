import { forms, type Definition, type Field } from '#modules/forms/index.ts'
import type { LocalText } from '#platform/language.ts'

/** A question as GeoReport knows questions. */
export type Attribute = {
  code: string
  datatype: 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist'
  asks: boolean
  required: boolean
  label: LocalText
  hint: LocalText | null
  values: readonly { key: string; name: LocalText }[]
}

const datatypes = {
  text: 'string',
  address: 'string',
  'long-text': 'text',
  note: 'text',
  number: 'number',
  date: 'datetime',
  'date-time': 'datetime',
  choice: 'singlevaluelist',
  'yes-no': 'singlevaluelist',
  choices: 'multivaluelist',
} as const

const yesAndNo = [
  { key: 'yes', name: { et: 'Jah', en: 'Yes', ru: 'Да' } },
  { key: 'no', name: { et: 'Ei', en: 'No', ru: 'Нет' } },
]

function attributeOf(field: Field): Attribute[] {
  // Files have no type there: pictures go along with the report itself.
  if (field.type === 'file') return []
  const options = field.type === 'choice' || field.type === 'choices' ? field.options : []
  return [
    {
      code: field.code,
      datatype: datatypes[field.type],
      asks: field.type !== 'note',
      // One that is asked only after a certain answer cannot be demanded of a program that asks all at once.
      required: field.required && field.shownIf === undefined,
      label: field.label,
      hint: field.hint ?? null,
      values: field.type === 'yes-no' ? yesAndNo : options.map(({ code, label }) => ({ key: code, name: label })),
    },
  ]
}

export const attributesOf = (definition: Definition): Attribute[] => definition.fields.flatMap(attributeOf)

/**
 * `attribute[code]=v` and `attribute[code][]=v` as the form's own inputs, for the same judgement. Days of `datetime`
 * come with a time that a day does not need.
 */
export function valuesOf(definition: Definition, body: Readonly<Record<string, string>>): Record<string, string> {
  const values: Record<string, string> = {}
  for (const field of definition.fields) {
    const given = body[`attribute[${field.code}]`] ?? body[`attribute[${field.code}][]`]
    if (given === undefined) continue
    values[forms.inputName(field.code)] = field.type === 'date' ? given.slice(0, 10) : given
  }
  return values
}
