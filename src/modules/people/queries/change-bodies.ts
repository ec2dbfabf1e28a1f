import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import type { BodyKind } from '../rules.ts'

export type BodyValues = {
  name: LocalText
  aliases: string[]
  kind: BodyKind
  parentId: string | null
  settlementEhak: string | null
  seats: number | null
  description: LocalText | null
  contact: string | null
  registryCode: string | null
  memberRoles: string[]
  foundedOn: LocalDate | null
}

function bodyColumns(values: BodyValues) {
  return {
    name: JSON.stringify(values.name),
    aliases: values.aliases,
    kind: values.kind,
    parent_id: values.parentId,
    settlement_ehak: values.settlementEhak,
    seats: values.seats,
    description: values.description === null ? null : JSON.stringify(values.description),
    contact: values.contact,
    registry_code: values.registryCode,
    member_roles: values.memberRoles,
    founded_on: values.foundedOn,
  }
}

export async function insertBody(
  db: Db,
  values: BodyValues & { slug: string; position?: number },
  now: Date,
): Promise<string> {
  const position = values.position ?? 100
  const row = { ...bodyColumns(values), slug: values.slug, position, created_at: now }
  const { id } = await db.insertInto('people_bodies').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updateBody(db: Db, id: string, values: BodyValues): Promise<void> {
  await db.updateTable('people_bodies').set(bodyColumns(values)).where('id', '=', id).execute()
}

export async function updateBodyDissolved(db: Db, id: string, on: LocalDate): Promise<void> {
  await db.updateTable('people_bodies').set({ dissolved_on: on }).where('id', '=', id).execute()
}

/** Everything that changes who sits in a body takes turns here. */
export async function lockBody(db: Db, id: string) {
  return db
    .selectFrom('people_bodies')
    .select(['id', 'slug', 'name', 'description', 'seats', 'member_roles as memberRoles'])
    .select(['founded_on as foundedOn', 'dissolved_on as dissolvedOn', 'kind', 'parent_id as parentId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Is `ancestorId` the body itself or above it? Following the would-be parent upwards must not lead back. */
export async function isAbove(db: Db, ancestorId: string, bodyId: string): Promise<boolean> {
  const { rows } = await sql`
    with recursive line as (
      select id, parent_id from people_bodies where id = ${bodyId}
      union select b.id, b.parent_id from people_bodies b join line on b.id = line.parent_id
    ) select 1 from line where id = ${ancestorId}`.execute(db)
  return rows.length > 0
}

export type PostValues = {
  title: LocalText
  aliases: string[]
  roles: string[]
  represents: boolean
  seats: number
}

const postColumns = ({ title, ...rest }: PostValues) => ({ ...rest, title: JSON.stringify(title) })

export async function insertPost(
  db: Db,
  bodyId: string,
  values: PostValues & { slug: string; position?: number },
): Promise<string> {
  const { slug, position = 100, ...rest } = values
  const row = { ...postColumns(rest), slug, position, body_id: bodyId }
  const { id } = await db.insertInto('people_posts').values(row).returning('id').executeTakeFirstOrThrow()
  return id
}

export async function updatePost(db: Db, id: string, values: PostValues): Promise<void> {
  await db.updateTable('people_posts').set(postColumns(values)).where('id', '=', id).execute()
}

export async function updatePostClosed(db: Db, id: string, on: LocalDate): Promise<void> {
  await db.updateTable('people_posts').set({ closed_on: on }).where('id', '=', id).execute()
}

/** One maker of slugs at a time, so that the next free one stays free. */
export async function lockSlugs(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(7202611233)`.execute(db)
}

export async function listSlugsLike(
  db: Db,
  table: 'people_bodies' | 'people_posts' | 'people_persons',
  wanted: string,
): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select slug from ${sql.table(table)} where slug = ${wanted} or slug like ${`${wanted}-%`} limit 10000`.execute(db)
  return rows.map((row) => row.slug)
}
