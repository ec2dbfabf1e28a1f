import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig, WrongSetting } from '#platform/config.ts'
import { DirectoryInUse } from '#platform/directory-lock.ts'
import { runCommand, type CommandRequest, type CommandResult } from './commands.ts'
import { askRunningServer } from './control-socket.ts'
import { openSites } from './installation.ts'
import { restoreCommand } from './restore-command.ts'

async function answer(): Promise<CommandResult> {
  const [name = '', ...rest] = process.argv.slice(2)
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: {
      site: { type: 'string' },
      size: { type: 'string' },
      seed: { type: 'string' },
      to: { type: 'string' },
      from: { type: 'string' },
    },
  })
  const config = readConfig()
  if (name === 'prepare') {
    const sites = await openSites(config, config.startAt ?? new Date())
    for (const site of sites) await site.database.close()
    return { lines: [], code: 0 }
  }
  if (values.site === undefined) return { lines: ['Which site? Add --site NAME'], code: 2 }
  if (name === 'restore') return restoreCommand(config, values.site, values.from)
  const takesFile = name.endsWith(':import') && positionals[0] !== undefined
  if (takesFile && !existsSync(positionals[0]!)) return { lines: [`There is no file ${positionals[0]}`], code: 2 }
  const asked: CommandRequest = {
    name,
    site: values.site,
    words: takesFile ? [] : [...positionals, ...(values.size === undefined ? [] : [values.size])],
    ...(values.seed !== undefined && { seed: values.seed }),
    ...(values.to !== undefined && { path: resolve(values.to) }),
    ...(takesFile && {
      file: { name: basename(positionals[0]!), base64: readFileSync(positionals[0]!).toString('base64') },
    }),
  }
  try {
    const now = config.startAt ?? new Date()
    const sites = await openSites(config, now, values.site)
    const result = await runCommand(asked, config, { sites, now })
    for (const site of sites) await site.database.close()
    return result
  } catch (error) {
    if (error instanceof DirectoryInUse) return askRunningServer(config, asked)
    throw error
  }
}

try {
  const { lines, code } = await answer()
  for (const line of lines) (code === 0 ? console.log : console.error)(line)
  process.exitCode = code
} catch (error) {
  const isSetting = error instanceof WrongSetting
  console.error(isSetting ? `A setting is wrong:\n${error.message}` : error instanceof Error ? error.message : error)
  process.exitCode = 1
}
