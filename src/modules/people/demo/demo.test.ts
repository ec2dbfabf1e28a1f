import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, keepCalendar } from '#platform/context.ts'
import { openEmbedded } from '#platform/database.ts'
import { ageOn, isPersonalCode } from '#platform/identity/personal-code.ts'
import { migrate } from '#platform/migrate.ts'
import { openTestApp, testNow, type TestApp } from '#test/app.ts'
import { migrations, modules } from '../../../modules.ts'
import { listFactionsOn } from '../mandates/faction-queries.ts'
import { listMembersOf } from '../queries/memberships.ts'
import { isInForce } from '../rules.ts'
import { bodyIdOf } from '../testing.ts'
import { listDemoPeople } from './list-demo-people.ts'
import { seedDemo } from './seed-demo.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  await inTransaction(app.context(), (ctx) => seedDemo(ctx, app.site))
})

const people = (kind: string) =>
  app.db
    .selectFrom('people_memberships as m')
    .innerJoin('people_bodies as b', 'b.id', 'm.body_id')
    .innerJoin('people_persons as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.birth_date as birthDate', 'b.slug', 'm.post_id as postId', 'm.on_behalf_of as behalf'])
    .where('b.kind', '=', kind)
    .where('m.until_date', 'is', null)
    .execute()

describe('the demo', () => {
  it('fills all 19 seats of the council, one of them with a substitute while a mandate rests', async () => {
    const council = await bodyIdOf(app.db, 'vallavolikogu')
    const members = await listMembersOf(app.db, council, '2026-11-23')
    const inForce = members.filter((one) => isInForce(one, '2026-11-23'))
    expect(new Set(inForce.map((one) => one.personId)).size).toBe(19)
    expect(members.filter(({ suspensions, postId }) => suspensions.length > 0 && postId === null)).toHaveLength(1)
    expect(inForce.filter(({ replaces }) => replaces !== null)).toHaveLength(2)
  })

  it('has three factions of invented names, members in none and one who has changed over', async () => {
    const council = await bodyIdOf(app.db, 'vallavolikogu')
    const before = await listFactionsOn(app.db, council, '2026-04-30')
    const after = await listFactionsOn(app.db, council, '2026-05-01')
    expect(after.map(({ name, personIds }) => [name.et, personIds.length])).toEqual([
      ['Fraktsioon Kodupaik', 7],
      ['Fraktsioon Rannajoon', 6],
      ['Fraktsioon Uued Külad', 3],
    ])
    expect(before.map(({ personIds }) => personIds.length)).toEqual([8, 5, 3])
  })

  it('has elders in at least fourteen villages and leaves some villages without', async () => {
    const elders = (await people('village-community')).filter((one) => one.postId !== null)
    expect(elders.length).toBeGreaterThanOrEqual(14)
    expect(elders.length).toBeLessThan(20)
  })

  it('has a youth council of young people, two of whom speak in committees', async () => {
    const young = await people('youth-council')
    expect(
      young.every(({ birthDate }) => ageOn(birthDate!, '2026-11-23') >= 13 && ageOn(birthDate!, '2026-11-23') <= 26),
    ).toBe(true)
    const voices = (await people('committee')).filter((one) => one.behalf !== null)
    expect(voices).toHaveLength(2)
    expect(young.map((one) => one.id)).toEqual(expect.arrayContaining(voices.map((one) => one.id)))
  })

  it('seats councillors alone in the audit committee', async () => {
    const councillors = new Set((await people('council')).map((one) => one.id))
    const audit = (await people('committee')).filter((one) => one.slug === 'revisjonikomisjon')
    expect(audit.length).toBeGreaterThanOrEqual(3)
    expect(audit.every((one) => councillors.has(one.id))).toBe(true)
  })

  it('has 7,500 residents: most in Loo, next to none on the islets', async () => {
    const rows = await app.db.selectFrom('people_residents').select('settlement_ehak').execute()
    const count = (ehak: string) => rows.filter((row) => row.settlement_ehak === ehak).length
    expect(rows).toHaveLength(7500)
    expect(count('4496')).toBeGreaterThan(2000)
    expect(count('3472')).toBeGreaterThan(700)
    expect(count('6785')).toBeLessThanOrEqual(5)
  })

  it('offers people to sign in as: the administrator and the registrars first, plain residents last', async () => {
    const listed = await listDemoPeople(app.site)
    expect(listed.length).toBeLessThanOrEqual(80)
    expect(listed.every(({ code }) => isPersonalCode(code))).toBe(true)
    expect(listed[0]!.roles).toContain('IT-juht')
    expect(listed.slice(0, 4).flatMap((one) => one.roles)).toEqual(
      expect.arrayContaining(['Vallasekretär', 'Vallasekretäri abi']),
    )
    expect(listed.slice(-4).every((one) => one.roles.length === 0)).toBe(true)
    expect(listed.some((one) => one.roles.includes('Arendusnõunik'))).toBe(true)
    expect(new Set(listed.map((one) => `${one.givenName} ${one.familyName}`)).size).toBe(listed.length)
  })
})

it('the demo is in place within four seconds on the embedded database', async () => {
  const database = await openEmbedded(null)
  try {
    await migrate(database.pool, migrations)
    keepCalendar(database.db, 'Europe/Tallinn')
    const ctx = { ...app.context(), db: database.db, now: testNow }
    for (const { name, install } of modules) {
      if (name === 'places' || name === 'people') await inTransaction(ctx, (inside) => install!(inside, app.site.files))
    }
    const before = performance.now()
    await inTransaction(ctx, (inside) => seedDemo(inside, app.site))
    expect(performance.now() - before).toBeLessThan(4000)
  } finally {
    await database.close()
  }
})
