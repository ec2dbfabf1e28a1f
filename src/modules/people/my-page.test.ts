import { beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '#platform/identity/sessions.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { aPersonalCode, bodyIdOf, postIdOf, seatSomeone } from './testing.ts'

let app: TestApp
let registrar: Client
let resident: Client
beforeAll(async () => {
  app = await openTestApp()
  registrar = await app.signIn({ name: 'Riina Register', roles: ['registrar'] })
  resident = await app.signIn({ name: 'Elle Elanik' })
})

const open = (personId: string, device: string) => openSession(app.context(), personId, { method: 'idcard', device })
const sessionIds = async (personId: string) =>
  app.db.selectFrom('platform_sessions').select(['id', 'device']).where('person_id', '=', personId).execute()

describe('my page', () => {
  it('is for those who have signed in', async () => {
    expect((await app.visitor.get('/minu')).location).toBe('/login?to=%2Fminu')
    for (const path of ['/minu/kontaktid', '/minu/esindan', '/minu/seansid/lopetamine']) {
      expect((await app.visitor.post(path, {})).status).toBe(403)
    }
  })

  it.each([
    ['/minu', 'Minu leht', 'Keegi ei ole sinu andmeid vaadanud.'],
    ['/en/minu', 'My page', 'Nobody has looked at your data.'],
    ['/ru/minu', 'Моя страница', 'Никто не смотрел ваши данные.'],
  ])('%s shows what is kept of me, the code masked', async (path, heading, words) => {
    const { page, text, headers } = await resident.get(path)
    expect(page.querySelector('h1')?.text).toBe(heading)
    expect(text).toContain(words)
    expect(text).toMatch(/4••••••••\d\d/)
    expect(text).not.toMatch(/48005050/)
    expect(headers.get('cache-control')).toContain('no-store')
    // Every module is asked once or twice about this one person.
    expect(await app.countQueries(() => resident.get(path))).toBeLessThanOrEqual(12)
  })

  it('lists my posts and roles with since when', async () => {
    const elder = await app.signIn({ name: 'Vello Vanem', postSlugs: ['neeme-kulavanem'] })
    const { page } = await elder.get('/minu')
    const posts = page.querySelector('#rollid')?.text
    for (const words of ['Neeme külavanem', 'Neeme küla kogukond', '1. jaanuar 2026', 'Küla- või alevikuvanem']) {
      expect(posts).toContain(words)
    }
  })

  it('keeps the contacts I give, and none that are wrong', async () => {
    const wrong = await resident.post('/minu/kontaktid', { email: 'ei ole', phone: 'helista' })
    expect(wrong.status).toBe(422)
    expect(wrong.page.querySelector('#field-email')?.getAttribute('value')).toBe('ei ole')
    expect(wrong.text).toContain('Kirjuta telefoninumber numbritega')
    const right = await resident.post('/minu/kontaktid', { email: 'elle@naidis.example', phone: '+372 (5) 555-5555' })
    expect(right.location).toBe('/minu?salvestatud=1')
    const { page } = await resident.get('/minu')
    expect(page.querySelector('#field-email')?.getAttribute('value')).toBe('elle@naidis.example')
    await resident.post('/minu/kontaktid', { email: '', phone: '' })
    const row = await app.db
      .selectFrom('people_persons')
      .select(['email', 'phone'])
      .where('id', '=', resident.personId!)
      .executeTakeFirst()
    expect(row).toEqual({ email: null, phone: null })
  })
})

describe('who looked at my data', () => {
  it('is told to me: with role, purpose and time; and looking needs a purpose', async () => {
    const person = await app.signIn({ name: 'Vaadatud Isik' })
    const path = `/too/inimesed/${person.personId}`
    expect((await registrar.get(path)).text).not.toContain('1980')
    expect((await registrar.post(`${path}/vaatamised`, { purpose: 'niisama' })).status).toBe(422)
    const shown = await registrar.post(`${path}/vaatamised`, { purpose: 'Valimisõiguse kontroll' })
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('48005050')
    expect(shown.headers.get('cache-control')).toBe('no-store')
    const { page } = await person.get('/minu')
    const row = page.querySelector('#vaatamised tbody tr')?.text
    for (const words of [
      '23. november 2026',
      'Kogude ja liikmete register',
      'Isikukood, sünniaeg ja kontaktid',
      'Valimisõiguse kontroll',
    ]) {
      expect(row).toContain(words)
    }
    expect(page.querySelectorAll('#vaatamised tbody tr')).toHaveLength(1)
  })
})

describe('my sessions', () => {
  it('are listed, and one or all others can be ended', async () => {
    const person = await app.signIn({ name: 'Mitme Seadmega' })
    await open(person.personId!, 'Firefox, Linux')
    await open(person.personId!, 'Safari, iPhone')
    const { page } = await person.get('/minu')
    expect(page.querySelectorAll('#seansid tbody tr')).toHaveLength(3)
    expect(page.querySelector('#seansid')?.text).toContain('ID-kaart')
    const firefox = (await sessionIds(person.personId!)).find((one) => one.device.startsWith('Firefox'))!
    expect((await person.post(`/minu/seansid/${firefox.id}/lopetamine`, {})).location).toBe('/minu#seansid')
    expect(await sessionIds(person.personId!)).toHaveLength(2)
    expect((await person.post('/minu/seansid/lopetamine', {})).status).toBe(303)
    expect((await sessionIds(person.personId!)).map((one) => one.device)).toEqual(['test'])
    expect((await person.get('/minu')).status).toBe(200)
  })

  it('of another person cannot be ended', async () => {
    const other = await app.signIn({ name: 'Teine Inimene' })
    const [theirs] = await sessionIds(other.personId!)
    expect((await resident.post(`/minu/seansid/${theirs!.id}/lopetamine`, {})).status).toBe(404)
    expect(await sessionIds(other.personId!)).toHaveLength(1)
  })

  it('ending the one in use signs me out', async () => {
    const person = await app.signIn({ name: 'Lahkuv Inimene' })
    const [own] = await sessionIds(person.personId!)
    expect((await person.post(`/minu/seansid/${own!.id}/lopetamine`, {})).location).toBe('/')
    expect((await person.get('/minu')).location).toMatch(/^\/login/)
  })
})

describe('acting for an organisation', () => {
  it('is my visible choice, and back again', async () => {
    const chair = await app.signIn({ name: 'Juhan Juhatus', postSlugs: ['mtu-joelahtme-noored-juhatuse-liige'] })
    const bodyId = await bodyIdOf(app.db, 'mtu-joelahtme-noored')
    expect((await chair.get('/minu')).page.querySelector('#esindan')?.text).toContain('MTÜ Jõelähtme Noored')
    expect((await chair.post('/minu/esindan', { bodyId })).location).toBe('/minu')
    const acting = await chair.get('/kogud')
    expect(acting.page.querySelector('header .person-note')?.text).toContain('MTÜ Jõelähtme Noored')
    await chair.post('/minu/esindan', { bodyId: '' })
    expect((await chair.get('/kogud')).page.querySelector('header .person-note')).toBeNull()
  })

  it('is refused to those who may not speak for it', async () => {
    const bodyId = await bodyIdOf(app.db, 'mtu-joelahtme-noored')
    expect((await resident.get('/minu')).page.querySelector('#esindan')).toBeNull()
    const refused = await resident.post('/minu/esindan', { bodyId })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Sul ei ole õigust')
  })

  it('ends by itself with the post', async () => {
    const administrator = await app.signIn({ roles: ['administrator'] })
    const postId = await postIdOf(app.db, 'neeme-paasteselts-juhatuse-liige')
    const context = app.context(await administrator.actor())
    const { personId } = await seatSomeone(context, app.site.keys, 'neeme-paasteselts', {
      postId,
      code: aPersonalCode(),
      untilDate: '2026-11-23',
    })
    const cookie = {
      cookie: `avavald-session=${await openSession(app.context(), personId, { method: 'mID', device: 'x' })}`,
    }
    const bodyId = await bodyIdOf(app.db, 'neeme-paasteselts')
    expect((await app.visitor.post('/minu/esindan', { bodyId }, cookie)).status).toBe(303)
    expect((await app.visitor.get('/minu', cookie)).text).toContain('Praegu tegutsed')
    app.clock.move(new Date('2026-11-24T00:05:00+02:00'))
    expect((await app.visitor.get('/minu', cookie)).page.querySelector('header .person-note')).toBeNull()
  })
})
