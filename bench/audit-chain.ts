import { sql } from 'kysely'
import { inTransaction, keepCalendar, system, type Context } from '#platform/context.ts'
import { openPostgres } from '#platform/database.ts'
import { record } from '#platform/events.ts'
import { migrate } from '#platform/migrate.ts'
import { migrations } from '../src/modules.ts'
import { startPostgres } from '../test/postgres.ts'
import { compare, report, round } from './measuring.ts'

const rounds = 300

/** A use case with its audit row in the hash chain, against the same use case with an unchained log row. */
export async function auditChain(): Promise<void> {
  const postgres = await startPostgres([])
  await postgres.server.createDatabase('bench')
  const database = openPostgres(postgres.url('bench'), 4)
  await migrate(database.pool, migrations)
  keepCalendar(database.db, 'Europe/Tallinn')
  await sql`create table bench_log (id bigint generated always as identity primary key, occurred_at timestamptz, type text,
    subject text, actor_id uuid, actor_role text, is_public boolean, facts jsonb)`.execute(database.db)
  const context: Context = { db: database.db, actor: system, now: new Date() }

  // Reads two rows and writes one, as the smallest of real use cases do.
  const change = async (ctx: Context) => {
    await sql`select id from plan_versions where state = 'adopted' order by number desc limit 1`.execute(ctx.db)
    await sql`select uses from platform_rate_limits limit 1`.execute(ctx.db)
    await ctx.db.insertInto('plan_commitments').values({ created_at: ctx.now }).execute()
  }
  const timed = async (log: (ctx: Context) => Promise<unknown>) => {
    const start = performance.now()
    for (let at = 0; at < rounds; at += 1) {
      await inTransaction(context, async (ctx) => {
        await change(ctx)
        await log(ctx)
      })
    }
    return performance.now() - start
  }
  const chained = () => timed((ctx) => record(ctx, 'platform.demo-seeded', 'site:bench', { site: 'bench' }))
  const plain = () =>
    timed((ctx) =>
      sql`insert into bench_log (occurred_at, type, subject, actor_role, is_public, facts)
        values (${ctx.now}, 'platform.demo-seeded', 'site:bench', 'system', true, ${'{"site":"bench"}'}::jsonb)`.execute(
        ctx.db,
      ),
    )
  await chained()
  await plain()
  const result = await compare(chained, plain, 7)
  await database.close()
  await postgres.stop()
  report('audit-chain', [
    {
      what: 'a use case with the audit chain',
      measured: round(result.ratio),
      unit: 'of plain',
      reference: `${round(result.ours / rounds)} against ${round(result.theirs / rounds)} ms with an unchained log row`,
      bound: 'at most 1.2',
      holds: result.ratio <= 1.2,
    },
  ])
}
