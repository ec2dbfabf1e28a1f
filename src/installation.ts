import { join } from 'node:path'
import { sql } from 'kysely'
import type { Config } from '#platform/config.ts'
import { inTransaction, system, type Context } from '#platform/context.ts'
import { announceCommit } from '#platform/data-version.ts'
import { offerWords } from '#platform/event-words.ts'
import { platformEventWords } from '#platform/platform-event-words.ts'
import type { LocalText } from '#platform/language.ts'
import { offerEvidence } from '#platform/evidence.ts'
import { offerFollowables } from '#platform/followable.ts'
import { hideFromPublic, keepRolesOf, rankRoles, record } from '#platform/events.ts'
import { offerMeetingSections } from '#platform/meeting-section.ts'
import { offerOwnData } from '#platform/own-data.ts'
import { offerPersonSections } from '#platform/person-section.ts'
import { offerSettlementSections } from '#platform/settlement-section.ts'
import { offerSubjectWords } from '#platform/subject-words.ts'
import { migrate } from '#platform/migrate.ts'
import { listSiteNames, openSite, refuseSharedDatabase, type Site } from '#platform/site.ts'
import { migrations, modules, roleRanking } from './modules.ts'

hideFromPublic(['platform.day-began', 'identity.signed-in', 'identity.signed-out', 'identity.acting-for-chosen'])
for (const module of modules) {
  hideFromPublic(module.hiddenEvents ?? [])
  keepRolesOf(module.name, Object.keys(module.roles ?? {}))
}
rankRoles(roleRanking)
offerFollowables(
  modules.flatMap((module) => module.followables ?? []),
  modules.flatMap((module) => module.notices ?? []),
)
// From the top down: what points at a person lets go before the person does.
offerOwnData(modules.toReversed().flatMap((module) => (module.ownData === undefined ? [] : [module.ownData])))
offerSettlementSections(modules.flatMap((module) => module.settlementSections ?? []))
offerPersonSections(modules.flatMap((module) => module.personSections ?? []))
offerMeetingSections(modules.flatMap((module) => module.meetingSections ?? []))
offerSubjectWords(modules.flatMap((module) => module.subjectWords ?? []))
offerEvidence(modules.flatMap((module) => module.evidence ?? []))
offerWords(
  [platformEventWords, ...modules.map((module) => module.eventWords ?? {})],
  Object.assign({}, ...modules.map((module) => module.roles ?? {})) as Record<string, LocalText>,
)

/** Opens every site of this installation, migrated and filled with the municipality's own facts. */
export async function openSites(config: Config, now: Date, only?: string): Promise<Site[]> {
  const names = listSiteNames(config).filter((name) => only === undefined || name === only)
  if (names.length === 0)
    throw new Error(only === undefined ? `No site in ${config.sitesDirectory}` : `No site ${only}`)
  refuseSharedDatabase(config, names)
  const sites: Site[] = []
  for (const name of names) {
    const site = await openSite(config, name)
    sites.push(site)
    await migrate(site.database.pool, migrations)
    await furnish(site, config, now)
    await catchUp(site)
  }
  return sites
}

/** Reads how far the records have come, for the page cache's version; answers the newest one's id. */
export async function catchUp(site: Site): Promise<number> {
  const { rows } = await sql<{ newest: number; shown: number }>`select
    (select id from platform_event_head) as newest,
    coalesce((select id from platform_events where is_public order by id desc limit 1), 0) as shown`.execute(
    site.database.db,
  )
  announceCommit(site.database.db, rows[0]!.newest, rows[0]!.shown)
  return rows[0]!.newest
}

async function furnish(site: Site, config: Config, now: Date): Promise<void> {
  const context: Context = { db: site.database.db, actor: system, now }
  for (const module of modules) {
    if (module.install !== undefined) await inTransaction(context, (ctx) => module.install!(ctx, site.files))
  }
  if (config.mode === 'demo') await seedDemo(site, context)
}

/** The demo's persons and records, once and whole: all of it in one transaction. */
export async function seedDemo(site: Site, context: Context): Promise<boolean> {
  return inTransaction(context, async (ctx) => {
    await sql`select pg_advisory_xact_lock(7202611232)`.execute(ctx.db)
    const done = await sql`select 1 from platform_events where type = 'platform.demo-seeded' limit 1`.execute(ctx.db)
    if (done.rows.length > 0) return false
    for (const module of modules) await module.demo?.(ctx, { files: site.files, keys: site.keys })
    await record(ctx, 'platform.demo-seeded', `site:${site.name}`, { site: site.name })
    return true
  })
}

export function controlSocketPath(config: Config): string {
  return join(config.dataDirectory, 'control.sock')
}
