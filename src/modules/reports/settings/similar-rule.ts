import type { Db } from '#platform/database.ts'
import { findCategory } from '../queries/categories.ts'
import { nearbyMetres, similarDays } from '../rules.ts'

/** How near and how new something must be to be shown as perhaps the same; 0 metres shows nothing. */
export async function similarRuleOf(db: Db, code: string): Promise<{ metres: number; days: number }> {
  const category = code === '' ? undefined : await findCategory(db, code)
  if (category === undefined) return { metres: nearbyMetres, days: similarDays }
  return { metres: category.duplicateMetres, days: category.duplicateDays }
}
