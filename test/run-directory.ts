import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const enough = 6 * 1024 ** 3
const prefix = 'avavald-'
const owner = 'run.pid'

/**
 * One directory for everything a run writes; workers and the processes they start make their temporary files in it.
 * It lies in memory where there is plenty: a database has hundreds of files, and a disk takes half a second for them.
 */
export function openRunDirectory(): { remove(): void } {
  const base = process.env.TMPDIR ?? (hasRoomInMemory() ? memory : tmpdir())
  removeAbandoned(base)
  const directory = mkdtempSync(join(base, prefix))
  // As root the database server runs as its own user, who must be able to enter.
  chmodSync(directory, 0o755)
  writeFileSync(join(directory, owner), String(process.pid))
  const before = process.env.TMPDIR
  process.env.TMPDIR = directory
  return {
    remove: () => {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
      removeDirectory(directory)
    },
  }
}

/** Waits for what is still being written by a process that is just ending. */
export function removeDirectory(directory: string): void {
  rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

function hasRoomInMemory(): boolean {
  if (process.platform !== 'linux' || !existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return Math.min(bavail * bsize, process.availableMemory()) > enough
}

/** A run that was killed could not clean up after itself. */
function removeAbandoned(base: string): void {
  for (const name of readdirSync(base)) {
    const file = join(base, name, owner)
    if (!name.startsWith(prefix) || !existsSync(file)) continue
    if (!isAlive(Number(readFileSync(file, 'utf8')))) removeDirectory(join(base, name))
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
