import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'

let app: TestApp
let owner: Client
let second: Client
let coordinator: Client
let resident: Client
beforeAll(async () => {
  app = await openTestApp()
  owner = await app.signIn({ name: 'Kati Kiri', postSlugs: ['kommunikatsioonispetsialist'] })
  second = await app.signIn({ name: 'Riho Raha', postSlugs: ['finantsjuht'] })
  coordinator = await app.signIn({ name: 'Arno Arendus', postSlugs: ['arendusnounik'] })
  resident = await app.signIn({ name: 'Rita Rebane' })
})

const key = () => crypto.randomUUID()
const words = (answer: Answer) => answer.page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const nasty = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'

function vouch(number: string, title: string, more: Record<string, string> = {}): Promise<Answer> {
  const form = { idempotencyKey: key(), 'title.et': title, occurredOn: '2026-11-05', ...more }
  return owner.post(`/too/tegevuskava/${number}/toendid`, form)
}

async function ownRows(who: Client): Promise<unknown[]> {
  return (await who.get('/too/tegevuskava')).page.querySelectorAll('#minu tbody tr')
}

function ask(text: string, more: Record<string, string> = {}): Promise<Answer> {
  return resident.post('/tegevuskava/1.4/kusimused', { idempotencyKey: key(), words: text, ...more })
}

async function newestEvidence(): Promise<string> {
  const query = app.db.selectFrom('plan_vouched_evidence').select('id').orderBy('vouched_at', 'desc').limit(1)
  return (await query.executeTakeFirstOrThrow()).id
}

async function newestContribution(): Promise<string> {
  const query = app.db.selectFrom('plan_contributions').select('id').orderBy('sent_at', 'desc').limit(1)
  return (await query.executeTakeFirstOrThrow()).id
}

describe('evidence by hand', () => {
  it('counts on the very next page when a second official has confirmed it', async () => {
    expect(words(await app.visitor.get('/tegevuskava/1.4'))).toContain('Tõendeid ei ole veel')
    const sent = await vouch('1.4', 'Vallamaja novembri uudiskiri', { url: 'https://naide.ee/kiri' })
    expect(sent.status).toBe(303)
    const waiting = await app.visitor.get('/tegevuskava/1.4')
    expect(words(waiting)).not.toContain('Vallamaja novembri uudiskiri')
    expect(words(waiting)).toContain('siin veel mõõtmata')
    expect(words(await second.get('/too/tegevuskava'))).toContain('Vallamaja novembri uudiskiri')

    const confirmed = await second.post(`/too/toendid/${await newestEvidence()}/kinnitamine`, {})
    expect([confirmed.status, confirmed.location]).toEqual([303, '/tegevuskava/1.4#toendid'])
    const kept = await app.visitor.get('/tegevuskava/1.4')
    expect(words(kept)).toContain('Novembris 2026 oli vaja vähemalt 1, tehtud on 1.')
    expect(words(kept)).toContain('kinnitatud käsitsi: lisas Kommunikatsioonispetsialist, kinnitas Finantsjuht')
    expect(words(kept)).toContain('kinnitatud käsitsi, mitte mõõdetud')
    expect(kept.page.querySelector('a[href="https://naide.ee/kiri"]')).not.toBeNull()
    const plan = await app.visitor.get('/tegevuskava?seis=taidetud')
    expect(words(plan)).toContain('1 täidetud (neist 1 kinnitatud käsitsi)')
    expect(words(plan)).toContain('5. nov: Vallamaja novembri uudiskiri')
    expect((await app.visitor.get('/tegevuskava/feed.atom')).text).toContain(
      'Lubaduse 1.4 tõend (5. november 2026) on kinnitatud.',
    )
  })

  it('cannot be confirmed by the one who vouched for it', async () => {
    await vouch('1.3', `Uudised kõigis kanalites ${nasty}`)
    const id = await newestEvidence()
    expect((await owner.post(`/too/toendid/${id}/kinnitamine`, {})).status).toBe(403)
    expect((await owner.post(`/too/toendid/${id}/tagasilukkamine`, { reason: 'Mõtlesin ümber.' })).status).toBe(403)
    const own = await owner.get('/too/tegevuskava/1.3')
    expect(words(own)).toContain('Sinu lisatud. Kinnitama peab teine ametnik.')
    for (const page of [
      own,
      await second.get('/too/tegevuskava'),
      await second.get(`/too/toendid/${id}/kinnitamine`),
    ]) {
      expect(page.text).toContain('Uudised kõigis kanalites')
      expect(page.text).not.toContain('<img src=x')
    }
    expect((await resident.post(`/too/toendid/${id}/kinnitamine`, {})).status).toBe(403)
  })

  it('is declined with a reason, and decided on once', async () => {
    await vouch('1.7', 'Ajaleht ilmus kõigile')
    const id = await newestEvidence()
    const without = await second.post(`/too/toendid/${id}/tagasilukkamine`, { reason: '' })
    expect([without.status, without.page.querySelector('.field-error')?.text]).toEqual([
      422,
      'Viga: Kirjuta põhjus, vähemalt 5 tähemärki.',
    ])
    expect(
      (await second.post(`/too/toendid/${id}/tagasilukkamine`, { reason: `Leht ei ilmunud. ${nasty}` })).status,
    ).toBe(303)
    const again = await second.post(`/too/toendid/${id}/kinnitamine`, {})
    expect([again.status, words(again)]).toEqual([422, expect.stringContaining('on juba otsustatud')])
    expect(words(await owner.get('/too/tegevuskava/1.7'))).toContain('Leht ei ilmunud.')
    expect(words(await app.visitor.get('/tegevuskava/1.7'))).not.toContain('Leht ei ilmunud.')
  })

  it('keeps what was typed when something is wrong', async () => {
    const wrong = await vouch('1.4', 'ABC', { occurredOn: '', url: 'javascript:alert(1)' })
    expect(wrong.status).toBe(422)
    expect(wrong.page.querySelectorAll('[data-error-summary] li')).toHaveLength(3)
    expect(wrong.page.querySelector('input[name="title.et"]')?.getAttribute('value')).toBe('ABC')
    expect(wrong.page.querySelector('input[name=url]')?.getAttribute('value')).toBe('javascript:alert(1)')
    expect(wrong.page.querySelector('title')?.text).toContain('Viga:')
    const future = await vouch('1.4', 'Alles tulevikus', { occurredOn: '2027-01-01' })
    expect([future.status, words(future)]).toEqual([422, expect.stringContaining('ei saa olla tulevikus')])
  })

  it('is created once when the form is sent twice', async () => {
    const form = { idempotencyKey: key(), 'title.et': 'Topelt saadetud tõend', occurredOn: '2026-11-06' }
    await owner.post('/too/tegevuskava/1.4/toendid', form)
    await owner.post('/too/tegevuskava/1.4/toendid', form)
    const all = await app.db.selectFrom('plan_vouched_evidence').select('title').execute()
    expect(all.filter(({ title }) => title.et === 'Topelt saadetud tõend')).toHaveLength(1)
  })

  it('may be added only by who answers for the promise', async () => {
    expect((await second.get('/tegevuskava/1.4')).page.querySelector('a[href="/too/tegevuskava/1.4"]')).toBeNull()
    expect((await owner.get('/tegevuskava/1.4')).page.querySelector('a[href="/too/tegevuskava/1.4"]')).not.toBeNull()
    expect((await second.get('/too/tegevuskava/1.4')).page.querySelector('form[action$=toendid]')).toBeNull()
    const form = { idempotencyKey: key(), 'title.et': 'Võõras tõend', occurredOn: '2026-11-06' }
    expect((await second.post('/too/tegevuskava/1.4/toendid', form)).status).toBe(403)
  })
})

