import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'

let app: TestApp
let coordinator: Client
let mayor: Client
let resident: Client
beforeAll(async () => {
  app = await openTestApp()
  coordinator = await app.signIn({ name: 'Arno Arendus', postSlugs: ['arendusnounik'] })
  mayor = await app.signIn({ name: 'Vello Vanem', postSlugs: ['vallavanem'] })
  resident = await app.signIn({ name: 'Rita Rebane' })
})

const key = () => crypto.randomUUID()
const words = (answer: Answer) => answer.page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const nasty = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
const document = (name = 'tegevuskava.txt') =>
  new File([readFileSync(resolve('src/modules/plan/document/fixtures/tegevuskava.txt'))], name)

/** Other days for the discussion of version 2. */
const discussOn = (from: string, until: string) =>
  app.db
    .updateTable('plan_versions')
    .set({ discussion_from: from, discussion_until: until })
    .where('number', '=', 2)
    .execute()

/** Everywhere a version could leak from. */
async function doors(who: Client, version: number): Promise<(string | number)[]> {
  const pages = [
    `/tegevuskava/versioonid/${version}`,
    `/tegevuskava/versioonid/${version}/muudatused`,
    `/tegevuskava/versioonid/${version}/1.1`,
    `/api/v1/plan/versions/${version}`,
  ]
  const statuses = await Promise.all(pages.map(async (path) => (await who.get(path)).status))
  const list = words(await who.get('/tegevuskava/versioonid')).includes(`Versioon ${version}`)
  const api = (await who.get('/api/v1/plan/versions')).text.includes(`"number":${version}`)
  const compared = words(await who.get(`/tegevuskava/versioonid/1/muudatused?vordle=${version}`)).includes(
    `versiooniga ${version}`,
  )
  return [...statuses, `listed ${list}`, `api ${api}`, `compared ${compared}`]
}
const open = [200, 200, 200, 200, 'listed true', 'api true', 'compared true']
const shut = [404, 404, 404, 404, 'listed false', 'api false', 'compared false']

describe('importing a document', () => {
  it('refuses what is no plan in words, names the file again and changes nothing', async () => {
    const none = await coordinator.post('/too/tegevuskava/import', { document: '' })
    expect([none.status, none.page.querySelector('.field-error')?.text]).toEqual([422, 'Viga: Vali fail.'])
    const wrong = await coordinator.post('/too/tegevuskava/import', {
      document: new File(['Ostunimekiri: piim, leib'], 'poes.txt'),
    })
    expect(wrong.status).toBe(422)
    expect(words(wrong)).toContain('Failist ei leitud tegevuskava tabelit')
    expect(words(wrong)).toContain('Viimati valitud fail: poes.txt')
    expect((await resident.post('/too/tegevuskava/import', { document: document() })).status).toBe(403)
    expect(words(await coordinator.get('/tegevuskava/versioonid'))).not.toContain('Versioon 2')
  })

  it('shows what was understood, what was unsure and the difference before anything is saved', async () => {
    const read = await coordinator.post('/too/tegevuskava/import', { document: document() })
    expect(read.status).toBe(303)
    const preview = await coordinator.get(read.location!)
    expect(words(preview)).toContain('Leiti 6 peatükki ja 37 tegevust. Midagi ei ole veel salvestatud.')
    expect(preview.page.querySelectorAll('#loetud tbody tr')).toHaveLength(37)
    expect(preview.page.querySelectorAll('#kahtlused h3').length).toBeGreaterThan(2)
    expect(preview.page.querySelector('#kahtlused a[href="#rida-1-4"]')).not.toBeNull()
    expect(preview.page.querySelector('#rida-1-4')).not.toBeNull()
    expect(words(preview)).toContain('Lisandus 0, jäi välja 0, muutus 37')
    expect((await resident.get(read.location!)).status).toBe(403)
    expect(words(await coordinator.get('/tegevuskava/versioonid'))).not.toContain('Versioon 2')

    const saved = await coordinator.post(`${read.location}/salvestamine`, {})
    expect(saved.location).toBe('/too/tegevuskava/versioonid/2')
    expect((await coordinator.post(`${read.location}/salvestamine`, {})).location).toBe('/too/tegevuskava/versioonid/2')
    expect(words(await coordinator.get(read.location!))).toContain('on salvestatud versioonina 2')
  })

  it('shows a file name and words of a document as text, never as code', async () => {
    const html = `<h1>Kava ${'&lt;img src=x onerror=alert(1)&gt;'}</h1><h2>1. Peatükk</h2><table><tr><th>Nr</th><th>Tegevus</th><th>Tähtaeg</th><th>Osapool</th><th>Täitmine</th></tr>
      <tr><td>1.1</td><td>Esimene tegevus &lt;img src=x&gt; siin</td><td>kord kuus</td><td>Finantsjuht</td><td>Tehakse</td></tr>
      <tr><td>1.2</td><td>Teine tegevus on see siin</td><td>pidev tegevus</td><td>IT-juht</td><td>Tehakse</td></tr></table>`
    const read = await coordinator.post('/too/tegevuskava/import', { document: new File([html], '"><img src=x>.html') })
    expect(read.status).toBe(303)
    const preview = await coordinator.get(read.location!)
    expect(preview.text).not.toContain('<img src=x')
    expect(words(preview)).toContain('Esimene tegevus <img src=x> siin')
  })
})

