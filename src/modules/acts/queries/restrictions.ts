import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { Restriction } from '../rules.ts'

export async function insertRestriction(
  db: Db,
  actId: string,
  restriction: Omit<Restriction, 'id' | 'liftedOn'> & { byPerson: string | null },
): Promise<{ id: string }> {
  const { covers, basis, isPersonal, from, until, setAt, byPerson } = restriction
  return db
    .insertInto('acts_restrictions')
    .values({
      act_id: actId,
      covers,
      basis,
      is_personal: isPersonal,
      from_date: from,
      until_date: until,
      set_at: setAt,
      set_by: byPerson,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}

export async function liftRestriction(
  db: Db,
  id: string,
  { on, because, now }: { on: LocalDate; because: string; now: Date },
): Promise<void> {
  await db
    .updateTable('acts_restrictions')
    .set({ lifted_on: on, lifted_because: because, told_over_at: now })
    .where('id', '=', id)
    .execute()
}

/** Restrictions whose last day is over and of which nobody has been told, with their acts. */
export async function takeLapsed(
  db: Db,
  today: LocalDate,
  now: Date,
  limit: number,
): Promise<{ id: string; actId: string }[]> {
  const rows = await db
    .selectFrom('acts_restrictions')
    .select(['id', 'act_id'])
    .where('told_over_at', 'is', null)
    .where('until_date', '<', today)
    .orderBy('until_date')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0)
    await db.updateTable('acts_restrictions').set({ told_over_at: now }).where('id', 'in', ids).execute()
  return rows.map((row) => ({ id: row.id, actId: row.act_id }))
}
