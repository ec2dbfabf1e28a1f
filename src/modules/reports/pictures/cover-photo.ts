import { authorize, inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { Site } from '#platform/site.ts'
import * as z from 'zod'
import { reading } from '#modules/files/index.ts'
import { recordAbout, reportSubject } from '../events.ts'
import { findReport } from '../queries/reports.ts'
import { fileSubjectsOf } from '../readers.ts'
import { canWorkOn, cleanWords } from '../rules.ts'
import { workOn } from '../work-on.ts'

/** Where pictures are kept as they were. */
export const originalSubject = (id: string): string => `report-original:${id}`

export type CoverPhotoOutcome = { ok: true } | { ok: false; refusal: 'noBoxes' | 'notAPicture' }

/** Covers parts of a picture for everybody; as it was it is opened only with a reason. */
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
    .select('attached_to as of')
    .where('id', '=', file)
    .executeTakeFirst()
  const of = fileSubjectsOf(report.id).find((subject) => subject === found?.of)
  if (of === undefined) throw new NotFound()
  const covering = { of, boxes, originalTo: originalSubject(report.id), subjectPerson: report.reporterPerson }
  const covered = await reading.coverPicture(ctx, site, file, covering)
  if (!covered.ok) return covered
  await inTransaction(ctx, (inside) => recordAbout(inside, report, 'reports.picture-covered', { number }))
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
