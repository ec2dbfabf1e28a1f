import { isPending, isUnderDiscussion, numberedAgenda, type NumberedItem } from '../../log/agenda.ts'
import { attendanceOf } from '../../log/attendance.ts'
import { isAdopted } from '../../log/decision.ts'
import { factionTimes } from '../../log/factions.ts'
import { chairOf, inOrder } from '../../log/members.ts'
import { speakersQueue } from '../../log/speaking.ts'
import type { ItemState, MeetingState, Phase, Speech } from '../../log/state.ts'
import type {
  PublicAttendance,
  PublicItem,
  PublicItemHead,
  PublicItemState,
  PublicMeeting,
  PublicQuorum,
  PublicSpeech,
  PublicVote,
} from './public-meeting.ts'
import { publicAmendments } from './public-amendments.ts'
import { publicVoteNow, publicVotes } from './public-votes.ts'
import type { WithheldItems } from '../../restrictions/queries.ts'
import { whatIsClosed, type WhatIsClosed } from './what-is-closed.ts'

const over: ReadonlySet<Phase> = new Set(['adjourned', 'ended', 'cancelled', 'postponed'])
const assembled: ReadonlySet<Phase> = new Set(['convened', 'running', 'paused', 'suspended'])

/**
 * The meeting as everybody may see it. `bases` are bases in law of items that were planned as closed: the log knows
 * only of those closed in the sitting. `drafts` are texts that everybody may read, by item. Of items that are withheld
 * no text is told, whoever wrote it.
 */
export function publicView(
  state: MeetingState,
  bases: ReadonlyMap<string, string> = new Map(),
  drafts: ReadonlyMap<string, string> = new Map(),
  withheld: WithheldItems = new Map(),
): PublicMeeting {
  const closed = whatIsClosed(state, bases)
  const visible = numberedAgenda(state).filter(({ item }) => closed.ofItem(item) !== 'internal')
  const heads = new Map(visible.map((one) => [one.item.id, headOf(one, closed, withheld)]))
  const votes = publicVotes(state, closed, heads)
  const isOver = over.has(state.phase)
  const isClosedSitting = !state.setup.statute.sittings.public
  return {
    phase: state.phase,
    openedAt: state.openedAt,
    endedAt: state.endedAt,
    chairPersonId: closed.now === 'open' ? chairOf(state) : state.chairPersonId,
    isClosedSitting,
    standstill: standstillOf(state, closed),
    current: isOver ? null : (heads.get(state.currentItemId ?? '') ?? null),
    ...floorOf(state, closed),
    ...factionsOf(state, closed),
    voteNow: publicVoteNow(state, closed, heads),
    newestResult: newestOf(votes),
    quorum: quorumOf(state, closed),
    agenda: agendaOf(state, visible, { heads, votes, closed, drafts }),
    takenOff: [...state.items.values()].flatMap((item) => takenOffOf(item, closed, heads)),
    votes: votes.filter(({ about }) => about.length === 0),
    attendance: isClosedSitting ? null : attendanceIn(state, isOver),
  }
}

function headOf({ number, item }: NumberedItem, closed: WhatIsClosed, withheld: WithheldItems): PublicItemHead {
  const head = { id: item.id, number, title: item.title, closed: closed.closing(item) }
  const why = withheld.get(item.id)
  return why === undefined ? head : { ...head, withheld: why }
}

/** A reason given behind closed doors stays there; a meeting that never began had none to close. */
function standstillOf({ standstill, phase }: MeetingState, closed: WhatIsClosed): PublicMeeting['standstill'] {
  if (standstill === null) return null
  const isForAll = closed.now === 'open' || phase === 'cancelled' || phase === 'postponed'
  const until = standstill.until === null ? null : new Date(standstill.until)
  return { reason: isForAll ? standstill.reason : null, until }
}

function floorOf(state: MeetingState, closed: WhatIsClosed): Pick<PublicMeeting, 'speaking' | 'waiting'> {
  const isAbout = ({ itemId }: Speech) => {
    const item = state.items.get(itemId)
    return item !== undefined && isUnderDiscussion(item) && closed.ofItem(item) === 'open'
  }
  if (closed.now !== 'open' || !assembled.has(state.phase)) return { speaking: null, waiting: [] }
  const speaking = state.speeches.get(state.speakingId ?? '')
  return {
    speaking: speaking !== undefined && isAbout(speaking) ? speechOf(speaking) : null,
    waiting: speakersQueue(state).filter(isAbout).map(speechOf),
  }
}

/** Who is in which faction is public; how long they spoke on an item that is closed is not. */
function factionsOf(state: MeetingState, closed: WhatIsClosed): Pick<PublicMeeting, 'factions' | 'factionTimes'> {
  const { factions = [], statute } = state.setup
  if (!statute.sittings.public) return { factions: [], factionTimes: [] }
  const item = state.items.get(state.currentItemId ?? '')
  const isOpen = closed.now === 'open' && item !== undefined && closed.ofItem(item) === 'open'
  const times = isOpen && assembled.has(state.phase) ? factionTimes(state, item.id, null) : []
  return {
    factions: factions.map(({ name, personIds }) => ({ name, personIds })),
    factionTimes: times.map(({ faction, budget, seconds, isSpeaking }) => ({
      name: faction.name,
      budget,
      seconds,
      isSpeaking,
    })),
  }
}

function speechOf({ id, personId, type, category, startedAt, requestedAt, state }: Speech): PublicSpeech {
  return { id, personId, type, category, since: startedAt ?? requestedAt, isPaused: state === 'paused' }
}

