import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { languages } from '#platform/language.ts'
import type { Searchable, SearchDocument } from '#platform/searchable.ts'
import { fold, rootsOf } from './estonian-roots.ts'

const longestExcerpt = 8000
const mostWords = 20_000

/**
 * Brings the documents of a searchable up to date: those with the ids, or all. Reading and writing are under one lock
 * until the transaction ends, so that a document closed meanwhile cannot come back with what was read of it before.
 */
export async function indexDocuments(
  ctx: Context,
  searchable: Searchable,
  ids: readonly string[] | 'all',
  run: string = crypto.randomUUID(),
): Promise<void> {
  await sql`select pg_advisory_xact_lock(7202611240)`.execute(ctx.db)
  for await (const batch of searchable.documents(ctx, ids)) {
    if (batch.length > 0) await writeBatch(ctx, searchable.kind, batch, run)
  }
  await sql`delete from search_documents where kind = ${searchable.kind} and run <> ${run}
    ${ids === 'all' ? sql`` : sql`and id = any(${[...ids]})`}`.execute(ctx.db)
}

async function writeBatch(ctx: Context, kind: string, batch: readonly SearchDocument[], run: string): Promise<void> {
  const rows = batch.map((document) => rowOf(kind, document, run))
  // Titles weigh most, then the text; stems before the shapes of words that may be chance.
  await sql`
    insert into search_documents (kind, id, path, title, excerpt, on_date, for_everyone, reader_roles, reader_persons,
      title_words, words, run)
    select kind, id, path, title, excerpt, on_date, for_everyone, reader_roles, reader_persons, titles,
      titles || setweight(to_tsvector('estonian', body_et), 'B') || setweight(to_tsvector('english', body_en), 'B')
        || setweight(to_tsvector('russian', body_ru), 'B') || setweight(array_to_tsvector(body_roots), 'D'), run
    from (
      select r.*, setweight(to_tsvector('estonian', title_et), 'A') || setweight(to_tsvector('english', title_en), 'A')
        || setweight(to_tsvector('russian', title_ru), 'A') || setweight(array_to_tsvector(title_roots), 'C') as titles
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
        kind text, id text, path text, title jsonb, excerpt jsonb, on_date date, for_everyone boolean,
        reader_roles text[], reader_persons uuid[], title_et text, title_en text, title_ru text,
        body_et text, body_en text, body_ru text, title_roots text[], body_roots text[], run uuid)
    ) given
    on conflict on constraint search_documents_pkey do update set
      path = excluded.path, title = excluded.title, excerpt = excluded.excerpt, on_date = excluded.on_date,
      for_everyone = excluded.for_everyone, reader_roles = excluded.reader_roles,
      reader_persons = excluded.reader_persons, title_words = excluded.title_words, words = excluded.words,
      run = excluded.run`.execute(ctx.db)
  await learnWords(ctx, batch)
}

function rowOf(kind: string, document: SearchDocument, run: string) {
  const { id, path, title, body, on, readers } = document
  const isForEveryone = readers === 'everyone'
  const folded = (text: string | undefined) => fold(text ?? '')
  return {
    kind,
    id,
    path,
    title,
    excerpt: Object.fromEntries(
      languages.flatMap((language) => (body[language] ? [[language, body[language].slice(0, longestExcerpt)]] : [])),
    ),
    on_date: on,
    for_everyone: isForEveryone,
    reader_roles: isForEveryone ? [] : (readers.roles ?? []),
    reader_persons: isForEveryone ? [] : (readers.persons ?? []),
    title_et: folded(title.et),
    title_en: folded(title.en),
    title_ru: folded(title.ru),
    body_et: folded(body.et),
    body_en: folded(body.en),
    body_ru: folded(body.ru),
    title_roots: shapesIn([title.et, title.en, title.ru]),
    body_roots: shapesIn([body.et, body.en, body.ru]),
    run,
  }
}

const wordPattern = /[\p{L}\p{N}]+/gu

function shapesIn(texts: readonly (string | undefined)[]): string[] {
  const words = new Set<string>()
  for (const text of texts) {
    for (const [word] of (text ?? '').matchAll(wordPattern)) {
      // A lexeme may have 2046 bytes; no word has.
      if (word.length <= 60) words.add(fold(word))
      if (words.size >= mostWords) break
    }
  }
  return [...new Set([...words].flatMap((word) => rootsOf(word)))]
}

/** Remembers how words are written. Only of what everyone may read: a suggestion must not tell of a closed document. */
async function learnWords(ctx: Context, batch: readonly SearchDocument[]): Promise<void> {
  const counts = new Map<string, { word: string; documents: number }>()
  for (const { title, body, readers } of batch) {
    if (readers !== 'everyone') continue
    const own = new Map<string, string>()
    for (const text of [title.et, title.en, title.ru, body.et, body.en, body.ru]) {
      for (const [word] of (text ?? '').matchAll(wordPattern)) {
        if (word.length >= 4 && word.length <= 40 && !/\d/.test(word)) own.set(fold(word), word)
      }
    }
    for (const [folded, word] of own) {
      const known = counts.get(folded)
      counts.set(folded, { word, documents: (known?.documents ?? 0) + 1 })
    }
  }
  if (counts.size === 0) return
  const rows = [...counts]
    .map(([folded, one]) => ({ folded, ...one }))
    .toSorted((a, b) => (a.folded < b.folded ? -1 : 1))
  await sql`insert into search_vocabulary (folded, word, documents)
    select folded, word, documents from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(folded text, word text, documents int)
    on conflict on constraint search_vocabulary_pkey do update set
      documents = search_vocabulary.documents + excluded.documents`.execute(ctx.db)
}
