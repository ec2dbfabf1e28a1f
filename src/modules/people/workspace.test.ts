import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { addMember } from './add-member.ts'
import { aMember, aPersonalCode, bodyIdOf, postIdOf, seatSomeone } from './testing.ts'

let app: TestApp
let administrator: Client
let registrar: Client
let official: Client
let resident: Client
beforeAll(async () => {
  app = await openTestApp()
  administrator = await app.signIn({ name: 'Aade Admin', roles: ['administrator'] })
  registrar = await app.signIn({ name: 'Riina Register', roles: ['registrar'] })
  official = await app.signIn({ name: 'Olev Ametnik', roles: ['official', 'councillor'] })
  resident = await app.signIn({ name: 'Elle Elanik' })
})

const context = async (client: Client) => app.context(await client.actor())
const key = () => crypto.randomUUID()
const seat = async (client: Client, ...rest: [string, Parameters<typeof aMember>[0]?]) =>
  seatSomeone(await context(client), app.site.keys, ...rest)
const form = (changes: Record<string, string> = {}) => ({
  idempotencyKey: key(),
  'name.et': 'Loovate külade töörühm',
  kind: 'working-group',
  ...changes,
})

describe('the register of bodies', () => {
  it('opens to registrars and administrators only', async () => {
    const body = await bodyIdOf(app.db, 'noortevolikogu')
    const post = await postIdOf(app.db, 'noortevolikogu-esimees')
    const { membershipId, personId } = await seat(registrar, 'noortevolikogu')
    const gets = [
      '/too/kogud',
      '/too/kogud/uus',
      `/too/kogud/${body}`,
      `/too/kogud/${body}/muutmine`,
      `/too/kogud/${body}/lopetamine`,
      `/too/kogud/${body}/ametikohad/uus`,
      `/too/kogud/${body}/liikmed/uus`,
      `/too/kogud/${body}/liikmed/uus?otsing=le`,
      `/too/ametikohad/${post}/muutmine`,
      `/too/ametikohad/${post}/sulgemine`,
      `/too/liikmesused/${membershipId}/lopetamine`,
      `/too/inimesed/${personId}`,
    ]
    const posts = [
      '/too/kogud',
      `/too/kogud/${body}/muutmine`,
      `/too/kogud/${body}/lopetamine`,
      `/too/kogud/${body}/ametikohad`,
      `/too/kogud/${body}/liikmed`,
      `/too/ametikohad/${post}/muutmine`,
      `/too/ametikohad/${post}/sulgemine`,
      `/too/liikmesused/${membershipId}/lopetamine`,
      `/too/inimesed/${personId}/vaatamised`,
    ]
    for (const path of gets) {
      expect((await app.visitor.get(path)).location, path).toMatch(/^\/login/)
      for (const outsider of [resident, official]) expect((await outsider.get(path)).status, path).toBe(403)
      for (const client of [registrar, administrator]) {
        expect((await client.get(path)).status, path).toBe(200)
        expect((await client.get(`/ru${path}`)).status, path).toBe(200)
        expect((await client.get(`/en${path}`)).status, path).toBe(200)
      }
      expect(await app.countQueries(() => registrar.get(path)), path).toBeLessThanOrEqual(6)
    }
    for (const path of posts) {
      for (const outsider of [app.visitor, resident, official]) {
        expect((await outsider.post(path, {})).status, path).toBe(403)
      }
      expect((await registrar.post(path, {})).status, path).toBe(422)
    }
  })

  it('creates a body once, however often the form is sent', async () => {
    const sent = form({ 'name.en': 'Creative villages', seats: '3' })
    const [one, two] = await Promise.all([registrar.post('/too/kogud', sent), registrar.post('/too/kogud', sent)])
    expect([one.status, two.status]).toEqual([303, 303])
    expect(one.location).toBe(two.location)
    const page = await app.visitor.get('/kogud/loovate-kulade-tooruhm')
    expect(page.page.querySelector('h1')?.text).toBe('Loovate külade töörühm')
    const again = await registrar.post('/too/kogud', form())
    expect((await registrar.get(again.location!)).text).toContain('/kogud/loovate-kulade-tooruhm-2')
  })

  it('shows a wrong form again with what was typed and what is wrong', async () => {
    const answer = await registrar.post('/too/kogud', form({ 'name.et': '', seats: 'palju', contact: 'a@b.ee' }))
    expect(answer.status).toBe(422)
    expect(answer.page.querySelector('title')?.text).toMatch(/^Viga: /)
    expect(answer.page.querySelector('[data-error-summary] a[href="#field-name-et"]')?.text).toBe(
      'Kirjuta kogu nimi eesti keeles.',
    )
    expect(answer.page.querySelector('#field-contact')?.getAttribute('value')).toBe('a@b.ee')
    expect(answer.text).toContain('Kohtade arv on täisarv 1 kuni 500.')
  })

  it('marks translations that were left behind by a new Estonian name', async () => {
    const made = await registrar.post('/too/kogud', form({ 'name.et': 'Vana nimi', 'name.en': 'Old name' }))
    const edited = await registrar.post(
      `${made.location}/muutmine`,
      form({ 'name.et': 'Uus nimi', 'name.en': 'Old name' }),
    )
    expect(edited.status).toBe(303)
    const row = await app.db
      .selectFrom('people_bodies')
      .select('name')
      .where('slug', '=', 'vana-nimi')
      .executeTakeFirst()
    expect(row?.name).toEqual({ et: 'Uus nimi', en: 'Old name', behind: ['en'] })
  })

  it('refuses a body that would be part of itself', async () => {
    const council = await bodyIdOf(app.db, 'vallavolikogu')
    const audit = await bodyIdOf(app.db, 'revisjonikomisjon')
    const sent = form({ 'name.et': 'Vallavolikogu', kind: 'council', parentId: audit, memberRoles: 'councillor' })
    const answer = await registrar.post(`/too/kogud/${council}/muutmine`, sent)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Kogu ei saa kuuluda iseenda alla.')
  })

  it('ends all memberships when a body is dissolved', async () => {
    const made = await registrar.post('/too/kogud', form({ 'name.et': 'Ajutine komisjon', kind: 'committee' }))
    await seat(registrar, 'ajutine-komisjon', { fromDate: '2026-02-01' })
    await seat(registrar, 'ajutine-komisjon', { fromDate: '2027-02-01' })
    expect((await registrar.post(`${made.location}/lopetamine`, { on: '2026-11-22' })).status).toBe(303)
    const id = await bodyIdOf(app.db, 'ajutine-komisjon')
    const left = await app.db.selectFrom('people_memberships').select('until_date').where('body_id', '=', id).execute()
    expect(left).toEqual([{ until_date: '2026-11-22' }])
    expect((await app.visitor.get('/kogud/ajutine-komisjon')).text).toContain('lõpetanud')
    const late = await addMember(await context(registrar), app.site.keys, id, aMember())
    expect(late).toEqual({ ok: false, refusal: 'dissolved' })
  })
})

