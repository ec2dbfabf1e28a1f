const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,5});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : ''
  })
}

/** The words between tags: paragraphs and rows end a line, cells are set apart by tabs. */
export function textOfMarkup(markup: string): string {
  const spaced = markup
    .replaceAll(/<(?:text:tab|a:tab)\b[^>]{0,200}\/>/g, '\t')
    .replaceAll(/<text:s\b[^>]{0,200}\/>/g, ' ')
    .replaceAll(/<\/(?:text:p|text:h|a:p)>|<(?:text:line-break|a:br)\b[^>]{0,200}\/>/g, '\n')
    .replaceAll(/\n?<\/table:table-cell>/g, '\t')
    .replaceAll('</table:table-row>', '\n')
  return decode(spaced.replaceAll(/<[^>]*>/g, ''))
}

/** Rows of every sheet; words stand in one list and cells name them by number. */
export function textOfSheets(parts: ReadonlyMap<string, string>): string {
  const words = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) =>
    decode([...si.matchAll(/<t\b[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text).join('')),
  )
  const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/'))
  return sheets.map(([, sheet]) => rowsOf(sheet, words)).join('\n\n')
}

function rowsOf(sheet: string, words: readonly string[]): string {
  const rows = [...sheet.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c\b([^>]*)>(.*?)<\/c>/gs)].map(([, attributes = '', cell = '']) => {
      const value = /<(?:v|t)\b[^>]*>([^<]*)</.exec(cell)?.[1] ?? ''
      return /\bt="s"/.test(attributes) ? (words[Number(value)] ?? '') : decode(value)
    }),
  )
  return rows.map((cells) => cells.join('\t')).join('\n')
}
