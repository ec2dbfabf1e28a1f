import type { Db } from '#platform/database.ts'

/** Addresses of the newest acts. */
export async function listAddresses(db: Db, limit: number): Promise<{ slug: string; changedAt: Date }[]> {
  return db
    .selectFrom('acts_acts')
    .select(['slug', 'changed_at as changedAt'])
    .orderBy('adopted_on', 'desc')
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
}

/** When an act last changed. */
export async function findLastChange(db: Db): Promise<Date | null> {
  const row = await db
    .selectFrom('acts_acts')
    .select((e) => e.fn.max('changed_at').as('at'))
    .executeTakeFirst()
  return row?.at ?? null
}
