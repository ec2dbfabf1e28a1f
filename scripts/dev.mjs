// npm run dev: rebuilds on every change and starts the server anew.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, pinnedNode, root, tool } from './installation.mjs'

ensureInstalled()
const node = pinnedNode()
ensureBuilt(node)
const watchers = ['vite.config.ts', 'vite.server.config.ts'].map((config) =>
  spawn(node, [tool('vite', 'bin/vite.js'), 'build', '--watch', '--config', config, '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  }),
)
const server = spawn(
  node,
  [
    '--env-file-if-exists=.env',
    '--watch-path=dist/server',
    '--watch-path=dist/client',
    join('dist', 'server', 'main.js'),
  ],
  { cwd: root, stdio: 'inherit' },
)
const end = () => {
  for (const child of [...watchers, server]) child.kill('SIGTERM')
}
process.on('SIGINT', end)
process.on('SIGTERM', end)
server.on('exit', (code) => {
  end()
  process.exit(code ?? 0)
})
