import type { ReadDocument } from './block.ts'
import { decodeText } from './decode-text.ts'
import { htmlBlocks } from './html-blocks.ts'
import { textBlocks } from './text-blocks.ts'
import { readZip, writeZip } from './zip.ts'

export const mostDocumentBytes = 5 * 1024 * 1024
/** A plan of a hundred pages unpacks to about two megabytes; more is a bomb or no plan. */
const mostUnpackedBytes = 8 * 1024 * 1024

const foreignStarts = ['%PDF', '{\\rtf', '\u00D0\u00CF\u0011\u00E0', '\u00FF\u00D8\u00FF', '\u0089PNG', 'GIF8', 'Rar!']

function startOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 8))
}

async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  const archive = readZip(bytes, (name) => /\.(?:xml|rels)$/iu.test(name), mostUnpackedBytes)
  if (!archive.ok) return archive
  if (!archive.parts.some((part) => part.name === 'word/document.xml')) return { ok: false, refusal: 'unsupportedType' }
  const declaresEntities = archive.parts.some((part) => Buffer.from(part.bytes).includes('<!DOCTYPE'))
  if (declaresEntities) return { ok: false, refusal: 'unreadable' }
  // Mammoth gets the parts whose real size is known, and no pictures.
  const buffer = Buffer.from(writeZip(archive.parts))
  // Loaded for the rare import alone: it is large.
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.convertToHtml({ buffer }, { includeEmbeddedStyleMap: false })
  return withBlocks('docx', htmlBlocks(value))
}

function withBlocks(format: 'text' | 'docx' | 'html', blocks: ReturnType<typeof htmlBlocks>): ReadDocument {
  if (blocks === 'tooLarge') return { ok: false, refusal: 'tooLarge' }
  const hasText = blocks.some((block) =>
    block.kind === 'row' ? block.cells.some((cell) => cell.length > 0) : block.text !== '',
  )
  return hasText ? { ok: true, format, blocks } : { ok: false, refusal: 'empty' }
}

function looksLikeHtml(text: string, fileName: string): boolean {
  const start = text.slice(0, 4_000)
  return (
    /<(?:!doctype html|html|head|body|table)\b/iu.test(start) || (/\.html?$/iu.test(fileName) && start.includes('<'))
  )
}

/** Reads an uploaded file by what it is, whatever its name says. Never throws: what cannot be read is refused. */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<ReadDocument> {
  if (bytes.byteLength === 0) return { ok: false, refusal: 'empty' }
  if (bytes.byteLength > mostDocumentBytes) return { ok: false, refusal: 'tooLarge' }
  const start = startOf(bytes)
  if (foreignStarts.some((foreign) => start.startsWith(foreign))) return { ok: false, refusal: 'unsupportedType' }
  try {
    if (start.startsWith('PK\u0003\u0004')) return await readDocx(bytes)
    const text = decodeText(bytes)
    if (text === undefined) return { ok: false, refusal: 'unsupportedType' }
    if (text.trim() === '') return { ok: false, refusal: 'empty' }
    return looksLikeHtml(text, fileName) ? withBlocks('html', htmlBlocks(text)) : withBlocks('text', textBlocks(text))
  } catch {
    // The converters throw on broken XML and overflow the stack on thousands of nested tags.
    return { ok: false, refusal: 'unreadable' }
  }
}
