import type { Actor, Role } from '#platform/context.ts'
import { fold, rootsOf, vagueRootsOf } from './estonian-roots.ts'

export const longestQuery = 200
export const pageSize = 20
export const mostPages = 15
/** Beyond so many it does not matter how many there are. */
export const mostCounted = 300
const mostTerms = 10

/** Words that stand in every text and tell nothing. */
const empty = new Set(
  [
    'ja on ei see et või ning kui ka oma aga mis kes ehk',
    'the and of to in or for with from is at by on',
    'и в на не с по что как или для из от о',
  ].flatMap((words) => words.split(' ').map(fold)),
)

export type SearchTerm = {
  /** As it was typed, for showing and for suggestions. */
  word: string
  roots: readonly string[]
  /** Roots that other words may share by chance. */
  vague: readonly string[]
}

/** The words that a person looks for. Everything that is no letter or digit only separates them. */
export function termsOf(query: string): SearchTerm[] {
  const words = query.slice(0, longestQuery).match(/[\p{L}\p{N}]+/gu) ?? []
  const terms = new Map<string, SearchTerm>()
  for (const word of words) {
    const folded = fold(word)
    // One letter says nothing, but 1.3 is the number of a promise.
    if (folded.length < 2 && !/\d/.test(folded)) continue
    if (!terms.has(folded)) terms.set(folded, { word, roots: rootsOf(word), vague: vagueRootsOf(word) })
    if (terms.size === mostTerms) break
  }
  const telling = [...terms].filter(([folded]) => !empty.has(folded))
  return (telling.length > 0 ? telling : [...terms]).map(([, term]) => term)
}

export type Reader = { roles: readonly Role[]; personId: string | null }

export function readerOf(actor: Actor): Reader {
  return { roles: actor.roles, personId: actor.personId }
}

/** Whether a reader may find a document; the query mirrors it, and a test keeps the two equal. */
export function mayFind(
  reader: Reader,
  document: { forEveryone: boolean; roles: readonly string[]; persons: readonly string[] },
): boolean {
  return (
    document.forEveryone ||
    document.roles.some((role) => (reader.roles as readonly string[]).includes(role)) ||
    (reader.personId !== null && document.persons.includes(reader.personId))
  )
}

export type Piece = { text: string; found: boolean }

const around = 110
const longestExcerpt = 260

/** The part of a text where the words were found, with the found words marked. */
export function excerptOf(given: string, terms: readonly SearchTerm[], whole = false): Piece[] {
  // A document's text is made of parts, a line each.
  const text = given.trim().replaceAll(/\s*\n\s*/gu, ' · ')
  const marks: { from: number; until: number }[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (isForm(match[0], terms)) marks.push({ from: match.index, until: match.index + match[0].length })
  }
  const first = marks[0]?.from ?? 0
  const from = whole ? 0 : startOfWord(text, Math.max(0, first - around))
  const until = whole ? text.length : endOfWord(text, Math.min(text.length, from + longestExcerpt))
  const pieces: Piece[] = []
  if (from > 0) pieces.push({ text: '… ', found: false })
  let at = from
  for (const mark of marks) {
    if (mark.from < at || mark.until > until) continue
    if (mark.from > at) pieces.push({ text: text.slice(at, mark.from), found: false })
    pieces.push({ text: text.slice(mark.from, mark.until), found: true })
    at = mark.until
  }
  if (at < until) pieces.push({ text: text.slice(at, until), found: false })
  if (until < text.length) pieces.push({ text: ' …', found: false })
  return pieces
}

/** Whether any of the texts has a form of one of the words, and not only a word that looks alike. */
export function holdsForm(texts: readonly string[], terms: readonly SearchTerm[]): boolean {
  return texts.some((text) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => isForm(word, terms)))
}

function isForm(word: string, terms: readonly SearchTerm[]): boolean {
  const folded = fold(word)
  return terms.some(
    ({ roots, vague }) =>
      folded.startsWith(roots[0]!) ||
      roots.includes(folded) ||
      isFormInRussian(folded, roots[0]!) ||
      sharesRoot(folded, roots, vague),
  )
}

const shortestRussian = 4

/** Russian endings have at most three letters, and what stands before them stays. */
function isFormInRussian(one: string, other: string): boolean {
  if (!/^[а-я]/u.test(one)) return false
  const shortest = Math.min(one.length, other.length)
  const kept = Math.max(shortestRussian, shortest - 2)
  return shortest >= kept && Math.abs(one.length - other.length) <= 3 && one.slice(0, kept) === other.slice(0, kept)
}

function sharesRoot(folded: string, roots: readonly string[], vague: readonly string[]): boolean {
  // Making shapes costs more than comparing beginnings, and forms of a word begin alike.
  const start = folded.slice(0, 3)
  const sure = roots.filter((root) => !vague.includes(root))
  const mayShare = sure.some((root) => root.startsWith(start) || (root.length >= 5 && folded.includes(root)))
  return mayShare && rootsOf(folded).some((root) => sure.includes(root))
}

function startOfWord(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.indexOf(' ', at)
  return space === -1 || space - at > 30 ? at : space + 1
}

function endOfWord(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space === -1 || at - space > 30 ? at : space
}