describe('a draft', () => {
  it('is hidden from residents on every door', async () => {
    expect(await doors(app.visitor, 2)).toEqual(shut)
    expect(await doors(resident, 2)).toEqual(shut)
    expect(await doors(coordinator, 2)).toEqual(open)
    expect((await app.visitor.get('/tegevuskava/feed.atom')).text).not.toContain('ersioon 2')
  })

  it('reads as a difference, with words for those who do not see the lines', async () => {
    const difference = await coordinator.get('/tegevuskava/versioonid/2/muudatused')
    expect(words(difference)).toContain('Võrreldud versiooniga 1.')
    expect(difference.page.querySelectorAll('main ins').length).toBeGreaterThan(37)
    expect(difference.page.querySelector('main ins .visually-hidden')?.text.trim()).toBe('lisatud:')
    expect(difference.page.querySelector('main del .visually-hidden')?.text.trim()).toBe('välja jäetud:')
  })

  it('is edited commitment by commitment; the translation left behind is named', async () => {
    const path = '/too/tegevuskava/versioonid/2/1.4'
    const form = await coordinator.get(path)
    const value = (name: string) => form.page.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? ''
    expect(words(form)).toContain('Tõlge on ajast maas')
    const wrong = await coordinator.post(path, {
      'name.et': 'x',
      'text.et': `Uus tekst ${nasty}`,
      deadlineAsWritten: '',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.page.querySelector('textarea[name="text.et"]')?.text).toContain('Uus tekst')
    expect(wrong.text).not.toContain('<img src=x')
    const right = {
      'name.et': value('name.et'),
      'name.en': value('name.en'),
      'text.et': `Kord kuus ilmub kiri. ${nasty}`,
      deadlineAsWritten: 'kaks korda kuus',
    }
    expect((await resident.post(path, right)).status).toBe(403)
    expect((await coordinator.post(path, right)).location).toBe('/too/tegevuskava/versioonid/2#lubadused')
    const page = await coordinator.get('/tegevuskava/versioonid/2')
    expect(page.text).not.toContain('<img src=x')
    expect(words(await coordinator.get('/too/tegevuskava/versioonid/2'))).toContain('kaks korda kuus')
  })

  it('lists parties that fit no post, and ties them to one', async () => {
    const draft = await coordinator.get('/too/tegevuskava/versioonid/2')
    const forms = draft.page.querySelectorAll('#osapooled form')
    if (forms.length === 0) return
    const action = forms[0]!.getAttribute('action')!
    const name = forms[0]!.querySelector('select')!.getAttribute('name')!
    const target = forms[0]!
      .querySelectorAll('option')
      .find((option) => option.getAttribute('value')?.startsWith('post:'))
    expect((await coordinator.post(action, { [name]: '' })).status).toBe(422)
    expect((await coordinator.post(action, { [name]: target!.getAttribute('value')! })).status).toBe(303)
    const after = await coordinator.get('/too/tegevuskava/versioonid/2')
    expect(after.page.querySelectorAll('#osapooled form')).toHaveLength(forms.length - 1)
  })
})

describe('a discussion', () => {
  it('is refused when too short, with what was typed', async () => {
    const short = await coordinator.post('/too/tegevuskava/versioonid/2/arutelu', {
      from: '2026-11-23',
      until: '2026-11-25',
    })
    expect([short.status, words(short)]).toEqual([422, expect.stringContaining('vähemalt 14 päeva')])
    expect(short.page.querySelector('input[name=until]')?.getAttribute('value')).toBe('2026-11-25')
    expect(
      (await mayor.post('/too/tegevuskava/versioonid/2/arutelu', { from: '2026-11-23', until: '2026-12-20' })).status,
    ).toBe(403)
  })

  it('is announced at the top of the plan and open to everyone', async () => {
    expect(words(await app.visitor.get('/tegevuskava'))).not.toContain('on arutelul')
    const opened = await coordinator.post('/too/tegevuskava/versioonid/2/arutelu', {
      from: '2026-11-23',
      until: '2026-12-20',
    })
    expect(opened.status).toBe(303)
    expect(words(await app.visitor.get('/tegevuskava'))).toContain('Uus versioon 2 on arutelul')
    expect(await doors(app.visitor, 2)).toEqual(open)
    expect((await app.visitor.get('/tegevuskava/feed.atom')).text).toContain(
      'Tegevuskava versioon 2 on avalikul arutelul',
    )
    for (const who of [app.visitor, resident]) {
      const path = '/tegevuskava/versioonid/2/muudatused'
      app.site.cache.clear()
      expect(await app.countQueries(() => who.get(path))).toBeLessThanOrEqual(6)
    }
  })

  it('tells visitors that the draft is in work again, and shows none of the work, until it is opened anew', async () => {
    const step = (name: string, form = {}) => coordinator.post(`/too/tegevuskava/versioonid/2/${name}`, form)
    expect((await step('arutelu-lopetamine')).status).toBe(303)
    for (const path of ['/tegevuskava/versioonid/2', '/tegevuskava/versioonid/2/1.5']) {
      const page = await app.visitor.get(path)
      expect([page.status, words(page)], path).toEqual([200, expect.stringContaining('eelnõu on tagasi töös')])
      expect(page.page.querySelector('article')).toBeNull()
      expect(page.text).not.toContain('Vabas vormis')
    }
    expect((await doors(app.visitor, 2)).slice(3)).toEqual(shut.slice(3))
    expect((await step('arutelu', { from: '2026-11-23', until: '2026-12-20' })).status).toBe(303)
  })

  it('takes comments on each promise, once, and shows the answer', async () => {
    const path = '/tegevuskava/versioonid/2/1.5/kommentaarid'
    const form = { idempotencyKey: key(), words: `Palun lisage eelarve graafik. ${nasty}` }
    expect((await resident.post(path, { ...form, words: 'ei' })).status).toBe(422)
    expect((await resident.post(path, form)).location).toBe('/tegevuskava/versioonid/2/1.5#kommentaarid')
    await resident.post(path, form)
    const page = await app.visitor.get('/tegevuskava/versioonid/2/1.5')
    expect(page.page.querySelectorAll('#kommentaarid li')).toHaveLength(1)
    expect(page.text).not.toContain('<img src=x')
    expect(words(await app.visitor.get('/tegevuskava/versioonid/2'))).toContain('1 kommentaar')
    const { id } = await app.db.selectFrom('plan_contributions').select('id').executeTakeFirstOrThrow()
    const answered = await coordinator.post(`/too/kusimused/${id}/vastus`, { 'answer.et': 'Lisame graafiku.' })
    expect(answered.location).toBe(`/tegevuskava/versioonid/2/1.5#sona-${id}`)
    expect(words(await app.visitor.get('/tegevuskava/versioonid/2/1.5'))).toContain('Lisame graafiku.')
  })

  it('takes no comments after its last day, and keeps the words of who was late', async () => {
    const form = { idempotencyKey: key(), words: 'Jõudsin kahjuks liiga hilja kohale.' }
    await discussOn('2026-11-01', '2026-11-22')
    expect((await resident.get('/tegevuskava/versioonid/2/1.5')).page.querySelector('textarea')).toBeNull()
    const refused = await resident.post('/tegevuskava/versioonid/2/1.5/kommentaarid', form)
    expect([refused.status, words(refused)]).toEqual([422, expect.stringContaining('Arutelu on lõppenud')])
    expect(refused.page.querySelector('textarea')?.text).toBe(form.words)
    await discussOn('2026-11-01', '2026-11-23')
    expect((await resident.get('/tegevuskava/versioonid/2/1.5')).page.querySelector('textarea')).not.toBeNull()
    const adopted = await resident.post('/tegevuskava/versioonid/1/1.5/kommentaarid', {
      ...form,
      idempotencyKey: key(),
    })
    expect(adopted.status).toBe(422)
  })
})

describe('adoption', () => {
  const decision = { adoptedBy: 'government', actNumber: '50-3', adoptedOn: '2026-11-23', inForceFrom: '2026-11-23' }

  it('is entered by the adopter and makes the version the plan in force at once', async () => {
    const path = '/too/tegevuskava/versioonid/2/kinnitamine'
    expect((await coordinator.post(path, decision)).status).toBe(403)
    const wrong = await mayor.post(path, { ...decision, actNumber: '', adoptedBy: '' })
    expect([wrong.status, wrong.page.querySelectorAll('.field-error').length]).toEqual([422, 2])
    const early = await mayor.post(path, { ...decision, inForceFrom: '2026-11-01' })
    expect([early.status, words(early)]).toEqual([422, expect.stringContaining('enne kinnitamist')])
    expect(early.page.querySelector('input[name=actNumber]')?.getAttribute('value')).toBe('50-3')
    expect((await mayor.post(path, decision)).status).toBe(303)
    const plan = words(await app.visitor.get('/tegevuskava'))
    expect(plan).toContain('Kinnitas valitsus, 23. november 2026, otsus 50-3. Versioon 2')
    expect(plan).toContain('37 lubadust:')
    expect(words(await app.visitor.get('/tegevuskava/1.4'))).toContain('Sõnastus versioonis 1')
  })

  it('leaves the older version readable as what was in force earlier', async () => {
    expect(words(await app.visitor.get('/tegevuskava/versioonid'))).toContain('kehtis varem')
    expect((await app.visitor.get('/tegevuskava/versioonid/1')).status).toBe(200)
    expect((await coordinator.post('/too/tegevuskava/versioonid/2/tagasivotmine', {})).status).toBe(422)
  })

  it('is followed by a copy to change the plan again, and by a yearly review', async () => {
    const copy = await coordinator.post('/too/tegevuskava/versioonid/2/koopia', { idempotencyKey: crypto.randomUUID() })
    expect(copy.location).toBe('/too/tegevuskava/versioonid/3')
    expect(words(await coordinator.get('/tegevuskava/versioonid/3/muudatused'))).toContain('sõna-sõnalt ühesugused')
    expect(await doors(app.visitor, 3)).toEqual(shut)
    const review = { year: '2026', 'summary.et': `Aasta läks hästi ja plaani peeti. ${nasty}`, actNumber: '51-1' }
    expect((await coordinator.post('/too/tegevuskava/ulevaated', { ...review, 'summary.et': 'Hea' })).status).toBe(422)
    expect((await coordinator.post('/too/tegevuskava/ulevaated', review)).location).toBe(
      '/tegevuskava/ulevaated#aasta-2026',
    )
    const again = await coordinator.post('/too/tegevuskava/ulevaated', review)
    expect([again.status, words(again)]).toEqual([422, expect.stringContaining('on juba tehtud')])
    const page = await app.visitor.get('/tegevuskava/ulevaated')
    expect(words(page)).toContain('37 lubadust:')
    expect(page.text).not.toContain('<img src=x')
  })
})
