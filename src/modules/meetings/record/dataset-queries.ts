import { sql } from 'kysely'
import { todayOf, type Context } from '#platform/context.ts'
import type { DatasetRow } from '#platform/dataset.ts'
import { questionOfVote } from '../restrictions/queries.ts'

const atOnce = 2000

/** Rows in pages of a key, so that a download of many years holds little in memory. */
async function* inPages<Row extends { key: string }>(
  page: (after: string) => Promise<readonly Row[]>,
): AsyncIterable<readonly DatasetRow[]> {
  for (let after = ''; ;) {
    const rows = await page(after)
    if (rows.length === 0) return
    yield rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'key')))
    after = rows.at(-1)!.key
  }
}

type KeyedRow = { key: string } & DatasetRow

const meeting = sql`b.name ->> 'et' as kogu, '/istungid/' || m.number as istung, m.session_no as istungi_number,
  m.starts_at as algus`
const person = sql`p.given_name || ' ' || p.family_name as isik, '/inimesed/' || p.slug as isiku_leht`

export const attendanceRows = ({ db }: Context) =>
  inPages(async (after) => {
    const { rows } = await sql<KeyedRow>`
      select a.meeting_id || ' ' || a.person_id as key, ${meeting}, ${person}, a.kind as osalemine,
        a.minutes_present as minuteid_kohal, a.minutes_missed as minuteid_eemal
      from meetings_attendance a
      join meetings_meetings m on m.id = a.meeting_id and m.announced_at is not null
      join people_bodies b on b.id = m.body_id
      join people_persons p on p.id = a.person_id
      where ${isAfter(after, sql`(a.meeting_id, a.person_id)`)}
      order by a.meeting_id, a.person_id limit ${atOnce}`.execute(db)
    return rows
  })

/** The key is two uuids; the empty one stands before all. */
const isAfter = (after: string, columns: ReturnType<typeof sql>) => {
  if (after === '') return sql`true`
  const [meetingId, personId] = after.split(' ')
  return sql`${columns} > (${meetingId}::uuid, ${personId}::uuid)`
}

export const voteRows = (ctx: Context) =>
  inPages(async (after) => {
    const [meetingId = '', voteId = ''] = after.split(' ')
    const { rows } = await sql<KeyedRow>`
      select v.meeting_id || ' ' || v.vote_id as key, ${meeting}, v.vote_id as haaletus, v.about as punktid,
        ${questionOfVote(todayOf(ctx))} as kusimus, v.method as viis, v.state as seis, v.outcome as tulemus, v.votes_for as poolt,
        v.votes_against as vastu, v.abstained as erapooletuid, v.did_not_vote as ei_haaletanud,
        v.stated_at as valja_kuulutatud
      from meetings_votes v
      join meetings_meetings m on m.id = v.meeting_id and m.announced_at is not null
      join people_bodies b on b.id = m.body_id
      where ${after === '' ? sql`true` : sql`(v.meeting_id, v.vote_id) > (${meetingId}::uuid, ${voteId})`}
      order by v.meeting_id, v.vote_id limit ${atOnce}`.execute(ctx.db)
    return rows
  })

export const choiceRows = ({ db }: Context) =>
  inPages(async (after) => {
    const [meetingId = '', voteId = '', personId = ''] = after.split(' ')
    const { rows } = await sql<KeyedRow>`
      select c.meeting_id || ' ' || c.vote_id || ' ' || c.person_id as key, c.vote_id as haaletus,
        '/istungid/' || m.number as istung, ${person}, c.choice as haal
      from meetings_choices c
      join meetings_meetings m on m.id = c.meeting_id and m.announced_at is not null
      join people_persons p on p.id = c.person_id
      where ${
        after === ''
          ? sql`true`
          : sql`(c.meeting_id, c.vote_id, c.person_id) > (${meetingId}::uuid, ${voteId}, ${personId}::uuid)`
      }
      order by c.meeting_id, c.vote_id, c.person_id limit ${atOnce}`.execute(db)
    return rows
  })

/** When attendance or a vote was last written. */
export async function newestRecord({ db }: Context): Promise<Date | null> {
  const row = await db
    .selectFrom('meetings_votes')
    .select('stated_at')
    .orderBy('stated_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.stated_at ?? null
}
