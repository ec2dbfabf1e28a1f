import type { LocalText } from '#platform/language.ts'
import type { FactionCounts, FactionTime } from '../../log/factions.ts'
import type { AmendmentState, Choice, Phase, QuorumState, Speech, VoteState } from '../../log/state.ts'
import type { FactsOf } from '../../log/events.ts'
import type { itemOutcomes } from '../../log/meeting-facts.ts'
import type { Change } from '../../rules/amendment-order.ts'
import type { ElectionStep } from '../../rules/election.ts'
import type { DerivationStep, VoteCounts } from '../../rules/majority.ts'
import type { Withheld } from '../../restrictions/queries.ts'

/**
 * What everybody may see of a meeting while it is held. Plain objects, lists and dates alone; what is not in these
 * types can reach no page and no stream.
 */
export type PublicMeeting = {
  phase: Phase
  openedAt: Date | null
  endedAt: Date | null
  chairPersonId: string
  /** The sitting as a whole is closed; nobody's words, votes and presence are shown. */
  isClosedSitting: boolean
  standstill: { reason: string | null; until: Date | null } | null
  current: PublicItemHead | null
  speaking: PublicSpeech | null
  waiting: readonly PublicSpeech[]
  /** As they were when the meeting was called to order; none of a closed sitting. */
  factions: readonly PublicFaction[]
  /** On the item under discussion that everybody may follow; only where there are factions. */
  factionTimes: readonly PublicFactionTime[]
  voteNow: VoteNow | null
  newestResult: PublicVote | null
  quorum: PublicQuorum | null
  agenda: readonly PublicItem[]
  /** Removed from the agenda, or merged into the item with this number. */
  takenOff: readonly { id: string; title: string; how: 'removed' | 'merged'; into: string | null }[]
  /** Votes on no item: the agenda, procedure. */
  votes: readonly PublicVote[]
  attendance: PublicAttendance | null
}

export type PublicFaction = { name: LocalText; personIds: readonly string[] }
export type PublicFactionTime = Pick<FactionTime, 'budget' | 'seconds' | 'isSpeaking'> & { name: LocalText }

export type PublicItemHead = {
  id: string
  number: string
  title: string
  /** The item is or was closed to the public: its inside is nowhere here, not even what was said in the open. */
  closed: { basis: string | null; isNow: boolean } | null
  /** Its materials are for internal use only now: no text of it is anywhere here. */
  withheld?: Withheld
}

export type PublicItemState = 'now' | 'under-way' | 'next' | 'ahead' | 'left-undone' | (typeof itemOutcomes)[number]

export type PublicItem = PublicItemHead & {
  depth: number
  state: PublicItemState
  isLate: boolean
  /** Where it was sent, if to a committee; not told of closed items. */
  committeeId: string | null
  /** Since when it is or was discussed. */
  since: Date | null
  votes: readonly PublicVote[]
  /** In the order in which they were moved; none of closed items. */
  amendments: readonly PublicAmendment[]
  /** The draft before and with what was accepted; null where nothing was, or nobody may read it. */
  merged: { before: string; after: string } | null
  /** Checks that were set aside before a vote, with the reason. */
  overrides: readonly PublicOverride[]
}

export type PublicAmendment = {
  number: number
  moverPersonId: string
  kind: Change['kind']
  /** The number of the paragraph; of an insertion, of the one before it, `0` at the beginning. */
  paragraph: string
  before: string | null
  after: string | null
  state: AmendmentState['state']
  /** Number of the amendment that displaced it. */
  because: number | null
}

export type PublicOverride = Pick<FactsOf<'overridden'>, 'check' | 'reason'>

export type PublicSpeech = {
  id: string
  personId: string
  type: Speech['type']
  /** Of a point of order. */
  category: Speech['category']
  /** Since when they speak; of one who waits, since when. */
  since: Date
  isPaused: boolean
}

/** A vote that has no published result yet. */
export type VoteNow = {
  id: string
  question: string
  about: readonly PublicItemHead[]
  method: VoteState['method']
  state: 'open' | 'closed'
  since: Date
  /** How many have voted, on paper how many were given a ballot; hands are not counted one by one. */
  progress: { done: number; of: number } | null
}

export type PublicVote = {
  id: string
  state: 'stated' | 'cancelled' | 'annulled' | 'repeated'
  at: Date
  about: readonly PublicItemHead[]
  outcome: FactsOf<'result-stated'>['outcome'] | null
  /** Null: the public could not follow, so the outcome is all. */
  inside: VoteInside | null
}

export type VoteInside = {
  question: string
  method: VoteState['method']
  cancelledBecause: VoteState['cancelledBecause']
  annulledBecause: string | null
  result: VoteResultFacts | null
}

/** Only of results that the chair has stated. */
export type VoteResultFacts = {
  counts: VoteCounts
  derivation: readonly DerivationStep[]
  /** Where the rule stands in law. */
  basis: string | null
  /** False: a correction of the log has changed what the rule would say. */
  isAsJudged: boolean
  /** Of votes by name; null: secret, or hands counted without names. */
  byName: Readonly<Record<Choice | 'didNotVote', readonly string[]>> | null
  /** Worked out from it; null where there are no factions. */
  byFaction: readonly FactionCounts[] | null
  election: ElectionFacts | null
}

export type ElectionFacts = {
  standings: readonly { candidateId: string; votes: number }[]
  elected: readonly { candidateId: string; office: 'person' | 'chair' | 'deputy' }[]
  /** How the election stood after this round. */
  derivation: readonly ElectionStep[]
}

export type PublicQuorum = Pick<QuorumState, 'needed' | 'base' | 'present' | 'met' | 'derivation' | 'lostAt'>

export type PublicAttendance = {
  /** Whether the meeting is over: then who took part, else who is here now. */
  isOver: boolean
  here: readonly { personId: string; channel: 'room' | 'remote'; since: Date | null; until: Date | null }[]
  away: readonly { personId: string; isExcused: boolean; leftAt: Date | null }[]
}
