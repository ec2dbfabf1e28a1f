import { inTransaction } from '#platform/context.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { openSession } from '#platform/identity/sessions.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { addMember } from './add-member.ts'
import { enterPerson } from './enter-person.ts'
import { endMembership } from './end-membership.ts'
import { findActor } from './find-actor.ts'
import { aMember, aPersonalCode, bodyIdOf, postIdOf, seatSomeone } from './testing.ts'

let app: TestApp
let administrator: Client
let registrar: Client
beforeAll(async () => {
  app = await openTestApp()
  administrator = await app.signIn({ name: 'Aade Admin', roles: ['administrator'] })
  registrar = await app.signIn({ name: 'Riina Register', roles: ['registrar'] })
})

const context = async (client: Client) => app.context(await client.actor())
const seat = async (client: Client, ...rest: [string, Parameters<typeof aMember>[0]?]) =>
  seatSomeone(await context(client), app.site.keys, ...rest)
const add = async (client: Client, slug: string, changes: Parameters<typeof aMember>[0] = {}) =>
  addMember(await context(client), app.site.keys, await bodyIdOf(app.db, slug), aMember(changes))

describe('a new member', () => {
  it('is found by their exact code, or entered with a name when they have never been here', async () => {
    const code = aPersonalCode()
    const body = await bodyIdOf(app.db, 'kulavanemate-umarlaud')
    const sent = { idempotencyKey: crypto.randomUUID(), code, fromDate: '2026-03-01' }
    const nameless = await registrar.post(`/too/kogud/${body}/liikmed`, sent)
    expect(nameless.status).toBe(422)
    expect(nameless.text).toContain('Kirjuta ka ees- ja perekonnanimi')
    expect(nameless.page.querySelector('input[name=idempotencyKey]')?.getAttribute('value')).toBe(sent.idempotencyKey)
    const named = { ...sent, givenName: 'Helmi', familyName: 'Heinamaa' }
    expect((await registrar.post(`/too/kogud/${body}/liikmed`, named)).status).toBe(303)
    expect((await app.visitor.get('/inimesed/helmi-heinamaa')).status).toBe(200)
    const elsewhere = await add(registrar, 'loo-eestseisus', { code, givenName: '', familyName: '' })
    expect(elsewhere.ok).toBe(true)
    const rows = await app.db
      .selectFrom('people_persons')
      .select('id')
      .where('slug', 'like', 'helmi-heinamaa%')
      .execute()
    expect(rows).toHaveLength(1)
  })

  it('who signs in later is the same person', async () => {
    const { personId } = await seat(registrar, 'neeme-kogukond', {
      code: '47810010019',
      givenName: 'Vana',
      familyName: 'Nimi',
    })
    const identity = { subject: 'EE47810010019', givenName: 'Uus', familyName: 'Nimi', birthDate: null }
    expect(await inTransaction(app.context(), (ctx) => enterPerson(ctx, app.site.keys, identity))).toBe(personId)
  })

  it('may be chosen by name among people of public life', async () => {
    const { slug } = await seat(registrar, 'loo-eestseisus', { givenName: 'Tõnis', familyName: 'Leitav' })
    const body = await bodyIdOf(app.db, 'kaasava-eelarve-tooruhm')
    const search = await registrar.get(`/too/kogud/${body}/liikmed/uus?otsing=leitav`)
    const link = search.page.querySelector('main .band a')?.getAttribute('href')
    expect(link).toBe(`/too/kogud/${body}/liikmed/uus?isik=${slug}`)
    const chosen = await registrar.get(link!)
    expect(chosen.page.querySelector('#field-personSlug')?.getAttribute('value')).toBe(slug)
    const onBehalfOf = await bodyIdOf(app.db, 'loo-eestseisus')
    const sent = { idempotencyKey: crypto.randomUUID(), personSlug: slug, fromDate: '2026-05-01', onBehalfOf }
    expect((await registrar.post(`/too/kogud/${body}/liikmed`, sent)).status).toBe(303)
    expect((await app.visitor.get('/kogud/kaasava-eelarve-tooruhm')).text).toContain('Loo aleviku eestseisus')
  })

  it('is refused when nobody or somebody unknown was meant', async () => {
    expect(await add(registrar, 'neeme-kogukond', { code: '', personSlug: '' })).toEqual({
      ok: false,
      refusal: 'personMissing',
    })
    expect(await add(registrar, 'neeme-kogukond', { code: '', personSlug: 'eikeegi' })).toEqual({
      ok: false,
      refusal: 'unknownPerson',
    })
    const postId = await postIdOf(app.db, 'vallavanem')
    expect(await add(registrar, 'neeme-kogukond', { postId })).toEqual({ ok: false, refusal: 'unknownPost' })
    const onBehalfOf = crypto.randomUUID()
    expect(await add(registrar, 'neeme-kogukond', { onBehalfOf })).toEqual({ ok: false, refusal: 'unknownBody' })
  })

  it('sits in the same place only once at a time', async () => {
    const code = aPersonalCode()
    await seat(registrar, 'iru-kogukond', { code, fromDate: '2026-01-01', untilDate: '2026-06-30' })
    const overlapping = { code, fromDate: '2026-06-30' }
    expect(await add(registrar, 'iru-kogukond', overlapping)).toEqual({ ok: false, refusal: 'alreadyMember' })
    expect((await add(registrar, 'iru-kogukond', { code, fromDate: '2026-07-01' })).ok).toBe(true)
    const postId = await postIdOf(app.db, 'iru-kulavanem')
    expect((await add(registrar, 'iru-kogukond', { code, postId })).ok).toBe(true)
  })

  it('is added once, however often the form is sent', async () => {
    const input = aMember()
    const bodyId = await bodyIdOf(app.db, 'ruu-kogukond')
    const ctx = await context(registrar)
    const outcomes = await Promise.all([1, 2, 3].map(() => addMember(ctx, app.site.keys, bodyId, input)))
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    const rows = await app.db.selectFrom('people_memberships').select('id').where('body_id', '=', bodyId).execute()
    expect(rows).toHaveLength(1)
  })
})

