import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { inTransaction, keepCalendar, system, type Context } from '#platform/context.ts'
import { openEmbedded } from '#platform/database.ts'
import { verifyChain } from '#platform/events.ts'
import { migrate } from '#platform/migrate.ts'
import { runCommand } from '../src/commands.ts'
import { seedDemo } from '../src/installation.ts'
import { migrations, modules } from '../src/modules.ts'
import { loadSynthetic } from '../src/synthetic-load.ts'
import { openTestApp, testNow, type TestApp } from './app.ts'

const hamlet = { name: 'hamlet', residents: 9000, years: 2 }
// The cursor stands where a server that has handed everything on would have left it.
const handOn = (ctx: Context) =>
  sql`update platform_delivery set delivered_until = (select id from platform_event_head)`.execute(ctx.db)

/** Everything that was invented, by what stays the same from one installation to another. */
async function fingerprint({ db }: Context): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select line from (
      select concat_ws('|', 'person', id, slug, given_name, family_name, birth_date) as line
        from people_persons where code_index is null
      union all select concat_ws('|', 'resident', code_index, birth_date, settlement_ehak, citizenship)
        from people_residents where code_index in (select sha256(convert_to('synthetic resident 7 ' || n, 'UTF8'))
          from generate_series(1, 9000) as n)
      union all select concat_ws('|', 'membership', m.id, m.person_id, m.from_date, m.until_date)
        from people_memberships m join people_bodies b on b.id = m.body_id where b.slug like 'sunteetiline-%'
      union all select concat_ws('|', 'evidence', e.id, w.number, e.title, e.occurred_on, e.vouched_by, e.confirmed_at)
        from plan_vouched_evidence e join plan_wordings w on w.commitment_id = e.commitment_id
        join plan_versions v on v.id = w.version_id and v.number = 1 where e.title ->> 'et' like '%(sünteetiline)'
      union all select concat_ws('|', 'question', words, author_id, sent_at, answered_at) from plan_contributions
        where words like '%(sünteetiline)'
      union all select concat_ws('|', 'report', number, id, category_code, words, latitude, longitude, state, created_at,
          closed_at, fix_due) from reports_reports where words like '%(sünteetiline)'
      union all select concat_ws('|', 'follow', id, person_id, path, how, since) from notifications_follows
      union all select concat_ws('|', 'notice', person_id, path, at, read_at, dedupe_key) from notifications_inbox
      union all select concat_ws('|', 'letter', dedupe_key, sent_at) from notifications_mails
    ) as lines order by line collate "C"`.execute(db)
  return createHash('sha256')
    .update(rows.map(({ line }) => line).join('\n'))
    .digest('hex')
}

describe('a synthetic load', () => {
  let app: TestApp
  let lines: string[]
  beforeAll(async () => {
    app = await openTestApp()
    const context = { ...app.context(), now: testNow }
    await seedDemo(app.site, context)
    await handOn(app.context())
    const loaded = await loadSynthetic(context, app.site, hamlet, 7)
    lines = loaded.ok ? loaded.lines : []
  })

  it('says what it brought, and fills the register up to the wanted number', async () => {
    expect(lines.join('\n')).toContain('people: 270 persons, 9 bodies, ')
    expect(lines.join('\n')).toContain('9,000 residents, 1,500 residents added')
    expect(lines.join('\n')).toContain('reports: 24,000 reports, ')
    const { rows } = await sql<{ all: number; real: number }>`select count(*)::int as all,
      count(*) filter (where not synthetic)::int as real from people_residents`.execute(app.db)
    expect(rows[0]).toEqual({ all: 9000, real: 0 })
  })

  it('leaves a chain that holds, with the past in order', async () => {
    expect((await verifyChain(app.db)).ok).toBe(true)
    const { rows } = await sql<{ id: number; occurred_at: Date }>`select id, occurred_at from platform_events
      where id > (select id from platform_events where type = 'platform.demo-seeded') order by id`.execute(app.db)
    expect(rows.length).toBeGreaterThan(500)
    const times = rows.map((row) => row.occurred_at.getTime())
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1)).toBe(testNow.getTime())
  })

  it('calls reactions for its last row alone', async () => {
    const { rows } = await sql<{ type: string }>`select e.type from platform_events e, platform_delivery d
      where e.id > d.delivered_until`.execute(app.db)
    expect(rows).toEqual([{ type: 'platform.synthetic-loaded' }])
  })

  it('is marked on every page that shows it', async () => {
    const promise = await app.visitor.get('/tegevuskava/1.3')
    expect(promise.status).toBe(200)
    expect(promise.text).toContain('(sünteetiline)')
    const society = await app.visitor.get('/kogud/sunteetiline-selts-1')
    expect(society.page.querySelector('h1')?.text).toContain('(sünteetiline)')
    expect((await app.visitor.get('/logi')).text).toContain('Lisati sünteetiline koormus')
  })

  it('keeps the newest known status of every promise', async () => {
    const { rows } = await sql<{ wrong: number }>`select count(*)::int as wrong from (
      select distinct on (commitment_id) since from plan_status_changes order by commitment_id, id desc) newest
      where since <> ${testNow}`.execute(app.db)
    expect(rows[0]!.wrong).toBe(0)
  })

  it('comes once', async () => {
    await handOn(app.context())
    const again = await loadSynthetic(app.context(), app.site, hamlet, 8)
    expect(again).toEqual({ ok: false, reason: 'This site holds a synthetic load already.' })
  })

  it('is the same from the same seed, on the embedded database too', async () => {
    const database = await openEmbedded(null)
    await migrate(database.pool, migrations)
    keepCalendar(database.db, 'Europe/Tallinn')
    const context: Context = { db: database.db, actor: system, now: testNow }
    for (const module of modules) {
      if (module.install !== undefined) await inTransaction(context, (ctx) => module.install!(ctx, app.site.files))
    }
    await seedDemo({ ...app.site, database }, context)
    await handOn(context)
    expect((await loadSynthetic(context, app.site, hamlet, 7)).ok).toBe(true)
    expect(await fingerprint(context)).toBe(await fingerprint(app.context()))
    await database.close()
  })
})

describe('the command', () => {
  it('is refused in production', async () => {
    const app = await openTestApp()
    const config = {
      ...readConfig({ AVAVALD_SECRET: 'a secret of the tests, long enough' }),
      mode: 'production' as const,
    }
    const asked = { name: 'seed', site: 'joelahtme', words: ['town'] }
    const refused = await runCommand(asked, config, { sites: [app.site], now: testNow })
    expect(refused).toEqual({ lines: ['Production is not filled with invented content.'], code: 2 })
  })

  it('knows its sizes and asks for a number as the seed', async () => {
    const app = await openTestApp()
    const given = { sites: [app.site], now: testNow }
    const village = await runCommand({ name: 'seed', site: 'joelahtme', words: ['village'] }, app.config, given)
    expect(village.code).toBe(2)
    const seed = 'many'
    const wrong = await runCommand({ name: 'seed', site: 'joelahtme', words: ['town'], seed }, app.config, given)
    expect(wrong.lines[0]).toContain('demo|town|city')
  })
})
