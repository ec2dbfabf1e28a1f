/** The four columns of the plan's table; each holds the paragraphs of its cell. */
export type Cells = { text: string[]; deadline: string[]; parties: string[]; fulfilment: string[] }
export type Column = keyof Cells
export const columns: readonly Column[] = ['text', 'deadline', 'parties', 'fulfilment']

export type OutlineEntry =
  | { kind: 'heading'; number?: number; title: string }
  | { kind: 'activity'; number?: string; cells: Cells; boundaryGuessed: boolean }

/** The document's parts in order, before anything of it is understood. */
export type Outline = { front: string[]; entries: OutlineEntry[]; hasTableHeader: boolean }

const columnTitles: [Column, RegExp][] = [
  ['text', /^(?:tegevus(?:ed)?|kohustus|lubadus|meede)$/iu],
  ['deadline', /^(?:tähtae?g|tähtajad|aeg|täitmise aeg)$/iu],
  ['parties', /^(?:osapool(?:ed)?|vastutaja(?:d)?|täitja(?:d)?)$/iu],
  ['fulfilment', /^(?:täitmine|täidetud|tulemus(?:ed)?|hetkeseis)$/iu],
]

export function columnTitled(text: string): Column | undefined {
  return columnTitles.find(([, title]) => title.test(text.replace(/:$/u, '')))?.[0]
}

const numbered = /^(\d{1,2})\s?\.\s?(\d{1,2})\.?(?!\.?\d)\s*/u

/** `1.4. Avaldame…` → number and the rest; a date such as 24.03.23 is no number of an activity. */
export function splitNumber(text: string): { number: string; rest: string } | undefined {
  const match = numbered.exec(text)
  if (match === null || Number(match[1]) === 0 || Number(match[2]) === 0) return undefined
  return { number: `${Number(match[1])}.${Number(match[2])}`, rest: text.slice(match[0].length) }
}

export function chapterOf(number: string): number {
  return Number(number.split('.')[0])
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

/** `1. Avaliku võimu…` or `II. Dialoog…` → heading; the final full stop is no part of a title. */
export function splitHeading(text: string): { number?: number; title: string } | undefined {
  const match = /^(?:(\d{1,2})|([IVX]{1,4}))[.)]\s*(?=["„«]?\p{Lu})(.+)$/u.exec(text)
  if (match === null) return undefined
  const number = match[1] === undefined ? roman.indexOf(match[2]!) + 1 : Number(match[1])
  return { ...(number > 0 ? { number } : {}), title: withoutFullStop(match[3]!) }
}

export function withoutFullStop(text: string): string {
  return text.replace(/\s*\.$/u, '')
}
