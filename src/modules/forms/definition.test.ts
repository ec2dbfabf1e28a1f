import { describe, expect, test } from 'vitest'
import { faultReasons } from './check-definition.ts'
import { cleanText } from './clean-text.ts'
import type { Condition, Definition, Field, Option } from './definition.ts'
import { differenceOf } from './difference.ts'
import { withField, withoutField } from './edit-definition.ts'
import { faultMessages } from './messages/faults.ts'
import { forms, readAnswers, sayAnswers } from './index.ts'
import { parseNumber, readDay, readTime } from './read-value.ts'
import { sayCondition } from './say-condition.ts'
import { aField, aForm } from './testing.ts'

const faultsOf = (definition: Definition) =>
  forms.checkDefinition(definition).map(({ path, reason }) => `${path} ${reason}`)
const asked = (shownIf: Condition, ...before: Field[]): Definition => ({
  fields: [...before, aField.text('hiljem', { shownIf })],
})

describe('reading answers', () => {
  const form = aForm()

  test('zero is an answer', () => {
    const read = readAnswers(form, { 'k.katki': 'lamp', 'k.kui-mitu': '0' })
    expect(read).toEqual({ ok: true, answers: { katki: 'lamp', 'kui-mitu': 0 } })
    const required = { fields: [aField.number('mitu', { required: true })] }
    expect(readAnswers(required, { 'k.mitu': '0' })).toEqual({ ok: true, answers: { mitu: 0 } })
  })

  test('an answer to a question that is not asked is dropped, even a wrong one', () => {
    expect(readAnswers(form, { 'k.katki': 'post', 'k.kui-mitu': 'palju' })).toEqual({
      ok: true,
      answers: { katki: 'post' },
    })
  })

  test('a hidden question counts for nothing further down', () => {
    const chain = aForm(aField.text('miks', { shownIf: { field: 'kui-mitu', atLeast: 2 } }))
    expect(forms.visibleFields(chain, { katki: 'post', 'kui-mitu': 5, miks: 'x' }).map(({ code }) => code)).toEqual([
      'katki',
    ])
    expect(readAnswers(chain, { 'k.katki': 'lamp', 'k.kui-mitu': '2', 'k.miks': 'Torm' })).toEqual({
      ok: true,
      answers: { katki: 'lamp', 'kui-mitu': 2, miks: 'Torm' },
    })
  })

  test('a form with a stopping answer cannot be sent, and nothing after it is asked', () => {
    const read = readAnswers(aForm(aField.text('nimi', { required: true })), { 'k.katki': 'traat' })
    expect(read).toEqual({ ok: false, errors: {}, stop: { et: 'Helista 112.' } })
  })

  test('numbers are read as people write them', () => {
    expect(['1 234,5', '1234.5', '−3', '0,10', '+2', '1\u00A0000'].map((raw) => parseNumber(raw)?.value)).toEqual([
      1234.5, 1234.5, -3, 0.1, 2, 1000,
    ])
    for (const raw of ['', ',', '1.234,5', '1e5', '0x10', '--1', 'NaN', '12 €'])
      expect(parseNumber(raw)).toBeUndefined()
    expect(Object.is(parseNumber('-0')?.value, 0)).toBe(true)
  })

  test('days and times are read as Estonians and machines write them', () => {
    expect(['2026-10-15', '15.10.2026', '5. 3. 1899', '15.10.2026.'].map(readDay)).toEqual([
      '2026-10-15',
      '2026-10-15',
      '1899-03-05',
      '2026-10-15',
    ])
    for (const raw of ['31.02.2026', '2026-13-01', '15.10.26', '0001-01-01', 'eile'])
      expect(readDay(raw)).toBeUndefined()
    const half = '2026-10-15T14:30'
    expect(
      ['2026-10-15T14:30', '15.10.2026 14:30', '15.10.2026 kell 14.30', '2026-10-15T14:30:59'].map(readTime),
    ).toEqual([half, half, half, half])
    for (const raw of ['2026-10-15', '15.10.2026 24:00', '15.10.2026 9:60']) expect(readTime(raw)).toBeUndefined()
  })

  test('text comes composed, without what cannot be seen, and counts as people count', () => {
    expect(cleanText('  o\u0303\u202Eun\u0000\u2066 \r\n')).toBe('õun')
    const short = { fields: [aField.text('nimi', { maxLength: 2 })] }
    expect(readAnswers(short, { 'k.nimi': '👍👍' })).toEqual({ ok: true, answers: { nimi: '👍👍' } })
    const read = readAnswers(short, { 'k.nimi': 'abc' })
    expect(read).toEqual({ ok: false, errors: { 'k.nimi': { reason: 'tooLong', limit: 2 } } })
    expect(read.ok || forms.sayErrors(read.errors, 'et')).toEqual({
      'k.nimi': 'Vastus on liiga pikk. Kirjuta kuni 2 tähemärki.',
    })
  })

  test('an address is free words, with a settlement where one was chosen', () => {
    const where: Definition = {
      fields: [{ code: 'kus', label: { et: 'Kus?' }, required: true, isPublic: true, type: 'address' }],
    }
    const settlements = [{ code: '1234', name: 'Loo alevik' }]
    expect(readAnswers(where, { 'k.kus': 'Saha tee 5', 'k.kus.settlement': '1234' }, { settlements })).toEqual({
      ok: true,
      answers: { kus: { text: 'Saha tee 5', settlement: { code: '1234', name: 'Loo alevik' } } },
    })
    expect(readAnswers(where, { 'k.kus': 'kuuse all' })).toEqual({ ok: true, answers: { kus: { text: 'kuuse all' } } })
    expect(readAnswers(where, { 'k.kus': 'x', 'k.kus.settlement': '9' }, { settlements })).toEqual({
      ok: false,
      errors: { 'k.kus.settlement': { reason: 'notSettlement' } },
    })
  })

  test('answers are said in the reader’s language, those for staff to staff alone', () => {
    const form = aForm(aField.text('telefon', { kind: 'phone', isPublic: false }))
    const answers = { katki: 'lamp', 'kui-mitu': 1200, telefon: '5123 4567' }
    expect(sayAnswers(form, answers, 'en', 'public').map(({ label, value }) => `${label} ${value}`)).toEqual([
      'What is broken? lamp',
      'Mitu neist ei põle? 1,200',
    ])
    expect(sayAnswers(form, answers, 'et', 'staff')).toHaveLength(3)
    expect(forms.answersAsText(form, answers, 'public')).not.toContain('5123')
  })
})

