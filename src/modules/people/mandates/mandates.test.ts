import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { findActor } from '../find-actor.ts'
import { aPersonalCode, bodyIdOf, seatSomeone } from '../testing.ts'

let app: TestApp
let registrar: Client
let resident: Client
let council: string
beforeAll(async () => {
  app = await openTestApp()
  registrar = await app.signIn({ name: 'Riina Register', roles: ['registrar'] })
  resident = await app.signIn({ name: 'Elle Elanik' })
  council = await bodyIdOf(app.db, 'vallavolikogu')
})

const key = () => crypto.randomUUID()
const seat = async (givenName: string, familyName: string, body = 'vallavolikogu') =>
  seatSomeone(app.context(await registrar.actor()), app.site.keys, body, { givenName, familyName })
const mandatePath = (id: string) => `/too/liikmesused/${id}/volitused`
const suspend = (id: string, sent: Record<string, string>) =>
  registrar.post(`/too/liikmesused/${id}/peatamine`, { idempotencyKey: key(), ...sent })

let place = 0
async function listed(givenName: string, familyName: string, listName = 'Kodurand'): Promise<string> {
  place += 1
  const sent = { idempotencyKey: key(), composition: '10', listName, place: `${place}`, code: aPersonalCode() }
  const answer = await registrar.post(`/too/kogud/${council}/asendusliikmed`, { ...sent, givenName, familyName })
  expect(answer.status).toBe(303)
  const row = await app.db
    .selectFrom('people_substitutes')
    .select('id')
    .where('place', '=', place)
    .where('list_name', '=', listName)
    .executeTakeFirstOrThrow()
  return row.id
}
const rolesOn = async (personId: string, day: string) =>
  (await findActor(app.db, personId, null, new Date(`${day}T12:00:00+02:00`)))!.actor.roles
const endOf = async (id: string) =>
  (await app.db.selectFrom('people_memberships').select('until_date').where('id', '=', id).executeTakeFirst())
    ?.until_date
const seatOf = async (substituteId: string) =>
  (await app.db.selectFrom('people_substitutes').selectAll().where('id', '=', substituteId).executeTakeFirstOrThrow())
    .membership_id!

describe('suspending a mandate', () => {
  it('takes the rights of the seat from the day and gives them to the substitute, in one step', async () => {
    const member = await seat('Peatuja', 'Peeter')
    const substitute = await listed('Asendaja', 'Anne')
    const page = await registrar.get(mandatePath(member.membershipId))
    expect(page.text).toContain('Kodurand, 1. Asendaja Anne (järgmine nimekirjas)')
    const sent = { fromDate: '2026-11-01', ground: 'custody', substituteId: substitute }
    expect((await suspend(member.membershipId, sent)).status).toBe(303)
    expect(await rolesOn(member.personId, '2026-10-31')).toContain('councillor')
    expect(await rolesOn(member.personId, '2026-11-23')).toEqual([])
    const row = await app.db
      .selectFrom('people_memberships')
      .selectAll()
      .where('replaces', '=', member.membershipId)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ from_date: '2026-11-01', until_date: null, voting_right: true })
    expect(await rolesOn(row.person_id, '2026-11-23')).toContain('councillor')

    const shown = await app.visitor.get('/kogud/vallavolikogu')
    expect(shown.text).toContain('Peatunud volitustega')
    expect(shown.text).toContain('asendusliige, asendab: Peatuja Peeter')
    expect(shown.text).not.toMatch(/vahi all|§ 19 lg 2 p 2/)
    const person = await app.visitor.get(`/inimesed/${member.slug}`)
    expect(person.text).toContain('volitused peatunud alates 1. november 2026')
    expect(JSON.stringify((await app.visitor.get('/api/v1/bodies/vallavolikogu')).text)).not.toContain('custody')
    const desk = await registrar.get(mandatePath(member.membershipId))
    expect(desk.text).toContain('KOKS § 19 lg 2 p 2')
  })

  it('shows a public office as the ground, since everybody knows of it', async () => {
    const member = await seat('Ametnik', 'Aado')
    expect((await suspend(member.membershipId, { fromDate: '2026-11-01', ground: 'state-government' })).status).toBe(
      303,
    )
    expect((await app.visitor.get('/kogud/vallavolikogu')).text).toContain('KOKS § 19 lg 2 p 1¹')
  })

  it('is refused where it overlaps, where the term is too short and outside the council', async () => {
    const member = await seat('Kattuv', 'Kalle')
    const long = { fromDate: '2026-12-01', untilDate: '2027-02-28', ground: 'own-request' }
    const short = await suspend(member.membershipId, { ...long, untilDate: '2027-02-27' })
    expect(short.status).toBe(422)
    expect(short.text).toContain('vähemalt kolmeks kuuks')
    expect((await suspend(member.membershipId, long)).status).toBe(303)
    const twice = await suspend(member.membershipId, { fromDate: '2027-02-28', ground: 'absence' })
    expect(twice.status).toBe(422)
    expect(twice.text).toContain('samal ajal juba peatunud')
    const elder = await seat('Küla', 'Vanem', 'neeme-kogukond')
    const outside = await suspend(elder.membershipId, { fromDate: '2026-12-01', ground: 'absence' })
    expect(outside.text).toContain('ainult volikogus')
  })

  it('is entered once, however often the form is sent', async () => {
    const member = await seat('Kord', 'Kaja')
    const sent = { idempotencyKey: key(), fromDate: '2026-11-10', ground: 'military-service' }
    const answers = await Promise.all([1, 2].map(() => suspend(member.membershipId, sent)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const rows = await app.db
      .selectFrom('people_mandate_suspensions')
      .select('id')
      .where('person_id', '=', member.personId)
      .execute()
    expect(rows).toHaveLength(1)
  })

  it('the database itself refuses two suspensions of one mandate at a time', async () => {
    const member = await seat('Kaks', 'Korda')
    const row = {
      membership_id: member.membershipId,
      person_id: member.personId,
      body_id: council,
      ground: 'absence',
      created_at: new Date(),
    }
    const put = (from_date: string, until_date: string | null) =>
      app.db
        .insertInto('people_mandate_suspensions')
        .values({ ...row, from_date, until_date })
        .execute()
    await put('2026-01-01', '2026-03-31')
    await expect(put('2026-03-31', null)).rejects.toThrow('people_mandate_suspensions_overlap')
    await put('2026-04-01', null)
  })
})

