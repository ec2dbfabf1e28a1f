import type { Readable } from 'node:stream'
import type { Context } from './context.ts'
import type { FileStore } from './file-store/file-store.ts'
import type { LocalDate } from './format.ts'
import type { SiteKeys } from './keys.ts'
import type { Language, LocalText } from './language.ts'

/** One of a person's own matters, as `/minu` lists it. */
export type OwnMatter = { what: string; path: string; state: string; on: LocalDate | null }

/** A page of the person's own, with what is new on it. */
export type OwnPage = { label: string; path: string; count?: number }

export type TakenOutFile = { name: string; content: () => Promise<Readable> }

/** What a module keeps about a person: shown, taken out and deleted through these. `ctx.actor` is that person. */
export type OwnData = {
  pages?: (ctx: Context, language: Language) => Promise<readonly OwnPage[]>
  matters?: (ctx: Context, language: Language) => Promise<readonly OwnMatter[]>
  /** Everything kept about the person: by name of the list, its rows as plain values. */
  takeOut?: (ctx: Context, keys: SiteKeys) => Promise<Record<string, readonly Record<string, unknown>[]>>
  takeOutFiles?: (ctx: Context, store: FileStore) => Promise<readonly TakenOutFile[]>
  /** Why nothing may be deleted yet; null when nothing stands in the way. */
  hinders?: (ctx: Context) => Promise<LocalText | null>
  /** Deletes what the law allows, in the transaction that is open. Answers what has to stay, and why. */
  forget?: (ctx: Context) => Promise<readonly { what: LocalText; why: LocalText }[]>
}

let offered: readonly OwnData[] = []

/** Said once by the composition, in the order in which modules forget: what points at persons before persons. */
export function offerOwnData(all: readonly OwnData[]): void {
  offered = all
}

export function offeredOwnData(): readonly OwnData[] {
  return offered
}
