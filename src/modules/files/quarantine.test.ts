import { randomBytes } from 'node:crypto'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import exifr from 'exifr'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { attachFiles } from './attach-files.ts'
import { keepFile, makeArchive, makeDocx, makePdf, runCheck } from './testing.ts'
import { findFile } from './queries/files.ts'

let app: TestApp
let sender: Client
let other: Client
let administrator: Client
beforeAll(async () => {
  app = await openTestApp()
  sender = await app.signIn({ name: 'Saara Saatja' })
  other = await app.signIn({ name: 'Tiit Teine' })
  administrator = await app.signIn({ name: 'Ants Admin', roles: ['administrator'] })
})

const words = (answer: Answer) => answer.page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const parts = async (who: Client = sender, config = app.config) => ({
  ctx: app.context(await who.actor()),
  site: app.site,
  config,
})

async function aPhoto(width = 2000, height = 1200): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#2a6' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Copyright: 'Saara Saatja' }, IFD3: { GPSLatitude: '59/1 26/1 0/1' } })
    .jpeg()
    .toBuffer()
}

async function bytesOf(hash: string): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await app.site.store.open(hash)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

describe('a file in quarantine', () => {
  it('is not given out before it has been checked, and its sender is told so', async () => {
    const id = await keepFile(await parts(), 'protokoll.pdf', makePdf('Istungi protokoll'), { check: false })
    const page = await sender.get(`/failid/${id}`)
    expect([page.status, words(page)]).toEqual([200, expect.stringContaining('Faili kontrollitakse')])
    const bytes = await sender.get(`/failid/${id}/protokoll.pdf`)
    expect([bytes.status, bytes.location]).toEqual([303, `/failid/${id}`])
    expect((await other.get(`/failid/${id}`)).status).toBe(403)
    expect((await app.visitor.get(`/failid/${id}`)).status).toBe(303)
    expect(words(await administrator.get('/too/failid'))).toMatch(/Ootavad kontrolli.*protokoll\.pdf/u)

    await runCheck(await parts(), id)
    expect(words(await sender.get(`/failid/${id}`))).toContain('Istungi protokoll')
    expect((await sender.get(`/failid/${id}/protokoll.pdf`)).status).toBe(200)
    await runCheck(await parts(), id)
    expect((await sender.get(`/failid/${id}/protokoll.pdf`)).status).toBe(200)
  })

  it('shows the words of documents of every kind', async () => {
    const mimetype = 'application/vnd.oasis.opendocument.spreadsheet'
    const documents: [string, Buffer][] = [
      ['kiri.docx', await makeDocx(['Volikogu otsus', 'Teine lõik'])],
      ['nimekiri.csv', Buffer.from('nimi;küla\nMart;Neeme\n')],
      ['vana.txt', Buffer.from([0x4a, 0xf5, 0x65, 0x6c, 0xe4, 0x68, 0x74, 0x6d, 0x65])],
      [
        'tabel.ods',
        await makeArchive([
          { name: 'mimetype', content: mimetype, compress: false },
          {
            name: 'content.xml',
            content:
              '<table:table-row><table:table-cell><text:p>Eelarve &amp; kulud</text:p></table:table-cell></table:table-row>',
          },
        ]),
      ],
      [
        'arvud.xlsx',
        await makeArchive([
          { name: '[Content_Types].xml', content: '<Types/>' },
          { name: 'xl/workbook.xml', content: '<workbook/>' },
          { name: 'xl/sharedStrings.xml', content: '<sst><si><t>Kulu</t></si></sst>' },
          {
            name: 'xl/worksheets/sheet1.xml',
            content: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>120</v></c></row></sheetData>',
          },
        ]),
      ],
    ]
    const found = []
    for (const [name, content] of documents) {
      found.push(words(await sender.get(`/failid/${await keepFile(await parts(), name, content)}`)))
    }
    expect(found[0]).toContain('Volikogu otsus Teine lõik')
    expect(found[1]).toContain('Mart;Neeme')
    expect(found[2]).toContain('Jõelähtme')
    expect(found[3]).toContain('Eelarve & kulud')
    expect(found[4]).toContain('Kulu 120')
  })

  it('is accepted without its words when they cannot be read', async () => {
    const broken = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(2000), Buffer.from('\n%%EOF\n')])
    const page = await sender.get(`/failid/${await keepFile(await parts(), 'kahtlane.pdf', broken)}`)
    expect(words(page)).toContain('teksti ei saanud välja lugeda')
    expect(page.page.querySelector('a[download]')).not.toBeNull()
  })
})

