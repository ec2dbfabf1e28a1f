import * as z from 'zod'
import { todayOf, type Context } from '#platform/context.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import { addDays } from './calendar.ts'
import { recordStatusChanges } from './record-status-changes.ts'

const inThreeLanguages = z.object({ et: z.string().min(1), en: z.string().min(1), ru: z.string().min(1) })

/** Invented evidence, questions and words of the demo; `daysAgo` counts from the day of the first start. */
const demoPlan = z.object({
  evidence: z.array(
    z.object({
      commitment: z.string(),
      title: inThreeLanguages,
      daysAgo: z.int().min(0),
      vouchedBy: z.string(),
      confirmedBy: z.string().nullable(),
    }),
  ),
  narratives: z.array(z.object({ commitment: z.string(), post: z.string(), text: inThreeLanguages })),
  questions: z.array(
    z.object({
      commitment: z.string(),
      words: z.string(),
      daysAgo: z.int(),
      answer: inThreeLanguages.nullable(),
      post: z.string(),
    }),
  ),
})

type Holder = { personId: string; title: string }

/** Fills the plan as a year of work would have. Past statuses are not invented: history begins with the demo. */
export async function seedDemoPlan(ctx: Context, { files }: { files: SiteFiles }): Promise<void> {
  if (!files.has('plan-demo.json')) return
  const demo = files.read('plan-demo.json', demoPlan)
  const ids = await commitmentIds(ctx)
  const holders = await holdersOfPosts(ctx)
  const today = todayOf(ctx)
  const at = (daysAgo: number) => new Date(ctx.now.getTime() - daysAgo * 86_400_000)
  const holder = (post: string): Holder => {
    const found = holders.get(post)
    if (found === undefined) throw new Error(`plan-demo.json: nobody holds the post ${post}`)
    return found
  }

  for (const { commitment, title, daysAgo, vouchedBy, confirmedBy } of demo.evidence) {
    const voucher = holder(vouchedBy)
    const second = confirmedBy === null ? null : holder(confirmedBy)
    await ctx.db
      .insertInto('plan_vouched_evidence')
      .values({
        commitment_id: ids.get(commitment)!,
        title: JSON.stringify(title),
        occurred_on: addDays(today, -daysAgo),
        vouched_by: voucher.personId,
        vouched_post: voucher.title,
        vouched_at: at(Math.max(daysAgo - 1, 0)),
        confirmed_by: second?.personId ?? null,
        confirmed_post: second?.title ?? null,
        confirmed_at: second === null ? null : at(Math.max(daysAgo - 3, 0)),
      })
      .execute()
  }
  for (const { commitment, post, text } of demo.narratives) {
    const { personId, title } = holder(post)
    await ctx.db
      .insertInto('plan_narratives')
      .values({
        commitment_id: ids.get(commitment)!,
        period: today.slice(0, 4),
        text: JSON.stringify(text),
        author_id: personId,
        author_post: title,
        written_at: at(4),
      })
      .execute()
  }
  const [asker] = [...holders.values()]
  for (const { commitment, words, daysAgo, answer, post } of demo.questions) {
    const official = holder(post)
    await ctx.db
      .insertInto('plan_contributions')
      .values({
        commitment_id: ids.get(commitment)!,
        words,
        author_id: asker!.personId,
        shown_as: '',
        sent_at: at(daysAgo),
        answer: answer === null ? null : JSON.stringify(answer),
        answered_by: answer === null ? null : official.personId,
        answered_post: answer === null ? null : official.title,
        answered_at: answer === null ? null : at(Math.max(daysAgo - 2, 0)),
      })
      .execute()
  }
  await recordStatusChanges(ctx)
}

async function commitmentIds(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.db.selectFrom('plan_wordings').select(['number', 'commitment_id']).limit(500).execute()
  return new Map(rows.map((row) => [row.number, row.commitment_id]))
}

async function holdersOfPosts(ctx: Context): Promise<Map<string, Holder>> {
  const rows = await ctx.db
    .selectFrom('people_memberships as m')
    .innerJoin('people_posts as p', 'p.id', 'm.post_id')
    .select(['p.slug', 'p.title', 'm.person_id as personId'])
    .where('m.until_date', 'is', null)
    .orderBy('p.position')
    .limit(1000)
    .execute()
  return new Map(rows.map(({ slug, title, personId }) => [slug, { personId, title: title.et }]))
}
