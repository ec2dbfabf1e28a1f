import type { Meeting } from '../queries/meetings.ts'
import type { VoteRow } from './queries.ts'

// Popolo (popoloproject.com): what OParl has no words for.

const options = {
  for: 'yes',
  against: 'no',
  abstained: 'abstain',
  'did-not-vote': 'not voting',
  absent: 'absent',
} as const
const results = {
  adopted: 'pass',
  elected: 'pass',
  'not-adopted': 'fail',
  'not-elected': 'fail',
  'next-round': null,
} as const

/** One vote as a vote event with its motion. Of a closed discussion only what it was about and how it ended. */
export function voteEvent({ id, number, body }: Pick<Meeting, 'id' | 'number' | 'body'>, vote: VoteRow) {
  const { voteId, statedAt, outcome, state, choices } = vote
  const isCounted = vote.for !== null
  const counts = isCounted
    ? [
        { option: 'yes', value: vote.for },
        { option: 'no', value: vote.against },
        { option: 'abstain', value: vote.abstained },
        { option: 'not voting', value: vote.didNotVote },
      ]
    : []
  return {
    id: voteId,
    identifier: `/istungid/${number}/otse#h-${voteId}`,
    organization_id: body.id,
    legislative_session_id: id,
    classification: vote.method === '' ? null : vote.method,
    motion: {
      organization_id: body.id,
      legislative_session_id: id,
      text: vote.question === '' ? vote.about : vote.question,
      identifier: vote.itemId,
      date: statedAt.toISOString(),
      result: results[outcome],
    },
    end_date: statedAt.toISOString(),
    // An annulled or repeated result is told as such, with its numbers: nothing is deleted.
    result: state === 'stated' ? results[outcome] : state,
    counts,
    votes: choices.map(({ person, choice }) => ({ vote_event_id: voteId, voter_id: person, option: options[choice] })),
  }
}
