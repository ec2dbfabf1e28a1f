import type { Db } from '#platform/database.ts'

/** What stood in the title and the number before they were mended, and why. */
export type Correction = { at: Date; title: string; number: number; because: string }

/** The newest first. */
export async function listCorrections(db: Db, actId: string): Promise<Correction[]> {
  return db
    .selectFrom('acts_corrections')
    .select(['at', 'title', 'number', 'because'])
    .where('act_id', '=', actId)
    .orderBy('at', 'desc')
    .limit(100)
    .execute()
}

export async function insertCorrection(
  db: Db,
  actId: string,
  { at, title, number, slug, because, byPerson }: Correction & { slug: string; byPerson: string },
): Promise<void> {
  await db
    .insertInto('acts_corrections')
    .values({ act_id: actId, at, title, number, slug, because, by_person: byPerson })
    .execute()
}
