const longest = 400_000
const unread = ['script', 'style', 'head', 'title', 'template']
const names: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  euro: '€',
  auml: 'ä',
  Auml: 'Ä',
  ouml: 'ö',
  Ouml: 'Ö',
  uuml: 'ü',
  Uuml: 'Ü',
  otilde: 'õ',
  Otilde: 'Õ',
  scaron: 'š',
  Scaron: 'Š',
  zcaron: 'ž',
  Zcaron: 'Ž',
  laquo: '«',
  raquo: '»',
  bdquo: '„',
  ldquo: '“',
  rdquo: '”',
}

/** The words of a letter that is HTML alone. Nothing of it is ever shown as HTML. */
export function htmlWords(html: string): string {
  const seen = unread.reduce(without, html.slice(0, longest))
  return seen
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<br\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6]|blockquote)\s*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => character(name) ?? whole)
    .replaceAll(/ *\n */g, '\n')
    .trim()
}

/** Cut by searching and not by a pattern, so that no letter takes long. */
function without(html: string, element: string): string {
  const lower = html.toLowerCase()
  const parts: string[] = []
  for (let at = 0; at < html.length;) {
    const begin = lower.indexOf(`<${element}`, at)
    if (begin === -1) return parts.join('') + html.slice(at)
    parts.push(html.slice(at, begin))
    const end = lower.indexOf(`</${element}`, begin)
    if (end === -1) break
    at = end + element.length + 2
    const close = lower.indexOf('>', at)
    at = close === -1 ? html.length : close + 1
  }
  return parts.join('')
}

function character(name: string): string | undefined {
  if (!name.startsWith('#')) return names[name]
  const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) ? String.fromCodePoint(code) : ''
}
