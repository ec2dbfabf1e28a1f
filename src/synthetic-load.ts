import { sql } from 'kysely'
import { makeClock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { findFollowable } from '#platform/followable.ts'
import { startDelivery } from '#platform/jobs/deliveries.ts'
import { makeLog } from '#platform/log.ts'
import type { Site } from '#platform/site.ts'
import { makeRandom, type PastEvent } from '#platform/synthetic.ts'
import { modules } from './modules.ts'

export type LoadSize = { name: string; residents: number; years: number }

export const loadSizes: Readonly<Record<string, LoadSize>> = {
  town: { name: 'town', residents: 7500, years: 10 },
  city: { name: 'city', residents: 450_000, years: 10 },
}

/** Fills a site with invented rows in one transaction, and answers what came, in lines for the operator. */
export async function loadSynthetic(
  context: Context,
  site: Pick<Site, 'name'>,
  size: LoadSize,
  seed: number,
): Promise<{ ok: true; lines: string[] } | { ok: false; reason: string }> {
  const began = performance.now()
  return inTransaction(context, async (ctx) => {
    await sql`select pg_advisory_xact_lock(7202611239)`.execute(ctx.db)
    const { db } = ctx
    const earlier = await sql`select 1 from platform_events where type = 'platform.synthetic-loaded' limit 1`.execute(
      db,
    )
    if (earlier.rows.length > 0) return { ok: false, reason: 'This site holds a synthetic load already.' } as const
    // Nobody records between the look at the cursor and the end: the head row is held until the commit.
    const waiting = await sql<{ waiting: number }>`
      select (select id from platform_event_head for update) - (select delivered_until from platform_delivery for update)
        as waiting`.execute(db)
    if (waiting.rows[0]!.waiting > 0) return { ok: false, reason: 'Records wait to be handed on; try again.' } as const

    const pages: string[] = []
    for (const module of modules) {
      for (const { path } of (await module.sitemap?.(ctx)) ?? [])
        if (findFollowable(path) !== undefined) pages.push(path)
    }
    const lines: string[] = []
    const past: PastEvent[] = []
    for (const [at, module] of modules.entries()) {
      const random = makeRandom(seed * 1000 + at)
      const load = await module.synthetic?.(ctx, { ...size, seed, random, pages })
      if (load === undefined) continue
      const counts = Object.entries(load.counts).map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
      lines.push(`${module.name}: ${counts.join(', ')}`)
      past.push(...(load.past ?? []))
    }
    for (const event of past.toSorted((a, b) => a.at.getTime() - b.at.getTime())) await event.write(ctx)
    const facts = { size: size.name, seed, residents: size.residents }
    const last = await record(ctx, 'platform.synthetic-loaded', `site:${site.name}`, facts)
    // What is years old is news to nobody: only the last row calls reactions, followers and the search index.
    await sql`update platform_delivery set delivered_until = ${last - 1}`.execute(ctx.db)
    // The embedded database gathers no statistics by itself.
    await sql`analyze`.execute(ctx.db)
    lines.push(`log: ${(past.length + 1).toLocaleString('en')} rows, the newest of them today`)
    const seconds = Math.round((performance.now() - began) / 1000)
    return { ok: true, lines: [`Synthetic load "${size.name}" by seed ${seed}, in ${seconds} s:`, ...lines] } as const
  })
}

/** Lets what was recorded so far take effect, where no server does it. */
export async function handOnWhatWaits(site: Site, config: Config, now: Date): Promise<void> {
  const { rows } = await sql<{ waits: boolean }>`
    select (select id from platform_event_head) > (select delivered_until from platform_delivery) as waits`.execute(
    site.database.db,
  )
  if (!rows[0]!.waits) return
  const deliveries = await startDelivery(site, modules, {
    config,
    clock: makeClock(now),
    log: makeLog(config.logLevel),
  })
  await deliveries.settle(120_000)
  await deliveries.stop()
}
