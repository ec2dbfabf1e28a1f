import { timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { endOfDay } from '#platform/web/cache-pages.ts'
import { listCommitments } from './queries/commitments.ts'
import { countEvidence } from './queries/evidence.ts'
import { findVersionInForce } from './queries/versions.ts'
import { listYearEvidence, readYearWords } from './queries/year.ts'
import { availableKeys, judge, measuredSpan, sourcesFor } from './read-plan.ts'
import { reportOfYear, type YearReport } from './report-of-year.ts'
import { summarize } from './status.ts'

const linesPerKey = 40

/**
 * The report of a year, in six statements: by the plan and the rules in force at its end, or today in the year that
 * runs. Undefined where no plan was in force or the year has not begun.
 */
export async function readYear(ctx: Context, year: number): Promise<YearReport | undefined> {
  const today = todayOf(ctx)
  const last = `${year}-12-31`
  const isFinished = last < today
  const asOf = isFinished ? last : today
  if (Number(asOf.slice(0, 4)) !== year) return undefined
  const version = await findVersionInForce(ctx.db, asOf)
  if (version === undefined) return undefined
  const midnight = isFinished ? new Date(endOfDay(new Date(`${last}T12:00:00Z`), timeZoneOf(ctx.db))) : null
  const commitments = await listCommitments(ctx.db, version.id, midnight)
  const sources = sourcesFor(commitments)
  const counts = await countEvidence(ctx.db, sources, measuredSpan(commitments, asOf))
  const lines = await listYearEvidence(ctx.db, sources, { from: `${year}-01-01`, until: asOf }, linesPerKey)
  const words = await readYearWords(ctx, year)
  const available = availableKeys()
  const judged = commitments.map((commitment) => judge(commitment, counts, available, asOf, isFinished))
  const plan = { version, commitments: judged, counts: summarize(judged.map((one) => one.judged)), today: asOf }
  return reportOfYear({ year, isFinished, plan, lines, words })
}
