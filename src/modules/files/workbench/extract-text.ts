import { readFile } from 'node:fs/promises'
import { readParts } from './read-parts.ts'
import { textOfMarkup, textOfSheets } from './text-of-markup.ts'

const mostCharacters = 1_000_000
const mostTextBytes = 4 * 1024 * 1024

/** The words of a document, for search and for those who cannot open it; at most a million characters. */
export async function extractText(path: string, kind: string): Promise<string> {
  const text = (await readers[kind]?.(path)) ?? ''
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
    .replaceAll(/[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, mostCharacters)
}

const readers: Record<string, (path: string) => Promise<string>> = {
  txt: readPlain,
  csv: readPlain,
  pdf: readPdf,
  docx: async (path) => {
    const { default: mammoth } = await import('mammoth')
    return (await mammoth.extractRawText({ path })).value
  },
  odt: async (path) => joined(await readParts(path, /^content\.xml$/)),
  ods: async (path) => joined(await readParts(path, /^content\.xml$/)),
  pptx: async (path) => joined(await readParts(path, /^ppt\/slides\/slide\d+\.xml$/)),
  xlsx: async (path) => textOfSheets(await readParts(path, /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/)),
}

const joined = (parts: ReadonlyMap<string, string>) => [...parts.values()].map(textOfMarkup).join('\n\n')

async function readPlain(path: string): Promise<string> {
  const bytes = (await readFile(path)).subarray(0, mostTextBytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return new TextDecoder('windows-1257').decode(bytes)
  }
}

async function readPdf(path: string): Promise<string> {
  const { getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(new Uint8Array(await readFile(path)), {
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  })
  const pages: string[] = []
  let characters = 0
  for (let number = 1; number <= document.numPages && characters < mostCharacters; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const page = items.map((one) => ('str' in one ? one.str + (one.hasEOL ? '\n' : '') : '')).join('')
    characters += page.length
    pages.push(page)
  }
  return pages.join('\n\n')
}
