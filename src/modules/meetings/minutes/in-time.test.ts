import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '#test/app.ts'
import { listMinutesInTime } from './in-time.ts'
import { keepVersion } from './keep-version.ts'
import { findMeeting } from '../queries/meetings.ts'
import { daysAfter } from './review/rules.ts'
import { holdSitting } from './testing.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})

describe('minutes in time', () => {
  it('are counted by the statute’s working days, holidays left out, and one whose day has not passed is no failure', async () => {
    const [chair, member] = [await app.signIn({ name: 'Esi Mees' }), await app.signIn({ name: 'Lii Kene' })]
    const hold = async (startsAt: string) => {
      const { id } = await holdSitting(app, { chair, member })
      await app.db.updateTable('meetings_meetings').set({ starts_at: startsAt }).where('id', '=', id).execute()
      return id
    }
    const [inTime, late, waiting] = [
      await hold('2026-12-16T13:00:00Z'),
      await hold('2026-12-01T13:00:00Z'),
      await hold('2026-12-28T13:00:00Z'),
    ]
    const publish = async (id: string, at: string) => {
      const version = { version: 1, summaries: {}, because: '', publishedAt: new Date(at) }
      await keepVersion(app.db, (await findMeeting(app.db, { id }))!, version, null)
    }
    const rules = { workingDays: true }
    // 24, 25 and 26 December and the weekend are no working days.
    expect(daysAfter('2026-12-16', 7, rules)).toBe('2026-12-29')
    expect(daysAfter('2026-12-16', 7, { workingDays: false })).toBe('2026-12-23')
    await publish(inTime, '2026-12-29T20:00:00Z')
    await publish(late, '2026-12-11T10:00:00Z')
    const rows = await listMinutesInTime(app.db, { from: '2026-12-01', until: '2026-12-31' }).execute()
    const found = rows.map(({ on, met }) => [String(on).slice(0, 10), met]).toSorted()
    expect(found).toEqual([
      ['2026-12-10', false],
      ['2026-12-29', true],
    ])
    expect(waiting).toBeDefined()
  })
})
