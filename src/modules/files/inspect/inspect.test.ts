import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { anUpload, makeArchive, makeDocx, makePdf } from '../testing.ts'
import { inspectFile } from './inspect-file.ts'

const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
const judge = async (name: string, content: Buffer | string) => {
  const judged = await inspectFile(await anUpload(name, content))
  return judged.ok ? judged.kind : judged.refusal
}

function picture(width = 40, height = 30) {
  return sharp({ create: { width, height, channels: 3, background: '#38a' } })
}

const odt = (more: { name: string; content: string }[] = []) =>
  makeArchive([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', compress: false },
    { name: 'content.xml', content: '<x/>' },
    ...more,
  ])

describe('what is accepted', () => {
  it('is told by its content, with a name that agrees', async () => {
    const asice = await makeArchive([
      { name: 'mimetype', content: 'application/vnd.etsi.asic-e+zip', compress: false },
      { name: 'leping.pdf', content: makePdf('Leping') },
      { name: 'META-INF/signatures0.xml', content: '<XAdESSignatures/>' },
    ])
    const sheet = [
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.xml', content: '<workbook/>' },
    ]
    const files: [string, Buffer | string, string][] = [
      ['a.jpg', await picture().jpeg().toBuffer(), 'jpeg'],
      ['a.JPEG', await picture().jpeg().toBuffer(), 'jpeg'],
      ['a.png', await picture().png().toBuffer(), 'png'],
      ['a.webp', await picture().webp().toBuffer(), 'webp'],
      ['a.avif', await picture().avif().toBuffer(), 'avif'],
      ['a.pdf', makePdf('Tere'), 'pdf'],
      ['a.docx', await makeDocx(), 'docx'],
      ['a.xlsx', await makeArchive(sheet), 'xlsx'],
      ['a.odt', await odt(), 'odt'],
      ['a.asice', asice, 'asice'],
      ['a.txt', 'Tere, õhtu!', 'txt'],
      ['a.csv', Buffer.from([0x4a, 0xf5, 0x3b, 0x31]), 'csv'],
    ]
    for (const [name, content, kind] of files) expect([name, await judge(name, content)]).toEqual([name, kind])
  })
})

