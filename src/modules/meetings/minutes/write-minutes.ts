import * as z from 'zod'
import { cleanWords } from '#platform/clean-words.ts'
import { authorize, inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { factsOf, meetingSubject, recordMeeting } from '../events.ts'
import { lockMeeting, type Meeting } from '../queries/meetings.ts'
import { preparesMeetings } from '../rules.ts'
import { keepVersion } from './keep-version.ts'
import { isMarkedWell } from './private-names.ts'
import { changeDraft, findDraft, listVersions, type Summaries } from './queries.ts'

const longest = 20_000
const item = /^(?:kokkuvote-)([0-9a-f-]{36})?$/

/** Fields `kokkuvote-{item}`; whatever else the form carries is passed over. */
export const summariesInput = z.record(z.string(), z.string()).transform((values, check): Summaries => {
  const entries = Object.entries(values).flatMap(([name, typed]) => {
    const id = item.exec(name)?.[1] ?? (name === 'kokkuvote-' ? '' : undefined)
    if (id === undefined) return []
    const words = cleanWords(typed)
    if (words.length > longest) check.addIssue({ code: 'custom', path: [name], message: 'tooLong' })
    if (!isMarkedWell(words)) check.addIssue({ code: 'custom', path: [name], message: 'markOpen' })
    return [[id, words] as const]
  })
  return Object.fromEntries(entries)
})
export const publishMinutesInput = z.object({
  because: z.string().transform(cleanWords).pipe(z.string().max(500, 'tooLong')).default(''),
})

export type WriteOutcome =
  | { ok: true }
  | { ok: false; refusal: 'notHeld' | 'becauseMissing' | 'nothingNew' | 'notApproved' | 'isApproved' }

/** Keeps what the secretary has written so far. Nobody else sees it before it is published. */
export async function writeMinutes(context: Context, number: number, summaries: Summaries): Promise<WriteOutcome> {
  return ofHeld(context, number, async (ctx, meeting) => {
    const isPublished = (await listVersions(ctx.db, meeting.id)).length > 0
    const { approved } = await findDraft(ctx.db, meeting.id)
    if (approved !== null && !isPublished) return { ok: false, refusal: 'isApproved' }
    const columns = { summaries: JSON.stringify(summaries) }
    await changeDraft(ctx.db, meeting.id, columns, { by: personOf(ctx.actor), now: ctx.now })
    await recordMeeting(ctx, 'meetings.prepared', meeting)
    return { ok: true }
  })
}

/** Publishes the minutes that the chair has approved; no signature is waited for. A second version needs a reason; the first stays readable. */
export async function publishMinutes(
  context: Context,
  number: number,
  { because }: z.output<typeof publishMinutesInput>,
): Promise<WriteOutcome> {
  return ofHeld(context, number, async (ctx, meeting) => {
    const [newest] = await listVersions(ctx.db, meeting.id)
    const { summaries, approved } = await findDraft(ctx.db, meeting.id)
    if (newest === undefined && approved === null) return { ok: false, refusal: 'notApproved' }
    if (newest !== undefined && because.length < 3) return { ok: false, refusal: 'becauseMissing' }
    if (newest !== undefined && isSame(newest.summaries, summaries)) return { ok: false, refusal: 'nothingNew' }
    const version = (newest?.version ?? 0) + 1
    const published = { version, summaries, because: version === 1 ? '' : because, publishedAt: ctx.now }
    await keepVersion(ctx.db, meeting, published, personOf(ctx.actor))
    await record(ctx, 'meetings.minutes-published', meetingSubject(meeting.id), { ...factsOf(ctx, meeting), version })
    return { ok: true }
  })
}

function isSame(one: Summaries, other: Summaries): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => (one[key] ?? '') === (other[key] ?? ''))
}

async function ofHeld(
  context: Context,
  number: number,
  work: (ctx: Context, meeting: Meeting) => Promise<WriteOutcome>,
): Promise<WriteOutcome> {
  authorize(preparesMeetings(context.actor))
  return inTransaction(context, async (ctx) => {
    const meeting = await lockMeeting(ctx.db, number)
    if (meeting === undefined) throw new NotFound()
    return meeting.state === 'held' ? work(ctx, meeting) : { ok: false, refusal: 'notHeld' }
  })
}
