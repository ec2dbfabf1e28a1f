import { timeZoneOf } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { localDate, type LocalDate } from '#platform/format.ts'
import { inAllLanguages, type LocalText } from '#platform/language.ts'
import { adoptedText } from './log/adopted-text.ts'
import type { EventKind } from './log/events.ts'
import type { VoteState } from './log/state.ts'
import { sayDerivation } from './messages/derivation.ts'
import { liveVoteMessages } from './messages/live-votes.ts'
import { nameOfMeeting } from './messages/names.ts'
import type { PublicVote } from './pages/live/public-meeting.ts'
import { publicView } from './pages/live/public-view.ts'
import { listDraftVersions, listItems, type DraftVersion } from './queries/items.ts'
import { findMeeting } from './queries/meetings.ts'
import { readState } from './read-state.ts'
import { listWithheld, type Withheld } from './restrictions/queries.ts'

/** Something that a body has decided by a vote whose result the chair has stated, undone ones included. */
export type Decision = {
  meeting: { id: string; number: number; name: LocalText; body: { id: string; slug: string; kind: string } }
  heldOn: LocalDate
  itemId: string
  /** False for what was put on the agenda in the meeting itself: it has no page of its own. */
  hasPage: boolean
  title: string
  isRegulation: boolean
  voteId: string
  statedAt: Date
  /** How the vote went, as everybody may know it; null where the public could not follow. */
  vote: DecisionVote | null
  /** The ground in law on which the item was closed to the public; null for open items. */
  closedBasis: string | null
  /** The adopted words; empty where there was no draft. */
  words: string
  undone: { because: string; isBehindDoors: boolean } | null
  /** Why the materials of its item are not for everybody now, and so the words neither; null where they are. */
  withheld: Withheld | null
}
export type DecisionVote = {
  method: VoteState['method']
  /** Null: persons were elected, and their votes are none for and against. */
  counts: { for: number; against: number; abstained: number; didNotVote: number } | null
  /** All counts in words, and how the rule came to the result. */
  said: LocalText
  reckoning: LocalText
  basis: string
}

const deciding: ReadonlySet<string> = new Set(['decision', 'regulation', 'election', 'no-confidence'])
const objects: ReadonlySet<string> = new Set(['draft', 'no-confidence', 'confirmation', 'election'])

/** What a meeting has decided so far, in the order in which it was stated; what nobody may know of is left out. */
export async function listDecisions(db: Db, meetingId: string, today: LocalDate): Promise<Decision[]> {
  const [meeting, state] = [await findMeeting(db, { id: meetingId }), await readState(db, meetingId)]
  if (meeting === undefined || state === undefined) return []
  const votes = [...state.votes.values()].filter(isDecision)
  if (votes.length === 0) return []
  const items = await listItems(db, meetingId)
  const withheld = await listWithheld(db, meetingId, today)
  const view = publicView(state, new Map(items.map(({ id, closedBasis }) => [id, closedBasis])))
  const heads = new Map(view.agenda.map((item) => [item.id, item]))
  const { id, number, body } = meeting
  const name = inAllLanguages((language) => nameOfMeeting(meeting, language))
  const found: Decision[] = []
  for (const vote of votes.toSorted((a, b) => a.statedAt!.getTime() - b.statedAt!.getTime()))
    for (const itemId of vote.itemIds) {
      const [item, head] = [state.items.get(itemId), heads.get(itemId)]
      if (item === undefined || head === undefined || !deciding.has(item.kind)) continue
      const seen = head.votes.find((one) => one.id === vote.id)
      found.push({
        meeting: { id, number, name, body: { id: body.id, slug: body.slug, kind: body.kind } },
        heldOn: localDate(vote.statedAt!, timeZoneOf(db)),
        itemId,
        hasPage: items.some((one) => one.id === itemId),
        title: titleOf(item.title, vote, withheld.has(itemId) ? undefined : seen),
        isRegulation: item.kind === 'regulation',
        voteId: vote.id,
        statedAt: vote.statedAt!,
        vote: voteOf(seen),
        closedBasis: head.closed === null ? null : (head.closed.basis ?? ''),
        words: adoptedText(state, await wordsBefore(db, itemId, vote.openedAt), itemId).text,
        undone: undoneOf(vote, seen),
        withheld: withheld.get(itemId) ?? null,
      })
    }
  return found
}

const ofPersons: ReadonlySet<string> = new Set(['confirmation', 'election', 'no-confidence'])

/**
 * What was decided. One item may have several votes on persons: the question says on whom, where everybody could follow
 * it.
 */
function titleOf(title: string, { object }: VoteState, seen: PublicVote | undefined): string {
  const question = (seen?.inside?.question ?? '').replace(/[\s?.!]+$/u, '')
  const [said, asked] = [title.toLowerCase(), question.toLowerCase()]
  if (!ofPersons.has(object.kind) || question === '' || said.includes(asked)) return title
  return asked.includes(said) ? question : `${title}: ${question}`
}

/** Kinds of events that can make, undo or close a decision: all others need no second look. */
export const decidingEvents: readonly EventKind[] = [
  'result-stated',
  'vote-annulled',
  'vote-repeated',
  'item-closed-to-public',
  'corrected',
]

function isDecision({ object, stated, statedAt }: VoteState): boolean {
  if (stated === null || statedAt === null || !objects.has(object.kind)) return false
  return stated.outcome === 'adopted' || stated.outcome === 'elected'
}

function undoneOf({ state, annulledBecause }: VoteState, seen: PublicVote | undefined): Decision['undone'] {
  if (state === 'stated') return null
  const isBehindDoors = seen?.inside?.annulledBecause === undefined || seen.inside.annulledBecause === null
  return { because: annulledBecause ?? '', isBehindDoors: isBehindDoors && annulledBecause !== null }
}

function voteOf(seen: PublicVote | undefined): DecisionVote | null {
  const inside = seen?.inside
  if (inside === undefined || inside === null || inside.result === null) return null
  const { counts, derivation, basis, election } = inside.result
  // Who was elected by how many votes stands on the meeting's page, which names persons.
  if (election !== null)
    return {
      method: inside.method,
      counts: null,
      said: inAllLanguages(() => ''),
      reckoning: inAllLanguages(() => ''),
      basis: '',
    }
  return {
    method: inside.method,
    counts: {
      for: counts.for,
      against: counts.against,
      abstained: counts.abstained,
      didNotVote: counts.didNotVote,
    },
    said: inAllLanguages((language) => liveVoteMessages[language].counts(counts)),
    reckoning: inAllLanguages((language) => derivation.map((step) => sayDerivation(step, language)).join(' ')),
    basis: basis ?? '',
  }
}

/** The newest text that was before the members when the vote was opened. */
async function wordsBefore(db: Db, itemId: string, openedAt: Date | null): Promise<string> {
  // An item that was added in the meeting has no row at the desk, nor a draft there.
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(itemId)) return ''
  const versions: readonly DraftVersion[] = await listDraftVersions(db, itemId)
  // What was written later was before nobody: the act waits for its text then.
  return versions.find(({ at }) => openedAt !== null && at <= openedAt)?.words ?? ''
}
