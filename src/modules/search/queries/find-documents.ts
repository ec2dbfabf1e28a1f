import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import { fold } from '../estonian-roots.ts'
import { mostCounted, pageSize, type Reader, type SearchTerm } from '../rules.ts'

export type Found = {
  kind: string
  id: string
  path: string
  title: LocalText
  excerpt: LocalText
  on: LocalDate | null
}

export type SearchFilter = { kinds: readonly string[]; from: LocalDate | null; until: LocalDate | null }

export type FoundPage = {
  found: Found[]
  /** How many there are, up to `mostCounted`. */
  count: number
}

// Ranking reads every candidate's words; the best of so many is good enough, and the same for a rare word.
const mostInTitles = 120

/**
 * How far a word may be from what was typed: only its stem; every form and every longer word too; or whatever shares
 * a guessed root.
 */
type Reach = 'stem' | 'forms' | 'alike'

/** Of a word in this share of all documents the first ones are met sooner by reading than through the index. */
const everywhere = 0.1

const shortestBeginning = 4

function formsOf({ word, roots, vague }: SearchTerm, reach: Reach): RawBuilder<unknown> {
  const folded = fold(word)
  const isBeginning = reach !== 'stem' && (folded.length >= shortestBeginning || /\d/.test(folded))
  const shapes = { stem: [folded], forms: roots.filter((root) => !vague.includes(root)), alike: roots }[reach]
  const exact = [...shapes.map((shape) => `'${shape}'`), ...(isBeginning ? [`'${folded}':*`] : [])].join(' | ')
  return sql`(to_tsquery('estonian', ${folded}) || to_tsquery('english', ${folded})
    || to_tsquery('russian', ${folded}) || ${exact}::tsquery)`
}

/** So many sure finds are enough: what only looks alike would be in their way. */
const enoughSure = 3

/**
 * Documents that hold all terms, or any of them, best first: in the title before in the text, stems before shapes.
 * A word so common that its stem alone fills the list is not looked for in all its forms: that would cost much and
 * change nothing. What only shares a guessed root is shown where hardly anything else is found, and stands last.
 */
export async function findDocuments(
  db: Db,
  terms: readonly SearchTerm[],
  reader: Reader,
  filter: SearchFilter,
  page: number,
  holding: 'all' | 'any' = 'all',
): Promise<FoundPage> {
  if (terms.length === 0) return { found: [], count: 0 }
  const wanted = (reach: Reach) => {
    const forms = terms.map((term) => formsOf(term, reach))
    return sql.join(forms, holding === 'all' ? sql` && ` : sql` || `)
  }
  const visible = visibleTo(reader, filter)
  const isFiltered = filter.kinds.length > 0 || filter.from !== null || filter.until !== null
  const common = isFiltered || (holding === 'all' && terms.length > 1) ? null : await mostHeld(db, terms)
  if (common !== null && common.documents >= mostCounted) {
    return findBest(db, { strict: wanted('stem'), alike: null, isEverywhere: common.isEverywhere }, visible, page)
  }
  const stems = await sql<{ count: number }>`with wanted as materialized (select ${wanted('stem')} as words)
    select count(*)::int as count from (select 1 from search_documents
      where words @@ (select words from wanted) and ${visible} limit ${mostCounted}) counted`.execute(db)
  const { count } = stems.rows[0]!
  if (count >= mostCounted) return findBest(db, { strict: wanted('stem'), alike: null }, visible, page)
  // Guessed roots are for what fills no page by itself.
  if (count >= pageSize || terms.every(({ vague }) => vague.length === 0)) {
    return findBest(db, { strict: wanted('forms'), alike: null }, visible, page)
  }
  const both = { strict: wanted('forms'), alike: wanted('alike') }
  return findBest(db, { ...both, showsAlike: count < enoughSure }, visible, page)
}

/** By the vocabulary, which may be late: in how many documents the most common of these words stands as written. */
async function mostHeld(
  db: Db,
  terms: readonly SearchTerm[],
): Promise<{ documents: number; isEverywhere: boolean } | null> {
  const { rows } = await sql<{ documents: number; total: number }>`select v.documents,
      (select reltuples from pg_class where oid = 'search_documents'::regclass) as total
    from search_vocabulary v where v.folded = any(${terms.map(({ word }) => fold(word))})
    order by v.documents desc limit 1`.execute(db)
  const [most] = rows
  if (most === undefined) return null
  return { documents: most.documents, isEverywhere: most.documents > most.total * everywhere }
}

