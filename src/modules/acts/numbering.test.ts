import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, system } from '#platform/context.ts'
import type { Decision } from '#modules/meetings/index.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { planAMeeting } from '../meetings/testing.ts'
import { actDeskPaths as desk } from './paths.ts'
import { takeDecision } from './take-decisions.ts'
import { enterAnAct } from './testing.ts'

let app: TestApp
let keeper: Client
let body: { id: string; slug: string }
beforeAll(async () => {
  app = await openTestApp()
  keeper = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  body = await app.db
    .selectFrom('people_bodies')
    .select(['id', 'slug'])
    .where('slug', '=', 'vallavolikogu')
    .executeTakeFirstOrThrow()
})

async function aDecision(heldOn: string): Promise<Decision> {
  const number = await planAMeeting(app, keeper, 'vallavolikogu')
  const { id } = await app.db
    .selectFrom('meetings_meetings')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return {
    meeting: { id, number, name: { et: 'Istung' }, body: { ...body, kind: 'council' } },
    heldOn,
    itemId: crypto.randomUUID(),
    hasPage: true,
    title: 'Otsus',
    isRegulation: false,
    voteId: crypto.randomUUID(),
    statedAt: app.clock.now(),
    vote: null,
    closedBasis: null,
    words: 'Tekst.',
    undone: null,
    withheld: null,
  } as Decision
}

const numbersOf = async (year: string) => {
  const rows = await app.db
    .selectFrom('acts_acts')
    .select('number')
    .where('period', '=', year)
    .where('kind', '=', 'decision')
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => number)
}
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

describe('numbers', () => {
  it('have no hole and no double when twenty results are stated at once, some twice and some in vain', async () => {
    const decisions = await Promise.all(upTo(20).map(() => aDecision('2024-05-05')))
    const options = { publishedAt: app.clock.now(), isTold: true }
    const take = (decision: Decision) =>
      inTransaction(app.context(system), (ctx) => takeDecision(ctx, decision, options))
    const inVain = (decision: Decision) =>
      inTransaction(app.context(system), async (ctx) => {
        await takeDecision(ctx, decision, options)
        throw new Error('the process was ended')
      }).catch(() => null)
    const failing = await Promise.all(upTo(4).map(() => aDecision('2024-05-05')))
    await Promise.all([...decisions.map(take), ...failing.map(inVain), ...decisions.slice(0, 8).map(take)])
    expect(await numbersOf('2024')).toEqual(upTo(20))
  })

  it('go on from what was entered by hand, each year and each kind by itself', async () => {
    await enterAnAct(app, keeper, { number: '7', adoptedOn: '2023-03-03' })
    await enterAnAct(app, keeper, { number: '3', adoptedOn: '2023-03-03', kind: 'regulation' })
    const options = { publishedAt: app.clock.now(), isTold: false }
    const decision = await aDecision('2023-06-06')
    await inTransaction(app.context(system), (ctx) => takeDecision(ctx, decision, options))
    expect(await numbersOf('2023')).toEqual([7, 8])
    // A number that was left out can still be filled.
    await enterAnAct(app, keeper, { number: '5', adoptedOn: '2023-02-02' })
    expect(await numbersOf('2023')).toEqual([5, 7, 8])
  })

  it('are refused twice, and warn of a hole before leaving one', async () => {
    const form = {
      idempotencyKey: crypto.randomUUID(),
      body: body.id,
      kind: 'decision',
      adoptedOn: '2022-03-03',
      title: 'Vana otsus',
      text: 'Vana otsuse tekst.',
      statedOn: '',
      gazetteOn: '',
      gazetteReference: '',
    }
    const hole = await keeper.post(desk.enter, { ...form, number: '4' })
    expect([hole.status, hole.text.includes('1–3')]).toEqual([422, true])
    expect(hole.text).toContain('Vana otsuse tekst.')
    expect((await keeper.post(desk.enter, { ...form, number: '4', mayLeaveHole: 'on' })).status).toBe(303)
    const twice = await keeper.post(desk.enter, { ...form, idempotencyKey: crypto.randomUUID(), number: '4' })
    expect([twice.status, twice.text.includes('See number on juba kasutusel')]).toEqual([422, true])
    // The same form sent again is the same act.
    expect((await keeper.post(desk.enter, { ...form, number: '4', mayLeaveHole: 'on' })).status).toBe(303)
    expect(await numbersOf('2022')).toEqual([4])
  })

  it('are for bodies that adopt acts, of the kinds that the law gives them', async () => {
    const form = { number: '1', adoptedOn: '2021-03-03' }
    await expect(enterAnAct(app, keeper, { ...form, bodySlug: 'revisjonikomisjon' })).rejects.toThrow('422')
    await expect(enterAnAct(app, keeper, { ...form, kind: 'order' })).rejects.toThrow('422')
    await expect(enterAnAct(app, keeper, { ...form, adoptedOn: '2027-01-01' })).rejects.toThrow('422')
    await expect(enterAnAct(app, keeper, { ...form, adoptedOn: '2021-02-30' })).rejects.toThrow('422')
    await expect(enterAnAct(app, keeper, { ...form, number: '0' })).rejects.toThrow('422')
    expect(await enterAnAct(app, keeper, { ...form, bodySlug: 'vallavalitsus', kind: 'order' })).toBe(
      'vallavalitsus-2021-korraldus-1',
    )
  })

  it('begin anew with a term of the council where the municipality counts so, in the middle of a year too', async () => {
    const rules = {
      numberedBy: 'term',
      terms: ['2015-10-20', '2019-10-21'],
      regulationDays: 3,
      regulationBasis: 'KOKS § 7 lg 6',
      decisionBasis: 'KOKS § 7 lg 7',
      publishedWithinSeconds: 60,
    }
    await app.db
      .insertInto('acts_rules')
      .values({ valid_from: '2015-01-01', rules: JSON.stringify(rules) })
      .execute()
    const options = { publishedAt: app.clock.now(), isTold: false }
    for (const heldOn of ['2019-10-01', '2019-11-01', '2019-11-05']) {
      const decision = await aDecision(heldOn)
      await inTransaction(app.context(system), (ctx) => takeDecision(ctx, decision, options))
    }
    expect([await numbersOf('2015-10-20'), await numbersOf('2019-10-21')]).toEqual([[1], [1, 2]])
    expect((await app.visitor.get('/otsused/vallavolikogu-2019-10-21-otsus-1')).status).toBe(200)
    await app.db.deleteFrom('acts_rules').where('valid_from', '=', '2015-01-01').execute()
  })
})
