import { deflateRawSync } from 'node:zlib'
import type { Block } from './block.ts'
import { writeZip } from './zip.ts'

function paragraph(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<w:p><w:r><w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`
}

function row(cells: readonly (readonly string[])[]): string {
  const written = cells.map((cell) => `<w:tc>${(cell.length > 0 ? cell : ['']).map(paragraph).join('')}</w:tc>`)
  return `<w:tr>${written.join('')}</w:tr>`
}

function body(blocks: readonly Block[]): string {
  return blocks
    .map((block, index) => {
      if (block.kind === 'paragraph') return paragraph(block.text)
      const opens = blocks[index - 1]?.kind === 'row' ? '' : '<w:tbl>'
      const closes = blocks[index + 1]?.kind === 'row' ? '' : '</w:tbl>'
      return opens + row(block.cells) + closes
    })
    .join('')
}

/** The smallest Word document that holds the blocks. */
export function docxOf(blocks: readonly Block[]): Uint8Array {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const office = 'http://schemas.openxmlformats.org'
  const part = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(xml + text) })
  return writeZip([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    part(
      'word/document.xml',
      `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body(blocks)}</w:body></w:document>`,
    ),
  ])
}

/** A small archive whose one part inflates to a great size while its directory claims a few bytes. */
export function zipBomb(bytes: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(bytes, 0x20))
  const archive = Buffer.from(writeZip([{ name: 'word/document.xml', bytes: packed }]))
  const directory = archive.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  archive.writeUInt16LE(8, 8)
  archive.writeUInt16LE(8, directory + 10)
  return new Uint8Array(archive)
}