/** Undone results too: nobody should be left with the one before as if it were the newest. */
function newestOf(votes: readonly PublicVote[]): PublicVote | null {
  const stated = votes.filter(({ outcome }) => outcome !== null)
  return stated.toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1) ?? null
}

/** Where bars change the quorum, a closed item's bars would show in its numbers. */
function quorumOf({ quorum, phase, setup }: MeetingState, closed: WhatIsClosed): PublicQuorum | null {
  if (!assembled.has(phase) || !setup.statute.sittings.public) return null
  if (closed.now !== 'open' && setup.statute.quorum.recused !== 'counts-as-present') return null
  const { needed, base, present, met, derivation, lostAt } = quorum
  return { needed, base, present, met, derivation, lostAt }
}

type KnownOfItems = {
  heads: ReadonlyMap<string, PublicItemHead>
  votes: readonly PublicVote[]
  closed: WhatIsClosed
  drafts: ReadonlyMap<string, string>
}

function agendaOf(
  state: MeetingState,
  visible: readonly NumberedItem[],
  { heads, votes, closed, drafts }: KnownOfItems,
): PublicItem[] {
  const isOver = over.has(state.phase)
  const isAhead = ({ item }: NumberedItem) => item.state === 'on-the-agenda'
  const after = visible.slice(visible.findIndex(({ item }) => item.id === state.currentItemId) + 1)
  const nextId = isOver ? undefined : (after.find(isAhead) ?? visible.find(isAhead))?.item.id
  return visible.map(({ depth, item }) => ({
    ...heads.get(item.id)!,
    depth,
    state: stateOf(item, {
      isOver,
      isAdopted: isAdopted(state, item),
      hasBegun: state.openedAt !== null,
      isNext: item.id === nextId,
      current: state.currentItemId,
    }),
    isLate: item.added?.late === true,
    since: item.openedAt,
    committeeId: heads.get(item.id)!.closed === null ? item.committeeId : null,
    votes: votes.filter(({ about }) => about.some(({ id }) => id === item.id)),
    ...(heads.get(item.id)!.withheld === undefined ? insideOf(state, item, closed, drafts) : nothingInside),
  }))
}

const nothingInside = { amendments: [], merged: null, overrides: [] } as const

/** What was done to the draft, and why a check was set aside; of what the public could not follow, nothing. */
function insideOf(
  state: MeetingState,
  item: ItemState,
  closed: WhatIsClosed,
  drafts: ReadonlyMap<string, string>,
): Pick<PublicItem, 'amendments' | 'merged' | 'overrides'> {
  if (closed.ofItem(item) !== 'open') return nothingInside
  const overrides = state.overrides.filter(({ itemId }) => itemId === item.id)
  return {
    ...publicAmendments(state, item, drafts.get(item.id)),
    overrides: overrides.map(({ check, reason }) => ({ check, reason })),
  }
}

function stateOf(
  item: ItemState,
  how: { isOver: boolean; isAdopted: boolean; hasBegun: boolean; isNext: boolean; current: string | null },
): PublicItemState {
  if (item.state === 'removed' || item.state === 'merged') return 'left-undone'
  if (!isPending(item)) return item.state as Exclude<typeof item.state, 'open' | 'debate-closed' | 'on-the-agenda'>
  if (how.isOver && how.isAdopted) return 'decided'
  if (isUnderDiscussion(item)) return !how.isOver && item.id === how.current ? 'now' : 'under-way'
  if (how.isOver && how.hasBegun) return 'left-undone'
  return how.isNext ? 'next' : 'ahead'
}

function takenOffOf(
  item: ItemState,
  closed: WhatIsClosed,
  heads: ReadonlyMap<string, PublicItemHead>,
): PublicMeeting['takenOff'][number][] {
  const { id, title, state, mergedInto } = item
  if ((state !== 'removed' && state !== 'merged') || closed.ofItem(item) === 'internal') return []
  return [{ id, title, how: state, into: heads.get(mergedInto ?? '')?.number ?? null }]
}

/** Members only: for what a guest is asked in may itself be closed. */
function attendanceIn(state: MeetingState, isOver: boolean): PublicAttendance | null {
  if (isOver) return state.endedAt === null ? null : attendanceAfter(state, state.endedAt)
  if (!assembled.has(state.phase)) return null
  const members = inOrder(state.people.values()).filter(({ kind, seated }) => kind === 'member' && seated)
  return {
    isOver: false,
    here: members.flatMap(({ personId, here }) =>
      here === null ? [] : [{ personId, channel: here.channel, since: here.since, until: null }],
    ),
    away: members
      .filter(({ here }) => here === null)
      .map(({ personId, excused, stays }) => ({ personId, isExcused: excused, leftAt: stays.at(-1)?.until ?? null })),
  }
}

function attendanceAfter(state: MeetingState, endedAt: Date): PublicAttendance {
  const all = attendanceOf(state, endedAt)
  const cameAt = all.filter(({ kind }) => kind === 'whole' || kind === 'partly')
  const away = all.filter(({ kind }) => kind === 'excused' || kind === 'absent')
  return {
    isOver: true,
    here: cameAt.map(({ personId, arrivedLateAt, leftEarlyAt }) => ({
      personId,
      channel: state.people.get(personId)?.stays.at(-1)?.channel ?? 'room',
      since: arrivedLateAt,
      until: leftEarlyAt,
    })),
    away: away.map(({ personId, kind }) => ({ personId, isExcused: kind === 'excused', leftAt: null })),
  }
}
