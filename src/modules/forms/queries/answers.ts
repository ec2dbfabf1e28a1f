import type { Db } from '#platform/database.ts'
import type { Answers } from '../answer.ts'
import type { Definition } from '../definition.ts'

/** Answers with the version that they were given to. */
export type KeptAnswers = {
  id: string
  formId: string
  version: number
  definition: Definition
  answers: Answers
  at: Date
}

export async function insertAnswers(
  db: Db,
  { formId, version, answers, at }: { formId: string; version: number; answers: Answers; at: Date },
): Promise<string> {
  const row = await db
    .insertInto('forms_answers')
    .values({ form_id: formId, version, answers: JSON.stringify(answers), at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Kept answers by their id, in one statement; what was forgotten is not among them. */
export async function answersOf(db: Db, ids: readonly string[]): Promise<Map<string, KeptAnswers>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('forms_answers as a')
    .innerJoin('forms_versions as v', (join) =>
      join.onRef('v.form_id', '=', 'a.form_id').onRef('v.number', '=', 'a.version'),
    )
    .select((eb) => [
      ...(['a.id', 'a.form_id as formId', 'a.version', 'a.at'] as const),
      eb.ref('v.definition').$castTo<Definition>().as('definition'),
      eb.ref('a.answers').$castTo<Answers>().as('answers'),
    ])
    .where('a.id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export async function updateAnswers(db: Db, id: string, answers: Answers): Promise<void> {
  await db
    .updateTable('forms_answers')
    .set({ answers: JSON.stringify(answers) })
    .where('id', '=', id)
    .execute()
}

export async function deleteAnswers(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('forms_answers').where('id', 'in', ids).execute()
}
