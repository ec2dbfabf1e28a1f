import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { listAccesses } from '#platform/access-log.ts'
import { Forbidden } from '#platform/context.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { attachFiles } from './attach-files.ts'
import { reading } from './index.ts'
import { filePaths } from './paths.ts'
import type { Readers } from './rules.ts'
import { keepFile, makePdf } from './testing.ts'

let app: TestApp
let sender: Client
let official: Client
let named: Client
let stranger: Client
beforeAll(async () => {
  app = await openTestApp()
  sender = await app.signIn({ name: 'Saara Saatja' })
  official = await app.signIn({ name: 'Olev Ametnik', roles: ['official'] })
  named = await app.signIn({ name: 'Nele Nimetatud' })
  stranger = await app.signIn({ name: 'Võõras Inimene' })
})

const parts = async () => ({ ctx: app.context(await sender.actor()), site: app.site, config: app.config })
const hour = 3_600_000
const later = (hours: number) => new Date(app.clock.now().getTime() + hours * hour)

async function aFile(readers: Readers, more: { subjectPerson?: string; content?: string } = {}): Promise<string> {
  const { content = `Read ${randomBytes(4).toString('hex')} lõpp`, ...rest } = more
  const id = await keepFile(await parts(), 'kiri.txt', content)
  await attachFiles((await parts()).ctx, [id], { to: `thing:${id}`, readers, ...rest })
  return id
}

describe('who may read', () => {
  it('holds for the page, the bytes, a part of them and for asking about them alike', async () => {
    const readers: Readers[] = [
      { visibility: 'everyone' },
      { visibility: 'roles', roles: ['official'] },
      { visibility: 'persons', persons: [named.personId!] },
    ]
    const who = { visitor: app.visitor, sender, official, named, stranger }
    const mayRead: Record<Readers['visibility'], (keyof typeof who)[]> = {
      everyone: ['visitor', 'sender', 'official', 'named', 'stranger'],
      roles: ['sender', 'official'],
      persons: ['sender', 'named'],
    }
    for (const reader of readers) {
      const id = await aFile(reader)
      const bytes = filePaths.bytes(id, 'kiri.txt')
      for (const [name, client] of Object.entries(who)) {
        const may = mayRead[reader.visibility].includes(name as keyof typeof who)
        const refusal = name === 'visitor' ? 303 : 403
        const statuses = [
          (await client.get(`/failid/${id}`)).status,
          (await client.get(bytes)).status,
          (await client.get(bytes, { range: 'bytes=0-3' })).status,
          (await client.get(`/en${bytes}`)).status,
        ]
        const expected = may ? [200, 200, 206, 200] : [refusal, refusal, refusal, refusal]
        expect([reader.visibility, name, ...statuses]).toEqual([reader.visibility, name, ...expected])
        const head = await client.head(bytes)
        expect([name, head.status, head.text]).toEqual([name, may ? 200 : 403, ''])
      }
    }
  })

  it('holds for other modules that open files too', async () => {
    const id = await aFile({ visibility: 'roles', roles: ['official'] }, { content: 'ametnikele' })
    const opened = await reading.openFile(app.context(await official.actor()), app.site, { id })
    expect(opened).toMatchObject({ ok: true, file: { size: 10, mediaType: 'text/plain' } })
    const asking = reading.openFile(app.context(await stranger.actor()), app.site, { id })
    await expect(asking).rejects.toBeInstanceOf(Forbidden)
  })

  it('a file that is not there is not found', async () => {
    expect((await official.get('/failid/00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await official.get('/failid/00000000-0000-4000-8000-000000000000/a.txt')).status).toBe(404)
    expect((await official.get('/failid/../../etc/passwd')).status).toBe(404)
  })

  it("reading somebody's matter leaves a trace that this person sees", async () => {
    const subjectPerson = named.personId!
    const id = await aFile({ visibility: 'roles', roles: ['official'] }, { subjectPerson })
    await official.get(filePaths.bytes(id, 'kiri.txt'))
    await official.head(filePaths.bytes(id, 'kiri.txt'))
    await reading.readFileText(app.context(await official.actor()), app.site, id)
    const traces = await listAccesses(app.db, subjectPerson)
    expect(traces.map(({ what, purpose, readerRole }) => [what, purpose, readerRole])).toEqual([
      ['files.file', 'kiri.txt', 'official'],
      ['files.file', 'kiri.txt', 'official'],
    ])
  })
})

describe('the bytes', () => {
  it('come whole or in the part that was asked for, with what programs need to go on', async () => {
    const id = await aFile({ visibility: 'everyone' }, { content: '0123456789' })
    const path = filePaths.bytes(id, 'kiri.txt')
    const whole = await app.visitor.get(path)
    expect(whole.text).toBe('0123456789')
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'cache-control': 'public, no-cache, no-transform',
      'content-disposition': `attachment; filename="kiri.txt"; filename*=UTF-8''kiri.txt`,
      'content-length': '10',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': 'text/plain',
      'x-content-type-options': 'nosniff',
    })
    const etag = whole.headers.get('etag')!
    const part = await app.visitor.get(path, { range: 'bytes=2-4' })
    expect([part.status, part.text, part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10'])
    const tail = await app.visitor.get(path, { range: 'bytes=-2', 'if-range': etag, 'accept-encoding': 'gzip' })
    expect([tail.status, tail.text, tail.headers.get('content-encoding')]).toEqual([206, '89', null])
    const changed = await app.visitor.get(path, { range: 'bytes=2-4', 'if-range': '"another"' })
    expect([changed.status, changed.text]).toEqual([200, '0123456789'])
    const same = await app.visitor.get(path, { 'if-none-match': `"x", ${etag}` })
    expect([same.status, same.text, same.headers.get('etag')]).toEqual([304, '', etag])
    const head = await app.visitor.head(path)
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '10'])
  })

  it('that are not there are refused with a sentence in the language of the reader', async () => {
    const path = filePaths.bytes(await aFile({ visibility: 'everyone' }, { content: '0123456789' }), 'kiri.txt')
    for (const range of ['bytes=10-', 'bytes=7-2', 'bytes=x-y']) {
      const answer = await app.visitor.get(`/en${path}`, { range })
      expect([answer.status, answer.headers.get('content-range'), answer.text]).toEqual([
        416,
        'bytes */10',
        'This file does not have the part that was asked for.',
      ])
    }
  })

  it('of documents are never shown inside the site', async () => {
    const id = await keepFile(await parts(), 'kava.pdf', makePdf('Kava'))
    const answer = await sender.get(filePaths.bytes(id, 'kava.pdf'))
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/u)
    expect(answer.headers.get('cache-control')).toBe('private, no-store, no-transform')
  })
})

