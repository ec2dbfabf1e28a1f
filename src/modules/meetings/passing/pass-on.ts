import * as z from 'zod'
import { authorize, inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import { recordMeeting } from '../events.ts'
import { insertDraftVersion, insertItem, listDraftVersions, listItems } from '../queries/items.ts'
import { findMeeting, lockMeeting } from '../queries/meetings.ts'
import { preparesMeetings } from '../rules.ts'
import { insertPassing } from './queries.ts'

export const passInput = z.object({
  to: z
    .string('targetMissing')
    .regex(/^\d{1,9}$/, 'targetMissing')
    .transform(Number),
})

export type PassOutcome = { ok: true; number: number; id: string } | { ok: false; refusal: 'tooLate' | 'sameMeeting' }

/**
 * Passes a matter on to another meeting: to the government, to the council, or to its second reading. The item there
 * begins with the memo and the newest text as they are now, and both lead to each other.
 */
export async function passOn(
  context: Context,
  { number, itemId }: { number: number; itemId: string },
  { to }: z.output<typeof passInput>,
): Promise<PassOutcome> {
  authorize(preparesMeetings(context.actor))
  if (number === to) return { ok: false, refusal: 'sameMeeting' }
  return inTransaction(context, async (ctx): Promise<PassOutcome> => {
    const from = await findMeeting(ctx.db, { number })
    const target = await lockMeeting(ctx.db, to)
    const item = from === undefined ? undefined : (await listItems(ctx.db, from.id)).find(({ id }) => id === itemId)
    if (from === undefined || target === undefined || item === undefined) throw new NotFound()
    // Once members are called, an item is added with a reason, at the desk of that meeting.
    if ((target.state !== 'draft' && target.state !== 'announced') || target.startsAt <= ctx.now)
      return { ok: false, refusal: 'tooLate' }
    const id = await insertItem(ctx.db, target.id, { ...item, parentId: null, addedLateBecause: '' }, ctx.now)
    await insertPassing(ctx.db, id, item.id, ctx.now)
    const [newest] = item.versions === 0 ? [] : await listDraftVersions(ctx.db, item.id)
    if (newest !== undefined) {
      const { words, hash, wasClosed } = newest
      const draft = { version: 1, words, hash, wasClosed: wasClosed || item.visibility !== 'public', at: ctx.now }
      await insertDraftVersion(ctx.db, id, { ...draft, byPerson: personOf(ctx.actor) })
    }
    await recordMeeting(ctx, target.announcedAt === null ? 'meetings.prepared' : 'meetings.agenda-changed', target)
    return { ok: true, number: to, id }
  })
}