describe('the return of a member', () => {
  it('ends the mandate of whoever was appointed last from the same list, in the same step', async () => {
    const [first, second] = [await seat('Esimene', 'Eha'), await seat('Teine', 'Tiit')]
    const [early, late] = [await listed('Vara', 'Viive', 'Kallas'), await listed('Hilja', 'Hugo', 'Kallas')]
    const ground = 'municipal-government'
    await suspend(first.membershipId, { fromDate: '2026-10-01', ground, substituteId: early })
    await suspend(second.membershipId, { fromDate: '2026-11-01', ground, substituteId: late })
    const { id } = await app.db
      .selectFrom('people_mandate_suspensions')
      .select('id')
      .where('person_id', '=', first.personId)
      .executeTakeFirstOrThrow()
    const ended = await registrar.post(`/too/peatumised/${id}/lopetamine`, { lastDay: '2026-11-30' })
    expect(ended.status).toBe(303)
    expect(await endOf(await seatOf(late))).toBe('2026-11-30')
    expect(await endOf(await seatOf(early))).toBeNull()
    expect(await rolesOn(first.personId, '2026-12-01')).toContain('councillor')
    const other = await app.db
      .selectFrom('people_mandate_suspensions')
      .select('id')
      .where('person_id', '=', second.personId)
      .executeTakeFirstOrThrow()
    await registrar.post(`/too/peatumised/${other.id}/lopetamine`, { lastDay: '2026-12-31' })
    expect(await endOf(await seatOf(early))).toBe('2026-12-31')
  })

  it('may be put off, and the substitute stays with it', async () => {
    const member = await seat('Pikendaja', 'Pille')
    const substitute = await listed('Jääja', 'Jaan', 'Rannik')
    const sent = { fromDate: '2026-10-01', untilDate: '2026-12-31', ground: 'own-request', substituteId: substitute }
    expect((await suspend(member.membershipId, sent)).status).toBe(303)
    const { id } = await app.db
      .selectFrom('people_mandate_suspensions')
      .select('id')
      .where('person_id', '=', member.personId)
      .executeTakeFirstOrThrow()
    const end = (lastDay: string) => registrar.post(`/too/peatumised/${id}/lopetamine`, { lastDay })
    expect((await end('2027-03-30')).status).toBe(422)
    expect((await end('2027-03-31')).status).toBe(303)
    expect(await endOf(await seatOf(substitute))).toBe('2027-03-31')
  })

  it('a seat whose mandate has ended is taken over by a substitute, and one in force is not', async () => {
    const member = await seat('Lahkuja', 'Leo')
    const substitute = await listed('Uus', 'Ulla', 'Mets')
    const sent = { idempotencyKey: key(), seatId: substitute, seatFrom: '2026-11-20' }
    const path = `/too/liikmesused/${member.membershipId}/asendamine`
    expect((await registrar.post(path, sent)).text).toContain('volitused jõus')
    const end = { untilDate: '2026-11-19', because: 'Kolis ära' }
    await registrar.post(`/too/liikmesused/${member.membershipId}/lopetamine`, end)
    expect((await registrar.post(path, { ...sent, idempotencyKey: key() })).status).toBe(303)
    expect(await endOf(await seatOf(substitute))).toBeNull()
  })
})