function visibleTo(reader: Reader, filter: SearchFilter): RawBuilder<unknown> {
  const persons = reader.personId === null ? [] : [reader.personId]
  const kinds = filter.kinds.length === 0 ? sql`` : sql`and kind = any(${[...filter.kinds]})`
  const from = filter.from === null ? sql`` : sql`and on_date >= ${filter.from}`
  const until = filter.until === null ? sql`` : sql`and on_date <= ${filter.until}`
  return sql`(for_everyone or reader_roles && ${[...reader.roles]}::text[]
    or reader_persons && ${persons}::uuid[]) ${kinds} ${from} ${until}`
}

type Wanted = {
  strict: RawBuilder<unknown>
  /** With guessed roots; null where there are none. */
  alike: RawBuilder<unknown> | null
  /** Whether documents are shown that have nothing but a guessed root. */
  showsAlike?: boolean
  /** Whether nearly any page of the table holds some. */
  isEverywhere?: boolean
}

/**
 * A guessed root that is a word of the title itself is no chance: "Loo" for "Loole". Only a document's own words have
 * places and weights, shapes have neither. Titles alone: to look through whole texts would cost more than it finds.
 */
const isInTitle = sql`ts_filter(d.title_words, '{a}') @@ wanted.alike`

async function findBest(
  db: Db,
  { strict, alike, showsAlike = false, isEverywhere = false }: Wanted,
  visible: RawBuilder<unknown>,
  page: number,
): Promise<FoundPage> {
  const given = showsAlike ? sql`alike` : sql`strict`
  // The planner sees what is written out, and guesses wrongly for words that it has not counted.
  const match = (column: 'title_words' | 'words', by = given) =>
    isEverywhere
      ? sql`${sql.ref(column)} @@ (${strict}) and ${visible}`
      : sql`${sql.ref(column)} @@ (select ${by} from wanted) and ${visible}`
  const own =
    alike === null || showsAlike
      ? sql``
      : sql`union select d.kind, d.id from (select kind, id, title_words from search_documents
          where ${match('title_words', sql`alike`)} limit ${mostInTitles}) d, wanted where ${isInTitle}`
  const { rows } = await sql<Found & { count: number }>`
    with wanted as materialized (select ${strict} as strict, ${alike ?? strict} as alike),
    in_titles as (select kind, id from search_documents where ${match('title_words')} limit ${mostInTitles}),
    in_texts as materialized (
      (select kind, id from search_documents where ${match('words')} limit ${mostCounted}) ${own}),
    candidates as (select * from in_titles union select * from in_texts)
    select d.kind, d.id, d.path, d.title, d.excerpt, d.on_date as "on",
      (select least(count(*)::int, ${mostCounted}) from in_texts) as count
    from candidates c join search_documents d using (kind, id), wanted
    order by ${showsAlike ? sql`(d.words @@ wanted.strict or ${isInTitle}) desc,` : sql``}
      ts_rank('{0.05, 0.7, 0.4, 1.0}', d.words, wanted.${given}, 1)
      + case when d.title_words @@ wanted.${given} then 0.5 else 0 end desc, d.on_date desc nulls last, d.kind, d.id
    limit ${pageSize} offset ${page * pageSize}`.execute(db)
  return { found: rows.map(({ count: _count, ...found }) => found), count: rows[0]?.count ?? 0 }
}

const leastAlike = 0.3

const mostCandidates = 3
// A word of so many documents is not looked up: one that was closed does not take it away.
const certainlyHeld = 50

/**
 * Written forms that are alike to words which are nowhere: for each word the nearest that a document for everyone
 * holds now, or null. Words stay in the vocabulary for a while after their documents were closed.
 */
export async function suggestWords(db: Db, words: readonly string[]): Promise<(string | null)[]> {
  if (words.length === 0) return []
  const { rows } = await sql<{ at: number; word: string | null }>`
    select asked.at::int as at, (
      select v.word from (
        select c.word, c.folded, c.documents, row_number() over () as place from (
          select word, folded, documents from search_vocabulary
          where folded % asked.word and similarity(folded, asked.word) >= ${leastAlike}
          order by similarity(folded, asked.word) desc, documents desc, folded limit ${mostCandidates}) c) v
      where v.documents > ${certainlyHeld} or exists (select 1 from search_documents d where d.for_everyone and d.words @@
        (plainto_tsquery('estonian', v.folded) || plainto_tsquery('english', v.folded)
          || plainto_tsquery('russian', v.folded)))
      order by v.place limit 1) as word
    from unnest(${words.map(fold)}::text[]) with ordinality as asked(word, at) order by at`.execute(db)
  return rows.map(({ word }) => word)
}
