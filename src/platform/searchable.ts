import type { Context, Role } from './context.ts'
import type { EventType, RecordedEvent } from './events.ts'
import type { LocalDate } from './format.ts'
import type { LocalText } from './language.ts'

export type SearchDocument = {
  /** Unique within its searchable. */
  id: string
  path: string
  title: LocalText
  /** Plain text; more of it makes more findable. Missing languages are found by the Estonian words. */
  body: LocalText
  /** The day that the filter by date means; null where no day belongs to it. */
  on: LocalDate | null
  /** Who may find it: everyone, or only those with one of the roles or these very persons. */
  readers: 'everyone' | { roles?: readonly Role[]; persons?: readonly string[] }
}

/** What search indexes of a module. */
export type Searchable = {
  /** `module.thing`; stands in addresses as the filter by kind. */
  kind: string
  name: LocalText
  /** Events after which documents may have changed. */
  changedBy: readonly EventType[]
  /** Ids of the documents that an event touches; `all` where that cannot be told. */
  touched: (event: RecordedEvent) => readonly string[] | 'all'
  /** The documents with these ids, or all, in batches. An id that does not come back is taken out of the index. */
  documents: (ctx: Context, ids: readonly string[] | 'all') => AsyncIterable<readonly SearchDocument[]>
}
