import { expect, it } from 'vitest'
import { openTestApp } from '#test/app.ts'
import { aPersonalCode, bodyIdOf, seatSomeone } from '../testing.ts'

it('two who change factions and seats at once take turns: one is done, the other is told why not', async () => {
  const app = await openTestApp()
  const registrar = await app.signIn({ name: 'Riina Register', roles: ['registrar'] })
  const context = app.context(await registrar.actor())
  const council = await bodyIdOf(app.db, 'vallavolikogu')
  const factions: string[] = []
  for (const slug of ['sild', 'rand', 'mets']) {
    const faction = { slug, name: JSON.stringify({ et: slug }), kind: 'faction', parent_id: council }
    const row = app.db.insertInto('people_bodies').values({ ...faction, created_at: app.clock.now() })
    factions.push((await row.returning('id').executeTakeFirstOrThrow()).id)
  }
  const members: Awaited<ReturnType<typeof seatSomeone>>[] = []
  for (const givenName of ['Anu', 'Eha', 'Ivo', 'Oto', 'Uku', 'Ülo'])
    members.push(await seatSomeone(context, app.site.keys, 'vallavolikogu', { givenName, familyName: 'Liige' }))
  const key = () => crypto.randomUUID()
  const answers = await Promise.all(
    members.flatMap(({ membershipId, slug }, at) => {
      const [one, other] = [factions[at % 3]!, factions[(at + 1) % 3]!]
      const joined = { idempotencyKey: key(), personSlug: slug, fromDate: '2026-11-02' }
      return [
        registrar.post(`/too/liikmesused/${membershipId}/fraktsioon`, { factionId: one, factionFrom: '2026-11-02' }),
        registrar.post(`/too/kogud/${other}/liikmed`, joined),
      ]
    }),
  )
  for (const { status } of answers) expect([303, 422]).toContain(status)
  const inTwo = await app.db
    .selectFrom('people_memberships')
    .select('person_id')
    .where('body_id', 'in', factions)
    .groupBy('person_id')
    .having((e) => e.fn.countAll(), '>', 1)
    .execute()
  expect(inTwo).toEqual([])

  const listed = { idempotencyKey: key(), composition: '10', listName: 'Sild', place: '1', code: aPersonalCode() }
  const path = `/too/kogud/${council}/asendusliikmed`
  await registrar.post(path, { ...listed, givenName: 'Asta', familyName: 'Asendaja' })
  const { id: substituteId } = await app.db.selectFrom('people_substitutes').select('id').executeTakeFirstOrThrow()
  const rests = { fromDate: '2026-12-01', ground: 'absence', substituteId }
  const suspended = await Promise.all(
    members
      .slice(0, 3)
      .map(({ membershipId }) =>
        registrar.post(`/too/liikmesused/${membershipId}/peatamine`, { idempotencyKey: key(), ...rests }),
      ),
  )
  expect(suspended.map(({ status }) => status).toSorted()).toEqual([303, 422, 422])
})
