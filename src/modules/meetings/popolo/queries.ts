import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import { questionOfVote } from '../restrictions/queries.ts'
import type { RecordedChoice, RecordedVote } from '../record/derive-record.ts'

export type VoteRow = {
  voteId: string
  statedAt: Date
  state: RecordedVote['state']
  outcome: RecordedVote['outcome']
  about: string
  itemId: string | null
  question: string
  method: string
  for: number | null
  against: number | null
  abstained: number | null
  didNotVote: number | null
  /** Who voted how, where it was by name; person ids. */
  choices: { person: string; choice: RecordedChoice }[]
}

/** Votes of a meeting as its record has them, in one statement. */
export async function listVoteRows(db: Db, meetingId: string, today: LocalDate): Promise<VoteRow[]> {
  const { rows } = await sql<VoteRow>`
    select v.vote_id as "voteId", v.stated_at as "statedAt", v.state, v.outcome, v.about, v.item_id as "itemId",
      ${questionOfVote(today)} as question, v.method, v.votes_for as "for", v.votes_against as against, v.abstained,
      v.did_not_vote as "didNotVote",
      coalesce((select jsonb_agg(jsonb_build_object('person', c.person_id, 'choice', c.choice) order by c.person_id)
        from meetings_choices c where c.meeting_id = v.meeting_id and c.vote_id = v.vote_id), '[]') as choices
    from meetings_votes v where v.meeting_id = ${meetingId} order by v.position`.execute(db)
  return rows
}