describe('the workspace', () => {
  it('refuses residents and sends strangers to sign in', async () => {
    for (const path of [
      '/too/tegevuskava',
      '/too/tegevuskava/1.4',
      '/too/tegevuskava/versioonid/1',
      '/too/tegevuskava/ulevaated',
    ]) {
      expect([path, (await resident.get(path)).status]).toEqual([path, 403])
      expect((await app.visitor.get(path)).location).toBe(`/login?to=${encodeURIComponent(path)}`)
    }
  })

  it('shows each official only their own promises and the coordinator all of them', async () => {
    // Seven of the post and one of the chancery, where the post is.
    expect(await ownRows(owner)).toHaveLength(8)
    expect(await ownRows(coordinator)).toHaveLength(37)
    expect((await owner.get('/too/tegevuskava')).page.querySelector('input[name=document]')).toBeNull()
    expect((await coordinator.get('/too/tegevuskava')).page.querySelector('input[name=document]')).not.toBeNull()
  })

  it('keeps an official’s words by period, with the earlier wording, and the status as it was', async () => {
    const write = (text: string) =>
      owner.post('/too/tegevuskava/1.7/selgitused', { period: '2026-Q4', 'text.et': text })
    await write('Leht ilmub iga kuu viiendal päeval.')
    await write(`Leht ilmub iga kuu kümnendal päeval. ${nasty}`)
    const page = await app.visitor.get('/tegevuskava/1.7')
    expect(words(page)).toContain('2026. aasta IV kvartal')
    expect(words(page)).toContain('kümnendal päeval')
    expect(page.page.querySelector('#selgitused details')?.text).toContain('viiendal päeval')
    expect(words(page)).toContain('siin veel mõõtmata')
    expect(page.text).not.toContain('<img src=x')
    const again = await owner.get('/too/tegevuskava/1.7?periood=2026-Q4')
    expect(again.page.querySelector('textarea[name="text.et"]')?.text).toContain('kümnendal')
  })

  it('lets the coordinator change a rule in plain fields, from today on', async () => {
    const page = await coordinator.get('/too/tegevuskava/1.7')
    const path = page.page.querySelector('a[href*=kohustused]')?.getAttribute('href') ?? ''
    const form = await coordinator.get(path)
    expect(form.page.querySelector('input[name=kind][checked]')?.getAttribute('value')).toBe('per-period')
    const wrong = await coordinator.post(path, {
      kind: 'per-period',
      atLeast: '0',
      keys: ['newspaper.issues-published'],
      measuredFrom: '2026-11-23',
    })
    expect([wrong.status, wrong.page.querySelectorAll('.field-error').length]).toEqual([422, 2])
    const unknown = await coordinator.post(path, { kind: 'each', keys: ['x.y'], measuredFrom: '2026-11-23' })
    expect(unknown.status).toBe(422)
    const right = {
      kind: 'per-period',
      period: 'year',
      atLeast: '11',
      keys: ['newspaper.issues-published', 'newsletter.issues-sent'],
      measuredFrom: '2026-11-23',
    }
    expect((await owner.post(path, right)).status).toBe(403)
    expect((await coordinator.post(path, right)).status).toBe(303)
    const changed = words(await app.visitor.get('/tegevuskava/1.7'))
    expect(changed).toContain('Vähemalt 11 korda aastas.')
    expect(changed).toContain('Saadetud uudiskirjad')
  })
})

