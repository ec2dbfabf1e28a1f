import type { Db } from '#platform/database.ts'
import type { Scope } from '../minutes-view.ts'
import type { Signature } from './read-signatures.ts'
import type { Verdict } from './validate-container.ts'

export type SignedMinutes = {
  id: string
  scope: Scope
  signatures: readonly Signature[]
  verdict: Verdict | null
  at: Date
}

export async function listSigned(db: Db, meetingId: string, version: number, scope: Scope): Promise<SignedMinutes[]> {
  const rows = await db
    .selectFrom('meetings_signed_minutes')
    .select(['id', 'signatures', 'verdict', 'at'])
    .where('meeting_id', '=', meetingId)
    .where('version', '=', version)
    .where('scope', '=', scope)
    .orderBy('at')
    .execute()
  return rows.map((row) => ({
    ...row,
    scope,
    signatures: row.signatures as unknown as Signature[],
    verdict: row.verdict as Verdict | null,
  }))
}

type NewSigned = Omit<SignedMinutes, 'id'> & { meetingId: string; version: number; fileId: string; by: string }

export async function insertSigned(db: Db, signed: NewSigned): Promise<{ id: string }> {
  const { meetingId, version, scope, fileId, signatures, verdict, at, by } = signed
  return db
    .insertInto('meetings_signed_minutes')
    .values({
      meeting_id: meetingId,
      version,
      scope,
      file_id: fileId,
      signatures: JSON.stringify(signatures),
      verdict: verdict === null ? null : JSON.stringify(verdict),
      at,
      by_person: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}
