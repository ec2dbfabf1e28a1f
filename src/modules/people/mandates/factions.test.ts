import { beforeAll, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { bodyIdOf, seatSomeone } from '../testing.ts'
import { listFactionsOn } from './faction-queries.ts'

let app: TestApp
let registrar: Client
let council: string
const factions: Record<string, string> = {}
beforeAll(async () => {
  app = await openTestApp()
  registrar = await app.signIn({ name: 'Riina Register', roles: ['registrar'] })
  council = await bodyIdOf(app.db, 'vallavolikogu')
  for (const name of ['Kodupaik', 'Rannajoon']) {
    const sent = { 'name.et': `Fraktsioon ${name}`, kind: 'faction', parentId: council, idempotencyKey: key() }
    expect((await registrar.post('/too/kogud', sent)).status).toBe(303)
    factions[name] = await bodyIdOf(app.db, `fraktsioon-${name.toLowerCase()}`)
  }
})

const key = () => crypto.randomUUID()
const member = async (givenName: string) =>
  seatSomeone(app.context(await registrar.actor()), app.site.keys, 'vallavolikogu', { givenName, familyName: 'Liige' })
const change = (id: string, factionId: string, factionFrom: string) =>
  registrar.post(`/too/liikmesused/${id}/fraktsioon`, { factionId, factionFrom })
const on = async (day: string, personId: string) =>
  (await listFactionsOn(app.db, council, day)).find(({ personIds }) => personIds.includes(personId))?.name.et ?? null

it('a member changes faction in the middle of the term, and the days before stay as they were', async () => {
  const { membershipId, personId, slug } = await member('Muutja')
  expect((await change(membershipId, factions.Kodupaik!, '2026-02-01')).status).toBe(303)
  expect((await change(membershipId, factions.Kodupaik!, '2026-03-01')).text).toContain('Nii ongi juba.')
  expect((await change(membershipId, factions.Rannajoon!, '2026-09-01')).status).toBe(303)
  const days = ['2026-01-31', '2026-02-01', '2026-08-31', '2026-09-01']
  expect(await Promise.all(days.map((day) => on(day, personId)))).toEqual([
    null,
    'Fraktsioon Kodupaik',
    'Fraktsioon Kodupaik',
    'Fraktsioon Rannajoon',
  ])
  expect((await app.visitor.get('/kogud/vallavolikogu')).text).toContain('/kogud/fraktsioon-rannajoon')
  const person = (await app.visitor.get(`/inimesed/${slug}`)).text
  for (const name of ['Fraktsioon Kodupaik', 'Fraktsioon Rannajoon']) expect(person).toContain(name)
  expect((await change(membershipId, '', '2026-11-01')).status).toBe(303)
  expect(await on('2026-11-01', personId)).toBeNull()
})

it('whoever leaves the council leaves the faction on the same day', async () => {
  const { membershipId, personId } = await member('Lahkuja')
  await change(membershipId, factions.Kodupaik!, '2026-02-01')
  const end = { untilDate: '2026-10-31', because: 'Kolis ära' }
  await registrar.post(`/too/liikmesused/${membershipId}/lopetamine`, end)
  expect(await on('2026-10-31', personId)).toBe('Fraktsioon Kodupaik')
  expect(await on('2026-11-01', personId)).toBeNull()
})

it('a faction is of members of the council, and nobody is in two', async () => {
  const inside = await member('Kahes')
  await change(inside.membershipId, factions.Kodupaik!, '2026-02-01')
  const add = (body: string, personSlug: string) =>
    registrar.post(`/too/kogud/${body}/liikmed`, { idempotencyKey: key(), personSlug, fromDate: '2026-06-01' })
  const second = await add(factions.Rannajoon!, inside.slug)
  expect(second.status).toBe(422)
  expect(second.text).toContain('samal ajal teises fraktsioonis')
  const outside = await seatSomeone(app.context(await registrar.actor()), app.site.keys, 'neeme-kogukond', {
    givenName: 'Väljas',
    familyName: 'Olija',
  })
  expect((await add(factions.Rannajoon!, outside.slug)).text).toContain('ainult volikogu liikmed')
})

it('OParl tells factions as such, and on whose behalf a member sits on the day', async () => {
  const { membershipId, slug } = await member('Avalik')
  await change(membershipId, factions.Rannajoon!, '2026-05-01')
  const path = `/api/oparl/1.1/organization/${factions.Rannajoon}`
  const faction = JSON.parse((await app.visitor.get(path)).text) as Record<string, unknown>
  expect(faction).toMatchObject({ organizationType: 'Fraktion', classification: 'Fraktion' })
  expect(String(faction.subOrganizationOf)).toContain(council)
  const answer = await app.visitor.get(`/api/oparl/1.1/membership/${membershipId}`)
  const told = JSON.parse(answer.text) as Record<string, unknown>
  expect(String(told.onBehalfOf)).toContain(factions.Rannajoon)
  expect(told.votingRight).toBe(true)
  const suspended = { idempotencyKey: key(), fromDate: '2026-11-01', ground: 'custody' }
  await registrar.post(`/too/liikmesused/${membershipId}/peatamine`, suspended)
  const rests = await app.visitor.get(`/api/oparl/1.1/membership/${membershipId}`)
  expect(JSON.parse(rests.text)).toMatchObject({
    votingRight: false,
    'avavald:suspension': [{ startDate: '2026-11-01' }],
  })
  expect(rests.text).not.toContain('custody')
  expect((await app.visitor.get(`/inimesed/${slug}`)).status).toBe(200)
})