describe('conditions in words', () => {
  const yesNo: Field = {
    code: 'ohtlik',
    label: { et: 'Kas on ohtlik?' },
    required: true,
    isPublic: true,
    type: 'yes-no',
  }
  const [broken] = aForm().fields

  test('say when to answer', () => {
    const definition = aForm(yesNo)
    const say = (shownIf: Condition, language: 'et' | 'en' | 'ru' = 'et') =>
      sayCondition(definition, aField.text('x', { shownIf }), language)
    expect(say({ field: 'katki', is: ['lamp', 'post'] })).toBe('Vasta, kui „Mis on katki?“ on „lamp“ või „post“.')
    expect(say({ field: 'ohtlik', is: ['yes'] }, 'en')).toBe('Answer if “Kas on ohtlik?” is “Yes”.')
    expect(
      say({
        any: [
          { field: 'kui-mitu', atLeast: 3 },
          {
            all: [
              { field: 'ohtlik', is: ['yes'] },
              { field: 'katki', answered: true },
            ],
          },
        ],
      }),
    ).toBe(
      'Vasta, kui „Mitu neist ei põle?“ on vähemalt 3 või („Kas on ohtlik?“ on „Jah“ ja küsimusele „Mis on katki?“ on vastatud).',
    )
    expect(say({ field: 'katki', isNot: ['post'] }, 'ru')).toBe(
      'Ответьте, если ответ на вопрос «Что сломалось?» – не «post».',
    )
  })

  test('may name only questions before them, with answers they have', () => {
    expect(faultsOf(asked({ field: 'katki', is: ['lamp'] }, broken!))).toEqual([])
    expect(faultsOf(asked({ field: 'hiljem', answered: true }))).toEqual(['fields.0.shownIf conditionForward'])
    expect(faultsOf(asked({ field: 'mujal', answered: true }))).toEqual(['fields.0.shownIf conditionUnknown'])
    expect(faultsOf(asked({ field: 'katki', is: ['pirn'] }, broken!))).toEqual(['fields.1.shownIf conditionOption'])
    expect(faultsOf(asked({ field: 'katki', atLeast: 1 }, broken!))).toEqual(['fields.1.shownIf conditionKind'])
    expect(faultsOf(asked({ field: 'katki', is: [] }, broken!))).toEqual(['fields.1.shownIf conditionEmpty'])
    expect(faultsOf(asked({ all: [] }))).toEqual(['fields.0.shownIf conditionEmpty'])
    expect(faultsOf(asked({ field: 'n', atLeast: 3, atMost: 2 }, aField.number('n')))).toEqual([
      'fields.1.shownIf conditionEmpty',
    ])
    const deep: Condition = { all: [{ any: [{ all: [{ any: [{ field: 'katki', answered: true }] }] }] }] }
    expect(faultsOf(asked(deep, broken!))).toEqual(['fields.1.shownIf.0.0.0.0 conditionDeep'])
    const note: Field = { code: 'tekst', label: { et: 'Loe.' }, required: false, isPublic: true, type: 'note' }
    expect(faultsOf(asked({ field: 'tekst', answered: true }, note))).toEqual(['fields.1.shownIf conditionOnNote'])
  })
})

