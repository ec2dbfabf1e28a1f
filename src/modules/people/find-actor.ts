import { sql } from 'kysely'
import { todayOf, type Actor, type Role } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { Viewer } from '#platform/identity/directory.ts'
import { inForceOn } from './queries/in-force.ts'
import { initialsOf } from './rules.ts'

type ActorRow = {
  given_name: string
  family_name: string
  roles: string[]
  post_ids: string[]
  body_ids: string[]
  acting_for: string | null
  acting_for_name: string | null
}

/**
 * Roles, posts and bodies of a person at this moment, in one query: they follow from memberships in force and from
 * nothing kept at sign-in, so a right ends with the post. Acting for an organisation lasts while the person may.
 */
export async function findActor(
  db: Db,
  personId: string,
  actingFor: string | null,
  now: Date,
): Promise<{ actor: Actor; viewer: Viewer } | undefined> {
  const today = todayOf({ db, now })
  const { rows } = await sql<ActorRow>`
    with own as (
      select m.body_id, m.post_id, p.roles as post_roles, b.member_roles, b.name, p.represents
      from people_memberships m
      join people_bodies b on b.id = m.body_id
      left join people_posts p on p.id = m.post_id
      where m.person_id = ${personId} and ${inForceOn(today)}
    )
    select person.given_name, person.family_name,
      array(select unnest(post_roles) from own union select unnest(member_roles) from own
        union select role from people_granted_roles g where g.code_index = person.code_index) as roles,
      array(select distinct post_id::text from own where post_id is not null) as post_ids,
      array(select distinct body_id::text from own) as body_ids,
      acting.body_id::text as acting_for, acting.name ->> 'et' as acting_for_name
    from people_persons person
    left join lateral (select body_id, name from own where body_id = ${actingFor}::uuid and represents limit 1) acting on true
    where person.id = ${personId}`.execute(db)
  const row = rows[0]
  if (row === undefined) return undefined
  return {
    actor: {
      kind: 'person',
      personId,
      roles: row.roles as Role[],
      postIds: row.post_ids,
      bodyIds: row.body_ids,
      actingFor: row.acting_for,
    },
    viewer: {
      name: `${row.given_name} ${row.family_name}`,
      initials: initialsOf(row.given_name, row.family_name),
      actingForName: row.acting_for_name,
    },
  }
}
