import { authorize, inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { Site } from '#platform/site.ts'
import * as z from 'zod'
import { reading } from '#modules/files/index.ts'
import { recordAbout, reportSubject } from '../events.ts'
import { findReport, lockReport, type Report } from '../queries/reports.ts'
import { listSplitCopies } from '../queries/split.ts'
import { changeFileReaders, fileSubjectsOf } from '../readers.ts'
import { canWorkOn, cleanWords, isPublic } from '../rules.ts'
import { workOn } from '../work-on.ts'

/** Where pictures are kept as they were. */
export const originalSubject = (id: string): string => `report-original:${id}`

export type CoverPhotoOutcome = { ok: true } | { ok: false; refusal: 'noBoxes' | 'notAPicture' }

/**
 * Covers parts of a picture for everybody, also where a part of the report was split off with it; as it was it is opened
 * only with a reason.
 */
export async function coverPhoto(
  ctx: Context,
  site: Pick<Site, 'store'>,
  { number, file }: { number: number; file: string },
  boxes: readonly reading.Box[],
): Promise<CoverPhotoOutcome> {
  const report = await findReport(ctx.db, { number })
  if (report === undefined) throw new NotFound()
  authorize(canWorkOn(ctx.actor, report))
  if (boxes.length === 0) return { ok: false, refusal: 'noBoxes' }
  const found = await ctx.db
    .selectFrom('files_files')
    .select(['attached_to as of', 'hash'])
    .where('id', '=', file)
    .executeTakeFirst()
  const of = fileSubjectsOf(report.id).find((subject) => subject === found?.of)
  if (found === undefined || of === undefined) throw new NotFound()
  const covered = await coverOne(ctx, site, { report, file, of }, boxes)
  if (!covered.ok) return covered
  for (const copy of await listSplitCopies(ctx.db, report.id, found.hash)) {
    const other = (await findReport(ctx.db, { id: copy.reportId }))!
    if (canWorkOn(ctx.actor, other)) {
      await coverOne(ctx, site, { report: other, file: copy.id, of: reportSubject(other.id) }, boxes)
    }
  }
  return { ok: true }
}

type Photo = { report: Report; file: string; of: string }

async function coverOne(
  ctx: Context,
  site: Pick<Site, 'store'>,
  { report, file, of }: Photo,
  boxes: readonly reading.Box[],
): Promise<CoverPhotoOutcome> {
  const covering = { of, boxes, originalTo: originalSubject(report.id), subjectPerson: report.reporterPerson }
  const covered = await reading.coverPicture(ctx, site, file, covering)
  if (!covered.ok) return covered
  await inTransaction(ctx, async (inside) => {
    const now = (await lockReport(inside.db, { id: report.id }))!
    // Whoever took the report out of sight meanwhile did not know of the new picture.
    if (isPublic(now) !== isPublic(report)) await changeFileReaders(inside, now)
    await recordAbout(inside, now, 'reports.picture-covered', { number: now.number })
  })
  return { ok: true }
}

export const openOriginalInput = z.object({
  whyOpen: z.string().transform(cleanWords).pipe(z.string().min(3, 'whyOpen').max(300, 'wordsTooLong')),
})

/** Looks at a picture as it was: recorded with the reason, and its sender sees who did. Answers its name. */
export async function openOriginal(
  context: Context,
  { number, file }: { number: number; file: string },
  { whyOpen: reason }: z.output<typeof openOriginalInput>,
): Promise<{ id: string; name: string }> {
  return workOn(context, number, async (ctx, report) => {
    const found = await ctx.db
      .selectFrom('files_files')
      .select(['id', 'name'])
      .where('id', '=', file)
      .where('attached_to', '=', originalSubject(report.id))
      .executeTakeFirst()
    if (found === undefined) throw new NotFound()
    await ctx.db
      .insertInto('reports_originals_opened')
      .values({ report_id: report.id, file_id: file, at: ctx.now, by_person: personOf(ctx.actor), reason })
      .execute()
    await record(ctx, 'reports.original-opened', reportSubject(report.id), { file })
    return found
  })
}
