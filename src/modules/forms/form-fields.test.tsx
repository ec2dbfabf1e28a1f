import { parse } from 'node-html-parser'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { emptyForm, type FormState } from '#platform/forms.ts'
import type { PageFrame } from '#ui/frame.ts'
import { ReaderContext } from '#ui/reader.ts'
import type { Definition, Field } from './definition.ts'
import { FormFields, forms, readAnswers } from './index.ts'
import { aForm } from './testing.ts'

const assets = { styles: [], scripts: [], url: (source: string) => `/${source}` }

function show(definition: Definition, form: FormState = emptyForm, language: 'et' | 'en' | 'ru' = 'et') {
  // Of the frame the questions need the language and the names of scripts.
  const frame: Pick<PageFrame, 'language' | 'assets'> = { language, assets }
  const settlements = [{ code: '1234', name: 'Loo alevik' }]
  return parse(
    render(
      <ReaderContext.Provider value={{ language, timeZone: 'Europe/Tallinn' }}>
        <FormFields {...{ frame, definition, form, settlements }} version={3} />
      </ReaderContext.Provider>,
    ),
  )
}

const asked = { required: true, isPublic: true }
const others: Field[] = [
  { ...asked, code: 'millal', label: { et: 'Millal?' }, type: 'date' },
  { ...asked, code: 'kell', label: { et: 'Mis kell?' }, type: 'date-time' },
  { ...asked, code: 'kus', label: { et: 'Kus?' }, type: 'address' },
  { ...asked, code: 'ohtlik', label: { et: 'Kas on ohtlik?' }, type: 'yes-no' },
  { ...asked, code: 'foto', label: { et: 'Foto' }, type: 'file', kinds: ['image'], most: 2 },
  { ...asked, required: false, code: 'loe', label: { et: 'Loe enne.' }, type: 'note' },
  {
    ...asked,
    code: 'kiri',
    label: { et: 'Mis juhtus?' },
    type: 'long-text',
    maxLength: 2000,
    hint: { et: 'Paar lauset.' },
  },
]

test('without script every question is there, and a conditional one says when to answer it', () => {
  const html = show(aForm(...others))
  expect(html.querySelectorAll('[data-question]')).toHaveLength(9)
  expect(html.querySelectorAll('[data-question][hidden]')).toHaveLength(0)
  const hint = html.querySelector('#field-k-kui-mitu-hint')
  expect(hint?.text).toContain('Vasta, kui „Mis on katki?“ on „lamp“.')
  expect(html.querySelector('[name="k.kui-mitu"]')?.getAttribute('aria-describedby')).toBe('field-k-kui-mitu-hint')
  expect(html.querySelector('[data-question=katki]')?.text).toContain('Helista 112.')
  expect(html.querySelector('input[name=k-version]')?.getAttribute('value')).toBe('3')
  expect(html.querySelectorAll('[style], script:not([src])')).toHaveLength(0)
})

test('every input has a label, and choices stand in a fieldset with a legend', () => {
  const html = show(aForm(...others))
  for (const input of html.querySelectorAll('input:not([type=hidden]), select, textarea')) {
    expect(html.querySelector(`label[for="${input.id}"]`), input.toString()).not.toBeNull()
  }
  for (const code of ['katki', 'ohtlik'])
    expect(html.querySelector(`[data-question=${code}] fieldset legend`)).not.toBeNull()
  const ids = html.querySelectorAll('[id]').map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(html.querySelectorAll('input[type=file]').map((input) => input.getAttribute('name'))).toEqual([
    'k.foto',
    'k.foto.2',
  ])
  expect(html.querySelector('input[type=file]')?.getAttribute('accept')).toBe('.jpg,.jpeg,.png,.webp,.avif')
})

test('what was typed stays, and each error stands at its question', () => {
  const definition = aForm(...others)
  const values = {
    'k.katki': 'lamp',
    'k.kui-mitu': 'palju',
    'k.millal': '15.10.2026',
    'k.foto.kept': 'a,b',
    'k.kiri': '<b>',
  }
  const read = readAnswers(definition, values)
  const html = show(definition, { values, errors: read.ok ? {} : forms.sayErrors(read.errors, 'et') })
  expect(html.querySelector('[name="k.kui-mitu"]')?.getAttribute('value')).toBe('palju')
  expect(html.querySelector('#field-k-kui-mitu-error')?.text).toContain('Kirjuta vastus numbriga')
  expect(html.querySelector('[name="k.millal"]')?.getAttribute('value')).toBe('2026-10-15')
  expect(html.querySelectorAll('[name="k.foto.kept"][checked]')).toHaveLength(2)
  expect(html.querySelector('textarea')?.text).toBe('<b>')
  expect(html.querySelector('#field-k-kus-error')?.text).toContain('Vasta sellele küsimusele.')
})

test('a stopping notice shows with its answer alone', () => {
  const notice = (values: Record<string, string>) =>
    show(aForm(), { values, errors: {} }).querySelector('[data-stop="katki:traat"]')?.hasAttribute('hidden')
  expect(notice({})).toBe(true)
  expect(notice({ 'k.katki': 'traat' })).toBe(false)
})

test('words are in the reader’s language, and those that are not say so', () => {
  const html = show(aForm(), emptyForm, 'ru')
  expect(html.querySelector('[data-question=katki] legend')?.text).toContain('Что сломалось?')
  expect(html.querySelector('[data-question=katki]')?.getAttribute('lang')).toBeUndefined()
  expect(html.querySelector('[data-question=kui-mitu]')?.getAttribute('lang')).toBe('et')
})

test('a form without conditions needs no script', () => {
  expect(show({ fields: others }).querySelector('script')).toBeNull()
  expect(show({ fields: [] }).querySelector('input[name=k-version]')).not.toBeNull()
  expect(show(aForm()).querySelector('script')?.getAttribute('src')).toBe(
    '/src/modules/forms/browser/form-conditions.ts',
  )
})
