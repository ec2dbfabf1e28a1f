import { todayOf, type Context } from '#platform/context.ts'
import { offeredEvidence, type Evidence } from '#platform/evidence.ts'
import type { LocalDate } from '#platform/format.ts'
import { keptUntilEvent } from '#platform/kept-until-event.ts'
import type { LocalText } from '#platform/language.ts'
import type { MonthlyCount } from './duty.ts'
import type { Fulfilment } from './fulfilment.ts'
import { listCommitments, type CommitmentRow } from './queries/commitments.ts'
import { countEvidence, vouchedKey, type CountedMonth } from './queries/evidence.ts'
import { findVersionInForce, type OpenDiscussion, type WholeVersion } from './queries/versions.ts'
import { computeStatus, summarize, worstOf, type StatusCounts } from './status.ts'

export type LastEvidence = { on: LocalDate; title: LocalText; path: string; vouched: boolean }

/** A commitment with how it stands today, one fulfilment for each of its duties. */
export type JudgedCommitment = CommitmentRow & {
  judged: Fulfilment
  judgements: Fulfilment[]
  lastEvidence: LastEvidence | null
}

export type JudgedPlan = {
  version: WholeVersion & { openDiscussion?: OpenDiscussion | null; firstInForce: LocalDate }
  commitments: JudgedCommitment[]
  counts: StatusCounts
  today: LocalDate
}

function evidenceOf(commitment: CommitmentRow, counts: readonly CountedMonth[]): CountedMonth[] {
  const keys = new Set(commitment.bindings.flatMap((binding) => binding.keys))
  return counts.filter(({ key }) => keys.has(key) || key === vouchedKey(commitment.id))
}

/** Vouched evidence counts for each duty of its commitment as if it had come under the duty's first key. */
function countsFor(keys: readonly string[], counts: readonly CountedMonth[]): MonthlyCount[] {
  return counts
    .filter(({ key, vouched }) => vouched || keys.includes(key))
    .map((count) => (count.vouched ? { ...count, key: keys[0] ?? count.key } : count))
}

export function judge(
  commitment: CommitmentRow,
  counts: readonly CountedMonth[],
  available: ReadonlySet<string>,
  today: LocalDate,
  dayIsOver = false,
): JudgedCommitment {
  const own = evidenceOf(commitment, counts)
  const judgements = commitment.bindings.map((binding) =>
    computeStatus(binding, countsFor(binding.keys, own), available, today, dayIsOver),
  )
  const newest = own.filter(({ met }) => met > 0).toSorted((a, b) => b.latest.localeCompare(a.latest))[0]
  return {
    ...commitment,
    judgements,
    judged: worstOf(judgements) ?? computeStatus(undefined, [], available, today),
    lastEvidence:
      newest === undefined
        ? null
        : { on: newest.latest, title: newest.title, path: newest.path, vouched: newest.vouched },
  }
}

/** The first day from which anything is measured, but never more than a few years back. */
export function measuredSpan(
  commitments: readonly CommitmentRow[],
  today: LocalDate,
): { from: LocalDate; until: LocalDate } {
  const starts = commitments.flatMap(({ bindings }) => bindings.map(({ measuredFrom }) => measuredFrom))
  const earliest = starts.toSorted()[0] ?? today
  const oldest = `${Number(today.slice(0, 4)) - 5}-01-01`
  return { from: earliest < oldest ? oldest : earliest, until: today }
}

export function sourcesFor(commitments: readonly CommitmentRow[]): Evidence[] {
  const keys = new Set(commitments.flatMap(({ bindings }) => bindings.flatMap((binding) => binding.keys)))
  return offeredEvidence().filter(({ key }) => keys.has(key))
}

export function availableKeys(): ReadonlySet<string> {
  return new Set(offeredEvidence().map(({ key }) => key))
}

/**
 * The plan in force as it stands today, in three statements, and then in one until something is recorded. Undefined
 * while nothing was adopted.
 */
export const readPlan = keptUntilEvent(judgePlan, todayOf)

async function judgePlan(ctx: Context): Promise<JudgedPlan | undefined> {
  const today = todayOf(ctx)
  const version = await findVersionInForce(ctx.db, today)
  if (version === undefined) return undefined
  const commitments = await listCommitments(ctx.db, version.id)
  const counts = await countEvidence(ctx.db, sourcesFor(commitments), measuredSpan(commitments, today))
  const available = availableKeys()
  const judged = commitments.map((commitment) => judge(commitment, counts, available, today))
  return { version, commitments: judged, counts: summarize(judged.map((one) => one.judged)), today }
}
