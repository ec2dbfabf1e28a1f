import { createHash } from 'node:crypto'
import * as z from 'zod'
import { cleanWords } from '#platform/clean-words.ts'
import { authorize, inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { once } from '#platform/once.ts'
import { matchReaders } from './annexes/match-readers.ts'
import { factsOf, meetingSubject, recordMeeting } from './events.ts'
import {
  deleteItem,
  insertDraftVersion,
  insertItem,
  listDraftVersions,
  listItems,
  updateItem,
  writeAgenda,
  type Item,
} from './queries/items.ts'
import { lockMeeting, type Meeting } from './queries/meetings.ts'
import { inTree, isMoreOpen, possibleParents, treeMoved, type Placed } from './rules/agenda-tree.ts'
import { itemKinds, itemVisibilities, needsDraft, preparesMeetings, whyNotPrepared } from './rules.ts'

const text = (most: number) => z.string().transform(cleanWords).pipe(z.string().max(most, 'tooLong')).default('')

export const itemInput = z
  .object({
    idempotencyKey: z.uuid('invalid'),
    title: z.string('titleMissing').transform(cleanWords).pipe(z.string().min(1, 'titleMissing').max(500, 'tooLong')),
    kind: z.enum(itemKinds, 'invalid'),
    /** The item that it stands below. */
    parentId: z
      .literal('')
      .transform(() => null)
      .or(z.uuid('invalid'))
      .default(null),
    visibility: z.enum(itemVisibilities, 'invalid'),
    closedBasis: text(300),
    rapporteur: text(200),
    plannedMinutes: z
      .literal('')
      .transform(() => null)
      .or(
        z
          .string()
          .trim()
          .regex(/^\d{1,3}$/, 'minutesWrong')
          .transform(Number)
          .pipe(z.number().min(1, 'minutesWrong').max(600, 'minutesWrong')),
      )
      .default(null),
    memo: text(20_000),
    draft: text(200_000),
    lateBecause: text(500),
  })
  .superRefine(({ visibility, closedBasis }, check) => {
    if (visibility !== 'public' && closedBasis === '')
      check.addIssue({ code: 'custom', path: ['closedBasis'], message: 'basisMissing' })
  })
type ItemInput = z.output<typeof itemInput>

export type AgendaRefusal =
  | 'cancelled'
  | 'begun'
  | 'lateBecauseMissing'
  | 'draftMissing'
  | 'parentUnknown'
  | 'moreOpenThanAbove'
  | 'moreOpenBelow'
  | 'knownToAll'
export type SaveItemOutcome = { ok: true; id: string } | { ok: false; refusal: AgendaRefusal }

/** Puts an item last on the agenda. Once the members were called, it needs a reason, which everybody reads. */
export async function addItem(context: Context, number: number, input: ItemInput): Promise<SaveItemOutcome> {
  return onAgenda(context, number, (ctx, meeting) =>
    once<SaveItemOutcome>(ctx, input.idempotencyKey, 'meetings.add-item', async () => {
      const isLate = meeting.invitedAt !== null
      if (isLate && input.lateBecause === '') return { ok: false, refusal: 'lateBecauseMissing' }
      if (isLate && needsDraft(input.kind) && input.draft === '') return { ok: false, refusal: 'draftMissing' }
      const items = await listItems(ctx.db, meeting.id)
      const misplaced = whyNotThere(items, null, input)
      if (misplaced !== null) return { ok: false, refusal: misplaced }
      const values = { ...input, addedLateBecause: isLate ? input.lateBecause : '' }
      const id = await insertItem(ctx.db, meeting.id, values, ctx.now)
      await renumber(ctx, meeting.id)
      await keepDraft(ctx, meeting, { id, versions: 0, visibility: input.visibility }, input.draft)
      await recordAgenda(ctx, meeting)
      return { ok: true, id }
    }),
  )
}

/** Changes an item. Another text of its draft is a new version; the texts before stay. */
export async function editItem(
  context: Context,
  number: number,
  itemId: string,
  input: ItemInput,
): Promise<SaveItemOutcome> {
  return onAgenda(context, number, async (ctx, meeting) => {
    const items = await listItems(ctx.db, meeting.id)
    const item = itemIn(items, itemId)
    const misplaced = whyNotThere(items, item, input)
    if (misplaced !== null) return { ok: false, refusal: misplaced }
    // What everybody has seen is not made unseen.
    if (input.visibility === 'internal' && item.visibility !== 'internal' && meeting.announcedAt !== null)
      return { ok: false, refusal: 'knownToAll' }
    const isLate = meeting.invitedAt !== null && (await isOtherMatter(ctx, item, input))
    if (isLate && input.lateBecause === '') return { ok: false, refusal: 'lateBecauseMissing' }
    if (meeting.invitedAt !== null && needsDraft(input.kind) && input.draft === '' && item.versions === 0)
      return { ok: false, refusal: 'draftMissing' }
    const changedLateBecause = isLate ? input.lateBecause : item.changedLateBecause
    await updateItem(ctx.db, item.id, { ...input, changedLateBecause }, ctx.now)
    if (item.parentId !== input.parentId) await renumber(ctx, meeting.id)
    await keepDraft(ctx, meeting, { ...item, visibility: input.visibility }, input.draft)
    if (item.visibility !== input.visibility) await matchReaders(ctx, meeting)
    await recordAgenda(ctx, meeting)
    return { ok: true, id: item.id }
  })
}

/** One place up or down among those beside it, with all that is below it. */
export async function moveItem(
  context: Context,
  number: number,
  itemId: string,
  where: 'up' | 'down',
): Promise<SaveItemOutcome> {
  return onAgenda(context, number, async (ctx, meeting) => {
    const items = await listItems(ctx.db, meeting.id)
    itemIn(items, itemId)
    const tree = treeMoved(items, itemId, where)
    if (tree.some(({ item }, at) => item.id !== items[at]?.id)) {
      await keepTree(ctx, tree)
      await recordAgenda(ctx, meeting)
    }
    return { ok: true, id: itemId }
  })
}

/** Takes an item off. Once the members were called it is taken off by themselves, in the meeting. */
export async function removeItem(
  context: Context,
  number: number,
  itemId: string,
): Promise<{ ok: true } | { ok: false; refusal: AgendaRefusal | 'calledAlready' | 'othersBelow' }> {
  return onAgenda(context, number, async (ctx, meeting) => {
    const items = await listItems(ctx.db, meeting.id)
    const item = itemIn(items, itemId)
    // What everybody has seen is not made unseen.
    if (meeting.announcedAt !== null) return { ok: false, refusal: 'calledAlready' }
    if (items.some(({ parentId }) => parentId === item.id)) return { ok: false, refusal: 'othersBelow' }
    await deleteItem(ctx.db, item.id)
    await renumber(ctx, meeting.id)
    await recordAgenda(ctx, meeting)
    return { ok: true }
  })
}

async function onAgenda<T extends { ok: true } | { ok: false; refusal: string }>(
  context: Context,
  number: number,
  change: (ctx: Context, meeting: Meeting) => Promise<T>,
): Promise<T | { ok: false; refusal: 'cancelled' | 'begun' }> {
  authorize(preparesMeetings(context.actor))
  return inTransaction(context, async (ctx) => {
    const meeting = await lockMeeting(ctx.db, number)
    if (meeting === undefined) throw new NotFound()
    const closed = whyNotPrepared(meeting)
    return closed === null ? change(ctx, meeting) : { ok: false, refusal: closed }
  })
}

function itemIn(items: readonly Item[], id: string): Item {
  const item = items.find((one) => one.id === id)
  if (item === undefined) throw new NotFound()
  return item
}

/** Why an item cannot stand where it is put; null for its place if it can. */
function whyNotThere(items: readonly Item[], item: Item | null, { parentId, visibility }: ItemInput) {
  const parent = items.find(({ id }) => id === parentId)
  const isPossible = possibleParents(items, item?.id ?? null).some((one) => one.item.id === parentId)
  if (parentId !== null && (parent === undefined || !isPossible)) return 'parentUnknown' as const
  if (parent !== undefined && isMoreOpen(visibility, parent.visibility)) return 'moreOpenThanAbove' as const
  const below = item === null ? [] : items.filter((one) => one.parentId === item.id)
  return below.some((one) => isMoreOpen(one.visibility, visibility)) ? ('moreOpenBelow' as const) : null
}

/** Positions and numbers follow the tree: each item, then what is below it. */
const keepTree = (ctx: Context, tree: readonly Placed<Item>[]): Promise<void> =>
  writeAgenda(
    ctx.db,
    tree.map(({ number, item }) => ({ id: item.id, number })),
  )

/** Numbers a meeting's agenda anew after something was put on it or taken off. The meeting must be locked. */
export async function renumber(ctx: Context, meetingId: string): Promise<void> {
  await keepTree(ctx, inTree(await listItems(ctx.db, meetingId)))
}

const recordAgenda = (ctx: Context, meeting: Meeting): Promise<void> =>
  recordMeeting(ctx, meeting.announcedAt === null ? 'meetings.prepared' : 'meetings.agenda-changed', meeting)

/** What members prepared for: another title, kind or text after the call is told with its reason. */
async function isOtherMatter(ctx: Context, item: Item, input: ItemInput): Promise<boolean> {
  if (item.title !== input.title || item.kind !== input.kind) return true
  const [newest] = item.versions === 0 ? [] : await listDraftVersions(ctx.db, item.id)
  return input.draft !== '' && input.draft !== (newest?.words ?? '')
}

/** An emptied field keeps the text that was: a draft that has been seen is not taken back. */
async function keepDraft(
  ctx: Context,
  meeting: Meeting,
  item: Pick<Item, 'id' | 'versions' | 'visibility'>,
  words: string,
): Promise<void> {
  const [newest] = item.versions === 0 ? [] : await listDraftVersions(ctx.db, item.id)
  const isClosed = item.visibility !== 'public'
  // A text that was for members alone becomes everybody's only when it is written for everybody.
  if (words === '' || (words === newest?.words && newest.wasClosed === isClosed)) return
  const version = item.versions + 1
  const hash = createHash('sha256').update(words).digest('hex')
  const draft = { version, words, hash, at: ctx.now, wasClosed: isClosed }
  await insertDraftVersion(ctx.db, item.id, { ...draft, byPerson: personOf(ctx.actor) })
  if (meeting.announcedAt === null || isClosed) return
  const facts = { ...factsOf(ctx, meeting), item: item.id, version, hash }
  await record(ctx, 'meetings.draft-changed', meetingSubject(meeting.id), facts)
}
