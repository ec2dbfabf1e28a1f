// npm test and npm run check: everything that must hold, with one line at the end that says how it went.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { ensureBuilt, ensureInstalled, fail, pinnedNode, run, tool } from './installation.mjs'

const quick = process.argv.includes('--quick')
ensureInstalled()
const node = pinnedNode()
if (!quick) ensureChromium()
ensureBuilt(node)

const only = ['src', 'test', 'bench', 'scripts', 'vite.config.ts', 'vite.server.config.ts', 'vitest.config.ts']
const checks = [
  ['format', [tool('oxfmt', 'bin/oxfmt'), '--check', ...only]],
  ['lint', [tool('oxlint', 'bin/oxlint'), '--deny-warnings', ...only]],
  ['types', [tool('typescript7', 'bin/tsc'), '--noEmit']],
  [
    'boundaries',
    [tool('dependency-cruiser', 'bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', 'src'],
  ],
  ['dead code', [tool('knip', 'bin/knip.js')]],
]
let passed = 0
let failed = 0
for (const [name, args] of checks) {
  const { status } = run(node, args)
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`)
  if (status === 0) passed += 1
  else failed += 1
}

const report = 'dist/test-report.json'
rmSync(report, { force: true })
const chosen = quick ? ['--project=parts'] : []
const vitest = run(node, [
  tool('vitest', 'vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...chosen,
])
if (existsSync(report)) {
  const result = JSON.parse(readFileSync(report, 'utf8'))
  passed += result.numPassedTests
  failed += result.numFailedTests + (result.numFailedTests === 0 && vitest.status !== 0 ? 1 : 0)
} else failed += 1

console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

function ensureChromium() {
  const found = ['/usr/bin/chromium', '/usr/bin/chromium-browser', process.env.CHROMIUM ?? ''].find(
    (path) => path && existsSync(path),
  )
  if (found) return
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing Chromium (apt-get) …')
    const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-q'], quiet)
    spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], quiet)
    if (existsSync('/usr/bin/chromium')) return
  }
  const { status } = run(node, [tool('playwright-core', 'cli.js'), 'install', 'chromium'])
  if (status !== 0)
    fail(
      'The browser tests need Chromium, and it could not be installed.',
      'Install it (for example apt-get install chromium) or name it in CHROMIUM, then run npm test again.',
    )
}
