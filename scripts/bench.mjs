// npm run bench [-- name]: measurements as ratios against a reference in the same run.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { ensureBuilt, ensureInstalled, fail, pinnedNode, run, tool } from './installation.mjs'

ensureInstalled()
const node = pinnedNode()
ensureBuilt(node)
for (const [program, debianPackage] of [
  ['nginx', 'nginx-light'],
  ['wrk', 'wrk'],
]) {
  if (['/usr/bin', '/usr/sbin', '/usr/local/bin'].some((folder) => existsSync(`${folder}/${program}`))) continue
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' })
    spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', debianPackage], { stdio: 'ignore' })
  } else fail(`The measurements need ${program}.`, `Install it and run this command again.`)
}
const built = run(node, [
  tool('vite', 'bin/vite.js'),
  'build',
  '--config',
  'vite.server.config.ts',
  '--ssr',
  'bench/main.ts',
  '--outDir',
  'dist/bench',
  '--logLevel',
  'warn',
])
if (built.status !== 0) fail('The measurements could not be built (see above).')
process.exit(run(node, ['--expose-gc', 'dist/bench/main.js', ...process.argv.slice(2)]).status ?? 1)
