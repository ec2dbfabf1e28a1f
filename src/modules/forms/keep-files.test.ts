import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import type { Context } from '#platform/context.ts'
import { openTestApp, type TestApp } from '#test/app.ts'
import type { Definition } from './definition.ts'
import { forms, readAnswers } from './index.ts'
import { aForm } from './testing.ts'

let app: TestApp
let ctx: Context
const folder = mkdtempSync(join(tmpdir(), 'avavald-forms-'))
beforeAll(async () => {
  app = await openTestApp({ install: false })
  ctx = app.context(await (await app.signIn()).actor())
})

const asked = { required: true, isPublic: true, type: 'file' } as const
const definition: Definition = aForm(
  {
    ...asked,
    code: 'foto',
    label: { et: 'Foto' },
    kinds: ['image'],
    most: 2,
    shownIf: { field: 'katki', is: ['lamp'] },
  },
  { ...asked, code: 'leping', label: { et: 'Leping' }, kinds: ['document'], most: 1, required: false },
)
const upload = (name: string, bytes: Buffer | string) => {
  const path = join(folder, crypto.randomUUID())
  writeFileSync(path, bytes)
  const hash = createHash('sha256').update(bytes).digest('hex')
  return { path, name, size: Buffer.byteLength(bytes), hash, isTooLarge: false }
}
const picture = async () =>
  upload(
    'lamp.png',
    await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fa0' } })
      .png()
      .toBuffer(),
  )
const keep = (values: Record<string, string>, uploads: Record<string, ReturnType<typeof upload>>) =>
  forms.keepFiles(ctx, app.site, definition, { values, uploads }, { language: 'et' })
const filesKept = async () => (await app.db.selectFrom('files_files').select('id').execute()).length

it('files that came with a form are kept and become its answer', async () => {
  const values = { 'k.katki': 'lamp', 'k.foto.description': 'Lamp', 'k.foto.2.description': 'Post' }
  const sent = await keep(values, {
    'k.foto': await picture(),
    'k.foto.2': await picture(),
    'k.leping': upload('leping.txt', 'Lepime kokku.'),
  })
  expect(sent.errors).toEqual({})
  const read = readAnswers(definition, sent.values)
  const files = read.ok ? [read.answers.foto, read.answers.leping] : []
  expect(files.map((ids) => (ids as string[]).length)).toEqual([2, 1])
  // Sent once more after a refusal: what was kept stays, nothing has to be chosen again.
  const again = await keep(sent.values, {})
  expect(readAnswers(definition, again.values)).toEqual(read)
})

it('a picture says what it shows, and the right kind of file comes', async () => {
  const before = await filesKept()
  const sent = await keep({ 'k.katki': 'lamp' }, { 'k.foto': await picture(), 'k.leping': await picture() })
  expect(sent.errors).toEqual({
    'k.foto.description': 'Kirjuta, mis pildil näha on. Seda loevad need, kes pilti ei näe.',
    'k.leping': 'Lisa dokument (näiteks PDF või DOCX), mitte pilt.',
  })
  expect(await filesKept()).toBe(before)
})

it('files of questions that are not asked are not kept', async () => {
  const before = await filesKept()
  const sent = await keep({ 'k.katki': 'post', 'k.foto.description': 'Lamp' }, { 'k.foto': await picture() })
  expect([sent.errors, sent.values['k.foto.kept'], await filesKept()]).toEqual([{}, undefined, before])
})

it('too many files, and ids that are none, are refused', () => {
  const ids = [1, 2, 3].map(() => crypto.randomUUID())
  const read = (kept: string) => readAnswers(definition, { 'k.katki': 'lamp', 'k.foto.kept': kept })
  expect(read(ids.join(','))).toEqual({ ok: false, errors: { 'k.foto': { reason: 'tooManyFiles', limit: 2 } } })
  expect(read('../etc')).toEqual({ ok: false, errors: { 'k.foto': { reason: 'notFile' } } })
  expect(read('')).toEqual({ ok: false, errors: { 'k.foto': { reason: 'requiredFile' } } })
})