describe('seats', () => {
  it('of a body are not overfilled by clerks who work at the same moment', async () => {
    const outcomes = await Promise.all(Array.from({ length: 9 }, () => add(registrar, 'kostivere-eestseisus')))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(5)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal === 'noSeat')).toHaveLength(4)
  })

  it('of a post neither', async () => {
    const postId = await postIdOf(app.db, 'abivallavanem')
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => add(administrator, 'vallavalitsus', { postId })))
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(2)
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal === 'noSeatInPost')).toHaveLength(3)
  })

  it('cannot be cut below those who sit there', async () => {
    const body = await bodyIdOf(app.db, 'kostivere-eestseisus')
    const sent = { 'name.et': 'Kostivere aleviku eestseisus', kind: 'borough-board', seats: '4' }
    const answer = await registrar.post(`/too/kogud/${body}/muutmine`, sent)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Praegu on kohti täidetud rohkem')
  })
})

describe('rights', () => {
  it('come with a membership at once and are lost on the next request after its end', async () => {
    const code = aPersonalCode()
    const postId = await postIdOf(app.db, 'vallasekretari-abi')
    const { membershipId, personId } = await seat(administrator, 'kantselei', { code, postId })
    const token = await openSession(app.context(), personId, { method: 'smartid', device: 'test' })
    const cookie = { cookie: `avavald-session=${token}` }
    expect((await app.visitor.get('/too/kogud', cookie)).status).toBe(200)
    const end = { untilDate: '2026-11-22', because: 'Läks pensionile' }
    expect(await endMembership(await context(registrar), membershipId, end)).toMatchObject({ ok: true })
    expect((await app.visitor.get('/too/kogud', cookie)).status).toBe(403)
  })

  it('hold until the end of the last day', async () => {
    const { membershipId, personId } = await seat(administrator, 'vallavolikogu', { fromDate: '2026-01-01' })
    await endMembership(await context(registrar), membershipId, { untilDate: '2026-11-23', because: 'Avaldus' })
    const rolesAt = async (now: string) => (await findActor(app.db, personId, null, new Date(now)))!.actor.roles
    expect(await rolesAt('2026-11-23T23:59:00+02:00')).toContain('councillor')
    expect(await rolesAt('2026-11-24T00:01:00+02:00')).toEqual([])
  })

  it('a membership does not end before it began, nor twice', async () => {
    const { membershipId } = await seat(registrar, 'ulgase-kogukond', { fromDate: '2026-05-01' })
    const path = `/too/liikmesused/${membershipId}/lopetamine`
    const early = await registrar.post(path, { untilDate: '2026-04-30', because: 'Eksitus' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('Viimane päev ei saa olla enne algust.')
    expect((await registrar.post(path, { untilDate: '2026-10-01', because: 'Kolis ära' })).status).toBe(303)
    expect((await registrar.post(path, { untilDate: '2026-12-01', because: 'Kolis ära' })).status).toBe(422)
    const page = await app.visitor.get('/kogud/ulgase-kogukond')
    expect(page.text).toContain('Leida Kuusemets')
    expect(page.text).not.toContain('Kolis ära')
  })
})