describe('a photo', () => {
  it('is drawn anew: upright, without camera, author or place, in three sizes, and the original is gone', async () => {
    const photo = await aPhoto()
    expect(await exifr.parse(photo, { gps: true })).toMatchObject({ Copyright: 'Saara Saatja' })
    const id = await keepFile(await parts(), 'Õnne foto.jpg', photo, { check: false, description: 'Roheline muru' })
    const received = (await findFile(app.db, id))!.hash
    await runCheck(await parts(), id)
    const file = (await findFile(app.db, id))!
    expect(file).toMatchObject({ state: 'checked', width: 1200, height: 2000, kind: 'jpeg' })
    expect(await app.site.store.has(received)).toBe(false)
    expect(file.hash).not.toBe(received)
    for (const query of ['', '?laius=640']) {
      const served = await sender.get(`/failid/${id}/pilt.jpg${query}`)
      expect(served.headers.get('content-disposition')).toContain("filename*=UTF-8''%C3%95nne%20foto.jpg")
      expect(served.headers.get('content-disposition')).toMatch(/^inline/u)
      expect(served.headers.get('content-type')).toBe(query === '' ? 'image/jpeg' : 'image/webp')
    }
    const kept = await bytesOf(file.hash)
    expect(await exifr.parse(kept, { tiff: true, gps: true, xmp: true, icc: false, iptc: true })).toBeUndefined()
    expect(kept.includes('Saara')).toBe(false)
    expect((await sender.get(`/failid/${id}/pilt.jpg?laius=641`)).status).toBe(404)
    const page = await sender.get(`/failid/${id}`)
    expect(page.page.querySelector('figure img')?.getAttribute('alt')).toBe('Roheline muru')
  })

  it('in AVIF becomes a JPEG by name and by content', async () => {
    const avif = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#a33' } })
      .avif()
      .toBuffer()
    const id = await keepFile(await parts(), 'mets.avif', avif, { description: 'Mets' })
    expect(await findFile(app.db, id)).toMatchObject({ state: 'checked', kind: 'jpeg', name: 'mets.jpg' })
  })

  it('that is cut short is refused, and only its sender and the administrators learn why', async () => {
    const whole = await sharp(randomBytes(600 * 400 * 3), { raw: { width: 600, height: 400, channels: 3 } })
      .jpeg()
      .toBuffer()
    const id = await keepFile(await parts(), 'pool.jpg', whole.subarray(0, 3000), { description: 'Pool pilti' })
    expect(words(await sender.get(`/failid/${id}`))).toContain('Pilti ei õnnestu avada')
    expect(words(await administrator.get(`/failid/${id}`))).toContain('Pilti ei õnnestu avada')
    expect((await other.get(`/failid/${id}`)).status).toBe(404)
    expect(await findFile(app.db, id)).toMatchObject({ state: 'refused', blob: null })
    expect(words(await administrator.get('/too/failid'))).toMatch(/Vastu võtmata.*pool\.jpg.*Pilti ei õnnestu avada/u)
    expect((await other.get('/too/failid')).status).toBe(403)
  })
})

