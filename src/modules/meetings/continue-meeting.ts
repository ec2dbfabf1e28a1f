import { createHash } from 'node:crypto'
import { authorize, inRefusableTransaction, NotFound, personOf, timeZoneOf, type Context } from '#platform/context.ts'
import { instantIn, localTimeOf } from '#platform/format.ts'
import { refusing } from '#platform/refusing.ts'
import { lineOf } from './pages/live/what-is-closed.ts'
import { renumber } from './change-agenda.ts'
import { recordMeeting } from './events.ts'
import { adoptedText } from './log/adopted-text.ts'
import { remainingItems } from './log/agenda.ts'
import type { ItemState, MeetingState } from './log/state.ts'
import { insertPassing } from './passing/queries.ts'
import { insertDraftVersion, insertItem, listDraftVersions, listItems, type Item } from './queries/items.ts'
import { findMeeting, insertMeeting, lockMeeting, type Meeting } from './queries/meetings.ts'
import { readState } from './read-state.ts'
import { preparesMeetings } from './rules.ts'

type Refusal = 'notAdjourned' | 'continuedAlready' | 'nothingLeft'
export type ContinueOutcome = { ok: true; number: number } | { ok: false; refusal: Refusal }

const constraints = { meetings_meetings_continued_once: 'continuedAlready' } as const
const weekLength = 7 * 86_400_000

/**
 * A meeting that was broken off, or had no quorum at the roll call, gets a continued one as a draft: the items that
 * are left with their memos, rapporteurs and newest texts. Its time is a proposal that the secretary changes.
 */
export async function continueMeeting(context: Context, number: number): Promise<ContinueOutcome> {
  authorize(preparesMeetings(context.actor))
  return inRefusableTransaction(context, async (ctx): Promise<ContinueOutcome> => {
    const meeting = await lockMeeting(ctx.db, number)
    if (meeting === undefined) throw new NotFound()
    const state = await readState(ctx.db, meeting.id)
    if (state?.phase !== 'adjourned') return { ok: false, refusal: 'notAdjourned' }
    if (meeting.continuedBy !== null) return { ok: false, refusal: 'continuedAlready' }
    const left = remainingItems(state).map(({ item }) => item)
    if (left.length === 0) return { ok: false, refusal: 'nothingLeft' }
    const { body, mode, place } = meeting
    const startsAt = proposedStart(ctx, meeting, state)
    const values = {
      kind: 'continued',
      sessionNo: null,
      mode,
      place,
      startsAt,
      endsAt: null,
      continues: meeting.id,
    } as const
    const made = await refusing(constraints, () => insertMeeting(ctx.db, body.id, values, ctx.now))
    const kept = new Map((await listItems(ctx.db, meeting.id)).map((item) => [item.id, item]))
    const taken = new Map<string, string>()
    for (const item of left) {
      const parentId = taken.get(item.parentId ?? '') ?? null
      taken.set(item.id, await takeOver(ctx, made.id, state, { item, kept, parentId }))
    }
    await renumber(ctx, made.id)
    await recordMeeting(ctx, 'meetings.planned', (await findMeeting(ctx.db, { id: made.id }))!)
    return { ok: true, number: made.number }
  })
}

/** When the chair said it goes on; else the same hour a week later, or the first such week that is still to come. */
function proposedStart(ctx: Context, { startsAt }: Meeting, { standstill }: MeetingState): Date {
  const said = standstill?.until ?? null
  if (said !== null && new Date(said) > ctx.now) return new Date(said)
  const zone = timeZoneOf(ctx.db)
  const hour = localTimeOf(startsAt, zone).slice(11)
  let day = startsAt.getTime()
  let start: Date
  do {
    day += weekLength
    start = instantIn(zone, `${localTimeOf(new Date(day), zone).slice(0, 10)}T${hour}`)
  } while (start <= ctx.now)
  return start
}

/** What was closed in the meeting stays closed in the one that continues it. Gives the new item's id. */
async function takeOver(
  ctx: Context,
  meetingId: string,
  state: MeetingState,
  { item, kept: all, parentId }: { item: ItemState; kept: ReadonlyMap<string, Item>; parentId: string | null },
): Promise<string> {
  const kept = all.get(item.id)
  // What stands below a closed item was closed with it.
  const line = lineOf(state, item)
  const isClosed = line.some(({ visibility, closedSpans }) => visibility !== 'public' || closedSpans.length > 0)
  const isInternal = line.some(({ visibility }) => visibility === 'internal')
  const bases = line.map(
    (one) => one.closedBasis ?? one.closedSpans.at(-1)?.basis ?? all.get(one.id)?.closedBasis ?? '',
  )
  const basis = bases.find((one) => one !== '') ?? ''
  const values = {
    title: item.title,
    kind: item.kind,
    parentId,
    visibility: isInternal ? ('internal' as const) : isClosed ? ('closed' as const) : ('public' as const),
    closedBasis: isClosed ? basis : '',
    rapporteur: kept?.rapporteur ?? '',
    plannedMinutes: kept?.plannedMinutes ?? null,
    memo: kept?.memo ?? '',
    addedLateBecause: '',
  }
  const id = await insertItem(ctx.db, meetingId, values, ctx.now)
  // Annexes stay where they were read: both items lead to each other.
  if (kept !== undefined) await insertPassing(ctx.db, id, kept.id, ctx.now)
  const [newest] = kept === undefined || kept.versions === 0 ? [] : await listDraftVersions(ctx.db, kept.id)
  if (newest === undefined) return id
  const draft = { at: ctx.now, wasClosed: isClosed || newest.wasClosed, byPerson: personOf(ctx.actor) }
  await insertDraftVersion(ctx.db, id, { version: 1, words: newest.words, hash: newest.hash, ...draft })
  // What the members have accepted already is a text of its own, so that everybody sees what it changed.
  const { text: words, isChanged } = adoptedText(state, newest.words, item.id)
  const hash = createHash('sha256').update(words).digest('hex')
  if (isChanged) await insertDraftVersion(ctx.db, id, { version: 2, words, hash, ...draft })
  return id
}
