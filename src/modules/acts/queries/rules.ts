import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import { actRulesSchema, type ActRules } from '../rules-of-day.ts'

export async function insertRules(db: Db, rules: readonly (ActRules & { validFrom: LocalDate })[]): Promise<void> {
  if (rules.length === 0) return
  const rows = rules.map(({ validFrom, ...rest }) => ({ valid_from: validFrom, rules: JSON.stringify(rest) }))
  await db
    .insertInto('acts_rules')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What the law and usual practice say where the municipality has said nothing for the day. */
const usual: ActRules = {
  numberedBy: 'year',
  terms: [],
  regulationDays: 3,
  regulationBasis: 'KOKS § 7 lg 6',
  decisionBasis: 'KOKS § 7 lg 7',
  publishedWithinSeconds: 60,
}

/** The rules that hold on a day. */
export async function findRules(db: Db, day: LocalDate): Promise<ActRules> {
  const row = await db
    .selectFrom('acts_rules')
    .select('rules')
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? usual : actRulesSchema.parse(row.rules)
}