describe('an archive that lies about its sizes', () => {
  it('is found out when it is unpacked, and refused', async () => {
    const docx = await makeDocx(['Tere'], [{ name: 'word/media/pilt.bin', content: Buffer.alloc(3_000_000) }])
    const declared = Buffer.alloc(4)
    declared.writeUInt32LE(3_000_000)
    const lie = Buffer.alloc(4)
    lie.writeUInt32LE(40_000)
    for (let at = docx.indexOf(declared); at !== -1; at = docx.indexOf(declared, at + 1)) lie.copy(docx, at)
    const id = await keepFile(await parts(), 'pomm.docx', docx)
    expect(await findFile(app.db, id)).toMatchObject({ state: 'refused', refusal: 'archiveBomb', blob: null })
  })
})

describe('the virus scanner', () => {
  let server: Server
  let answer: (content: Buffer) => string | null
  const open = new Set<Socket>()
  const scanned = () => ({
    ...app.config,
    clamd: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
  })
  beforeAll(async () => {
    server = createServer((socket) => {
      open.add(socket)
      let received = Buffer.alloc(0)
      socket.on('error', () => undefined)
      socket.on('data', (chunk: Buffer) => {
        received = Buffer.concat([received, chunk])
        if (!received.subarray(-4).equals(Buffer.alloc(4))) return
        const said = answer(received)
        if (said !== null) socket.end(said)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })

  it('says what it found: the file is refused and its bytes are gone', async () => {
    answer = (content) => (content.includes('halb') ? 'stream: Halb.Viirus FOUND\0' : 'stream: OK\0')
    const bad = await keepFile(await parts(sender, scanned()), 'halb.txt', 'halb sõna')
    expect(await findFile(app.db, bad)).toMatchObject({ state: 'refused', refusal: 'virus', blob: null })
    expect(words(await sender.get(`/failid/${bad}`))).toContain('Failist leiti viirus')
    const good = await keepFile(await parts(sender, scanned()), 'hea.txt', 'hea sõna')
    expect(await findFile(app.db, good)).toMatchObject({ state: 'checked' })
  })

  it('that is away or confused leaves the file in quarantine, to be tried again', async () => {
    const id = await keepFile(await parts(), 'ootab.txt', 'ootab kontrolli', { check: false })
    answer = () => 'INSTREAM size limit exceeded. ERROR\0'
    await expect(runCheck(await parts(sender, scanned()), id)).rejects.toThrow('clamd did not scan')
    const nobody = { ...app.config, clamd: { host: '127.0.0.1', port: 9 } }
    await expect(runCheck(await parts(sender, nobody), id)).rejects.toThrow('clamd does not answer')
    expect(await findFile(app.db, id)).toMatchObject({ state: 'received' })
    expect(words(await sender.get(`/failid/${id}`))).toContain('Faili kontrollitakse')
    answer = () => 'stream: OK\0'
    await runCheck(await parts(sender, scanned()), id)
    expect(await findFile(app.db, id)).toMatchObject({ state: 'checked' })
  })
})

it('a page that everyone sees tells of the file as soon as it has been checked', async () => {
  const id = await keepFile(await parts(), 'avalik.txt', 'avalik tekst', { check: false })
  await attachFiles((await parts()).ctx, [id], { to: 'thing:1', readers: { visibility: 'everyone' } })
  expect(words(await app.visitor.get(`/failid/${id}`))).toContain('Faili kontrollitakse')
  await runCheck(await parts(), id)
  expect(words(await app.visitor.get(`/failid/${id}`))).toContain('avalik tekst')
  expect(words(await app.visitor.get('/logi'))).toContain('Avalikustati fail: tekst.')
})

it('many pictures at once wait their turn, and each is drawn', async () => {
  const sent = await Promise.all(
    Array.from({ length: 6 }, async (_, at) => {
      const picture = sharp({ create: { width: 30 + at, height: 20, channels: 3, background: '#a33' } })
      return keepFile(await parts(), `pilt ${at}.png`, await picture.png().toBuffer(), { description: 'Punane' })
    }),
  )
  const files = await Promise.all(sent.map((id) => findFile(app.db, id)))
  expect(files.map((file) => [file?.state, file?.width])).toEqual(sent.map((_, at) => ['checked', 30 + at]))
})
