import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { DamagedArchive } from '#platform/backup/archive.ts'
import { restoreBackup, RestoreRefused } from '#platform/backup/restore-backup.ts'
import type { Config } from '#platform/config.ts'
import { verifyChain } from '#platform/events.ts'
import { makeLog } from '#platform/log.ts'
import { listSiteNames, openSite } from '#platform/site.ts'
import type { CommandResult } from './commands.ts'
import { migrations } from './modules.ts'

/** `npm run restore`: opens the site without filling it, since a backup goes into an empty one. */
export async function restoreCommand(config: Config, name: string, from: string | undefined): Promise<CommandResult> {
  if (from === undefined) return { lines: ['Usage: npm run restore -- --site S --from FILE'], code: 2 }
  if (!existsSync(from)) return { lines: [`There is no file ${from}`], code: 2 }
  if (!listSiteNames(config).includes(name)) return { lines: [`There is no site ${name}.`], code: 2 }
  const site = await openSite(config, name)
  try {
    const { manifest, hasSameKeys } = await restoreBackup(site, resolve(from), migrations, makeLog(config.logLevel))
    const verdict = await verifyChain(site.database.db)
    const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0)
    const lines = [`${rows} rows and ${manifest.files} files of ${manifest.site} (${manifest.madeAt}) were restored.`]
    if (!hasSameKeys) {
      lines.push('AVAVALD_SECRET differs from the one of the backup: sealed personal codes cannot be opened here,')
      lines.push('and people who sign in are entered anew. Restore with the same secret to keep them.')
    }
    lines.push(verdict.ok ? `The chain of ${verdict.rows} rows holds.` : `The chain breaks at row ${verdict.brokenAt}.`)
    return { lines, code: verdict.ok ? 0 : 1 }
  } catch (error) {
    if (error instanceof DamagedArchive || error instanceof RestoreRefused) return { lines: [error.message], code: 1 }
    throw error
  } finally {
    await site.database.close()
  }
}
