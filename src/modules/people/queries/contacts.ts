import type { Db } from '#platform/database.ts'

export type Contacts = { personId: string; email: string | null }

/** Mail addresses that persons have given themselves. */
export async function contactsOf(db: Db, personIds: readonly string[]): Promise<Contacts[]> {
  if (personIds.length === 0) return []
  return db.selectFrom('people_persons').select(['id as personId', 'email']).where('id', 'in', personIds).execute()
}

/** Of the demo's invented persons. */
export async function listSyntheticContacts(db: Db): Promise<Contacts[]> {
  return db
    .selectFrom('people_persons')
    .select(['id as personId', 'email'])
    .where('synthetic', '=', true)
    .where('email', 'is not', null)
    .orderBy('id')
    .execute()
}
