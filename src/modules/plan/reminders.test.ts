import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Db } from '#platform/database.ts'
import { offeredEvidence, offerEvidence } from '#platform/evidence.ts'
import { nextDue } from '#platform/jobs/calendar.ts'
import { inbox } from '#modules/notifications/index.ts'
import { openTestApp } from '#test/app.ts'
import type { Duty, MonthlyCount } from './duty.ts'
import { planJobs } from './jobs/reminder-jobs.ts'
import { remindOwners, tellCoordinators } from './remind-owners.ts'
import { remindersOn } from './reminders.ts'
import { computeStatus } from './status.ts'

const monthly: Duty = { kind: 'per-period', period: 'month', atLeast: 1 }

function on(day: string, counts: MonthlyCount[] = []) {
  const binding = { keys: ['newsletter.issues'], duty: monthly, measuredFrom: '2026-01-01' }
  return remindersOn([computeStatus(binding, counts, new Set(['newsletter.issues']), day)], day).map(
    ({ stage, due }) => ({
      stage,
      due,
    }),
  )
}

const issue = (day: string): MonthlyCount => ({
  key: 'newsletter.issues',
  month: day.slice(0, 7),
  records: 1,
  met: 1,
  latest: day,
  vouched: false,
})

describe('what the owners of a commitment hear', () => {
  it('that a month is ending and nothing has come, and on the last day once more', () => {
    const before = [issue('2026-10-05')]
    expect(on('2026-11-10', before)).not.toContainEqual({ stage: 'soon', due: '2026-11-30' })
    expect(on('2026-11-20', before)).toContainEqual({ stage: 'soon', due: '2026-11-30' })
    expect(on('2026-11-29', before)).toContainEqual({ stage: 'tomorrow', due: '2026-11-30' })
    expect(on('2026-11-30', before)).toContainEqual({ stage: 'tomorrow', due: '2026-11-30' })
  })

  it('nothing of a month that is kept already', () => {
    const kept = [issue('2026-10-05'), issue('2026-11-03')]
    expect(on('2026-11-20', kept).filter(({ due }) => due === '2026-11-30')).toEqual([])
  })

  it('how each month ended', () => {
    expect(on('2026-12-01', [issue('2026-11-03')])).toContainEqual({ stage: 'kept', due: '2026-11-30' })
    expect(on('2026-12-01', [issue('2026-10-03')])).toContainEqual({ stage: 'missed', due: '2026-11-30' })
  })

  it('once a month that it is still late, when nothing has ended lately', () => {
    const fresh: Duty = { kind: 'fresh', days: 30 }
    const binding = { keys: ['newsletter.issues'], duty: fresh, measuredFrom: '2025-01-01' }
    const stages = (day: string) =>
      remindersOn([computeStatus(binding, [issue('2026-01-10')], new Set(['newsletter.issues']), day)], day).map(
        ({ stage, due }) => ({ stage, due }),
      )
    const march = stages('2026-06-01')
    expect(march[0]?.stage).toBe('still-late')
    expect(stages('2026-06-02')).toEqual(march)
    expect(stages('2026-08-20')).not.toEqual(march)
  })
})

describe('reminders in the running site', async () => {
  const app = await openTestApp()

  it('reach the holder of the responsible post once, and nobody else', async () => {
    const { rows } = await sql<{ slug: string; number: string; key: string }>`select o.slug, w.number, b.keys[1] as key
      from plan_parties p join people_posts o on o.id = p.post_id
      join plan_wordings w on w.version_id = p.version_id and w.commitment_id = p.commitment_id
      join plan_bindings b on b.commitment_id = w.commitment_id and b.ended_at is null
      where b.duty->>'kind' = 'per-period' and b.duty->>'period' = 'month' order by w.position limit 1`.execute(app.db)
    const { slug, number, key } = rows[0]!
    // A module that could prove it and has nothing to show.
    const [known] = offeredEvidence()
    const never = { from: '1900-01-01', until: '1900-01-02' }
    const silent = { ...known!, key, records: (db: Db) => known!.records(db, never) }
    offerEvidence([...offeredEvidence().filter((one) => one.key !== key), silent])
    await sql`update plan_bindings set measured_from = '2026-01-01' where ${key} = any(keys)`.execute(app.db)
    await sql`update plan_evidence_sources set measurable_from = '2026-01-01' where key = ${key}`.execute(app.db)

    const owner = await app.signIn({ name: 'Vello Vastutaja', postSlugs: [slug] })
    const stranger = await app.signIn({ name: 'Võõras Inimene', roles: ['official'] })
    const at = { ...app.context(), now: new Date('2026-12-29T08:00:00+02:00') }
    await remindOwners(at)
    const { notices } = await inbox.listInbox(app.db, owner.personId!, null)
    expect(notices.filter(({ path }) => path === `/tegevuskava/${number}`).map(({ title }) => title.et)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Tähtaeg läheneb: /), expect.stringMatching(/^Jäi täitmata: /)]),
    )
    await remindOwners(at)
    expect((await inbox.listInbox(app.db, owner.personId!, null)).notices).toHaveLength(notices.length)
    expect((await inbox.listInbox(app.db, stranger.personId!, null)).notices).toEqual([])
  })

  it('give the coordinator one summary a month', async () => {
    const coordinator = await app.signIn({ name: 'Kaie Koordinaator', roles: ['planCoordinator'] })
    const at = { ...app.context(), now: new Date('2026-12-01T08:30:00+02:00') }
    await tellCoordinators(at)
    await tellCoordinators(at)
    const shown = await coordinator.get('/minu/teated')
    expect(shown.text).toContain('Tegevuskava seis: detsember 2026')
    expect(shown.text.split('Tegevuskava seis: detsember 2026').length - 1).toBeLessThanOrEqual(2)
    expect(shown.text).toMatch(/37 lubadusest on täidetud \d+/)
    expect((await coordinator.get('/minu')).page.querySelector('a[href="/minu/teated"]')?.text).toContain('1')
    expect((await coordinator.get('/minu/teavitused')).text).toContain('Tegevuskava kuukokkuvõte')
  })

  it('run every morning and on the first of the month, by the local clock', () => {
    const [owners, month] = planJobs
    const now = new Date('2026-10-24T12:00:00Z')
    expect(nextDue(owners!.cron, 'Europe/Tallinn', now).toISOString()).toBe('2026-10-25T06:00:00.000Z')
    expect(nextDue(month!.cron, 'Europe/Tallinn', now).toISOString()).toBe('2026-11-01T06:30:00.000Z')
  })
})
