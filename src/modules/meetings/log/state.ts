import type { LocalText } from '#platform/language.ts'
import type { Amendment } from '../rules/amendment-order.ts'
import type { VoteCounts, VoteJudgement } from '../rules/majority.ts'
import type { QuorumJudgement } from '../rules/quorum.ts'
import type { StatuteRules } from '../rules/statute.ts'
import type { ActedBy, FactsOf, MeetingEvent } from './events.ts'
import type { bodyKinds, channels, itemKinds, itemOutcomes, visibilities } from './meeting-facts.ts'
import type { choices } from './vote-facts.ts'

export type Channel = (typeof channels)[number]
export type Choice = (typeof choices)[number]

/** What is known before the first event. Times are instants; whoever calls turns days into them by the site's clock. */
export type MeetingSetup = {
  body: { kind: (typeof bodyKinds)[number]; seats: number }
  plannedStart: Date
  mode: 'room' | 'remote' | 'hybrid'
  statute: StatuteRules
  members: readonly SetupMember[]
  guests: readonly { personId: string; sortKey: string; itemIds: readonly string[] | null }[]
  items: readonly SetupItem[]
  chairPersonId: string
  secretaryPersonId: string | null
  /** Kept since meetings know of factions; nobody is in two. */
  factions?: readonly SetupFaction[]
}
export type SetupMember = {
  personId: string
  sortKey: string
  votingRight: boolean
  /** The mandate; `until` is the first instant without it. Null: before and after everything. */
  from: Date | null
  until: Date | null
}
/** A faction (fraktsioon) as it was when the meeting was called to order. */
export type SetupFaction = { id: string; name: LocalText; personIds: readonly string[] }
export type SetupItem = {
  id: string
  title: string
  parentId: string | null
  kind: (typeof itemKinds)[number]
  visibility: (typeof visibilities)[number]
}

export type Phase =
  | 'planned'
  | 'convened'
  | 'running'
  | 'paused'
  | 'suspended'
  | 'adjourned'
  | 'ended'
  | 'cancelled'
  | 'postponed'

export type Span = { from: Date; until: Date | null }
export type Stay = Span & { channel: Channel }

/** A member or a guest. */
export type Attendee = {
  personId: string
  sortKey: string
  kind: 'member' | 'guest'
  votingRight: boolean
  /** Mandates that touch this meeting; one that is open has `until: null`. Guests have none. */
  mandates: readonly Span[]
  seated: boolean
  replaces: string | null
  itemIds: readonly string[] | null
  here: { channel: Channel; since: Date; lostAt: Date | null } | null
  /** Every stay, the present one included. */
  stays: readonly Stay[]
  excused: boolean
}

export type ItemState = SetupItem & {
  state: 'on-the-agenda' | 'open' | 'debate-closed' | 'removed' | 'merged' | (typeof itemOutcomes)[number]
  added: { at: Date; reason: string; moverPersonId: string | null; late: boolean; voteId: string | null } | null
  removed: { at: Date; reason: string; voteId: string | null } | null
  mergedInto: string | null
  openedAt: Date | null
  concludedAt: Date | null
  concludedByVoteId: string | null
  committeeId: string | null
  /** Set while the public may not follow: the basis in law. */
  closedBasis: string | null
  closedSpans: readonly (Span & { basis: string })[]
  chairPersonId: string | null
  recusals: readonly (Span & { personId: string; hasNote: boolean })[]
  recusalsAskedAt: Date | null
  speechIds: readonly string[]
  voteIds: readonly string[]
  amendmentIds: readonly string[]
}

export type Speech = {
  id: string
  itemId: string
  personId: string
  type: FactsOf<'floor-requested'>['type']
  category: FactsOf<'floor-requested'>['category']
  state: 'waiting' | 'withdrawn' | 'speaking' | 'paused' | 'ended'
  requestedAt: Date
  startedAt: Date | null
  endedAt: Date | null
  pauses: readonly Span[]
  /** The sitting's own pause stopped the clock, so its end starts it again. */
  pausedByMeeting: boolean
}

export type AmendmentState = Amendment & {
  itemId: string
  moverPersonId: string
  movedAt: Date
  state: 'moved' | 'withdrawn' | 'void' | 'accepted' | 'rejected'
  voidBecauseOf: string | null
}

export type Ballot = {
  personId: string
  choice: Choice
  at: Date
  channel: 'self' | 'clerk'
  eventId: number
  changes: number
}
export type PaperCount = { counterPersonId: string; tally: FactsOf<'paper-counted'>['tally'] }
export type QuorumMark = { needed: number; present: number; met: boolean }

