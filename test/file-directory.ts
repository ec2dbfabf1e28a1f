import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { sep } from 'node:path'
import { afterAll } from 'vitest'
import { removeDirectory } from './run-directory.ts'

// Every test file makes its temporary files in a directory of its own. Hooks after a file run last made first:
// this one comes when servers, databases and browsers have ended, also when a test failed.
const before = tmpdir()
const directory = mkdtempSync(before + sep)
chmodSync(directory, 0o755)
process.env.TMPDIR = directory
afterAll(() => {
  process.env.TMPDIR = before
  removeDirectory(directory)
})
