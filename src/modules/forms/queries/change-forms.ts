import type { Db } from '#platform/database.ts'
import type { Definition } from '../definition.ts'

/** The new form's id; undefined where the owner has one already. */
export async function insertForm(db: Db, owner: string, at: Date): Promise<string | undefined> {
  const row = await db
    .insertInto('forms_forms')
    .values({ owner, created_at: at })
    .onConflict((conflict) => conflict.constraint('forms_forms_owner').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export type NewVersion = {
  formId: string
  number: number
  definition: Definition
  at: Date
  by: string | null
  note: string
}

export async function insertVersion(db: Db, { formId, number, definition, at, by, note }: NewVersion): Promise<void> {
  const row = { form_id: formId, number, definition: JSON.stringify(definition) }
  await db
    .insertInto('forms_versions')
    .values({ ...row, published_at: at, published_by: by, note })
    .execute()
}

export type DraftChange = { definition: Definition; revision: number; by: string | null; at: Date }

/** Writes the draft of a form that is locked or new. */
export async function putDraft(db: Db, formId: string, { definition, revision, by, at }: DraftChange): Promise<void> {
  const values = { definition: JSON.stringify(definition), revision, changed_by: by, changed_at: at }
  await db
    .insertInto('forms_drafts')
    .values({ form_id: formId, ...values })
    .onConflict((conflict) => conflict.constraint('forms_drafts_pkey').doUpdateSet(values))
    .execute()
}
