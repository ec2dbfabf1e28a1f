import { sql, type RawBuilder } from 'kysely'
import type { LocalText } from '#platform/language.ts'

/**
 * A record names a post by its Estonian title, as the act does. Here it has all its languages where a post is known
 * by that title, else the Estonian words alone. The titles are gathered once per statement.
 */
export function postTitle(column: string): RawBuilder<LocalText> {
  const named = sql.ref(column)
  return sql<LocalText>`coalesce((select jsonb_object_agg(known.title ->> 'et', known.title) from people_posts known)
    -> ${named}, jsonb_build_object('et', ${named}))`
}

export function postTitleOrNull(column: string): RawBuilder<LocalText | null> {
  return sql<LocalText | null>`case when ${sql.ref(column)} is not null then ${postTitle(column)} end`
}
