import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { NotFound, Unavailable } from '../context.ts'
import { makeDiskStore } from './disk-store.ts'
import { openFileStore, type FileStore } from './file-store.ts'

const directory = () => mkdtempSync(join(tmpdir(), 'avavald-store-'))
const secrets = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

let server: S3rver
let endpoint: string
beforeAll(async () => {
  const buckets = [{ name: 'failid', configs: [] }]
  server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: directory(),
    configureBuckets: buckets,
  })
  const { port } = await server.run()
  endpoint = `http://127.0.0.1:${port}`
})
afterAll(() => server.close())

const s3 = (changes: { endpoint?: string; bucket?: string } = {}, site = 'joelahtme') =>
  openFileStore({ s3: { endpoint, bucket: 'failid', region: 'eu-north-1', ...secrets, ...changes } }, site, directory())

async function put(store: FileStore, content: Buffer): Promise<string> {
  await mkdir(store.temporaryDirectory, { recursive: true })
  const path = join(store.temporaryDirectory, randomUUID())
  await writeFile(path, content)
  const hash = createHash('sha256').update(content).digest('hex')
  await store.put(hash, path, content.length)
  return hash
}

async function read(store: FileStore, hash: string, range?: { start: number; end: number }): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await store.open(hash, range)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function listOf(store: FileStore) {
  const found = []
  for await (const one of store.list()) found.push(one)
  return found
}

describe.each([
  ['the local disk', () => openFileStore({ s3: null }, 'joelahtme', directory())],
  ['an S3-compatible store', () => s3()],
])('%s', (_name, open) => {
  it('gives back what was put, whole and in parts, once however often it was put', async () => {
    const store = await open()
    const content = randomBytes(300_000)
    const hash = await put(store, content)
    await put(store, content)
    expect(await store.has(hash)).toBe(true)
    expect((await read(store, hash)).equals(content)).toBe(true)
    expect((await read(store, hash, { start: 100, end: 70_099 })).equals(content.subarray(100, 70_100))).toBe(true)
    const listed = (await listOf(store)).filter((one) => one.hash === hash)
    expect(listed).toEqual([{ hash, size: 300_000, storedAt: expect.any(Date) }])
    expect(Math.abs(listed[0]!.storedAt.getTime() - Date.now())).toBeLessThan(60_000)
  })

  it('forgets what was removed, and does not mind what was never there', async () => {
    const store = await open()
    const hash = await put(store, randomBytes(100))
    await store.remove(hash)
    await store.remove(hash)
    expect(await store.has(hash)).toBe(false)
    await expect(store.open(hash)).rejects.toBeInstanceOf(NotFound)
    expect((await listOf(store)).map((one) => one.hash)).not.toContain(hash)
  })

  it('takes nothing for a name but a hash', async () => {
    const store = await open()
    for (const name of ['../../etc/passwd', '', 'a'.repeat(63), 'A'.repeat(64)]) {
      await expect((async () => store.open(name))()).rejects.toThrow('not a hash')
    }
  })

  it('may be read away from in the middle', async () => {
    const store = await open()
    const hash = await put(store, randomBytes(2_000_000))
    const stream = await store.open(hash)
    for await (const chunk of stream) {
      expect(chunk.length).toBeGreaterThan(0)
      break
    }
    await vi.waitFor(() => expect(stream.destroyed).toBe(true))
    expect((await read(store, hash)).length).toBe(2_000_000)
  })
})

describe('an S3-compatible store', () => {
  it('keeps sites apart in one bucket', async () => {
    const [one, other] = [await s3({}, 'yks'), await s3({}, 'kaks')]
    const hash = await put(one, randomBytes(50))
    expect(await other.has(hash)).toBe(false)
    expect((await listOf(other)).map((found) => found.hash)).not.toContain(hash)
  })

  it('is listed to the end, answer by answer', async () => {
    // s3rver cannot continue a list on this Node (its tokens use a cipher that is gone); the answers are S3's own.
    const hashes = Array.from({ length: 3 }, () => randomBytes(32).toString('hex'))
    const asked: (string | null)[] = []
    const pages = createServer((request, response) => {
      const token = new URL(request.url!, 'http://s3').searchParams.get('continuation-token')
      asked.push(token)
      const at = Number(token ?? 0)
      const next = at < 2 ? `<NextContinuationToken>${at + 1}</NextContinuationToken>` : ''
      const object = `<Key>joelahtme/${hashes[at]}</Key><LastModified>2026-11-01T10:00:00.000Z</LastModified><Size>7</Size>`
      response.setHeader('Content-Type', 'application/xml')
      response.end(`<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
        <IsTruncated>${at < 2}</IsTruncated><Contents>${object}</Contents>${next}</ListBucketResult>`)
    })
    await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve))
    const store = await s3({ endpoint: `http://127.0.0.1:${(pages.address() as AddressInfo).port}` })
    expect((await listOf(store)).map(({ hash }) => hash)).toEqual(hashes)
    expect(asked).toEqual([null, '1', '2'])
    pages.closeAllConnections()
    pages.close()
  })

  it('that is away or refuses is unavailable for now, never a loss', async () => {
    const away = await s3({ endpoint: 'http://127.0.0.1:9' })
    const content = randomBytes(50)
    await expect(put(away, content)).rejects.toBeInstanceOf(Unavailable)
    await expect(away.open('0'.repeat(64))).rejects.toBeInstanceOf(Unavailable)
    await expect(away.has('0'.repeat(64))).rejects.toBeInstanceOf(Unavailable)
    expect(await readdir(away.temporaryDirectory)).toHaveLength(1)
    const wrong = await s3({ bucket: 'seda-ei-ole' })
    await expect(put(wrong, content)).rejects.toBeInstanceOf(Unavailable)
  })
})

it('a disk that cannot be written is unavailable for now', async () => {
  const place = directory()
  const store = makeDiskStore(place)
  const hash = '1'.repeat(64)
  // A file where a folder is needed: even the owner of everything cannot write into it.
  await writeFile(join(place, '11'), 'x')
  await mkdir(store.temporaryDirectory, { recursive: true })
  await writeFile(join(store.temporaryDirectory, 'upload'), 'x')
  await expect(store.put(hash, join(store.temporaryDirectory, 'upload'), 1)).rejects.toBeInstanceOf(Unavailable)
})
