import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import { registry } from '#modules/people/index.ts'
import type { Kept, Source } from './pages.ts'

/** The day that is asked about and the calendar that days belong to. */
export type Calendar = { today: LocalDate; timeZone: string }

const lastEventOf = (subject: ReturnType<typeof sql>) => sql`(select e.occurred_at from platform_events e
  where e.subject = ${subject} and e.is_public order by e.id desc limit 1)`

const most = 700

export type OrganizationRow = Kept & {
  slug: string
  name: LocalText
  kind: string
  seats: number | null
  parentId: string | null
  foundedOn: LocalDate | null
  dissolvedOn: LocalDate | null
  posts: string[]
  memberships: string[]
}

export const organizationSource =
  ({ today }: Calendar): Source<OrganizationRow> =>
  () =>
    sql`
  select b.id, b.created_at as created,
    greatest(b.created_at, ${lastEventOf(sql`'body:' || b.id`)}) as modified,
    b.slug, b.name, b.kind, b.seats, b.parent_id as "parentId", b.founded_on as "foundedOn",
    b.dissolved_on as "dissolvedOn",
    array(select o.title->>'et' from people_posts o where o.body_id = b.id and o.closed_on is null
      order by o.position, o.slug limit ${most}) as posts,
    array(select m.id from people_memberships m join people_persons p on p.id = m.person_id
      where m.body_id = b.id and m.from_date <= ${today} and ${registry.isPublicOn(today)}
      order by m.from_date, m.id limit ${most}) as memberships
  from people_bodies b`

export type MembershipRow = Kept & {
  personId: string
  organization_id: string
  onBehalfOf: string | null
  role: string | null
  fromDate: LocalDate
  untilDate: LocalDate | null
  /** On the day: without a vote is also whose mandate rests. */
  votes: boolean
  suspensions: { startDate: LocalDate; endDate?: LocalDate }[]
}

/** To everybody a membership came to be on its first day. An end, a post renamed: all are events of its body. */
export const membershipSource =
  ({ today, timeZone }: Calendar): Source<MembershipRow> =>
  () =>
    sql`
  select k.id, k.created, greatest(k.created, ${lastEventOf(sql`'body:' || k.organization_id`)}) as modified,
    k."personId", k.organization_id, k."onBehalfOf", k.role, k."fromDate", k."untilDate", k.votes,
    k.suspensions
  from (select m.id, greatest(m.created_at, m.from_date::timestamp at time zone ${timeZone}) as created,
      m.person_id as "personId", m.body_id as organization_id, coalesce(m.on_behalf_of, ${registry.factionIdOn(sql`least(${today}::date, m.until_date)`)}) as "onBehalfOf",
      o.title->>'et' as role, m.from_date as "fromDate", m.until_date as "untilDate",
      m.voting_right and not ${registry.isRestingOn(today)} as votes,
      coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('startDate', s.from_date,
          'endDate', s.until_date)) order by s.from_date)
        from people_mandate_suspensions s where s.person_id = m.person_id and s.body_id = m.body_id
          and s.from_date <= ${today}), '[]') as suspensions
    from people_memberships m join people_persons p on p.id = m.person_id
    left join people_posts o on o.id = m.post_id
    where m.from_date <= ${today} and ${registry.isPublicOn(today)}) k`

export type PersonRow = Kept & { slug: string; givenName: string; familyName: string }

/** Persons of public life. When they first signed in is theirs alone: they came to be with their first membership. */
export const personSource =
  (calendar: Calendar): Source<PersonRow> =>
  () =>
    sql`
  select p.id, h.created, greatest(h.modified, (select e.occurred_at from platform_events e
      where e.subject = 'person:' || p.id and e.is_public and e.type = 'people.person-renamed'
      order by e.id desc limit 1)) as modified,
    p.slug, p.given_name as "givenName", p.family_name as "familyName"
  from people_persons p
  join (select s."personId", min(s.created) as created, max(s.modified) as modified
    from (${membershipSource(calendar)('telling')}) s group by s."personId") h on h."personId" = p.id`

export type TermRow = Kept & { number: number; fromDate: LocalDate; untilDate: LocalDate | null }

/** Compositions of the municipality's council. */
export const termSource: Source<TermRow> = () => sql`
  select t.id, t.created_at as created, t.changed_at as modified, t.number, t.from_date as "fromDate",
    t.until_date as "untilDate"
  from meetings_terms t
  where t.body_id = (select id from people_bodies where kind = 'council' and dissolved_on is null
    order by position, slug limit 1)`

export async function listMembershipRows(
  db: Db,
  calendar: Calendar,
  personIds: readonly string[],
): Promise<MembershipRow[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<MembershipRow>`select s.* from (${membershipSource(calendar)('telling')}) s
    where s."personId" in (${sql.join(personIds)}) order by s.created, s.id`.execute(db)
  return rows
}

/** Of these persons those whom everybody may know of. */
export async function listPublicIds(
  db: Db,
  { today }: Calendar,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select p.id from people_persons p
    where p.id in (${sql.join(personIds)}) and ${registry.isPublicOn(today)}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Since when there is anything here, and which council is the municipality's. */
export async function findMunicipality(db: Db): Promise<{ since: Date; councilId: string | null }> {
  const { rows } = await sql<{ since: Date | null; councilId: string | null }>`select
    (select min(created_at) from people_bodies) as since,
    (select id from people_bodies where kind = 'council' and dissolved_on is null
      order by position, slug limit 1) as "councilId"`.execute(db)
  return { since: rows[0]!.since ?? new Date(0), councilId: rows[0]!.councilId }
}
