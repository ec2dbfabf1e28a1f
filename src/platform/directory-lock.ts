import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
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
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const descriptor = openSync(file, 'wx', 0o600)
      writeSync(descriptor, String(process.pid))
      closeSync(descriptor)
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(readFileSync(file, 'utf8'))
      if (isAlive(holder)) throw new DirectoryInUse(directory, holder)
      rmSync(file, { force: true })
    }
  }
  throw new DirectoryInUse(directory, 0)
}

function isAlive(processId: number): boolean {
  if (!Number.isInteger(processId) || processId <= 0 || processId === process.pid) return false
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
