import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { jobWork, keepFile, makePdf } from '#modules/files/testing.ts'
import { verifyChain } from '#platform/events.ts'
import { testNow, openTestApp, type Client, type TestApp } from '#test/app.ts'
import { reportsOwnData } from '../own-data.ts'
import { findReport } from '../queries/reports.ts'
import { reportSearchables } from '../searchables.ts'
import { sendAReport } from '../testing.ts'
import { retentionJob } from './keep-terms.ts'

let app: TestApp
let roads: Client
let sender: Client
let neighbour: Client
beforeAll(async () => {
  app = await openTestApp()
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  sender = await app.signIn({ name: 'Rita Rebane' })
  neighbour = await app.signIn({ name: 'Nele Naaber' })
})

const monthsLater = (months: number) => {
  const day = new Date(testNow)
  day.setUTCMonth(day.getUTCMonth() + months)
  return day
}
/** The job as the calendar would call it, so many months after the tests' usual day. */
async function keepTermsIn(months: number) {
  const work = jobWork({ ctx: app.context(), site: app.site, config: app.config })
  await retentionJob.run({ ...work, ctx: { ...work.ctx, now: monthsLater(months) } })
}
const facts = async (type: string) => {
  const { rows } = await sql<{ facts: Record<string, number> }>`select facts from platform_events where type = ${type}
    order by id`.execute(app.db)
  return rows.map((row) => row.facts)
}
const answer = (number: number, state: string) =>
  roads.post(`/too/teated/${number}/vastused`, { idempotencyKey: crypto.randomUUID(), words: 'Korras.', state })
const tell = (who: Client, number: number) =>
  who.post(`/teated/${number}/lisandused`, { idempotencyKey: crypto.randomUUID(), words: 'Nägin ka.', change: '' })
const indexed = async (id: string) => {
  for await (const documents of reportSearchables[0]!.documents(app.context(), [id])) return documents.length
  return 0
}

async function aClosedReport(given: Partial<Record<string, string>> = {}, who: Client = sender) {
  const { report } = await sendAReport(app, who, { name: 'Rita R', showName: 'on', ...given })
  expect((await tell(neighbour, report.number)).status).toBe(303)
  expect((await answer(report.number, 'fixed-by-parish')).status).toBe(303)
  return report
}

