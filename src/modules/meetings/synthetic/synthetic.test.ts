import { beforeAll, expect, it } from 'vitest'
import { inTransaction, system } from '#platform/context.ts'
import { makeRandom } from '#platform/synthetic.ts'
import { openTestApp, type TestApp } from '#test/app.ts'
import { emptyMeeting, step } from '../log/fold.ts'
import { whyNot } from '../log/may-happen.ts'
import { aMeeting } from '../log/testing.ts'
import { readState } from '../read-state.ts'
import { inventLog } from './invent-log.ts'
import { inventMeetings } from './invent-meetings.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  const council = await app.db
    .selectFrom('people_bodies')
    .select('id')
    .where('slug', '=', 'vallavolikogu')
    .executeTakeFirstOrThrow()
  for (let at = 0; at < 19; at += 1) {
    const { personId } = await app.signIn({ name: `Liige ${String.fromCodePoint(65 + at)}` })
    await app.db
      .insertInto('people_memberships')
      .values({ person_id: personId!, body_id: council.id, from_date: '2026-01-01', created_at: app.clock.now() })
      .execute()
  }
})

it('an invented log is one that the rules would have let happen', () => {
  for (let seed = 1; seed < 30; seed += 1) {
    const setup = aMeeting({ itemCount: 8 })
    const { log, disregarded } = inventLog(setup, makeRandom(seed))
    expect(disregarded).toEqual([])
    let state = emptyMeeting(setup)
    for (const event of log) {
      // Entered for the member by name, as a seed has no hands of its own.
      const by =
        'personId' in event && event.kind === 'vote-cast'
          ? { personId: event.personId, as: 'member' as const }
          : event.by
      expect([event.kind, whyNot(state, { ...event, by })]).toEqual([event.kind, null])
      state = step(state, event)
    }
  }
})

it('invented meetings are read, shown and counted like real ones', async () => {
  const ctx = app.context(system)
  const load = await inTransaction(ctx, (inside) => inventMeetings(inside, { random: makeRandom(3), years: 1 }, 6))
  expect(load.counts.meetings).toBe(6)
  const { id, number } = await app.db
    .selectFrom('meetings_meetings')
    .select(['id', 'number'])
    .orderBy('starts_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect((await readState(app.db, id))?.phase).toBe('ended')
  for (const path of [`/istungid/${number}`, `/istungid/${number}/otse`, '/istungid/osalemine', '/istungid/haaletused'])
    expect([path, (await app.visitor.get(path)).status]).toEqual([path, 200])
})
