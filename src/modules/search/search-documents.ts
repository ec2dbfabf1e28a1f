import type { Context } from '#platform/context.ts'
import { languages, type LocalText } from '#platform/language.ts'
import { fold } from './estonian-roots.ts'
import { findDocuments, suggestWords, type FoundPage, type SearchFilter } from './queries/find-documents.ts'
import { holdsForm, mostCounted, pageSize, readerOf, termsOf, type SearchTerm } from './rules.ts'

export type SearchAnswer = FoundPage & {
  terms: readonly SearchTerm[]
  /** What the person may have meant, when nothing held all the words. */
  suggestion: string | null
  /** Nothing holds all the words: these hold some. */
  isPartial: boolean
  /** No form of the words stands in what was found, only words that look alike. */
  isSimilar: boolean
}

/** Looks for a person's words among what they may see. */
export async function searchDocuments(
  ctx: Context,
  query: string,
  filter: SearchFilter,
  page: number,
): Promise<SearchAnswer> {
  const terms = termsOf(query)
  const reader = readerOf(ctx.actor)
  const whole = await findDocuments(ctx.db, terms, reader, filter, page)
  if (whole.count > 0 || page * pageSize >= mostCounted) {
    const isSimilar = whole.found.length > 0 && !whole.found.some(({ title, excerpt }) => holds(terms, title, excerpt))
    const suggestion = isSimilar ? await suggest(ctx, terms) : null
    return { ...whole, terms, suggestion, isPartial: false, isSimilar }
  }
  const suggestion = await suggest(ctx, terms)
  const isPartial = terms.length > 1
  const some = isPartial ? await findDocuments(ctx.db, terms, reader, filter, page, 'any') : whole
  return { ...some, terms, suggestion, isPartial: isPartial && some.count > 0, isSimilar: false }
}

function holds(terms: readonly SearchTerm[], ...texts: readonly Partial<LocalText>[]): boolean {
  return holdsForm(
    texts.flatMap((text) => languages.map((language) => text[language] ?? '')),
    terms,
  )
}

async function suggest(ctx: Context, terms: readonly SearchTerm[]): Promise<string | null> {
  const words = await suggestWords(
    ctx.db,
    terms.map(({ word }) => word),
  )
  const meant = terms.map(({ word }, at) => words[at] ?? word)
  const isOther = meant.some((word, at) => fold(word) !== fold(terms[at]!.word))
  return isOther ? meant.join(' ').toLowerCase() : null
}
