import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'
import { parsePlan } from './parse-plan.ts'
import { mostDocumentBytes, readDocument } from './read-document.ts'
import { docxOf, zipBomb } from './testing.ts'
import { readZip, writeZip } from './zip.ts'

async function refusalOf(bytes: Uint8Array, name = 'kava.docx'): Promise<string> {
  const read = await readDocument(bytes, name)
  return read.ok ? 'read' : read.refusal
}

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a document is read by what it is', () => {
  test('text in the encodings of Estonian offices', () => {
    expect(decodeText(bytesOf('\uFEFFõäöü šž'))).toBe('õäöü šž')
    expect(decodeText(Uint8Array.of(0xf5, 0xe4, 0xf6, 0xfc, 0xf0, 0xfe))).toBe('õäöüšž')
    expect(decodeText(Uint8Array.of(0xf5, 0xe4, 0x9a, 0x9e))).toBe('õäšž')
    expect(decodeText(Uint8Array.of(1, 2, 3, 0, 0, 7))).toBeUndefined()
  })

  test('a page with merged cells, line breaks and tables in cells', async () => {
    const read = await readDocument(
      bytesOf(
        '<table><tr><td rowspan=2>A<br>B</td><td colspan=2>C</td></tr><tr><td><table><tr><td>D</td></tr></table></td><td>E</td></tr></table>F<script>x</script>',
      ),
      'x',
    )
    expect(read.ok && read.blocks).toEqual([
      { kind: 'row', cells: [['A', 'B'], ['C'], []] },
      { kind: 'row', cells: [['A', 'B'], ['D'], ['E']] },
      { kind: 'paragraph', text: 'F' },
    ])
  })

  test('Word documents keep paragraphs and cells', async () => {
    const blocks = [
      { kind: 'paragraph' as const, text: 'Kava & kord <1>' },
      { kind: 'row' as const, cells: [['a', 'b'], [], ['c']] },
    ]
    expect(await readDocument(docxOf(blocks), 'x')).toEqual({ ok: true, format: 'docx', blocks })
  })
})

describe('a document that cannot be read is refused', () => {
  test('by size, type and damage', async () => {
    expect(await refusalOf(new Uint8Array(mostDocumentBytes + 1))).toBe('tooLarge')
    expect(await refusalOf(bytesOf('%PDF-1.7 …'))).toBe('unsupportedType')
    expect(await refusalOf(bytesOf('{\\rtf1 tekst}'))).toBe('unsupportedType')
    expect(await refusalOf(bytesOf('PK\u0003\u0004 and then nothing of an archive'))).toBe('unreadable')
    expect(await refusalOf(writeZip([{ name: 'xl/workbook.xml', bytes: bytesOf('<x/>') }]))).toBe('unsupportedType')
    expect(await refusalOf(writeZip([{ name: 'word/document.xml', bytes: bytesOf('<w:doc') }]))).toBe('unreadable')
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    expect(await refusalOf(writeZip([{ name: 'word/document.xml', bytes: bytesOf(entities) }]))).toBe('unreadable')
  })

  test('when it unpacks to an absurd size, whatever its directory claims', async () => {
    const bomb = zipBomb(200 * 1024 * 1024)
    expect(bomb.byteLength).toBeLessThan(300_000)
    expect(await refusalOf(bomb)).toBe('tooLarge')
  })

  test('when it is made to keep the reader busy', async () => {
    const began = performance.now()
    expect(await refusalOf(bytesOf(`<table>${'<div>'.repeat(800_000)}`), 'x.html')).toBe('tooLarge')
    expect(await refusalOf(bytesOf(`<table>${'<div>'.repeat(30_000)}x`), 'x.html')).not.toBe('read')
    const formatting = Array.from({ length: 20_000 }, (_, index) => `<b id=${index}><p>`).join('')
    await refusalOf(bytesOf(`<html>${formatting}`), 'x.html')
    await refusalOf(docxOf(Array.from({ length: 5_000 }, () => ({ kind: 'paragraph', text: '1.1. Tere' }))))
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

test('an archive is read back as it was written', () => {
  const parts = [
    { name: 'a.xml', bytes: bytesOf('<a/>') },
    { name: 'õ.xml', bytes: bytesOf('') },
  ]
  expect(readZip(writeZip(parts), () => true, 100)).toEqual({ ok: true, parts })
  expect(readZip(writeZip(parts), () => true, 3)).toEqual({ ok: false, refusal: 'tooLarge' })
})

async function answers(bytes: Uint8Array, name: string): Promise<boolean> {
  const outcome = parsePlan(await readDocument(bytes, name))
  return typeof outcome.ok === 'boolean'
}

describe('whatever is uploaded, the answer is a value and comes soon', () => {
  const quick = { numRuns: 300, timeout: 2_000 }
  test('random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), fc.constantFrom('a.txt', 'a.docx', 'a.html'), answers),
      quick,
    )
  })

  test('random bytes that begin as an archive, and archives with a few bytes changed', async () => {
    const sound = docxOf([{ kind: 'paragraph', text: 'Tegevuskava' }])
    const change = fc.array(fc.tuple(fc.nat(sound.byteLength - 1), fc.nat(255)), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const broken = Uint8Array.from(sound)
        for (const [at, byte] of changes) broken[at] = byte
        return answers(broken, 'a.docx')
      }),
      quick,
    )
  })

  test('random text made of a plan’s own pieces', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'TEGEVUS',
        'TÄHTAEG',
        'OSAPOOL',
        'TÄITMINE',
        '1.1. Avaldame',
        '2.9. Toetame',
        '  1. Peatükk',
        '\u00A0',
      ),
      fc.constantFrom(
        'Pidev tegevus,',
        '2024 - 2025',
        'IT-juht;',
        'abivallavanem',
        '',
        '\t',
        '\t\t\t',
        '<td>',
        '1.1.1. Ala',
      ),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 120 }), fc.constantFrom('\n', '\n\n', '\r\n'), (pieces, end) =>
        answers(bytesOf(pieces.join(end)), 'a.txt'),
      ),
      quick,
    )
  })

  test('a long text without an end', async () => {
    const began = performance.now()
    for (const part of [
      '1.1. Avaldame\n\n',
      '1.1. A ',
      'kord ',
      '2024 - ',
      'a\t\t\n',
      '\u00A0\n',
      'TEGEVUS\n\n',
      ', ',
    ]) {
      await answers(bytesOf(part.repeat(200_000 / part.length)), 'a.txt')
    }
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})