export type VoteState = Pick<FactsOf<'vote-prepared'>, 'question' | 'object' | 'method' | 'rule' | 'itemIds'> & {
  id: string
  state: 'prepared' | 'open' | 'closed' | 'stated' | 'cancelled' | 'annulled' | 'repeated'
  preparedAt: Date
  openedAt: Date | null
  closedAt: Date | null
  statedAt: Date | null
  /** Who may vote: snapshot of the opening, and whom the chair added later. */
  entitled: ReadonlyMap<string, { since: Date; addedByChair: boolean }>
  /** Seats with a vote when it opened; what the counts add up to. */
  membersAtOpening: number
  /** Entitled and here in the moment of closing. */
  presentAtClosing: readonly string[]
  /** Barred from one of the items, a seat of the body all the same. */
  barred: readonly string[]
  ballots: ReadonlyMap<string, Ballot>
  voidBallots: readonly (Ballot & { because: 'recused' })[]
  handedOut: ReadonlySet<string>
  hands: { for: number; against: number; abstained: number } | null
  rollCallFrom: string | null
  skipped: readonly string[]
  paper: { first: PaperCount | null; second: PaperCount | null; agreed: boolean; disagreements: number }
  quorumAtOpening: QuorumMark | null
  quorumAtClosing: QuorumMark | null
  /** From closing on; of secret votes from the counters' agreement on. */
  counts: VoteCounts | null
  judgement: VoteJudgement | null
  stated: { outcome: FactsOf<'result-stated'>['outcome']; by: ActedBy } | null
  cancelledBecause: 'quorum' | 'chair' | null
  annulledBecause: string | null
  supersedes: string | null
  supersededBy: string | null
  takenOut: readonly { itemId: string; personId: string; at: Date }[]
}

export type ElectionState = {
  id: string
  rule: string
  candidateIds: readonly string[]
  /** With the number of rounds that had been counted by then: those they do not change. */
  withdrawn: readonly { candidateId: string; afterRounds: number }[]
  roundVoteIds: readonly string[]
  lots: Readonly<Record<string, readonly string[]>>
}

export type QuorumState = QuorumJudgement & {
  /** Set while a running sitting has too few: the grace counts from here. */
  lostAt: Date | null
  lapses: readonly Span[]
}

/** Why an event changed nothing. The log keeps it; no list shows it. */
export type Disregard =
  | 'already-so'
  | 'contradictory'
  | 'unknown-person'
  | 'unknown-thing'
  | 'wrong-phase'
  | 'closed'
  | 'not-entitled'
  | 'secret'

export type Override = FactsOf<'overridden'> & { at: Date; by: ActedBy; eventId: number }
export type Note = { eventId: number; at: Date; itemId: string | null; text: string }

/** Records of the state that are kept by their id. */
export type Records = {
  people: Attendee
  items: ItemState
  speeches: Speech
  votes: VoteState
  amendments: AmendmentState
  elections: ElectionState
}

/** Everything that the log says at one moment. Never changed in place. */
export type MeetingState = { readonly [Field in keyof Records]: ReadonlyMap<string, Records[Field]> } & {
  readonly setup: MeetingSetup
  /** The log as it was given, corrections included. */
  readonly log: readonly MeetingEvent[]
  readonly lastEventId: number
  readonly phase: Phase
  readonly convenedAt: Date | null
  readonly openedAt: Date | null
  readonly endedAt: Date | null
  /** Why it is paused, adjourned, cancelled or postponed, and until when if that was said. */
  readonly standstill: { reason: string | null; until: string | null } | null
  /** When the sitting really ran: without pauses and suspensions. */
  readonly running: readonly Span[]
  readonly chairPersonId: string
  readonly quorum: QuorumState
  readonly currentItemId: string | null
  /** Under each parent (the top has the key ''), in order. */
  readonly order: ReadonlyMap<string, readonly string[]>
  readonly agendaAdopted: { at: Date; voteId: string | null } | null
  readonly speakingId: string | null
  readonly waiting: ReadonlySet<string>
  readonly openVoteId: string | null
  readonly overrides: readonly Override[]
  readonly notes: readonly Note[]
  readonly corrections: readonly (FactsOf<'corrected'> & { eventId: number; at: Date })[]
  readonly disregarded: readonly { eventId: number; because: Disregard }[]
}
