import { createHash } from 'node:crypto'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import { registry } from '#modules/people/index.ts'
import { countedRounds } from '../log/counting.ts'
import { foldMeeting } from '../log/fold.ts'
import { chairOf, isOfPersons } from '../log/members.ts'
import { personsNamed } from '../log/named-persons.ts'
import type { MeetingState, VoteState } from '../log/state.ts'
import { sayDerivation } from '../messages/derivation.ts'
import { sayElectionStep } from '../messages/election.ts'
import { nameOfMeeting } from '../messages/names.ts'
import type { PublicVote, VoteInside, VoteResultFacts } from '../pages/live/public-meeting.ts'
import { publicView } from '../pages/live/public-view.ts'
import { whatIsClosed } from '../pages/live/what-is-closed.ts'
import { meetingPaths } from '../paths.ts'
import { listItems } from '../queries/items.ts'
import type { Meeting } from '../queries/meetings.ts'
import { listWithheld, type WithheldItems } from '../restrictions/queries.ts'
import { readState } from '../read-state.ts'
import { judgeElection, type Election } from '../rules/election.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Result } from './check-result.ts'
import { publicLog, type PublicEntry } from './public-log.ts'

export type FoundResult = {
  result: Result
  log: readonly PublicEntry[]
  /** Worked out from the votes by name; no part of what is signed. */
  byFaction: VoteResultFacts['byFaction']
}

type OpenVote = PublicVote & { inside: VoteInside & { result: VoteResultFacts } }

/**
 * A stated result that everybody may follow, as it was in the moment in which it was stated, with what has become of
 * it since. Undefined where there is none, or where it is closed.
 */
export async function readResult(
  db: Db,
  site: string,
  meeting: Meeting,
  voteId: string,
  today: LocalDate | null,
): Promise<FoundResult | undefined> {
  const now = await readState(db, meeting.id)
  const bases = new Map((await listItems(db, meeting.id)).map(({ id, closedBasis }) => [id, closedBasis]))
  // For the archive everything is told; for everybody what is not withheld today.
  const withheld: WithheldItems = today === null ? new Map() : await listWithheld(db, meeting.id, today)
  const known = { bases, withheld }
  if (now === undefined || openVoteIn(now, known, voteId) === undefined) return undefined
  const stated = now.log.findLastIndex((event) => event.kind === 'result-stated' && event.voteId === voteId)
  const until = now.log.slice(0, stated + 1)
  const then = foldMeeting(now.setup, until)
  const vote = then.votes.get(voteId)
  const seen = openVoteIn(then, known, voteId)
  if (vote === undefined || seen === undefined) return undefined
  // What is closed is judged by all that is known today: what was closed later is told no more.
  const log = publicLog(now, whatIsClosed(now, bases), until, withheld)
  const names = await registry.listNamesOf(db, personsNamed(now))
  const hash = createHash('sha256').update(canonicalJson(log)).digest('hex')
  const result: Result = {
    kind: 'avavald-vote-result/1',
    meeting: {
      site,
      number: meeting.number,
      name: nameOfMeeting(meeting, 'et'),
      body: meeting.body.name.et,
      path: meetingPaths.meeting(meeting.number),
      startsAt: meeting.startsAt.toISOString(),
    },
    items: seen.about.map(({ number, title }) => ({ number, title })),
    ...voteParts(then, vote, seen, names),
    ...withheldOf(seen),
    standing: standingOf(now, known, voteId),
    log: { entries: log.length, hash },
  }
  return { result, log, byFaction: seen.inside.result.byFaction }
}

type Known = { bases: ReadonlyMap<string, string>; withheld: WithheldItems }

/** Why the question is not told in its own words, where it is not. */
function withheldOf({ about }: OpenVote): Pick<Result, 'withheld'> {
  const why = about.flatMap(({ number, withheld }) => (withheld === undefined ? [] : [{ item: number, ...withheld }]))
  return why.length === 0 ? {} : { withheld: why }
}

function openVoteIn(state: MeetingState, { bases, withheld }: Known, voteId: string): OpenVote | undefined {
  const view = publicView(state, bases, new Map(), withheld)
  const vote = [...view.votes, ...view.agenda.flatMap((item) => item.votes)].find(({ id }) => id === voteId)
  const result = vote?.inside?.result ?? null
  return vote?.outcome === null || result === null ? undefined : (vote as OpenVote)
}

function standingOf(state: MeetingState, known: Known, voteId: string): Result['standing'] {
  const vote = openVoteIn(state, known, voteId)!
  return {
    state: vote.state === 'cancelled' ? 'annulled' : vote.state,
    because: vote.inside.annulledBecause,
  }
}

function voteParts(state: MeetingState, vote: VoteState, seen: OpenVote, names: ReadonlyMap<string, string>) {
  const { id, openedAt, closedAt, statedAt, method, paper, handedOut } = vote
  const { question } = seen.inside
  const nameOf = (personId: string) => names.get(personId) ?? '–'
  const { counts, byName, derivation } = seen.inside.result
  const rule = state.setup.statute.majorities[vote.rule]
  const chair = vote.ballots.get(chairOf(state, vote.itemIds[0] ?? null))
  const counters = [paper.first, paper.second].flatMap((count) => (count === null ? [] : [count.counterPersonId]))
  const isElection = vote.object.kind === 'election'
  return {
    vote: { id, question, method, openedAt: timeOf(openedAt), closedAt: timeOf(closedAt) },
    entitled: vote.entitled.size,
    rule:
      rule === undefined || isElection
        ? null
        : {
            rule,
            membership: {
              seats: state.setup.body.seats,
              ofPersons: isOfPersons(vote),
              // A secret ballot is nobody's, the chair's neither.
              chairChoice: byName === null ? null : (chair?.choice ?? null),
            },
            derivation: derivation.map((step) => sayDerivation(step, 'et')),
          },
    election: isElection ? electionOf(state, vote, nameOf) : null,
    counts,
    ballots:
      byName === null
        ? null
        : (['for', 'against', 'abstained', 'didNotVote'] as const).flatMap((choice) =>
            byName[choice].map((person) => ({ person, name: nameOf(person), choice })),
          ),
    paper: method === 'secret' ? { counters: counters.map(nameOf), handedOut: handedOut.size } : null,
    stated: { outcome: seen.outcome!, at: timeOf(statedAt) },
  }
}

const timeOf = (at: Date | null): string => at?.toISOString() ?? ''

function electionOf(
  state: MeetingState,
  { id, object }: VoteState,
  nameOf: (id: string) => string,
): Result['election'] {
  const kept = object.kind === 'election' ? state.elections.get(object.electionId) : undefined
  const rule = state.setup.statute.elections[kept?.rule ?? '']
  if (kept === undefined || rule === undefined) return null
  const votes = countedRounds(state, kept.id)
  const last = votes.findIndex((vote) => vote.id === id) + 1
  const election: Election = {
    rule,
    seats: state.setup.body.seats,
    candidateIds: kept.candidateIds,
    withdrawn: kept.withdrawn.filter(({ afterRounds }) => afterRounds < last).map(({ candidateId }) => candidateId),
    rounds: votes.slice(0, last).map((vote) => {
      const tally = vote.paper.first?.tally
      return { votes: tally?.kind === 'candidates' ? tally.votes : {}, lot: kept.lots[vote.id] ?? [] }
    }),
  }
  const { derivation } = judgeElection(election)
  return {
    election,
    names: Object.fromEntries(kept.candidateIds.map((candidateId) => [candidateId, nameOf(candidateId)])),
    derivation: derivation.map((step) => sayElectionStep(step, 'et', nameOf)),
  }
}