describe('a substitute', () => {
  it('who has declined loses the place in the list', async () => {
    const member = await seat('Vaba', 'Vaike')
    const [declines, next] = [await listed('Loobuja', 'Lii', 'Nõmm'), await listed('Järgmine', 'Jüri', 'Nõmm')]
    const path = `/too/asendusliikmed/${declines}/vastus`
    const both = { offeredOn: '2026-11-20', acceptedOn: '2026-11-21', declinedOn: '2026-11-21' }
    expect((await registrar.post(path, both)).status).toBe(422)
    expect((await registrar.post(path, { offeredOn: '2026-11-20' })).status).toBe(303)
    // 20 November 2026 is a Friday.
    expect((await registrar.get(`/too/kogud/${council}/asendusliikmed`)).text).toContain('25. november 2026')
    expect((await registrar.post(path, { offeredOn: '2026-11-20', declinedOn: '2026-11-23' })).status).toBe(303)
    const sent = { fromDate: '2026-11-24', ground: 'absence', substituteId: declines }
    expect((await suspend(member.membershipId, sent)).text).toContain('loobunud')
    expect((await suspend(member.membershipId, { ...sent, substituteId: next })).status).toBe(303)
  })

  it('is nobody’s business before there is a seat', async () => {
    await listed('Salajane', 'Sirje', 'Varju')
    expect((await app.visitor.get('/inimesed?nimi=Salajane')).text).not.toContain('Sirje')
    expect((await app.visitor.get('/kogud/vallavolikogu')).text).not.toContain('Sirje')
  })
})

it('a membership without a vote begins on its day and the one before stays in history', async () => {
  const member = await seat('Noor', 'Delegaat', 'neeme-kogukond')
  const path = `/too/liikmesused/${member.membershipId}/haaleoigus`
  expect((await registrar.post(path, { voteFrom: '2026-01-10', votes: 'no' })).status).toBe(422)
  const changed = await registrar.post(path, { voteFrom: '2026-11-01', votes: 'no' })
  expect(changed.status).toBe(303)
  const rows = await app.db
    .selectFrom('people_memberships')
    .select(['from_date', 'until_date', 'voting_right'])
    .where('person_id', '=', member.personId)
    .orderBy('from_date')
    .execute()
  expect(rows).toEqual([
    { from_date: '2026-01-10', until_date: '2026-10-31', voting_right: true },
    { from_date: '2026-11-01', until_date: null, voting_right: false },
  ])
  expect((await app.visitor.get('/kogud/neeme-kogukond')).text).toContain('hääleõiguseta')
})

it('a delegate may be seated without a vote from the first day', async () => {
  const body = await bodyIdOf(app.db, 'loo-eestseisus')
  const person = { code: aPersonalCode(), givenName: 'Delegaat', familyName: 'Dora' }
  const sent = { idempotencyKey: key(), ...person, fromDate: '2026-11-01', withoutVote: 'on' }
  expect((await registrar.post(`/too/kogud/${body}/liikmed`, sent)).status).toBe(303)
  expect((await app.visitor.get('/kogud/loo-eestseisus')).text).toContain('hääleõiguseta')
})

it('mandates and lists are kept by the registrar alone, in three languages', async () => {
  const member = await seat('Õigus', 'Õnne')
  const substitute = await listed('Luba', 'Loone', 'Õu')
  const paths = [
    mandatePath(member.membershipId),
    `/too/kogud/${council}/asendusliikmed`,
    `/too/asendusliikmed/${substitute}/vastus`,
  ]
  for (const path of paths) {
    expect((await resident.get(path)).status, path).toBe(403)
    for (const language of ['', '/en', '/ru']) expect((await registrar.get(`${language}${path}`)).status).toBe(200)
    expect(await app.countQueries(() => registrar.get(path)), path).toBeLessThanOrEqual(6)
  }
  const posts = [
    `/too/liikmesused/${member.membershipId}/peatamine`,
    `/too/liikmesused/${member.membershipId}/asendamine`,
    `/too/liikmesused/${member.membershipId}/haaleoigus`,
    `/too/liikmesused/${member.membershipId}/fraktsioon`,
    `/too/peatumised/${member.membershipId}/lopetamine`,
    `/too/kogud/${council}/asendusliikmed`,
    `/too/asendusliikmed/${substitute}/vastus`,
  ]
  for (const path of posts) expect((await resident.post(path, {})).status, path).toBe(403)
})
