import { NotFound, todayOf, type Context } from '#platform/context.ts'
import { listAttached } from '#modules/files/index.ts'
import { actSubject } from './events.ts'
import { recordReading } from './given/record-reading.ts'
import { readsGiven } from './given/reads-given.ts'
import { findAct } from './queries/acts.ts'
import { listCorrections } from './queries/corrections.ts'
import { listFollowUps } from './queries/follow-ups.ts'
import { listRelated } from './queries/list-acts.ts'
import { findRules } from './queries/rules.ts'
import { listVersions } from './queries/versions.ts'
import { keepsActs } from './rules.ts'
import { fullVersion, seenAct, seenVersions } from './seen-act.ts'

/** Everything about an act that the acting reader may see. */
export async function readActPage(ctx: Context, slug: string) {
  const row = await findAct(ctx.db, { slug })
  if (row === undefined) throw new NotFound()
  const today = todayOf(ctx)
  const act = seenAct(row, ctx.actor, today)
  const versions = await listVersions(ctx.db, row.id)
  const hasPublicVersion = versions.some(({ kind }) => kind === 'public')
  if (versions.length > 0) await recordReading(ctx, row, { way: 'page', hasPublicVersion })
  const seesAround = act.title !== null
  return {
    act,
    texts: seenVersions(versions, act),
    fullHash: fullVersion(versions)?.hash ?? null,
    files: act.signedAt === null ? [] : await listAttached(ctx, [actSubject(row.id)]),
    related: seesAround
      ? (await listRelated(ctx.db, row.id)).map((one) => ({ ...one, act: seenAct(one.act, ctx.actor, today) }))
      : [],
    corrections: seesAround ? await listCorrections(ctx.db, row.id) : [],
    followUps: seesAround ? await listFollowUps(ctx.db, row.id) : [],
    rules: await findRules(ctx.db, row.adoptedOn),
    today,
    isAtDesk: keepsActs(ctx.actor),
    readsGiven: act.closed !== null && (await readsGiven(ctx)),
  }
}
