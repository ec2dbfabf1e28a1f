import { sql } from 'kysely'
import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { columnsOf } from './attach-files.ts'
import { fileSubject } from './events.ts'
import type { Readers } from './rules.ts'

/**
 * Ties copies of some of a thing's files to another thing, whose readers they have; each copy is checked anew. Ids of
 * other things are passed over. Whether it may be, the module judges that both things belong to.
 */
export async function copyAttached(
  context: Context,
  ids: readonly string[],
  { from, to, readers }: { from: string; to: string; readers: Readers },
): Promise<void> {
  const { visibility, roles, persons } = columnsOf(readers)
  await inTransaction(context, async (ctx) => {
    const { rows } = await sql<{ id: string; kind: string; size: number }>`
      insert into files_files (hash, blob, name, kind, size, description, uploaded_by, uploaded_at, attached_to,
        attached_at, visibility, roles, persons, subject_person, keep_until)
      select hash, blob, name, kind, size, description, uploaded_by, uploaded_at, ${to}, ${ctx.now}, ${visibility},
        ${roles}::text[], ${persons}::uuid[], subject_person, keep_until
      from files_files where id = any(${[...ids]}::uuid[]) and attached_to = ${from} and removed_at is null
        and state <> 'refused' order by uploaded_at, id
      returning id, kind, size`.execute(ctx.db)
    for (const { id, kind, size } of rows) {
      await record(ctx, 'files.received', fileSubject(id), { file: id, kind, size: Number(size) })
      await record(ctx, 'files.attached', fileSubject(id), { file: id, kind, to })
    }
  })
}
