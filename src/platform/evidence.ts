import type { SelectQueryBuilder } from 'kysely'
import type { Context } from './context.ts'
import type { Db } from './database.ts'
import type { LocalDate } from './format.ts'
import type { LocalText } from './language.ts'
import type { DB } from './schema.ts'

export type EvidencePeriod = { from: LocalDate; until: LocalDate }

/** One thing done: the day, whether it met what was owed, its title (a LocalText as jsonb) and the page that shows it. */
export type EvidenceRecord = { on: LocalDate; met: boolean; title: LocalText; path: string }

/**
 * What a module can prove for the action plan. `records` is a query and not a result, so that the plan joins all
 * modules' proofs into one statement and counts them in the database. `standing` evidence tells what holds on the
 * last day of the period; `event` evidence what happened within it.
 */
export type Evidence = {
  key: string
  kind: 'event' | 'standing'
  name: LocalText
  records: (db: Db, period: EvidencePeriod) => SelectQueryBuilder<DB, keyof DB, EvidenceRecord>
  /** Numbers beside the rule, of what everybody may see: how soon, how many late. They decide nothing. */
  figures?: (ctx: Context) => Promise<readonly EvidenceFigure[]>
}

/** Null where nothing is there to be measured yet; `path` leads to where it is computed. */
export type EvidenceFigure = {
  name: LocalText
  value: number | null
  unit: 'count' | 'days' | 'percent'
  path: string
}

let offered: readonly Evidence[] = []

/** Said once by the composition, which alone knows all modules. Throws when two offer the same key. */
export function offerEvidence(all: readonly Evidence[]): void {
  const twice = all.find(({ key }, at) => all.findIndex((other) => other.key === key) !== at)
  if (twice !== undefined) throw new Error(`Evidence ${twice.key} is offered twice`)
  offered = all
}

export function offeredEvidence(): readonly Evidence[] {
  return offered
}
