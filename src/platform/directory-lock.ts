import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another living process has this embedded database open; two would damage it. */
export class DirectoryInUse extends Error {
  override name = 'DirectoryInUse'
  readonly processId: number
  constructor(directory: string, processId: number) {
    super(`${directory} is in use by process ${processId}`)
    this.processId = processId
  }
}

/** Takes the directory for this process; a lock left by a process that is gone is taken over. Returns the release. */
export function lockDirectory(directory: string): () => void {
  const file = join(directory, '..', 'database.lock')
  const own = `${process.pid} ${startOf(process.pid)}`
  // Written whole beside it and linked into place, so that nobody ever reads half a lock.
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, own, { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (linked(draft, file)) return () => release(file, own)
      const holder = contentOf(file)
      if (holder === undefined) continue
      if (isAlive(holder)) throw new DirectoryInUse(directory, Number(holder.split(' ')[0]))
      takeAway(file, holder)
    }
    throw new DirectoryInUse(directory, 0)
  } finally {
    rmSync(draft, { force: true })
  }
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Moves a dead lock aside; when another process had already replaced it, what was moved is put back. */
function takeAway(file: string, dead: string): void {
  const aside = `${file}.dead.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (contentOf(aside) !== dead) linked(aside, file)
  rmSync(aside, { force: true })
}

function release(file: string, own: string): void {
  if (contentOf(file) === own) rmSync(file, { force: true })
}

/** When a process began, in the kernel's ticks: tells it from a later one with the same number. Empty where unknown. */
function startOf(processId: number): string {
  const stat = contentOf(`/proc/${processId}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function isAlive(holder: string): boolean {
  const [number, start] = holder.split(' ')
  const processId = Number(number)
  if (!Number.isInteger(processId) || processId <= 0) return false
  if (start !== undefined && start !== '' && startOf(processId) !== start) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