describe('what is refused at once', () => {
  it('is a file that is empty, too large or of a strange kind', async () => {
    expect(await judge('a.txt', '')).toBe('empty')
    const large = await anUpload('a.txt', 'algus')
    expect(await inspectFile({ ...large, isTooLarge: true })).toEqual({ ok: false, refusal: 'tooLarge' })
    expect(await inspectFile({ ...large, size: 26 * 1024 * 1024 })).toEqual({ ok: false, refusal: 'tooLarge' })
    expect(await judge('a.exe', Buffer.from('MZ\x90\0\x03'))).toBe('typeUnknown')
    expect(await judge('a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')).toBe('typeUnknown')
    expect(await judge('a.zip', await makeArchive([{ name: 'a.txt', content: 'a' }]))).toBe('typeUnknown')
    expect(await judge('makefile', 'all: build')).toBe('typeUnknown')
    expect(await judge('pilt.gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'))).toBe('typeUnknown')
  })

  it('is a file that says to be another', async () => {
    expect(await judge('a.pdf', await picture().png().toBuffer())).toBe('typeDiffers')
    expect(await judge('a.png', await picture().jpeg().toBuffer())).toBe('typeDiffers')
    expect(await judge('a.jpg', makePdf('Tere'))).toBe('typeDiffers')
    expect(await judge('a.txt', makePdf('Tere'))).toBe('typeDiffers')
    expect(await judge('a.pdf', 'lihtsalt tekst')).toBe('typeDiffers')
    expect(await judge('a.docx', await odt())).toBe('typeDiffers')
    expect(await judge('pilt.jpg.exe', await picture().jpeg().toBuffer())).toBe('typeDiffers')
    expect(await judge('a.txt', ' <!DOCTYPE html><script>alert(1)</script>')).toBe('typeDiffers')
    expect(await judge('a.txt', Buffer.from('tekst\0tekst'))).toBe('textBroken')
  })

  it('is the test virus, alone, in a document, and across the pieces in which a file is read', async () => {
    expect(await judge('eicar.txt', eicar)).toBe('virus')
    expect(await judge('a.pdf', makePdf(`Tere ${eicar.replaceAll(/[()]/gu, '')} ${eicar}`))).toBe('virus')
    for (const before of [65_536 - 1, 65_536 - 34, 65_536 - 67, 65_536]) {
      expect(await judge('a.txt', 'x'.repeat(before) + eicar + 'y'.repeat(99_000))).toBe('virus')
    }
  })

  it('is a name that is a path or hides something', async () => {
    for (const name of ['../../etc/passwd', '..\\a.txt', 'a/../b.txt', 'arve\u202Efdp.txt', 'a\u0007.txt']) {
      expect([name, await judge(name, 'tekst')]).toEqual([name, 'nameUnsafe'])
    }
  })

  it('is a file that is two things at once', async () => {
    const archive = await makeDocx()
    const pdf = makePdf('Tere')
    expect(await judge('a.pdf', Buffer.concat([pdf, archive]))).toBe('polyglot')
    expect(await judge('a.docx', Buffer.concat([archive, Buffer.from('sabas on midagi')]))).toBe('polyglot')
    // The archive's own end, with a comment that covers what stands behind it.
    const covering = Buffer.from(archive)
    covering.writeUInt16LE(pdf.length, covering.length - 2)
    expect(await judge('a.docx', Buffer.concat([covering, pdf]))).toBe('polyglot')
    const html = Buffer.concat([Buffer.from('%PDF-1.4\n<html><script>alert(1)</script>'), pdf])
    expect(await judge('a.pdf', html)).toBe('polyglot')
    expect(await judge('a.pdf', Buffer.concat([Buffer.from('GIF89a'), pdf]))).toBe('typeUnknown')
    expect(await judge('a.pdf', Buffer.from('%PDF-1.4\npooleli'))).toBe('pdfBroken')
  })

  it('is an archive that would fill the disk, or leads out of itself', async () => {
    const zeros = Buffer.alloc(30 * 1024 * 1024)
    expect(await judge('a.docx', await makeDocx([], [{ name: 'word/x.xml', content: zeros }]))).toBe('archiveBomb')
    const many = Array.from({ length: 5001 }, (_, at) => ({ name: `word/${at}`, content: '' }))
    expect(await judge('a.docx', await makeDocx([], many))).toBe('archiveBomb')
    const docx = await makeDocx([], [{ name: 'word/aa/aa/aa.xml', content: 'x' }])
    const outside = Buffer.from(
      docx.toString('latin1').replaceAll('word/aa/aa/aa.xml', '../../../../aa.xml'.slice(0, 17)),
      'latin1',
    )
    expect(await judge('a.docx', outside)).toBe('archivePaths')
    expect(await judge('a.docx', docx.subarray(0, docx.length - 30))).toBe('polyglot')
    const twice = docx.toString('latin1').replaceAll('word/aa/aa/aa.xml', 'word/document.xml')
    expect(await judge('a.docx', Buffer.from(twice, 'latin1'))).toBe('archiveBroken')
  })

  it('is a document with macros or a password', async () => {
    const macros = [{ name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' }]
    expect(await judge('a.docx', await makeDocx(['Tere'], macros))).toBe('macros')
    expect(await judge('a.odt', await odt([{ name: 'Basic/Standard/Module1.xml', content: '<x/>' }]))).toBe('macros')
    const docx = await makeDocx()
    const central = docx.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    docx.writeUInt16LE(docx.readUInt16LE(central + 8) | 1, central + 8)
    expect(await judge('a.docx', docx)).toBe('encrypted')
  })

  it('is a picture of a hundred megapixels, without drawing it', async () => {
    const started = performance.now()
    expect(await judge('suur.png', hugePng(10_000, 10_000))).toBe('imageTooLarge')
    expect(await judge('pomm.png', hugePng(60_000, 60_000))).toBe('imageTooLarge')
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

/** A PNG that says to be huge and holds next to nothing. */
function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngPart('IHDR', header),
    pngPart('IDAT', deflateSync(Buffer.alloc(1000))),
    pngPart('IEND', Buffer.alloc(0)),
  ])
}

function pngPart(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc(body))
  return Buffer.concat([length, body, sum])
}

function crc(bytes: Buffer): number {
  let sum = 0xff_ff_ff_ff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? (sum >>> 1) ^ 0xed_b8_83_20 : sum >>> 1
  }
  return ~sum >>> 0
}
