import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { inTransaction } from '#platform/context.ts'
import { findActor } from '../find-actor.ts'
import { peopleOwnData } from '../own-data.ts'
import { aPersonalCode, bodyIdOf, seatSomeone } from '../testing.ts'
import { lastDayOfSeat } from './rules.ts'

let app: TestApp
let registrar: Client
let council: string
beforeAll(async () => {
  app = await openTestApp()
  registrar = await app.signIn({ name: 'Riina Register', roles: ['registrar'] })
  council = await bodyIdOf(app.db, 'vallavolikogu')
})

const key = () => crypto.randomUUID()
const ground = 'municipal-government'
const seat = async (givenName: string) =>
  seatSomeone(app.context(await registrar.actor()), app.site.keys, 'vallavolikogu', { givenName, familyName: 'Liige' })
const suspend = async (id: string, sent: Record<string, string>) =>
  expect(
    (await registrar.post(`/too/liikmesused/${id}/peatamine`, { idempotencyKey: key(), ground, ...sent })).status,
  ).toBe(303)
const end = (id: string, untilDate: string) =>
  registrar.post(`/too/liikmesused/${id}/lopetamine`, { untilDate, because: 'Astus tagasi' })
const seatFrom = (substitute: string, membershipId: string, day: string) =>
  registrar.post(`/too/liikmesused/${membershipId}/asendamine`, {
    idempotencyKey: key(),
    seatId: substitute,
    seatFrom: day,
  })

let place = 0
async function listed(givenName: string, listName: string): Promise<string> {
  place += 1
  const code = aPersonalCode()
  const sent = { idempotencyKey: key(), composition: '10', listName, place: `${place}`, code }
  const path = `/too/kogud/${council}/asendusliikmed`
  expect((await registrar.post(path, { ...sent, givenName, familyName: 'Asendaja' })).status).toBe(303)
  const rows = app.db.selectFrom('people_substitutes').select('id').where('place', '=', place)
  return (await rows.where('list_name', '=', listName).executeTakeFirstOrThrow()).id
}
const seatOf = async (substituteId: string) => {
  const of = app.db.selectFrom('people_substitutes').select('membership_id').where('id', '=', substituteId)
  const { membership_id } = await of.executeTakeFirstOrThrow()
  const row = app.db.selectFrom('people_memberships').selectAll().where('id', '=', membership_id)
  return row.executeTakeFirstOrThrow()
}
const suspensionOf = async (personId: string) =>
  app.db
    .selectFrom('people_mandate_suspensions')
    .select(['id', 'from_date', 'until_date'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
const back = async (personId: string, lastDay: string) =>
  registrar.post(`/too/peatumised/${(await suspensionOf(personId))!.id}/lopetamine`, { lastDay })
const rolesOn = async (personId: string, day: string) =>
  (await findActor(app.db, personId, null, new Date(`${day}T12:00:00+02:00`)))!.actor.roles

describe('a mandate that ends while it rests', () => {
  it('rests no longer than it lasts: the same person’s next mandate is in force', async () => {
    const member = await seat('Vahepeal')
    await suspend(member.membershipId, { fromDate: '2026-10-01' })
    expect((await end(member.membershipId, '2026-11-10')).status).toBe(303)
    expect(await suspensionOf(member.personId)).toMatchObject({ until_date: '2026-11-10' })
    const again = { idempotencyKey: key(), personSlug: member.slug, fromDate: '2026-11-20' }
    expect((await registrar.post(`/too/kogud/${council}/liikmed`, again)).status).toBe(303)
    expect(await rolesOn(member.personId, '2026-11-23')).toContain('councillor')
  })

  it('takes back what would only begin after it', async () => {
    const member = await seat('Tulevik')
    await suspend(member.membershipId, { fromDate: '2027-01-01' })
    await end(member.membershipId, '2026-12-31')
    expect(await suspensionOf(member.personId)).toBeUndefined()
  })

  it('bounds a suspension, and its substitute, whose end nobody has set', async () => {
    const [member, substitute] = [await seat('Tähtajaline'), await listed('Tähis', 'Aeg')]
    await end(member.membershipId, '2027-10-17')
    await suspend(member.membershipId, { fromDate: '2026-10-01', substituteId: substitute })
    expect(await suspensionOf(member.personId)).toMatchObject({ until_date: '2027-10-17' })
    expect(await seatOf(substitute)).toMatchObject({ until_date: '2027-10-17' })
    expect((await back(member.personId, '2027-12-31')).text).toContain('Sel päeval liikmesust ei ole')
  })

  it('is one seat also where the vote was changed within it', () => {
    const seats = [
      { fromDate: '2026-03-01', untilDate: '2026-05-31', endedBecause: 'Volituste lõpp' },
      { fromDate: '2025-10-01', untilDate: '2026-02-28', endedBecause: null },
      // The next composition.
      { fromDate: '2026-06-01', untilDate: null, endedBecause: null },
    ]
    expect(lastDayOfSeat(seats, '2025-12-01')).toBe('2026-05-31')
    expect(lastDayOfSeat(seats, '2026-06-01')).toBeNull()
  })
})

describe('the end of a suspension', () => {
  it('sent twice, or set to the day that it has, sends nobody else home', async () => {
    const [first, second] = [await seat('Esimene'), await seat('Teine')]
    const [early, late] = [await listed('Vara', 'Kallas'), await listed('Hilja', 'Kallas')]
    await suspend(first.membershipId, { fromDate: '2026-10-01', untilDate: '2027-01-31', substituteId: early })
    await suspend(second.membershipId, { fromDate: '2026-10-15', substituteId: late })
    expect((await back(first.personId, '2027-01-31')).status).toBe(303)
    expect(await seatOf(late)).toMatchObject({ until_date: null })
    expect(await seatOf(early)).toMatchObject({ until_date: '2027-01-31' })
  })

  it('leaves the earlier substitute in the seat for which the later one came', async () => {
    const [first, second] = [await seat('Kolmas'), await seat('Neljas')]
    const [early, late] = [await listed('Koit', 'Rand'), await listed('Loojang', 'Rand')]
    await suspend(first.membershipId, { fromDate: '2026-10-01', untilDate: '2027-01-31', substituteId: early })
    await suspend(second.membershipId, { fromDate: '2026-10-15', untilDate: '2027-06-30', substituteId: late })
    expect((await back(first.personId, '2026-12-31')).status).toBe(303)
    expect(await seatOf(late)).toMatchObject({ until_date: '2026-12-31' })
    const kept = { until_date: '2027-06-30', replaces: second.membershipId }
    expect(await seatOf(early)).toMatchObject(kept)
    expect((await back(second.personId, '2027-12-31')).status).toBe(303)
    expect(await seatOf(early)).toMatchObject({ until_date: '2027-12-31' })
  })

  it('is not put off where the substitute sits for somebody else by then', async () => {
    const [first, second] = [await seat('Viies'), await seat('Kuues')]
    const substitute = await listed('Kahene', 'Saar')
    await suspend(first.membershipId, { fromDate: '2026-10-01', untilDate: '2026-12-31', substituteId: substitute })
    await suspend(second.membershipId, { fromDate: '2027-01-01' })
    expect((await seatFrom(substitute, second.membershipId, '2027-01-01')).status).toBe(303)
    const answer = await back(first.personId, '2027-06-30')
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('juba volikogus')])
    expect(await suspensionOf(first.personId)).toMatchObject({ until_date: '2026-12-31' })
  })
})

