import type { Db } from '#platform/database.ts'
import type { Blob } from './blobs.ts'

export type RenditionKind = 'text' | 'width-640' | 'width-1600'

export async function insertRendition(db: Db, fileId: string, kind: RenditionKind, { hash, size }: Blob) {
  await db
    .insertInto('files_renditions')
    .values({ file_id: fileId, kind, blob: hash, size })
    .onConflict((conflict) => conflict.columns(['file_id', 'kind']).doUpdateSet({ blob: hash, size }))
    .execute()
}

export async function findRendition(db: Db, fileId: string, kind: RenditionKind): Promise<Blob | undefined> {
  const row = await db
    .selectFrom('files_renditions')
    .select(['blob', 'size'])
    .where('file_id', '=', fileId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row && { hash: row.blob, size: row.size }
}

export async function deleteRenditions(db: Db, fileId: string): Promise<string[]> {
  const rows = await db.deleteFrom('files_renditions').where('file_id', '=', fileId).returning('blob').execute()
  return rows.map(({ blob }) => blob)
}
