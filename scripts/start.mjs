// npm start: install, build, fill and serve; each step only when needed.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, fail, pinnedNode, root, run } from './installation.mjs'
import { serverEnvironment, serverFlags } from './server-flags.mjs'

// Node 20.12 and newer read it themselves; what the environment says already goes first.
if (existsSync('.env')) process.loadEnvFile?.('.env')
ensureInstalled()
const node = pinnedNode()
ensureBuilt(node)

if (!process.env.DATABASE_URL && needsFirstFilling()) {
  console.log('Filling the database for the first time …')
  const prepared = run(node, [join('dist', 'server', 'cli.js'), 'prepare'])
  if (prepared.status !== 0) fail('The database could not be filled (see above).')
}
const server = spawn(node, [...serverFlags, join('dist', 'server', 'main.js')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...serverEnvironment, ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))

// The first filling takes memory that a long-running server should not keep: it gets a process of its own.
function needsFirstFilling() {
  const data = process.env.AVAVALD_DATA || 'data'
  const sites = process.env.AVAVALD_SITES || 'sites'
  return readdirSync(sites, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .some((site) => !existsSync(join(data, site.name, 'database', 'PG_VERSION')))
}
