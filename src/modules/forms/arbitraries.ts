import * as fc from 'fast-check'
import type { Condition, Definition, Field, Option } from './definition.ts'

/** Any forms that can be published, and any input to them: for tests. */
const words = fc.constantFrom('Mis on katki?', 'Kus see on?', 'Kui vana?', 'Что сломалось?', 'õ“,;"')
const localText = fc.oneof(
  words.map((et) => ({ et })),
  fc.record({ et: words, en: words, ru: words }),
)
const codes = ['a', 'b', 'c', 'constructor', 'uus', 'q-1', 'x2']
const optionCodes = ['1', 'lamp', 'post', 'yes']

const option = (code: string): fc.Arbitrary<Option> =>
  fc.record(
    { code: fc.constant(code), label: localText, hint: localText, stop: localText },
    { requiredKeys: ['code', 'label'] },
  )
const options: fc.Arbitrary<Option[]> = fc
  .shuffledSubarray(optionCodes, { minLength: 2 })
  .chain((chosen) => fc.tuple(...chosen.map(option)))
  .map(([first, ...others]) => {
    const { stop: _stop, ...open } = first!
    return [open, ...others]
  })

const asked = (code: string) => ({
  code: fc.constant(code),
  label: localText,
  hint: localText,
  required: fc.boolean(),
  isPublic: fc.boolean(),
})
const needed: ('code' | 'label' | 'required' | 'isPublic' | 'type')[] = [
  'code',
  'label',
  'required',
  'isPublic',
  'type',
]
const small = fc.integer({ min: -5, max: 50 })

function field(code: string): fc.Arbitrary<Field> {
  const of = <T extends Field['type']>(type: T) => ({ ...asked(code), type: fc.constant(type) })
  return fc.oneof(
    fc.record(
      { ...of('text'), kind: fc.constantFrom('plain', 'e-mail', 'phone'), maxLength: fc.integer({ min: 1, max: 50 }) },
      { requiredKeys: [...needed, 'kind', 'maxLength'] },
    ),
    fc.record(
      { ...of('long-text'), maxLength: fc.integer({ min: 1, max: 90 }) },
      { requiredKeys: [...needed, 'maxLength'] },
    ),
    fc.record(
      { ...of('number'), min: small, max: small.map((max) => max + 60), decimals: fc.nat(3), unit: localText },
      { requiredKeys: [...needed, 'decimals'] },
    ),
    fc.record({ ...of('choice'), options }, { requiredKeys: [...needed, 'options'] }),
    fc.record(
      { ...of('choices'), options, min: fc.integer({ min: 0, max: 1 }), max: fc.integer({ min: 1, max: 2 }) },
      { requiredKeys: [...needed, 'options'] },
    ),
    fc.record({ ...of('date') }, { requiredKeys: needed }),
    fc.record({ ...of('date-time') }, { requiredKeys: needed }),
    fc.record({ ...of('yes-no') }, { requiredKeys: needed }),
    fc.record({ ...of('address') }, { requiredKeys: needed }),
    fc.record(
      {
        ...of('file'),
        kinds: fc.constantFrom<('image' | 'document')[]>(['image'], ['document'], ['image', 'document']),
        most: fc.integer({ min: 1, max: 2 }),
      },
      { requiredKeys: [...needed, 'kinds', 'most'] },
    ),
    fc.record({ ...of('note'), required: fc.constant(false), isPublic: fc.constant(true) }, { requiredKeys: needed }),
  )
}

function simple(before: readonly Field[]): fc.Arbitrary<Condition> {
  return fc.constantFrom(...before).chain((one): fc.Arbitrary<Condition> => {
    const about = { field: one.code }
    const answered = fc.boolean().map((is) => ({ ...about, answered: is }))
    const known = one.type === 'yes-no' ? ['yes', 'no'] : 'options' in one ? one.options.map(({ code }) => code) : []
    if (known.length > 0) {
      const some = fc.subarray(known, { minLength: 1 })
      return fc.oneof(
        answered,
        some.map((is) => ({ ...about, is })),
        some.map((isNot) => ({ ...about, isNot })),
      )
    }
    if (one.type !== 'number') return answered
    return fc.oneof(
      answered,
      small.map((atLeast) => ({ ...about, atLeast })),
      small.map((atMost) => ({ ...about, atMost })),
      small.map((atLeast) => ({ ...about, atLeast, atMost: atLeast + 3 })),
    )
  })
}

function condition(before: readonly Field[]): fc.Arbitrary<Condition> {
  const some = fc.array(simple(before), { minLength: 1, maxLength: 3 })
  return fc.oneof(
    simple(before),
    some.map((all) => ({ all })),
    some.map((any) => ({ any })),
    fc.tuple(some, some).map(([any, all]) => ({ any: [...any, { all }] })),
  )
}

/** A form that has no faults. */
export const aDefinition: fc.Arbitrary<Definition> = fc.shuffledSubarray(codes).chain((chosen) =>
  chosen.reduce<fc.Arbitrary<Definition>>(
    (before, code) =>
      before.chain(({ fields }) => {
        const mayBeNamed = fields.filter(({ type }) => type !== 'note')
        const bare = field(code)
        const next =
          mayBeNamed.length === 0
            ? bare
            : fc.oneof(
                bare,
                fc.tuple(bare, condition(mayBeNamed)).map(([one, shownIf]) => ({ ...one, shownIf })),
              )
        return next.map((one) => ({ fields: [...fields, one] }))
      }),
    fc.constant({ fields: [] }),
  ),
)

const someId = '0190f7c2-0000-7000-8000-00000000000'
const typed = fc.oneof(
  fc.constantFrom(...optionCodes, 'yes', 'no', '0', '-3', '3,5', '1 200', '15.10.2026', '2026-10-15', '31.02.2026'),
  fc.constantFrom(
    '2026-10-15T14:30',
    'lamp,post',
    'lamp,nothing',
    'mari@naide.ee',
    '+372 5123 4567',
    '',
    '  ',
    '\u202Ex',
  ),
  fc.constantFrom(`${someId}1`, `${someId}1,${someId}2`, 'x'.repeat(60)),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

/** What a browser, or somebody who only says so, may send. */
export const anyValues: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc
    .tuple(
      fc.constantFrom('k', 'k', 'k', 'other'),
      fc.constantFrom(...codes, 'zzz'),
      fc.constantFrom('', '', '', '.kept', '.settlement'),
    )
    .map(([prefix, code, at]) => `${prefix}.${code}${at}`),
  typed,
  { maxKeys: 12 },
)
