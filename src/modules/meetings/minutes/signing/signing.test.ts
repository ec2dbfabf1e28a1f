import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fromBufferPromise } from 'yauzl'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { meetingDeskPaths as desk, meetingPaths as paths } from '../../paths.ts'
import { findMeeting } from '../../queries/meetings.ts'
import { listVersions } from '../queries.ts'
import { holdSitting } from '../testing.ts'
import { buildContainer, dataFiles } from './build-container.ts'
import { readContainer } from './read-container.ts'
import { readSignatures } from './read-signatures.ts'
import { makeTestCertificate, makeTestSignatures } from './testing.ts'
import { validateContainer } from './validate-container.ts'

let app: TestApp
let secretary: Client
let chair: Client
let member: Client
let number: number
beforeAll(async () => {
  app = await openTestApp()
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  chair = await app.signIn({ name: 'Esi Mees' })
  member = await app.signIn({ name: 'Lii Kene' })
  const held = await holdSitting(app, { chair, member }, ({ itemIds }) => [
    { kind: 'item-opened', itemId: itemIds[2]! },
    { kind: 'item-closed-to-public', itemId: itemIds[2]!, basis: 'AvTS § 35' },
    { kind: 'noted', itemId: itemIds[2]!, text: 'Kinnine märkus' },
    { kind: 'item-concluded', itemId: itemIds[2]!, outcome: 'postponed', voteId: null, committeeId: null },
  ])
  number = held.number
  await secretary.post(desk.approveMinutes(number), { approveBecause: 'Proov' })
  expect((await secretary.post(desk.publishMinutes(number), {})).status).toBe(303)
})

const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const code = '48001010000'
const mari = () =>
  makeTestSignatures(makeTestCertificate({ given: 'Mari', family: 'Maasikas', code }), '2026-11-24T09:30:00Z')

type Part = { name: string; bytes: Buffer }
async function partsOf(bytes: Buffer): Promise<Part[]> {
  const archive = await fromBufferPromise(bytes)
  const parts: Part[] = []
  for await (const entry of archive.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    parts.push({ name: entry.fileName, bytes: Buffer.concat(chunks) })
  }
  return parts
}

async function filesFor(scope: 'public' | 'full') {
  const meeting = (await findMeeting(app.db, { number }))!
  const [version] = await listVersions(app.db, meeting.id)
  return dataFiles({ db: app.db, site: app.site }, meeting, version!, scope)
}

/** As DigiDoc gives it back: the same files, with signatures beside them. */
async function signed(files: Awaited<ReturnType<typeof filesFor>>, xml: string | null): Promise<Buffer> {
  const { ZipFile } = await import('yazl')
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from('application/vnd.etsi.asic-e+zip'), 'mimetype', { compress: false })
  for (const { name, bytes } of files) zip.addBuffer(bytes, name)
  zip.addBuffer(Buffer.from('<manifest/>'), 'META-INF/manifest.xml')
  if (xml !== null) zip.addBuffer(Buffer.from(xml), 'META-INF/signatures0.xml')
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const attach = (who: Client, bytes: Buffer, scope = 'public') =>
  who.post(desk.signedMinutes(number), { scope, container: new File([new Uint8Array(bytes)], 'protokoll.asice') })