describe('a signed address', () => {
  it('opens the file to whoever has it, until its time is over', async () => {
    const id = await aFile({ visibility: 'persons', persons: [] })
    const address = reading.signFileAddress(app.site.keys, { id, name: 'kiri.txt' }, null, later(1))
    expect((await app.visitor.get(address)).status).toBe(200)
    expect((await stranger.get(address, { range: 'bytes=0-3' })).status).toBe(206)
    const past = reading.signFileAddress(app.site.keys, { id, name: 'kiri.txt' }, null, later(-1))
    const expired = await app.visitor.get(past)
    expect([expired.status, expired.page.querySelector('h1')?.text]).toEqual([410, 'Aadress on aegunud'])
  })

  it('given to one person is refused to every other, with a sentence', async () => {
    const id = await aFile({ visibility: 'persons', persons: [] })
    const address = reading.signFileAddress(app.site.keys, { id, name: 'kiri.txt' }, named.personId, later(1))
    expect(address).not.toContain(named.personId)
    expect((await named.get(address)).status).toBe(200)
    for (const client of [stranger, app.visitor]) {
      const answer = await client.get(address)
      expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('Aadress on antud teisele inimesele')])
    }
  })

  it('cannot be lengthened, moved to another file or made for anybody', async () => {
    const id = await aFile({ visibility: 'persons', persons: [] })
    const another = await aFile({ visibility: 'persons', persons: [] })
    const address = reading.signFileAddress(app.site.keys, { id, name: 'kiri.txt' }, named.personId, later(1))
    const forged = [
      address.replace(/kuni=\d+/u, `kuni=${Math.floor(later(99).getTime() / 1000)}`),
      address.replace(id, another),
      address.replace('kellele=sulle', 'kellele=koigile'),
      address.replace(/allkiri=..../u, 'allkiri=AAAA'),
      address.replace(/allkiri=.*/u, 'allkiri='),
      address.replace(/kuni=\d+/u, 'kuni=x'),
    ]
    for (const one of forged) expect([one, (await named.get(one)).status]).toEqual([one, 403])
  })

  it("of somebody's matter still asks who reads", async () => {
    const id = await aFile({ visibility: 'persons', persons: [] }, { subjectPerson: named.personId! })
    const address = reading.signFileAddress(app.site.keys, { id, name: 'kiri.txt' }, null, later(1))
    expect((await app.visitor.get(address)).status).toBe(303)
    expect((await stranger.get(address)).status).toBe(200)
  })
})