test('a form with faults says all of them', () => {
  const definition: Definition = {
    fields: [
      aField.text('a', { label: { et: ' ' }, maxLength: 0 }),
      aField.choice('a', ['x', { code: 'x', label: { et: '' } }]),
      aField.choice('b', [{ code: 'y', label: { et: 'Y' }, stop: { et: 'Stopp' } }]),
      aField.number('c', { min: 5, max: 1, decimals: 9 }),
      { ...aField.choice('d', ['x', 'y']), type: 'choices', min: 3 },
      { code: 'e', label: { et: 'Fail' }, required: false, isPublic: true, type: 'file', kinds: [], most: 9 },
    ],
  }
  expect(faultsOf(definition)).toEqual([
    'fields.0.label labelMissing',
    'fields.0.maxLength lengthWrong',
    'fields.1.code codeTwice',
    'fields.1.options.1.code optionCodeTwice',
    'fields.1.options.1.label optionLabelMissing',
    'fields.2.options optionsMissing',
    'fields.2.options everyOptionStops',
    'fields.3.decimals decimalsWrong',
    'fields.3.max boundsWrong',
    'fields.4.max countsWrong',
    'fields.5.most filesWrong',
  ])
  const file = (code: string): Field => ({
    code,
    label: { et: 'Fail' },
    required: false,
    isPublic: true,
    type: 'file',
    kinds: ['image'],
    most: 5,
  })
  const files = { fields: ['a', 'b', 'c', 'd', 'e'].map(file) }
  expect(faultsOf(files)).toEqual(['fields tooManyFiles'])
  expect(files.fields.length * 5).toBeGreaterThan(forms.mostFiles)
  const many = { fields: Array.from({ length: 101 }, (_, index) => aField.text(`k${index}`)) }
  expect(faultsOf(many)).toEqual(['fields tooManyFields'])
})

test('every fault has words in three languages', () => {
  for (const words of Object.values(faultMessages)) {
    for (const reason of faultReasons) expect(words[reason]('x').length).toBeGreaterThan(10)
  }
})

