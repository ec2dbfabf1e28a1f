import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DirectoryInUse, lockDirectory } from './directory-lock.ts'

const fresh = () => {
  const directory = join(mkdtempSync(join(tmpdir(), 'avavald-lock-')), 'database')
  mkdirSync(directory)
  return directory
}

it('lets one process at a time open the embedded database', () => {
  const directory = fresh()
  const release = lockDirectory(directory)
  expect(() => lockDirectory(directory)).toThrow(DirectoryInUse)
  release()
  lockDirectory(directory)()
  expect(readdirSync(join(directory, '..'))).toEqual(['database'])
})

it.each([
  ['a process that is gone', '999999 1'],
  ['a process whose number another one has now', `${process.ppid} 1`],
  ['nobody', ''],
])('takes over a lock left by %s', (_who, content) => {
  const directory = fresh()
  writeFileSync(join(directory, '..', 'database.lock'), content)
  const release = lockDirectory(directory)
  expect(() => lockDirectory(directory)).toThrow(DirectoryInUse)
  release()
})
