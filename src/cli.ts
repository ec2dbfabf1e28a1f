import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig, WrongSetting } from '#platform/config.ts'
import { DirectoryInUse } from '#platform/directory-lock.ts'
import { runCommand, type CommandRequest, type CommandResult } from './commands.ts'
import { askRunningServer } from './control-socket.ts'
import { openSites } from './installation.ts'
import { restoreCommand } from './restore-command.ts'
import { checkCommand } from '#modules/ballots/index.ts'
import { tallyCommand } from '#modules/participatory-budget/index.ts'

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
      rule: { type: 'string' },
      'rule-file': { type: 'string' },
      proofs: { type: 'string' },
    },
  })
  if (name === 'pb:tally') return tally(values, positionals)
  if (name === 'ballots:verify') return verifyBallots(positionals[0], values.proofs)
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

/** Needs no site and no database: anybody may count a file again. */
function tally(values: { rule?: string; 'rule-file'?: string }, positionals: readonly string[]): CommandResult {
  if (positionals.length > 1) return { lines: ['One file at a time.'], code: 2 }
  const paths = [positionals[0], values['rule-file']]
  const missing = paths.find((path) => path !== undefined && !isFile(path))
  if (missing !== undefined) return { lines: [`There is no file ${missing}`], code: 2 }
  const [file, ruleFile] = paths.map((path) =>
    path === undefined ? undefined : { name: basename(path), bytes: readFileSync(path) },
  )
  return tallyCommand({
    ...(values.rule !== undefined && { rule: values.rule }),
    ...(file !== undefined && { file }),
    ...(ruleFile !== undefined && { ruleFile }),
  })
}

/** Needs no site and no database either: anybody may judge an archive. */
function verifyBallots(archive: string | undefined, proofs: string | undefined): CommandResult {
  if (archive === undefined)
    return { lines: ['Which archive? npm run ballots:verify -- FILE.bel [--proofs FILE]'], code: 2 }
  const missing = [archive, proofs].find((path) => path !== undefined && !isFile(path))
  if (missing !== undefined) return { lines: [`There is no file ${missing}`], code: 2 }
  const secondProofs = proofs === undefined ? null : readFileSync(proofs, 'utf8')
  return checkCommand(readFileSync(archive), secondProofs, (line) => console.error(line))
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true

try {
  const { lines, code } = await answer()
  for (const line of lines) (code === 0 ? console.log : console.error)(line)
  process.exitCode = code
} catch (error) {
  const isSetting = error instanceof WrongSetting
  console.error(isSetting ? `A setting is wrong:\n${error.message}` : error instanceof Error ? error.message : error)
  process.exitCode = 1
}
