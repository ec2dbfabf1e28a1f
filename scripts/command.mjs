// npm run plan:import and its like: the built command line, on the pinned Node.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, pinnedNode, run } from './installation.mjs'

if (existsSync('.env')) process.loadEnvFile?.('.env')
ensureInstalled()
const node = pinnedNode()
ensureBuilt(node)
const { status } = run(node, [join('dist', 'server', 'cli.js'), ...process.argv.slice(2)])
process.exit(status ?? 1)
