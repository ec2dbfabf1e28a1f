import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import { statuteRulesSchema, type StatuteRules } from '../rules/statute.ts'

export type StatuteRow = { bodyKind: string; bodySlug: string; validFrom: LocalDate; rules: StatuteRules }

/** Rules in force for a body on a day: its own before those of its kind, the newest that had begun. */
export async function findStatute(
  db: Db,
  body: { kind: string; slug: string },
  day: LocalDate,
): Promise<StatuteRules | undefined> {
  const row = await db
    .selectFrom('meetings_statutes')
    .select('rules')
    .where('body_kind', '=', body.kind)
    .where('body_slug', 'in', ['', body.slug])
    .where('valid_from', '<=', day)
    .orderBy('body_slug', 'desc')
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? undefined : statuteRulesSchema.parse(row.rules)
}

/** What is there already stays as it is. */
export async function insertStatutes(db: Db, rows: readonly StatuteRow[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('meetings_statutes')
    .values(
      rows.map(({ bodyKind, bodySlug, validFrom, rules }) => ({
        body_kind: bodyKind,
        body_slug: bodySlug,
        valid_from: validFrom,
        rules: JSON.stringify(rules),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
