import { Hono } from 'hono'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as z from 'zod'
import type { Site } from '../site.ts'
import type { AppEnv } from './http.ts'
import { readUpload } from './read-upload.ts'

const temporaryDirectory = mkdtempSync(join(tmpdir(), 'avavald-upload-'))
const server = new Hono<AppEnv>()
server.use((c, next) => {
  c.set('site', { store: { temporaryDirectory } } as Site)
  return next()
})
server.post('/', (c) =>
  readUpload(c, z.object({}), { invalid: 'wrong' }, { bytesPerFile: 1000, files: 2 }, async ({ uploads }) =>
    c.json(Object.values(uploads).map(({ name, size }) => ({ name, size }))),
  ),
)

it('a part of a file’s type without a name is a file without a name', async () => {
  const lines = ['--zoo', 'Content-Disposition: form-data; name="proof"', 'Content-Type: application/octet-stream', '']
  const body = [...lines, 'moo', '--zoo--', ''].join('\r\n')
  const answer = await server.request('/', {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=zoo' },
    body,
  })
  expect([answer.status, await answer.json()]).toEqual([200, [{ name: '', size: 3 }]])
  expect(readdirSync(temporaryDirectory)).toEqual([])
})
