import { todayOf, type Context } from '#platform/context.ts'
import { offeredEvidence } from '#platform/evidence.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import { adoptVersion } from './change-version-state.ts'
import { referencePlan, type ReferenceCommitment } from './reference-plan.ts'
import { saveVersion } from './save-version.ts'

/**
 * The site's own plan becomes the first version, once. Kinds of evidence that arrive later with a new module count
 * from the day they arrived, since nobody could have measured them before.
 */
export async function installPlan(ctx: Context, files: SiteFiles): Promise<void> {
  const known = await ctx.db.selectFrom('plan_versions').select('id').limit(1).executeTakeFirst()
  await noteSources(ctx, known === undefined ? null : todayOf(ctx))
  if (known !== undefined || !files.has('plan.json')) return
  const plan = files.read('plan.json', referencePlan)
  const commitments = plan.chapters.flatMap((chapter) =>
    chapter.commitments.map((commitment) => ({ chapter: chapter.number, ...commitment })),
  )
  const saved = await saveVersion(ctx, {
    title: plan.title,
    introduction: plan.introduction,
    source: 'reference',
    sourceName: 'plan.json',
    sourceSha256: null,
    chapters: plan.chapters.map(({ number, title }) => ({ number, title })),
    commitments: commitments.map((commitment) => ({ ...commitment, commitmentId: null })),
  })
  await bind(ctx, commitments, saved.commitmentIds)
  await adoptVersion(ctx, saved.number, {
    adoptedBy: plan.adopted.body,
    actNumber: `${plan.adopted.sessionNumber}-${plan.adopted.agendaNumber}`,
    adoptedOn: plan.adopted.on,
    inForceFrom: plan.adopted.on,
  })
}

async function noteSources(ctx: Context, measurableFrom: string | null): Promise<void> {
  const rows = offeredEvidence().map(({ key }) => ({ key, measurable_from: measurableFrom }))
  if (rows.length === 0) return
  await ctx.db
    .insertInto('plan_evidence_sources')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function bind(ctx: Context, commitments: readonly ReferenceCommitment[], ids: readonly string[]): Promise<void> {
  const rows = commitments.flatMap(({ bindings }, at) =>
    bindings.map(({ keys, duty, measuredFrom }, position) => ({
      commitment_id: ids[at]!,
      position,
      keys,
      duty: JSON.stringify(duty),
      measured_from: measuredFrom,
      created_at: ctx.now,
    })),
  )
  await ctx.db.insertInto('plan_bindings').values(rows).execute()
}
