import * as z from 'zod'
import { timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { instantIn } from '#platform/format.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import { listDecisions } from '#modules/meetings/index.ts'
import { registry } from '#modules/people/index.ts'
import { hashWords } from './hash-words.ts'
import { findAct } from './queries/acts.ts'
import {
  insertAct,
  insertRelation,
  keepLastNumber,
  lockSeries,
  matchRelations,
  updateAct,
} from './queries/change-acts.ts'
import { endFollowUpRow, insertFollowUp } from './queries/follow-ups.ts'
import { listHeldMeetings } from './queries/held-meetings.ts'
import { findRules } from './queries/rules.ts'
import { insertVersion } from './queries/versions.ts'
import { actKinds, daysAfter, inForceOn, periodOf, slugOf } from './rules.ts'
import { takeDecision } from './take-decisions.ts'

const file = 'acts-demo.json'
const inDays = z.number().int()

const followUp = z.object({
  post: z.string(),
  task: z.string(),
  dueInDays: inDays,
  done: z.object({ inDays, words: z.string(), link: z.string().default('') }).optional(),
})
const demoActs = z.object({
  /** Entered by hand; their numbers begin the series. */
  entered: z.array(
    z.object({
      body: z.string(),
      kind: z.enum(actKinds),
      number: z.number().int(),
      inDays,
      title: z.string(),
      text: z.string(),
      gazetteAfterDays: z.number().int().optional(),
      gazetteReference: z.string().default(''),
      followUps: z.array(followUp).default([]),
    }),
  ),
  /** What sittings have decided, by the title of the item. */
  decided: z.array(
    z.object({
      title: z.string(),
      gazetteAfterDays: z.number().int().optional(),
      gazetteReference: z.string().default(''),
      /** Title of the act that it amends. */
      amends: z.string().optional(),
      followUps: z.array(followUp).default([]),
    }),
  ),
})
type DemoFollowUp = z.output<typeof followUp>

/** Acts as they would stand: some from before, and what the demo's own sittings have decided. Rows without a past in the log. */
export async function seedDemoActs(ctx: Context, { files }: { files: SiteFiles }): Promise<void> {
  if (!files.has(file)) return
  const { entered, decided } = files.read(file, demoActs)
  const bodies = await registry.listBodyChoices(ctx.db)
  const parties = new Map((await registry.listParties(ctx.db)).map((party) => [party.slug, party.id]))
  const today = todayOf(ctx)
  const byTitle = new Map<string, string>()
  for (const one of entered) {
    const body = bodies.find(({ slug }) => slug === one.body)
    if (body === undefined) throw new Error(`${file}: there is no body ${one.body}`)
    const { kind, number, title } = one
    const adoptedOn = daysAfter(today, one.inDays)
    const rules = await findRules(ctx.db, adoptedOn)
    const series = { bodyId: body.id, kind, period: periodOf(adoptedOn, rules) }
    const last = await lockSeries(ctx.db, series)
    await keepLastNumber(ctx.db, series, Math.max(last, number))
    const gazetteOn = one.gazetteAfterDays === undefined ? null : daysAfter(adoptedOn, one.gazetteAfterDays)
    const publishedAt = instantIn(timeZoneOf(ctx.db), `${adoptedOn}T16:00`)
    const id = await insertAct(ctx.db, {
      ...series,
      slug: slugOf({ body: body.slug, number, ...series }),
      number,
      title,
      adoptedOn,
      publishedAt,
      decided: null,
      statedOn: null,
      gazetteOn,
      gazetteReference: one.gazetteReference,
      inForceOn: inForceOn({ kind, notifiedOn: adoptedOn, gazetteOn, statedOn: null }, rules),
    })
    const hash = hashWords(one.text)
    const version = { version: 1, kind: 'entered', words: one.text, hash, because: '', basis: '' } as const
    await insertVersion(ctx.db, id, { ...version, at: publishedAt, byPerson: null })
    byTitle.set(title, id)
    await seedFollowUps(ctx, id, one.followUps, parties)
  }
  await seedDecided(ctx, decided, { byTitle, parties })
}

async function seedDecided(
  ctx: Context,
  decided: z.output<typeof demoActs>['decided'],
  { byTitle, parties }: { byTitle: ReadonlyMap<string, string>; parties: ReadonlyMap<string, string> },
): Promise<void> {
  for (const [place, meetingId] of (await listHeldMeetings(ctx.db)).entries())
    for (const decision of await listDecisions(ctx.db, meetingId, todayOf(ctx))) {
      // A second or two, as it takes.
      const publishedAt = new Date(decision.statedAt.getTime() + 1000 * (1 + (place % 2)))
      const id = await takeDecision(ctx, decision, { publishedAt, isTold: false })
      const more = decided.find(({ title }) => title === decision.title)
      if (id === null || more === undefined) continue
      const act = (await findAct(ctx.db, { id }))!
      if (more.gazetteAfterDays !== undefined) {
        const gazetteOn = daysAfter(act.adoptedOn, more.gazetteAfterDays)
        const when = { kind: act.kind, notifiedOn: act.adoptedOn, gazetteOn, statedOn: null }
        const inForce = inForceOn(when, await findRules(ctx.db, act.adoptedOn))
        const { gazetteReference } = more
        await updateAct(ctx.db, id, { gazetteOn, gazetteReference, inForceOn: inForce }, ctx.now)
        const targetId = byTitle.get(more.amends ?? '')
        if (targetId !== undefined && inForce !== null) {
          await insertRelation(ctx.db, { actId: id, targetId, kind: 'amends', onDate: inForce, at: ctx.now })
          await matchRelations(ctx.db, { targetId }, ctx.now)
        }
      }
      await seedFollowUps(ctx, id, more.followUps, parties)
    }
}

async function seedFollowUps(
  ctx: Context,
  actId: string,
  followUps: readonly DemoFollowUp[],
  parties: ReadonlyMap<string, string>,
): Promise<void> {
  const today = todayOf(ctx)
  for (const { post, task, dueInDays, done } of followUps) {
    const postId = parties.get(post)
    if (postId === undefined) throw new Error(`${file}: there is no post ${post}`)
    const dueOn = daysAfter(today, dueInDays)
    const id = await insertFollowUp(ctx.db, { actId, postId, bodyId: null, task, dueOn, byPerson: null }, ctx.now)
    if (done === undefined) continue
    const end = {
      state: 'done',
      words: done.words,
      link: done.link,
      on: daysAfter(today, done.inDays),
      now: ctx.now,
    } as const
    await endFollowUpRow(ctx.db, id, end)
  }
}