describe('questions of residents', () => {
  it('are public with the answer, under a name only when wished', async () => {
    expect((await ask('Kas kirja saab ka paberil?')).location).toBe('/tegevuskava/1.4#kusimused')
    const id = await newestContribution()
    expect(words(await app.visitor.get('/tegevuskava/1.4'))).toMatch(
      /Elanik küsis .*Kas kirja saab ka paberil\?Vastust veel ei ole\./u,
    )
    expect(words(await owner.get('/too/tegevuskava'))).toContain('Kas kirja saab ka paberil?')
    expect(words(await second.get('/too/tegevuskava'))).not.toContain('Kas kirja saab ka paberil?')
    expect((await second.get(`/too/kusimused/${id}`)).status).toBe(403)
    const answered = await owner.post(`/too/kusimused/${id}/vastus`, {
      'answer.et': `Jah, raamatukogust. ${nasty}`,
      'answer.en': 'Yes, in the library.',
    })
    expect(answered.location).toBe(`/tegevuskava/1.4#sona-${id}`)
    expect(words(await app.visitor.get('/en/tegevuskava/1.4'))).toContain('Yes, in the library.')
    expect((await app.visitor.get('/tegevuskava/1.4')).text).not.toContain('<img src=x')
    await ask('Kes uudiskirja kirjutab?', { named: 'on' })
    expect(words(await app.visitor.get('/tegevuskava/1.4'))).toContain('Rita Rebane küsis')
  })

  it('show their words again when too short, and are sent once when sent twice', async () => {
    const form = { idempotencyKey: key(), words: 'Lühike' }
    const short = await resident.post('/tegevuskava/1.5/kusimused', form)
    expect(short.status).toBe(422)
    expect(short.page.querySelector('textarea[name=words]')?.text).toBe('Lühike')
    expect(short.page.querySelector('input[name=idempotencyKey]')?.getAttribute('value')).toBe(form.idempotencyKey)
    const whole = { ...form, words: 'Nüüd piisavalt pikk küsimus.' }
    await resident.post('/tegevuskava/1.5/kusimused', whole)
    await resident.post('/tegevuskava/1.5/kusimused', whole)
    expect((await app.visitor.get('/tegevuskava/1.5')).page.querySelectorAll('#kusimused li')).toHaveLength(1)
    expect((await app.visitor.post('/tegevuskava/1.5/kusimused', whole)).status).toBe(403)
  })

  it('can be hidden by the coordinator; everyone sees the reason instead', async () => {
    await resident.post('/tegevuskava/1.6/kusimused', {
      idempotencyKey: key(),
      words: `Naabri telefon on 5551234 ${nasty}`,
    })
    expect((await app.visitor.get('/tegevuskava/1.6')).text).not.toContain('<img src=x')
    const id = await newestContribution()
    expect((await owner.post(`/too/kusimused/${id}/peitmine`, { reason: 'Isikuandmed' })).status).toBe(403)
    expect((await coordinator.post(`/too/kusimused/${id}/peitmine`, { reason: '' })).status).toBe(422)
    expect(
      (await coordinator.post(`/too/kusimused/${id}/peitmine`, { reason: `Sõnumis olid isikuandmed. ${nasty}` }))
        .status,
    ).toBe(303)
    const page = words(await app.visitor.get('/tegevuskava/1.6'))
    expect(page).toContain('Sõnum on peidetud. Põhjus: Sõnumis olid isikuandmed.')
    expect(page).not.toContain('5551234')
    expect((await app.visitor.get('/tegevuskava/1.6')).text).not.toContain('<img src=x')
  })
})
