// npm run worker: the queue's work in a process of its own, for sites on a PostgreSQL server.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, fail, pinnedNode, root } from './installation.mjs'
import { serverEnvironment, serverFlags } from './server-flags.mjs'

if (existsSync('.env')) process.loadEnvFile?.('.env')
if (!process.env.DATABASE_URL)
  fail('The worker needs DATABASE_URL: the embedded database serves one process, which does this work itself.')
ensureInstalled()
const node = pinnedNode()
ensureBuilt(node)
const worker = spawn(node, [...serverFlags, join('dist', 'server', 'worker.js')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...serverEnvironment, ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => worker.kill(signal))
worker.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
