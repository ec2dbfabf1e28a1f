import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { forms } from './index.ts'
import { formsPaths } from './paths.ts'
import { findForm } from './queries/forms.ts'
import { aField, aForm, enclosure, registerZoo } from './testing.ts'

let app: TestApp
let editor: Client
beforeAll(async () => {
  registerZoo()
  app = await openTestApp({ install: false })
  editor = await app.signIn({ name: 'Kai Kask', roles: ['official'] })
})

const ensured = async (name: string, definition = aForm()) =>
  (await forms.ensure(app.context(), enclosure(name), definition)).formId
const draftOf = async (id: string) => (await findForm(app.db, id))!
const words = (text: string) => text.replaceAll(/\s+/g, ' ')

describe('who edits forms', () => {
  it('finds those they may edit by their owners, and nobody else finds any', async () => {
    const id = await ensured('karud')
    const { page, status } = await editor.get(formsPaths.desk)
    expect(status).toBe(200)
    expect(page.querySelector('main h2')?.text).toBe('Aedikud')
    expect(page.querySelector(`a[href="${formsPaths.form(id)}"]`)?.text).toBe('Aedik karud')
    expect(page.querySelector(`.side-list a[href="${formsPaths.desk}"]`)).not.toBeNull()
    const resident = await app.signIn({ roles: ['registrar'] })
    for (const path of [formsPaths.desk, formsPaths.form(id), formsPaths.preview(id), formsPaths.publication(id)]) {
      expect((await resident.get(path)).status).toBe(403)
    }
    expect((await resident.get('/')).text).not.toContain(formsPaths.desk)
    expect((await resident.post(formsPaths.fieldRemoval(id, 'katki'), { revision: '1' })).status).toBe(403)
    expect((await editor.get(formsPaths.form(crypto.randomUUID()))).status).toBe(404)
  })
})