describe('the container for signing', () => {
  it('has its media type first and stored, a manifest of every file, and the same bytes each time', async () => {
    const files = await filesFor('public')
    const at = new Date('2026-11-24T08:00:00Z')
    const [one, other] = [await buildContainer(files, at), await buildContainer(await filesFor('public'), at)]
    expect(createHash('sha256').update(one).digest('hex')).toBe(createHash('sha256').update(other).digest('hex'))
    // ETSI EN 319 162-1, annex A: local header, no extra field, then the name and the media type in the clear.
    expect(one.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
    expect([one.readUInt16LE(8), one.readUInt16LE(28)]).toEqual([0, 0])
    expect(one.subarray(30, 38 + 31).toString()).toBe('mimetypeapplication/vnd.etsi.asic-e+zip')
    const parts = await partsOf(one)
    expect(parts.map(({ name }) => name)).toEqual([
      'mimetype',
      'protokoll.pdf',
      'istungi-logi.json',
      'META-INF/manifest.xml',
    ])
    const manifest = parts.at(-1)!.bytes.toString()
    for (const path of ['/', 'protokoll.pdf', 'istungi-logi.json']) expect(manifest).toContain(`full-path="${path}"`)
  })

  it('is for the chair and the secretaries, and the public one holds nothing that was closed', async () => {
    expect((await member.get(paths.container(number))).status).toBe(403)
    expect((await app.visitor.get(paths.container(number))).location).toContain('/login')
    for (const who of [chair, secretary]) expect((await who.get(paths.container(number))).status).toBe(200)
    const logOf = async (scope: 'public' | 'full') => (await filesFor(scope)).at(-1)!.bytes.toString()
    expect(await logOf('full')).toContain('Kinnine märkus')
    expect(await logOf('public')).not.toContain('Kinnine märkus')
    expect(await logOf('public')).not.toContain('vote-cast')
  })
})

describe('a signed container', () => {
  it('is taken only with exactly the files that were given out, and says who signed and when', async () => {
    const files = await filesFor('public')
    const changed = files.map((file, at) => (at === 0 ? { ...file, bytes: Buffer.from('muu') } : file))
    for (const [bytes, words] of [
      [Buffer.from('midagi'), 'ei ole allkirjaümbrik'],
      [await signed(files, null), 'ei ole ühtegi allkirja'],
      [await signed(changed, mari()), 'ei ole need, mis'],
      [await signed(files.slice(1), mari()), 'ei ole need, mis'],
      [
        await signed([...files, { name: 'lisa.txt', mediaType: 'text/plain', bytes: Buffer.from('x') }], mari()),
        'ei ole need, mis',
      ],
    ] as const) {
      const refused = await attach(secretary, bytes)
      expect([refused.status, text(refused)]).toEqual([422, expect.stringContaining(words)])
    }
    expect((await attach(member, await signed(files, mari()))).status).toBe(403)
    const taken = await attach(secretary, await signed(files, mari()))
    expect([taken.status, text(taken)]).toEqual([303, expect.anything()])
    const shown = await app.visitor.get(paths.minutes(number))
    for (const part of ['Allkirjastas Mari Maasikas', 'Allkirja kehtivust ei ole siin kontrollitud.'])
      expect(text(shown)).toContain(part)
    expect(text(shown)).not.toContain('Allkirjastamata')
    const kept = await app.db.selectFrom('meetings_signed_minutes').selectAll().execute()
    for (const words of [shown.text, JSON.stringify(kept)]) expect(words).not.toContain(code)
  })

  it('tells names without codes, whatever certificate there is', () => {
    expect(readSignatures(mari())).toEqual([{ name: 'Mari Maasikas', at: '2026-11-24T09:30:00.000Z' }])
    const bare = makeTestCertificate({ given: '', family: '', code })
    expect(JSON.stringify(readSignatures(makeTestSignatures(bare, 'eile')))).not.toContain(code)
    expect(readSignatures(makeTestSignatures('jama', 'eile'))).toEqual([{ name: '', at: null }])
    expect(readSignatures(`<!DOCTYPE x>${mari()}`)).toEqual([])
  })

  it('is judged by the validation service where one is set, and stays unjudged where that fails', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'avavald-asice-')), 'a.asice')
    writeFileSync(path, await signed(await filesFor('public'), mari()))
    expect((await readContainer(path))!.signatures).toHaveLength(1)
    const asked: { filename: string; document: string }[] = []
    let answer: object = { validationReport: { validationConclusion: { signaturesCount: 1, validSignaturesCount: 0 } } }
    const double = createServer((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        asked.push(JSON.parse(Buffer.concat(chunks).toString()) as (typeof asked)[number])
        response.setHeader('content-type', 'application/json')
        response.end(JSON.stringify(answer))
      })
    })
    await new Promise<void>((ready) => double.listen(0, '127.0.0.1', ready))
    const { port } = double.address() as { port: number }
    const log = { warn: () => undefined }
    const validate = (service: string | null) => validateContainer(service, path, log)
    try {
      expect(await validate(`http://127.0.0.1:${port}/V3/validate`)).toEqual({ valid: 0, all: 1 })
      expect(Buffer.from(asked[0]!.document, 'base64').subarray(0, 2).toString()).toBe('PK')
      answer = { viga: true }
      expect(await validate(`http://127.0.0.1:${port}/V3/validate`)).toBeNull()
      expect(await validate(null)).toBeNull()
    } finally {
      double.close()
    }
    expect(await validate(`http://127.0.0.1:${port}/V3/validate`)).toBeNull()
  })
})

describe('the archive of a meeting', () => {
  it('is the secretary’s, and every file in it stands in its manifest of hashes', async () => {
    expect((await chair.get(paths.archive(number))).status).toBe(403)
    const { writeArchive } = await import('./write-archive.ts')
    const { readState } = await import('../../read-state.ts')
    const meeting = (await findMeeting(app.db, { number }))!
    const [version] = await listVersions(app.db, meeting.id)
    const state = (await readState(app.db, meeting.id))!
    const parts = await partsOf(
      await writeArchive({ db: app.db, site: app.site }, { meeting, state, version: version! }),
    )
    const [manifest, ...files] = parts
    expect(manifest!.name).toBe('SHA256SUMS')
    const lines = manifest!.bytes.toString().trim().split('\n')
    expect(lines).toEqual(
      files.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`),
    )
    for (const name of ['protokoll.pdf', 'protokoll-taielik.pdf', 'istungi-logi.json'])
      expect(files.map((file) => file.name)).toContain(name)
    expect(files.some((file) => file.name.startsWith('haaletused/'))).toBe(true)
    expect((await secretary.get(paths.archive(number))).status).toBe(200)
  })
})
