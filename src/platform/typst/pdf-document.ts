import type { LocalDate } from '../format.ts'
import type { Language } from '../language.ts'

/** Words of one look. `language` is said where it is not the document's; `href` is a whole address. */
export type PdfRun = {
  text: string
  language?: Language
  href?: string
  strong?: true
  quiet?: true
  /** A coloured mark before the words; the words alone must say the same. */
  tone?: 'success' | 'warning' | 'danger' | 'neutral'
}
export type PdfText = string | readonly PdfRun[]

export type PdfColumn = { label: string; share?: number; numeric?: true }
export type PdfBar = { label: string; parts: readonly { tone: NonNullable<PdfRun['tone']>; count: number }[] }

export type PdfBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: PdfText }
  | { kind: 'paragraph'; text: PdfText; look?: 'lead' | 'quiet' }
  | { kind: 'list'; entries: readonly PdfText[] }
  | { kind: 'definitions'; entries: readonly (readonly [term: string, definition: PdfText])[] }
  /** The first cell of a row names it. */
  | { kind: 'table'; caption: string; columns: readonly PdfColumn[]; rows: readonly (readonly PdfText[])[] }
  /** Stacked bars; `alt` must say every number that they show. */
  | { kind: 'bars'; alt: string; bars: readonly PdfBar[] }

/** A document as data. No text in it is ever read as Typst. Levels of headings follow one another without a gap. */
export type PdfDocument = {
  title: string
  language: Language
  author: string
  date: LocalDate
  /** Stands at the top of every page but the first. */
  header: string
  footer: string
  pageWord: string
  blocks: readonly PdfBlock[]
}

/** PDF/UA-1 is for readers, PDF/A-2a for the archive; one file can declare only one of them (decision 0012). */
export type PdfStandard = 'ua-1' | 'a-2a'

const longestWord = 30

/** Text as the typesetter takes it: no control or private characters, and words that can break. */
function printable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(/[^\P{C}\n\u200B-\u200F\u00AD]/gu, '')
    .replaceAll(new RegExp(`\\S{${longestWord}}(?=\\S)`, 'gu'), '$&\u200B')
}

function runs(text: PdfText): PdfRun[] {
  const all: readonly PdfRun[] = typeof text === 'string' ? [{ text }] : text
  return all.map((run) => ({ ...run, text: printable(run.text) }))
}

function setBlock(block: PdfBlock): object {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: runs(block.text) }
    case 'paragraph':
      return { look: '', ...block, text: runs(block.text) }
    case 'list':
      return { ...block, entries: block.entries.map(runs) }
    case 'definitions':
      return { ...block, entries: block.entries.map(([term, definition]) => [printable(term), runs(definition)]) }
    case 'table':
      return {
        ...block,
        caption: printable(block.caption),
        columns: block.columns.map(({ label, share = 1, numeric = false }) => ({
          label: printable(label),
          share,
          numeric,
        })),
        rows: block.rows.map((cells) => cells.map(runs)),
      }
    case 'bars':
      return {
        ...block,
        alt: printable(block.alt),
        bars: block.bars.map(({ label, parts }) => ({ label: printable(label), parts })),
      }
  }
}

/** The document as the template reads it. */
export function documentAsJson(document: PdfDocument): string {
  const { title, author, header, footer, pageWord, blocks } = document
  const words = { title, author, header, footer, pageWord }
  const plain = Object.fromEntries(Object.entries(words).map(([name, text]) => [name, printable(text)]))
  return JSON.stringify({ ...document, ...plain, blocks: blocks.map(setBlock) })
}
