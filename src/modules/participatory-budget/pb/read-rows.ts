import { WrongFile } from './wrong-file.ts'

export type Row = { line: number; fields: string[] }
/** One section: its first row names the columns. */
export type Table = { header: Row; columns: ReadonlyMap<string, number>; rows: Row[] }

const mostRows = 400_000

/** Rows of fields between semicolons; a quoted field may hold semicolons, doubled quotes and ends of lines. */
export function readRows(text: string): Row[] {
  const rows: Row[] = []
  let at = text.startsWith('\u{FEFF}') ? 1 : 0
  let line = 1
  while (at < text.length) {
    if (text[at] === '#' || isLineEnd(text, at)) {
      at = afterLine(text, endOfLine(text, at))
      line += 1
      continue
    }
    if (rows.length === mostRows) throw new WrongFile('tooManyRows', line, String(mostRows))
    const row: Row = { line, fields: [] }
    rows.push(row)
    for (;;) {
      if (text[at] === '"') {
        const quoted = readQuoted(text, at, line)
        row.fields.push(quoted.field)
        line += quoted.lines
        at = quoted.end
        if (at < text.length && text[at] !== ';' && !isLineEnd(text, at)) throw new WrongFile('textAfterQuote', line)
      } else {
        const end = endOfField(text, at)
        row.fields.push(evenSpaces(text.slice(at, end)))
        at = end
      }
      if (text[at] !== ';') break
      at += 1
    }
    at = afterLine(text, at)
    line += 1
  }
  return rows.filter(({ fields }) => fields.length > 1 || fields[0] !== '')
}

function readQuoted(text: string, start: number, line: number): { field: string; end: number; lines: number } {
  let field = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) throw new WrongFile('quoteNotClosed', line)
    field += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      const lines = (text.slice(start, quote).match(/\r\n|\n|\r/g) ?? []).length
      return { field: evenSpaces(field), end: quote + 1, lines }
    }
    field += '"'
    at = quote + 2
  }
}

const evenSpaces = (field: string) => field.replaceAll(/\s+/g, ' ').trim()

const isLineEnd = (text: string, at: number) => text[at] === '\n' || text[at] === '\r'

function endOfLine(text: string, at: number): number {
  while (at < text.length && !isLineEnd(text, at)) at += 1
  return at
}

function endOfField(text: string, at: number): number {
  while (at < text.length && text[at] !== ';' && !isLineEnd(text, at)) at += 1
  return at
}

const afterLine = (text: string, at: number) => at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1)