it('a place in a faction lasts no longer than the seat, and as long as the seat', async () => {
  const [member, substitute] = [await seat('Seitsmes'), await listed('Ajutine', 'Sild')]
  await suspend(member.membershipId, { fromDate: '2026-10-01', untilDate: '2026-12-31', substituteId: substitute })
  const { id: mandate, person_id: personId } = await seatOf(substitute)
  const created = { slug: 'sild', name: JSON.stringify({ et: 'Fraktsioon Sild' }), kind: 'faction', parent_id: council }
  const { id: factionId } = await app.db
    .insertInto('people_bodies')
    .values({ ...created, created_at: app.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const joined = { factionId, factionFrom: '2026-11-01' }
  expect((await registrar.post(`/too/liikmesused/${mandate}/fraktsioon`, joined)).status).toBe(303)
  const until = async () => {
    const rows = app.db.selectFrom('people_memberships').select('until_date').where('body_id', '=', factionId)
    return (await rows.where('person_id', '=', personId).executeTakeFirstOrThrow()).until_date
  }
  expect(await until()).toBe('2026-12-31')
  expect((await back(member.personId, '2027-03-31')).status).toBe(303)
  expect(await until()).toBe('2027-03-31')
})

it('a day that is on no calendar is told at its field, and the rest of the form is kept', async () => {
  const member = await seat('Kaheksas')
  const sent = { idempotencyKey: key(), untilDate: '2027-03-01', ground: 'own-request' }
  for (const fromDate of ['x', '2026-02-30', 'ä'.repeat(9000)]) {
    const answer = await registrar.post(`/too/liikmesused/${member.membershipId}/peatamine`, { ...sent, fromDate })
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining('Kirjuta kuupäev')])
    expect(answer.page.querySelector('[name="untilDate"]')?.getAttribute('value')).toBe('2027-03-01')
  }
})

it('whoever has their data forgotten keeps the name in a list of substitutes, until they decline', async () => {
  const waiting = await app.signIn({ name: 'Ootaja Oskar' })
  const row = { body_id: council, composition: 10, list_name: 'Järv', place: 1, person_id: waiting.personId! }
  await app.db
    .insertInto('people_substitutes')
    .values({ ...row, created_at: app.clock.now() })
    .execute()
  const kept = await inTransaction(app.context(await waiting.actor()), (ctx) => peopleOwnData.forget!(ctx))
  expect(JSON.stringify(kept)).toContain('asendusliikmete nimekirjas')
  expect((await registrar.get(`/too/kogud/${council}/asendusliikmed`)).text).toContain('Oskar')
})
