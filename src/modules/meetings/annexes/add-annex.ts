import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { cleanWords } from '#platform/clean-words.ts'
import { authorize, inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import type { Site } from '#platform/site.ts'
import type { Upload } from '#platform/web/read-upload.ts'
import { attachFiles, changeReaders, keepUpload } from '#modules/files/index.ts'
import { recordMeeting } from '../events.ts'
import { listItems, type Item } from '../queries/items.ts'
import { lockMeeting, type Meeting } from '../queries/meetings.ts'
import { preparesMeetings, secretaryRole, whyNotPrepared } from '../rules.ts'
import { annexSubject, readersToday } from './match-readers.ts'
import { insertAnnex, listAnnexes, updateWithdrawn } from './queries.ts'

const words = (most: number) => z.string().transform(cleanWords).pipe(z.string().max(most, 'tooLong'))

export const annexInput = z.object({
  annexTitle: words(300).pipe(z.string().min(1, 'annexTitleMissing')),
  annexLateBecause: words(500).default(''),
  /** A file that came with an earlier try of the form. */
  annexFileKept: z.literal('').or(z.uuid('invalid')).default(''),
  annexFileName: z.string().max(300).default(''),
})
export const withdrawInput = z.object({ because: words(500).pipe(z.string().min(3, 'becauseMissing')) })

export type AnnexOutcome =
  | { ok: true }
  | { ok: false; refusal: 'cancelled' | 'begun' | 'fileMissing' | 'lateBecauseMissing' | 'withdrawnAlready' }

/** Takes a file in before anything else of the form is judged: whatever is wrong there, it need not be sent again. */
export async function keepAnnexFile(
  context: Context,
  site: Pick<Site, 'store'>,
  upload: Upload,
  title: string,
): ReturnType<typeof keepUpload> {
  authorize(preparesMeetings(context.actor))
  return keepUpload(context, site, upload, { description: { et: title } })
}

/** Puts a file beside an item. After the members were called it needs a reason, which everybody reads. */
export async function addAnnex(
  context: Context,
  { number, itemId }: { number: number; itemId: string },
  { annexTitle, annexLateBecause, annexFileKept: fileId }: z.output<typeof annexInput>,
): Promise<AnnexOutcome> {
  authorize(preparesMeetings(context.actor))
  if (fileId === '') return { ok: false, refusal: 'fileMissing' }
  return onItem(context, number, itemId, async (ctx, meeting, item) => {
    const isLate = meeting.invitedAt !== null
    if (isLate && annexLateBecause === '') return { ok: false, refusal: 'lateBecauseMissing' }
    const id = randomUUID()
    // First: a file that is not there, not the sender's own or attached elsewhere goes no further.
    await attachFiles(ctx, [fileId], { to: annexSubject(id), readers: await readersToday(ctx, meeting, item) })
    await insertAnnex(ctx.db, {
      id,
      itemId: item.id,
      fileId,
      title: annexTitle,
      lateBecause: isLate ? annexLateBecause : '',
      wasClosed: item.visibility !== 'public',
      at: ctx.now,
      by: personOf(ctx.actor),
    })
    await recordMeeting(ctx, meeting.announcedAt === null ? 'meetings.prepared' : 'meetings.agenda-changed', meeting)
    return { ok: true }
  })
}

/** Takes a file back, also one that was published: nobody opens it any more, and its place says why. */
export async function withdrawAnnex(
  context: Context,
  { number, itemId, annexId }: { number: number; itemId: string; annexId: string },
  { because }: z.output<typeof withdrawInput>,
): Promise<AnnexOutcome> {
  authorize(preparesMeetings(context.actor))
  return inTransaction(context, async (ctx) => {
    const meeting = await lockMeeting(ctx.db, number)
    const annex = (await listAnnexes(ctx.db, [itemId])).find(({ id }) => id === annexId)
    const items = meeting === undefined ? [] : await listItems(ctx.db, meeting.id)
    if (meeting === undefined || annex === undefined || !items.some(({ id }) => id === itemId)) throw new NotFound()
    if (annex.withdrawnAt !== null) return { ok: false, refusal: 'withdrawnAlready' }
    await updateWithdrawn(ctx.db, annex.id, because, ctx.now)
    await changeReaders(ctx, annexSubject(annex.id), { visibility: 'roles', roles: [secretaryRole] })
    await recordMeeting(ctx, meeting.announcedAt === null ? 'meetings.prepared' : 'meetings.agenda-changed', meeting)
    return { ok: true }
  })
}

async function onItem(
  context: Context,
  number: number,
  itemId: string,
  work: (ctx: Context, meeting: Meeting, item: Item) => Promise<AnnexOutcome>,
): Promise<AnnexOutcome> {
  return inTransaction(context, async (ctx) => {
    const meeting = await lockMeeting(ctx.db, number)
    const items = meeting === undefined ? [] : await listItems(ctx.db, meeting.id)
    const item = items.find(({ id }) => id === itemId)
    if (meeting === undefined || item === undefined) throw new NotFound()
    const refusal = whyNotPrepared(meeting)
    return refusal === null ? work(ctx, meeting, item) : { ok: false, refusal }
  })
}
