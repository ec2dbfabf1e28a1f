import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { Definition } from '../definition.ts'

/** A published version of a form, as it was published. */
export type FormVersion = {
  formId: string
  owner: string
  version: number
  definition: Definition
  /** No newer one has been published. */
  isCurrent: boolean
}

const asDefinition = (value: unknown) => value as Definition

function versions(db: Db) {
  return db
    .selectFrom('forms_versions as v')
    .innerJoin('forms_forms as f', 'f.id', 'v.form_id')
    .select(['f.id as formId', 'f.owner', 'v.number as version', 'v.definition'])
    .select(
      sql<boolean>`not exists (select 1 from forms_versions later
        where later.form_id = v.form_id and later.number > v.number)`.as('isCurrent'),
    )
}

/** The current versions of owners' forms, by owner. */
export async function listCurrent(db: Db, owners: readonly string[]): Promise<Map<string, FormVersion>> {
  if (owners.length === 0) return new Map()
  const rows = await versions(db)
    .distinctOn('f.id')
    .where('f.owner', 'in', owners)
    .orderBy('f.id')
    .orderBy('v.number', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.owner, { ...row, definition: asDefinition(row.definition) }]))
}

export async function findCurrent(db: Db, owner: string): Promise<FormVersion | undefined> {
  return (await listCurrent(db, [owner])).get(owner)
}

export async function findVersion(db: Db, formId: string, version: number): Promise<FormVersion | undefined> {
  const row = await versions(db).where('f.id', '=', formId).where('v.number', '=', version).executeTakeFirst()
  return row && { ...row, definition: asDefinition(row.definition) }
}

export type PublishedVersion = {
  number: number
  definition: Definition
  publishedAt: Date
  /** Null where the installation published it. */
  publishedBy: string | null
  note: string
}

/** All versions of a form, the newest first, with who published them. */
export async function listVersions(db: Db, formId: string): Promise<PublishedVersion[]> {
  const rows = await db
    .selectFrom('forms_versions as v')
    .leftJoin('people_persons as p', 'p.id', 'v.published_by')
    .select(['v.number', 'v.definition', 'v.published_at as publishedAt', 'v.note'])
    .select(
      sql<string | null>`case when v.published_by is null then null
        else coalesce(nullif(concat_ws(' ', p.given_name, p.family_name), ''), '–') end`.as('publishedBy'),
    )
    .where('v.form_id', '=', formId)
    .orderBy('v.number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, definition: asDefinition(row.definition) }))
}

export type ListedForm = {
  id: string
  owner: string
  version: number
  publishedAt: Date
  isDraftChanged: boolean
}

/** The forms of some kinds of owners. */
export async function listForms(db: Db, prefixes: readonly string[]): Promise<ListedForm[]> {
  return db
    .selectFrom('forms_forms as f')
    .innerJoin('forms_drafts as d', 'd.form_id', 'f.id')
    .innerJoin('forms_versions as v', 'v.form_id', 'f.id')
    .distinctOn('f.id')
    .select(['f.id', 'f.owner', 'v.number as version', 'v.published_at as publishedAt'])
    .select(sql<boolean>`d.definition <> v.definition`.as('isDraftChanged'))
    .where(sql<string>`split_part(f.owner, ':', 1)`, 'in', prefixes)
    .orderBy('f.id')
    .orderBy('v.number', 'desc')
    .execute()
}

/** A form as its editors see it: the draft beside what is published. */
export type EditedForm = {
  id: string
  owner: string
  draft: Definition
  revision: number
  published: Definition
  version: number
}

function edited(db: Db, id: string) {
  return db
    .selectFrom('forms_forms as f')
    .innerJoin('forms_drafts as d', 'd.form_id', 'f.id')
    .innerJoin('forms_versions as v', 'v.form_id', 'f.id')
    .select(['f.id', 'f.owner', 'd.definition as draft', 'd.revision'])
    .select(['v.definition as published', 'v.number as version'])
    .where('f.id', '=', id)
    .orderBy('v.number', 'desc')
    .limit(1)
}

export async function findForm(db: Db, id: string): Promise<EditedForm | undefined> {
  const row = await edited(db, id).executeTakeFirst()
  return row && { ...row, draft: asDefinition(row.draft), published: asDefinition(row.published) }
}

/** The form, and nobody else changes its draft or publishes it until the transaction ends. */
export async function lockForm(db: Db, id: string): Promise<EditedForm | undefined> {
  await db.selectFrom('forms_forms').select('id').where('id', '=', id).forUpdate().execute()
  return findForm(db, id)
}