describe('a closed report', () => {
  it('keeps who wrote it until its subject’s term is over, and what was said after that', async () => {
    const { id, number } = await aClosedReport()
    const open = (await sendAReport(app, sender)).report
    const page = async () => (await app.visitor.get(`/teated/${number}`)).text
    expect((await page()).includes('Rita R')).toBe(true)
    await keepTermsIn(23)
    expect((await findReport(app.db, { id }))?.reporterName).toBe('Rita R')
    await keepTermsIn(25)
    expect(await findReport(app.db, { id })).toMatchObject({
      reporterPerson: null,
      reporterName: null,
      words: expect.stringContaining('auk'),
    })
    const { rows } = await sql<{
      person: string | null
      author: string
      words: string
    }>`select author_person as person, author, words
      from reports_updates where report_id = ${id} order by at`.execute(app.db)
    expect(rows.map(({ person, author }) => [author, person !== null])).toEqual([
      ['neighbour', false],
      ['official', true],
    ])
    expect([(await page()).includes('Rita R'), (await page()).includes('Nägin ka.')]).toEqual([false, true])
    // One that is still open stays its sender's, however old.
    expect((await findReport(app.db, { id: open.id }))?.reporterPerson).toBe(sender.personId)
    expect(await facts('reports.anonymised')).toEqual([{ count: 1 }])
    const takenOut = async (who: Client) =>
      JSON.stringify(await reportsOwnData.takeOut!(app.context(await who.actor()), app.site.keys))
    expect([(await takenOut(sender)).includes(id), (await takenOut(neighbour)).includes('Nägin ka.')]).toEqual([
      false,
      false,
    ])
  })

  it('is touched once: a second night finds nothing and records nothing', async () => {
    await keepTermsIn(25)
    expect((await facts('reports.retention-done')).length).toBe(1)
    expect(await facts('reports.anonymised')).toEqual([{ count: 1 }])
  })

  it('loses the address of the letter to its sender as well as the answers for staff alone', async () => {
    const { report } = await sendAReport(app, app.visitor, { email: 'mari@naide.ee' })
    const closed = {
      state: 'fixed-by-parish',
      closed_at: testNow,
      confirmed_at: testNow,
      answer_due: '2026-12-01',
      fix_due: '2026-12-01',
    }
    await app.db.updateTable('reports_reports').set(closed).where('id', '=', report.id).execute()
    await keepTermsIn(25)
    expect((await findReport(app.db, { id: report.id }))?.reporterEmail).toBeNull()
  })

  it('is deleted only where its subject says so, with all that stands below it', async () => {
    const kept = await aClosedReport()
    await keepTermsIn(600)
    expect(await findReport(app.db, { id: kept.id })).toBeDefined()
    const main = await aClosedReport({ category: 'haljastus' })
    const double = await aClosedReport({ category: 'haljastus' })
    const secret = await aClosedReport({ category: 'haljastus' })
    const asDouble = { state: 'duplicate', duplicate_of: main.id }
    await app.db.updateTable('reports_reports').set(asDouble).where('id', '=', double.id).execute()
    await app.db.updateTable('reports_reports').set({ is_private: true }).where('id', '=', secret.id).execute()
    const follow = { leht: `/teated/${main.number}`, path: `/teated/${main.number}`, how: 'daily' }
    expect((await neighbour.post('/jalgimised', follow)).status).toBe(303)
    const months = { delete_months: 36 }
    await app.db.updateTable('reports_categories').set(months).where('code', '=', 'haljastus').execute()
    expect(await indexed(main.id)).toBe(1)
    await keepTermsIn(35)
    expect(await findReport(app.db, { id: main.id })).toBeDefined()
    await keepTermsIn(37)
    for (const { id } of [main, double, secret]) expect(await findReport(app.db, { id })).toBeUndefined()
    expect(await findReport(app.db, { id: kept.id })).toBeDefined()
    expect((await app.visitor.get(`/teated/${main.number}`)).status).toBe(404)
    expect(await indexed(main.id)).toBe(0)
    const follows = await app.db.selectFrom('notifications_follows').select('path').execute()
    expect(follows.map(({ path }) => path)).not.toContain(follow.path)
    // The log names those that everybody saw, and of the private one nothing.
    expect((await facts('reports.deleted')).map(({ number }) => number).toSorted()).toEqual(
      [main.number, double.number].toSorted(),
    )
    expect(await facts('reports.retention-done')).toContainEqual({ anonymised: 0, deleted: 3, failed: 0 })
    expect((await verifyChain(app.db)).ok).toBe(true)
  })

  it('takes its files along', async () => {
    const { report } = await sendAReport(app, sender, { category: 'haljastus' })
    const parts = { ctx: app.context(), site: app.site, config: app.config }
    const file = await keepFile(parts, 'kiri.pdf', makePdf('Tere'))
    const columns = {
      attached_to: `report:${report.id}`,
      attached_at: testNow,
      uploaded_by: sender.personId,
      visibility: 'everyone',
    }
    await app.db.updateTable('files_files').set(columns).where('id', '=', file).execute()
    const original = await keepFile(parts, 'enne-katmist.pdf', makePdf('Nägu'))
    const uncovered = { ...columns, attached_to: `report-original:${report.id}`, visibility: 'roles' }
    await app.db.updateTable('files_files').set(uncovered).where('id', '=', original).execute()
    expect((await answer(report.number, 'fixed-by-parish')).status).toBe(303)
    const find = (id = file) =>
      app.db
        .selectFrom('files_files')
        .select(['uploaded_by', 'visibility', 'keep_until'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    await keepTermsIn(25)
    // What was covered shows somebody: it goes with the names.
    expect(await find(original)).toMatchObject({ uploaded_by: null, keep_until: expect.any(String) })
    expect(await find()).toEqual({ uploaded_by: null, visibility: 'everyone', keep_until: null })
    await keepTermsIn(37)
    expect(await find()).toMatchObject({ visibility: 'roles', keep_until: expect.stringMatching(/^2029-12-/) })
  })

  it('is forgotten by every table that names it', async () => {
    const { rows } = await sql<{ name: string }>`select conname as name from pg_constraint
      where contype = 'f' and confrelid = 'reports_reports'::regclass and confdeltype <> 'c' order by 1`.execute(app.db)
    // A new one belongs into `deleteReport` as well, or is made with `on delete cascade`.
    expect(rows.map(({ name }) => name)).toEqual([
      'reports_bulk_rows_report_fkey',
      'reports_checks_report_fkey',
      'reports_doublings_main_fkey',
      'reports_doublings_report_fkey',
      'reports_doubts_report_fkey',
      'reports_mails_report_fkey',
      'reports_notes_report_fkey',
      'reports_originals_opened_report_fkey',
      'reports_questions_report_fkey',
      'reports_reports_duplicate_fkey',
      'reports_reports_split_fkey',
      'reports_updates_report_fkey',
    ])
  })
})