describe('posts', () => {
  it('are made and changed, with roles in words', async () => {
    const body = await bodyIdOf(app.db, 'arendusosakond')
    const sent = { idempotencyKey: key(), 'title.et': 'Projektijuht', seats: '2', roles: ['official', 'councillor'] }
    expect((await registrar.post(`/too/kogud/${body}/ametikohad`, sent)).status).toBe(303)
    const id = await postIdOf(app.db, 'projektijuht')
    expect((await registrar.get(`/too/kogud/${body}`)).text).toContain('Ametnik, Volikogu liige')
    const changed = {
      'title.et': 'Projektijuht',
      seats: '1',
      represents: 'on',
      aliases: 'Projektijuhid\n\nProjektijuhid',
    }
    expect((await registrar.post(`/too/ametikohad/${id}/muutmine`, changed)).status).toBe(303)
    const row = await app.db.selectFrom('people_posts').selectAll().where('id', '=', id).executeTakeFirst()
    expect(row).toMatchObject({ roles: [], seats: 1, represents: true, aliases: ['Projektijuhid'] })
    expect((await registrar.post(`/too/ametikohad/${id}/sulgemine`, { on: '2026-11-20' })).status).toBe(303)
    expect((await registrar.post(`/too/ametikohad/${id}/muutmine`, changed)).status).toBe(422)
  })

  it('a registrar gives nobody the keys of the house; an administrator may', async () => {
    const body = await bodyIdOf(app.db, 'arendusosakond')
    const sent = { idempotencyKey: key(), 'title.et': 'Võtmehoidja', seats: '1', roles: 'administrator' }
    const refused = await registrar.post(`/too/kogud/${body}/ametikohad`, sent)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('annab ja võtab ainult administraator')
    const postId = await postIdOf(app.db, 'it-juht')
    const appointed = await addMember(await context(registrar), app.site.keys, body, aMember({ postId }))
    expect(appointed).toEqual({ ok: false, refusal: 'roleNotYours' })
    expect((await administrator.post(`/too/kogud/${body}/ametikohad`, sent)).status).toBe(303)
  })

  it('a role that means nothing is refused', async () => {
    const body = await bodyIdOf(app.db, 'arendusosakond')
    const sent = { idempotencyKey: key(), 'title.et': 'Kuningas', seats: '1', roles: 'king' }
    expect((await administrator.post(`/too/kogud/${body}/ametikohad`, sent)).text).toContain('Sellist rolli ei ole.')
  })
})

describe('the public log', () => {
  it('names bodies and posts and never a person', async () => {
    await seat(administrator, 'revisjonikomisjon', { givenName: 'Ülle', familyName: 'Nimetamata' })
    const rows = await app.db
      .selectFrom('platform_events')
      .select(['type', 'facts'])
      .where('type', 'like', 'people.%')
      .execute()
    expect(rows.map((row) => row.type)).toContain('people.membership-began')
    expect(JSON.stringify(rows)).not.toContain('Nimetamata')
    expect(JSON.stringify(rows)).toContain('Revisjonikomisjon')
  })

  it('codes are kept sealed and hashed only', async () => {
    const code = aPersonalCode()
    const { personId } = await seat(registrar, 'noortevolikogu', { code })
    const row = await app.db
      .selectFrom('people_persons')
      .selectAll()
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(code)
    expect(row.code_index!.toString('latin1')).not.toContain(code)
    expect(app.site.keys.unseal(row.code_sealed!)).toBe(`EE${code}`)
  })
})
