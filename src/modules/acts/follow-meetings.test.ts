import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { inTransaction, system } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { openTestApp, type TestApp } from '#test/app.ts'
import { writeEvents, writeOpenVote, writeSitting } from '../meetings/testing.ts'
import { followMeetings } from './follow-meetings.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  await follow()
})

const ctx = () => app.context(system)
const follow = async () => {
  while (await followMeetings(ctx()));
}
const acts = async () => (await app.db.selectFrom('acts_acts').select('id').execute()).length
const statements = (work: () => Promise<unknown>) => app.countQueries(work)
const decided = async () => {
  const sitting = await writeSitting(ctx(), 7)
  const voteId = await writeOpenVote(ctx(), sitting.id, sitting.itemId)
  const ballots = sitting.persons.map((personId) => ({ kind: 'vote-cast', voteId, personId, choice: 'for' }) as const)
  await writeEvents(ctx(), sitting.id, [
    ...ballots.map((ballot) => ({ ...ballot, channel: 'self' }) as const),
    { kind: 'vote-closed', voteId },
    { kind: 'result-stated', voteId, outcome: 'adopted' },
  ])
  return sitting
}
const goOn = async (id: string) =>
  inTransaction(ctx(), (at) =>
    record(at, 'meetings.went-on', `meeting:${id}`, {
      number: 1,
      body: 'vallavolikogu',
      bodyName: 'Vallavolikogu',
      bodyKind: 'council',
      kind: 'ordinary',
      sessionNo: 0,
      on: '2026-11-23',
      seq: 1,
    }),
  )

it('looks at the meeting that went on and at no other, however many have been held', async () => {
  const sitting = await decided()
  await goOn(sitting.id)
  await follow()
  expect(await acts()).toBe(1)
  const few = await statements(async () => {
    await goOn(sitting.id)
    await followMeetings(ctx())
  })
  // A year of held meetings beside it, none of which has said anything since.
  await app.db
    .insertInto('meetings_meetings')
    .values(
      Array.from({ length: 200 }, () => ({
        body_id: sql<string>`(select id from people_bodies where slug = 'vallavolikogu')`,
        kind: 'ordinary',
        mode: 'room',
        starts_at: app.clock.now(),
        state: 'held',
        state_since: app.clock.now(),
        announced_at: app.clock.now(),
        setup: '{}',
        created_at: app.clock.now(),
        changed_at: app.clock.now(),
      })),
    )
    .execute()
  const many = await statements(async () => {
    await goOn(sitting.id)
    await followMeetings(ctx())
  })
  expect(many).toBe(few)
  const { rows } = await sql<{ read: number }>`select count(*)::int as read from acts_followed`.execute(app.db)
  expect(rows[0]!.read).toBe(1)
})

it('asks one thing where nothing has happened, and reads no log for what is not of meetings', async () => {
  await follow()
  expect(await statements(() => followMeetings(ctx()))).toBe(1)
  const mari = await app.signIn()
  await mari.get('/minu')
  const before = await app.db.selectFrom('acts_reading').select('last').executeTakeFirstOrThrow()
  await inTransaction(ctx(), (at) => record(at, 'platform.day-began', 'platform', { day: '2026-11-23' }))
  await follow()
  const after = await app.db.selectFrom('acts_reading').select('last').executeTakeFirstOrThrow()
  expect(after.last).toBeGreaterThan(before.last)
  expect(await app.db.selectFrom('acts_followed').select('seq').where('is_unread', '=', true).execute()).toEqual([])
})

it('what one reader has taken another does not take, and nothing is lost between them', async () => {
  const sittings = [await decided(), await decided(), await decided()]
  for (const { id } of sittings) await goOn(id)
  await Promise.all([follow(), follow(), follow()])
  await follow()
  expect(await acts()).toBe(4)
})
