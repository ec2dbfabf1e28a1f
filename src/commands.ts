import { writeBackup } from '#platform/backup/write-backup.ts'
import type { Config } from '#platform/config.ts'
import { system, type Context } from '#platform/context.ts'
import { verifyChain } from '#platform/events.ts'
import type { Site } from '#platform/site.ts'
import { seedDemo } from './installation.ts'
import { handOnWhatWaits, loadSizes, loadSynthetic } from './synthetic-load.ts'
import { importPlanCommand } from '#modules/plan/index.ts'
import { grantRoleCommand, importResidentsCommand } from '#modules/people/index.ts'

/** What the command line read for the command: files travel as base64, so that a running server can do the work. */
export type CommandRequest = {
  name: string
  site: string
  words: string[]
  /** From which number invented rows are drawn. */
  seed?: string
  file?: { name: string; base64: string }
  /** A file that is written or read where the command runs; absolute. */
  path?: string
}
export type CommandResult = { lines: string[]; code: number }

type Command = (ctx: Context, site: Site, asked: CommandRequest, config: Config) => Promise<CommandResult>

const commands: Record<string, Command> = {
  'audit:verify': async (ctx) => {
    const verdict = await verifyChain(ctx.db)
    if (!verdict.ok) return { lines: [`The chain breaks at row ${verdict.brokenAt}: ${verdict.why}`], code: 1 }
    return { lines: [`${verdict.rows} rows, the chain holds. Head: ${verdict.head}`], code: 0 }
  },
  seed: async (ctx, site, { words: [size = 'demo'], seed = '1' }, config) => {
    if (size !== 'demo') return fill(ctx, site, { size, seed }, config)
    const filled = await seedDemo(site, ctx)
    return { lines: [filled ? 'The demo was filled in.' : 'The demo is there already; nothing was changed.'], code: 0 }
  },
  backup: async (ctx, site, { path }) => {
    if (path === undefined) return { lines: ['Usage: npm run backup -- --site S --to FILE'], code: 2 }
    const { tables, files } = await writeBackup(site, path, ctx.now)
    const rows = Object.values(tables).reduce((sum, count) => sum + count, 0)
    return { lines: [`${rows} rows and ${files} files were written to ${path}`], code: 0 }
  },
  'user:grant': async (ctx, site, { words: [code = '', role = ''] }) => grantRoleCommand(ctx, site.keys, code, role),
  'plan:import': async (ctx, _site, { file }) =>
    file === undefined
      ? { lines: ['Usage: npm run plan:import -- --site S FILE'], code: 2 }
      : importPlanCommand(ctx, Buffer.from(file.base64, 'base64'), file.name),
  'residents:import': async (ctx, site, { file }) =>
    file === undefined
      ? { lines: ['Usage: npm run residents:import -- --site S FILE'], code: 2 }
      : importResidentsCommand(ctx, site.keys, Buffer.from(file.base64, 'base64')),
}

/** A demo that is missing comes first: a load stands on the municipality's own bodies and plan. */
async function fill(
  ctx: Context,
  site: Site,
  asked: { size: string; seed: string },
  config: Config,
): Promise<CommandResult> {
  const size = Object.hasOwn(loadSizes, asked.size) ? loadSizes[asked.size] : undefined
  if (size === undefined || !/^\d{1,6}$/.test(asked.seed))
    return { lines: ['Usage: npm run seed -- --site S --size demo|town|city [--seed NUMBER]'], code: 2 }
  await seedDemo(site, ctx)
  await handOnWhatWaits(site, config, ctx.now)
  const filled = await loadSynthetic(ctx, site, size, Number(asked.seed))
  return filled.ok ? { lines: filled.lines, code: 0 } : { lines: [filled.reason], code: 1 }
}

export async function runCommand(
  asked: CommandRequest,
  config: Config,
  { sites, now }: { sites: readonly Site[]; now: Date },
): Promise<CommandResult> {
  const command = Object.hasOwn(commands, asked.name) ? commands[asked.name] : undefined
  if (command === undefined) return { lines: [`There is no command ${asked.name}`], code: 2 }
  const site = sites.find((one) => one.name === asked.site)
  if (asked.name === 'seed' && config.mode === 'production')
    return { lines: ['Production is not filled with invented content.'], code: 2 }
  if (site === undefined)
    return { lines: [`There is no site ${asked.site}. Sites: ${sites.map((one) => one.name).join(', ')}`], code: 2 }
  try {
    return await command({ db: site.database.db, actor: system, now }, site, asked, config)
  } catch (error) {
    return { lines: [`${asked.name} failed: ${error instanceof Error ? error.message : String(error)}`], code: 1 }
  }
}
