import type { Db } from '#platform/database.ts'

export const versionKinds = ['adopted', 'entered', 'editorial', 'public'] as const
export type VersionKind = (typeof versionKinds)[number]
export type Version = {
  version: number
  kind: VersionKind
  words: string
  hash: string
  because: string
  basis: string
  at: Date
}

/** Every text of an act, the newest first. */
export async function listVersions(db: Db, actId: string): Promise<Version[]> {
  const rows = await db
    .selectFrom('acts_versions')
    .select(['version', 'kind', 'words', 'hash', 'because', 'basis', 'at'])
    .where('act_id', '=', actId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as VersionKind }))
}

export async function insertVersion(
  db: Db,
  actId: string,
  version: Version & { byPerson: string | null },
): Promise<void> {
  const { byPerson, ...rest } = version
  await db
    .insertInto('acts_versions')
    .values({ ...rest, act_id: actId, by_person: byPerson })
    .execute()
}

/** The words of these acts that everybody reads where nothing is restricted: the public version, else the newest. */
export async function listOpenWords(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('acts_versions')
    .distinctOn('act_id')
    .select(['act_id', 'words'])
    .where('act_id', 'in', [...ids])
    .orderBy('act_id')
    .orderBy((e) => e('kind', '=', 'public'), 'desc')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.act_id, row.words]))
}

export async function insertSignature(
  db: Db,
  signature: { actId: string; fileId: string; version: number; at: Date; byPerson: string },
): Promise<void> {
  const { actId, fileId, version, at, byPerson } = signature
  await db
    .insertInto('acts_signatures')
    .values({ act_id: actId, file_id: fileId, version, at, by_person: byPerson })
    .execute()
}
