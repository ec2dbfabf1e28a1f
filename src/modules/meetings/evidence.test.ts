import { expect, it } from 'vitest'
import { inTransaction, system } from '#platform/context.ts'
import { makeRandom } from '#platform/synthetic.ts'
import { openTestApp, type TestApp } from '#test/app.ts'
import { meetingsEvidence } from './evidence.ts'
import { inventMeetings } from './synthetic/invent-meetings.ts'

async function seat(app: TestApp, slug: string, members: number): Promise<void> {
  const { id } = await app.db
    .selectFrom('people_bodies')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  for (let at = 0; at < members; at += 1) {
    const { personId } = await app.signIn({ name: `Liige ${String.fromCodePoint(65 + at)}` })
    await app.db
      .insertInto('people_memberships')
      .values({ person_id: personId!, body_id: id, from_date: '2026-01-01', created_at: app.clock.now() })
      .execute()
  }
}

it('counts held meetings of the audit committee, and attendance as published where it stands in the record', async () => {
  const app = await openTestApp()
  await seat(app, 'revisjonikomisjon', 5)
  await inTransaction(app.context(system), (ctx) => inventMeetings(ctx, { random: makeRandom(5), years: 1 }, 4))
  const records = (key: string, from = '2020-01-01') =>
    meetingsEvidence
      .find((one) => one.key === key)!
      .records(app.db, { from, until: '2026-11-23' })
      .execute()
  const held = await records('meetings.audit-committee-sessions-held')
  expect(held.length).toBeGreaterThan(0)
  expect(held.every(({ met, path }) => met && path.startsWith('/istungid/'))).toBe(true)
  expect(await records('meetings.audit-committee-sessions-held', '2026-11-23')).toEqual([])
  expect(await records('meetings.round-tables-held')).toEqual([])
  const published = await records('meetings.sessions-with-published-attendance')
  expect(published.filter(({ met }) => met)).toHaveLength(held.length)
  await app.db.deleteFrom('meetings_attendance').execute()
  const without = await records('meetings.sessions-with-published-attendance')
  expect(without.map(({ met }) => met)).toEqual(published.map(() => false))
  expect(await records('meetings.audit-committee-sessions-held')).toEqual([])
})