test('the history says in sentences what changed', () => {
  const before = aForm()
  const [broken, count] = before.fields as [Field & { type: 'choice' }, Field]
  const after = withField(
    withoutField(withField(before, { ...broken, required: false, options: broken.options.slice(1) }), count.code),
    aField.text('nimi'),
  )
  expect(differenceOf(before, after, 'et')).toEqual([
    'Eemaldati küsimus „Mitu neist ei põle?“.',
    'Küsimusele „Mis on katki?“ ei pea enam vastama.',
    'Küsimuselt „Mis on katki?“ eemaldati vastus „lamp“.',
    'Lisati küsimus „Küsimus nimi“.',
  ])
})

describe('one change is one sentence:', () => {
  const choice = aField.choice('v', [
    { code: 'a', label: { et: 'A', en: 'A' } },
    { code: 'b', label: { et: 'B' }, stop: { et: 'Ei saa.' } },
  ])
  const [a, b] = choice.options as [Option, Option]
  const text = aField.text('t', { hint: { et: 'Vihje' } })
  const when = aField.text('k', { shownIf: { field: 'v', is: ['a'] } })
  const { shownIf: _shownIf, ...always } = when
  const { stop: _stop, ...open } = b
  const withOptions = (...options: Option[]): Field => ({ ...choice, options })

  test.each<[Field, Field, string]>([
    [text, { ...text, hint: { et: 'Uus' } }, 'Küsimuse „Küsimus t“ selgitus muutus.'],
    [text, { ...text, label: { et: 'Uus' } }, 'Küsimuse „Küsimus t“ uus sõnastus on „Uus“.'],
    [text, { ...text, label: { ...text.label, ru: 'Вопрос' } }, 'Küsimuse „Küsimus t“ tõlge muutus.'],
    [text, { ...text, maxLength: 5 }, 'Küsimuse „Küsimus t“ vastuse piirid muutusid.'],
    [text, { ...text, required: true }, 'Küsimusele „Küsimus t“ peab nüüd vastama.'],
    [text, { ...text, isPublic: false }, 'Vastust küsimusele „Küsimus t“ näevad nüüd ainult töötajad.'],
    [
      text,
      { ...text, type: 'long-text' } as Field,
      'Küsimuse „Küsimus t“ liik muutus: oli „Lühike tekst“, nüüd „Pikem tekst“.',
    ],
    [when, always, 'Küsimus „Küsimus k“ esitatakse nüüd alati.'],
    [always, when, 'Küsimus „Küsimus k“ esitatakse nüüd siis, kui „v“ on „a“.'],
    [choice, withOptions(b, a), 'Küsimuse „Küsimus v“ vastuste järjekord muutus.'],
    [choice, withOptions(a), 'Küsimuselt „Küsimus v“ eemaldati vastus „B“.'],
    [choice, withOptions(a, b, { code: 'c', label: { et: 'C' } }), 'Küsimusele „Küsimus v“ lisati vastus „C“.'],
    [choice, withOptions({ ...a, label: { et: 'Ä', en: 'A' } }, b), 'Küsimuse „Küsimus v“ vastus „A“ on nüüd „Ä“.'],
    [choice, withOptions({ ...a, label: { et: 'A' } }, b), 'Küsimuse „Küsimus v“ vastuse „A“ tõlge muutus.'],
    [choice, withOptions({ ...a, hint: { et: 'H' } }, b), 'Küsimuse „Küsimus v“ vastuse „A“ selgitus muutus.'],
    [choice, withOptions(a, open), 'Küsimuse „Küsimus v“ vastus „B“ ei peata enam vormi.'],
    [withOptions(a, open), choice, 'Küsimuse „Küsimus v“ vastus „B“ peatab vormi uue teatega.'],
  ])('%#', (before, after, sentence) => {
    expect(differenceOf({ fields: [before] }, { fields: [after] }, 'et')).toEqual([sentence])
  })
})
