import type { Db } from '#platform/database.ts'

export type Invited = { personId: string; name: string; slug: string | null; sentAt: Date }

/** To whom the newest call went, in the order of names. */
export async function listInvited(db: Db, meetingId: string, sequence: number): Promise<Invited[]> {
  return db
    .selectFrom('meetings_invitations as i')
    .innerJoin('people_persons as p', 'p.id', 'i.person_id')
    .select((e) => [
      'i.person_id as personId',
      'p.slug',
      'i.sent_at as sentAt',
      e.fn<string>('concat_ws', [e.val(' '), 'p.given_name', 'p.family_name']).as('name'),
    ])
    .where('i.meeting_id', '=', meetingId)
    .where('i.sequence', '=', sequence)
    .orderBy('p.sort_name')
    .execute()
}

export async function insertInvitations(
  db: Db,
  meetingId: string,
  sequence: number,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  if (personIds.length === 0) return
  await db
    .insertInto('meetings_invitations')
    .values(personIds.map((person_id) => ({ meeting_id: meetingId, person_id, sequence, sent_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Everybody to whom a call to the meeting was ever sent. */
export async function listEverInvited(db: Db, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('meetings_invitations')
    .select('person_id')
    .distinct()
    .where('meeting_id', '=', meetingId)
    .execute()
  return rows.map(({ person_id }) => person_id)
}
