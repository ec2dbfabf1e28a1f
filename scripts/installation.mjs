// Runs on any Node from 20 on, before anything is installed: only Node's own modules here.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)

// What is told while preparing stays out of a command's own output.
const preparing = ['inherit', 2, 2]
const wantedMajor = 26
const bin = join(root, 'node_modules', '.bin')
const installStamp = join(root, 'node_modules', '.avavald-install')
const buildStamp = join(root, 'dist', '.avavald-build')

export function fail(...lines) {
  console.error(['', ...lines, ''].join('\n'))
  process.exit(1)
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function isFresh(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

/** Installs exactly what the lock file says when it has not been, or when the lock file has changed. */
export function ensureInstalled() {
  const hash = `${hashOf(['package.json', 'package-lock.json'])} ${process.platform} ${process.arch}`
  if (isFresh(installStamp, hash)) return
  console.error('Installing packages (npm ci) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: preparing,
    shell: process.platform === 'win32',
  })
  if (error) fail('npm was not found.', 'Install Node.js 20 or newer with npm, then run this command again.')
  if (status !== 0) {
    fail(
      'The packages could not be installed: npm ci ended with an error (see above).',
      'Check the network and free disk space, then run this command again.',
    )
  }
  writeFileSync(installStamp, hash)
}

/** The pinned Node from the lock file; the machine's own only where no package of it exists and it is new enough. */
export function pinnedNode() {
  const pinned = join(bin, process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned
  if (Number(process.versions.node.split('.')[0]) >= wantedMajor) return process.execPath
  return fail(
    `Avavald needs Node ${wantedMajor}, and no package of it exists for ${process.platform} ${process.arch}.`,
    `Install Node ${wantedMajor} yourself (this is ${process.version}) and run this command again.`,
  )
}

export function run(node, args, options = {}) {
  return spawnSync(node, args, { cwd: root, stdio: 'inherit', ...options })
}

export const tool = (name, path) => join(root, 'node_modules', name, path)

function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .toSorted()
}

/** Builds browser files and server programs when the sources changed since the last build. */
export function ensureBuilt(node) {
  const hash = hashOf([...filesUnder('src'), 'vite.config.ts', 'vite.server.config.ts', 'package-lock.json'])
  if (isFresh(buildStamp, hash)) return
  console.error('Building …')
  const vite = tool('vite', 'bin/vite.js')
  for (const config of ['vite.config.ts', 'vite.server.config.ts']) {
    const built = run(node, [vite, 'build', '--config', config, '--logLevel', 'warn'], { stdio: preparing })
    if (built.status !== 0) fail(`The build failed (${config}, see above).`)
  }
  mkdirSync(dirname(buildStamp), { recursive: true })
  writeFileSync(buildStamp, hash)
}
