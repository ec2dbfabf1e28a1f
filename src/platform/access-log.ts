import type { Context } from './context.ts'
import { personOf } from './context.ts'
import type { Db } from './database.ts'
import { tellingRole } from './events.ts'

export type Access = { at: Date; readerRole: string; what: string; purpose: string }

/** Leaves the trace of reading a person's data; the person sees it under "who looked at my data". */
export async function recordAccess(ctx: Context, subjectId: string, what: string, purpose: string): Promise<void> {
  const readerId = personOf(ctx.actor)
  if (readerId === subjectId) return
  await ctx.db
    .insertInto('platform_access_log')
    .values({
      at: ctx.now,
      reader_id: readerId,
      reader_role: tellingRole(ctx.actor),
      subject_id: subjectId,
      what,
      purpose,
    })
    .execute()
}

export async function listAccesses(db: Db, subjectId: string, limit = 100): Promise<Access[]> {
  return db
    .selectFrom('platform_access_log')
    .select(['at', 'reader_role as readerRole', 'what', 'purpose'])
    .where('subject_id', '=', subjectId)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}