describe('the editor', () => {
  it('adds a question with answers, a stopping notice and a condition', async () => {
    const id = await ensured('hundid')
    const path = `${formsPaths.newField(id)}?liik=choices`
    const empty = await editor.get(path)
    expect(empty.page.querySelector('h1')?.text).toBe('Uus küsimus: mitu vastust loetelust')
    const form = {
      revision: '1',
      'label.et': 'Keda nägid?',
      'label.en': 'Whom did you see?',
      required: 'on',
      isPublic: 'on',
      most: '2',
      'options.0.label.et': 'Hunt',
      'options.0.place': '2',
      'options.1.label.et': 'Põder',
      'options.1.place': '1',
      'options.3.label.et': 'Karu',
      'options.3.stop.et': 'Mine tuppa.',
      'condition.0.field': 'katki',
      'condition.0.operator': 'is',
      'condition.0.option': 'katki:lamp',
      'condition.1.field': 'katki',
      'condition.1.operator': 'is',
      'condition.1.option': 'katki:post',
      'condition.mode': 'all',
    }
    const saved = await editor.post(path, form)
    expect([saved.status, saved.location]).toEqual([303, `${formsPaths.form(id)}#kusimus-keda-nagid`])
    expect((await draftOf(id)).draft.fields.at(-1)).toEqual({
      code: 'keda-nagid',
      type: 'choices',
      label: { et: 'Keda nägid?', en: 'Whom did you see?' },
      required: true,
      isPublic: true,
      max: 2,
      options: [
        { code: 'poder', label: { et: 'Põder' } },
        { code: 'hunt', label: { et: 'Hunt' } },
        { code: 'karu', label: { et: 'Karu' }, stop: { et: 'Mine tuppa.' } },
      ],
      shownIf: { field: 'katki', is: ['lamp', 'post'] },
    })
    const { page } = await editor.get(formsPaths.form(id))
    expect(words(page.text)).toContain('Vasta, kui „Mis on katki?“ on „lamp“ või „post“.')
    expect(words(page.text)).toContain('Mustandis on avaldamata muudatusi')
  })

  it('shows a question as it is, and saves it unchanged', async () => {
    const id = await ensured('rebased')
    const { page } = await editor.get(formsPaths.field(id, 'kui-mitu'))
    expect(page.querySelector('[name="label.et"]')?.getAttribute('value')).toBe('Mitu neist ei põle?')
    expect(page.querySelector('[name="condition.0.option"] [selected]')?.getAttribute('value')).toBe('katki:lamp')
    const values: Record<string, string> = { 'condition.mode': 'all', isPublic: 'on' }
    for (const input of page.querySelectorAll('main form input[name], main form select')) {
      if (['radio', 'checkbox'].includes(input.getAttribute('type') ?? '')) continue
      const chosen = input.querySelector('[selected]')?.getAttribute('value')
      values[input.getAttribute('name')!] = input.getAttribute('value') ?? chosen ?? ''
    }
    expect((await editor.post(formsPaths.field(id, 'kui-mitu'), values)).status).toBe(303)
    const form = await draftOf(id)
    expect([form.draft, form.revision]).toEqual([form.published, 2])
  })

  it('keeps the words of a wrong question and says what is wrong', async () => {
    const id = await ensured('ilvesed')
    const path = `${formsPaths.newField(id)}?liik=number`
    const typed = { revision: '1', 'label.et': '', 'label.ru': 'Сколько?', max: 'palju', code: 'Suur Täht' }
    const wrong = await editor.post(path, typed)
    expect(wrong.status).toBe(422)
    expect(wrong.page.querySelectorAll('[data-error-summary] a').map(({ text }) => text)).toEqual([
      'Tunnuses võivad olla väikesed ladina tähed, numbrid ja sidekriipsud, esimene on täht.',
      'Kirjuta küsimus eesti keeles.',
      'Kirjuta arv, näiteks 12 või 3,5.',
    ])
    expect(wrong.page.querySelector('[name="label.ru"]')?.getAttribute('value')).toBe('Сколько?')
    const taken = await editor.post(path, { revision: '1', 'label.et': 'Mitu?', code: 'katki' })
    expect(taken.page.querySelector('#field-code-error')?.text).toContain('juba olemas')
    const half = { revision: '1', 'label.et': 'Mitu?', 'condition.0.field': 'katki', 'condition.0.operator': 'is' }
    const unfinished = await editor.post(path, half)
    expect(unfinished.page.querySelector('#field-condition-0-option-error')?.text).toContain('pooleli')
    expect((await editor.get(`${formsPaths.newField(id)}?liik=midagi`)).status).toBe(404)
  })

  it('moves and removes questions, and says what that breaks', async () => {
    const id = await ensured('tiigrid', aForm(aField.text('nimi')))
    const step = (path: string, revision: number) => editor.post(path, { revision: String(revision) })
    expect((await step(formsPaths.fieldUp(id, 'nimi'), 1)).status).toBe(303)
    expect((await step(formsPaths.fieldDown(id, 'katki'), 2)).status).toBe(303)
    expect((await draftOf(id)).draft.fields.map(({ code }) => code)).toEqual(['nimi', 'katki', 'kui-mitu'])
    const late = await step(formsPaths.fieldRemoval(id, 'katki'), 2)
    expect(late.status).toBe(422)
    expect(late.text).toContain('Keegi teine muutis seda vormi vahepeal')
    expect((await step(formsPaths.fieldRemoval(id, 'katki'), 3)).status).toBe(303)
    const { page } = await editor.get(formsPaths.form(id))
    expect(page.querySelector('#kusimus-kui-mitu')?.text).toContain('viitab küsimusele „katki“, mida vormis ei ole')
    const publication = await editor.get(formsPaths.publication(id))
    expect(publication.text).toContain('Eemaldati küsimus „Mis on katki?“.')
    expect(publication.page.querySelector('textarea[name=note]')).toBeNull()
    const dependent = await editor.get(formsPaths.field(id, 'kui-mitu'))
    expect(dependent.page.querySelector('[name="condition.0.field"] [selected]')?.text).toBe('katki')
  })

  it('does not lose the words of a question when another has changed the form', async () => {
    const id = await ensured('kaamelid')
    await editor.post(`${formsPaths.newField(id)}?liik=date`, { revision: '1', 'label.et': 'Millal?' })
    const late = await editor.post(`${formsPaths.newField(id)}?liik=text`, {
      revision: '1',
      'label.et': 'Kes sa oled?',
    })
    expect(late.status).toBe(422)
    expect(late.page.querySelector('[name="label.et"]')?.getAttribute('value')).toBe('Kes sa oled?')
    const revision = late.page.querySelector('main [name=revision]')?.getAttribute('value') ?? ''
    const again = await editor.post(`${formsPaths.newField(id)}?liik=text`, { revision, 'label.et': 'Kes sa oled?' })
    expect(again.status).toBe(303)
    expect((await draftOf(id)).draft.fields.map(({ code }) => code)).toEqual([
      'katki',
      'kui-mitu',
      'millal',
      'kes-sa-oled',
    ])
  })

  it('shows the form as others see it, and what would arrive', async () => {
    const where = { code: 'kus', label: { et: 'Kus?' }, required: false, isPublic: true, type: 'address' } as const
    const id = await ensured('ahvid', aForm(where))
    const path = formsPaths.preview(id)
    const english = await editor.get(`/en${path}`)
    expect(english.page.querySelector('[data-question=katki] legend')?.text).toContain('What is broken?')
    const tried = await editor.get(`${path}?k-version=1&k.katki=lamp&k.kui-mitu=1+200&k.kus=Kuuse+all`)
    expect(words(tried.page.querySelector('.notice dl')?.text ?? '')).toMatch(/lamp.*1\s?200.*Kuuse all/u)
    const wrong = await editor.get(`${path}?k.katki=lamp&k.kui-mitu=palju`)
    expect(wrong.page.querySelector('[data-error-summary] a')?.getAttribute('href')).toBe('#field-k-kui-mitu')
    const stopped = await editor.get(`${path}?k.katki=traat`)
    expect(stopped.page.querySelector('[data-error-summary]')?.text).toContain('Helista 112.')
  })

  it('publishes with a reason, and keeps the history from which a version can be taken back', async () => {
    const id = await ensured('otter')
    await editor.post(`${formsPaths.newField(id)}?liik=text`, { revision: '1', 'label.et': 'Kes sa oled?' })
    const open = await editor.get(formsPaths.publication(id))
    expect(open.text).toContain('Lisati küsimus „Kes sa oled?“.')
    const idempotencyKey = open.page.querySelector('[name=idempotencyKey]')?.getAttribute('value') ?? ''
    const wordless = await editor.post(formsPaths.publication(id), { idempotencyKey, revision: '2', note: '' })
    expect(wordless.status).toBe(422)
    expect(wordless.page.querySelector('#field-note-error')?.text).toContain('Kirjuta, miks vorm muutub')
    const done = await editor.post(formsPaths.publication(id), {
      idempotencyKey,
      revision: '2',
      note: 'Tahame vastata',
    })
    expect(done.location).toBe(formsPaths.version(id, 2))
    for (const language of ['', '/en', '/ru']) {
      expect((await editor.get(`${language}${formsPaths.version(id, 2)}`)).status).toBe(200)
    }
    const history = await editor.get(formsPaths.versions(id))
    expect(words(history.page.querySelector('.timeline')?.text ?? '')).toMatch(
      /Versioon 2, Kai Kask \(kehtib\)Tahame vastataLisati küsimus „Kes sa oled\?“\..*Versioon 1, Süsteem.*Esimene versioon/u,
    )
    const back = await editor.post(formsPaths.restoration(id, 1), { revision: '2' })
    expect(back.location).toBe(formsPaths.form(id))
    expect((await draftOf(id)).draft).toEqual(aForm())
    expect((await editor.get(formsPaths.version(id, 9))).status).toBe(404)
  })

  it.each(['', '/en', '/ru'])('reads in every language: %s', async (prefix) => {
    const id = await ensured('pandad', aForm(aField.text('nimi')))
    const pages = [
      formsPaths.desk,
      formsPaths.form(id),
      formsPaths.field(id, 'katki'),
      formsPaths.field(id, 'kui-mitu'),
      formsPaths.field(id, 'nimi'),
      formsPaths.preview(id),
      formsPaths.publication(id),
      formsPaths.versions(id),
    ]
    for (const path of pages) {
      const { status, page } = await editor.get(`${prefix}${path}`)
      expect(status).toBe(200)
      expect(page.querySelectorAll('main h1')).toHaveLength(1)
      const ids = page.querySelectorAll('[id]').map(({ id }) => id)
      expect(new Set(ids).size, path).toBe(ids.length)
      for (const input of page.querySelectorAll('main input:not([type=hidden]), main select, main textarea')) {
        expect(page.querySelector(`label[for="${input.id}"]`), `${path} ${input.toString()}`).not.toBeNull()
      }
    }
  })

  it('asks the database few things for a page', async () => {
    const id = await ensured('kitsed')
    expect(await app.countQueries(() => editor.get(formsPaths.form(id)))).toBeLessThanOrEqual(8)
  })
})
