import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import type { Duty } from './duty.ts'
import type { Fulfilment, Occurrence } from './fulfilment.ts'
import type { PartyRow } from './queries/commitments.ts'
import { vouchedKey } from './queries/evidence.ts'
import { voucherName, type VouchedBy, type YearLine, type YearNarrative, type YearWords } from './queries/year.ts'
import type { JudgedPlan, JudgedCommitment } from './read-plan.ts'
import { summarize, type StatusCounts } from './status.ts'

/** What one duty owed within the year, stretch by stretch. */
export type DutyOfYear = {
  id: string
  duty: Duty
  keys: readonly string[]
  judged: Fulfilment
  /** Stretches that fell due within the year, or that are still open at its end; oldest first. */
  occurrences: readonly Occurrence[]
  kept: number
  missed: number
  open: number
  /** Stretches in which nothing here could have seen what was done: held against nobody, so not listed. */
  unmeasured: number
}

export type EvidenceOfYear = Pick<YearLine, 'key' | 'on' | 'met' | 'title' | 'path'> & { vouchedBy: VouchedBy | null }

export type CommitmentOfYear = {
  id: string
  number: string
  name: LocalText
  text: LocalText
  deadlineAsWritten: string
  parties: readonly PartyRow[]
  judged: Fulfilment
  duties: readonly DutyOfYear[]
  evidence: readonly EvidenceOfYear[]
  /** How many pieces of evidence there are beyond those listed. */
  further: number
  narratives: readonly YearNarrative[]
}

export type ChapterOfYear = {
  number: number
  title: LocalText
  counts: StatusCounts
  commitments: readonly CommitmentOfYear[]
}

/** The year's report. The page and the PDF are two renderings of this value and compute nothing themselves. */
export type YearReport = {
  year: number
  /** The last day that it tells of: the last of the year, or today in the year that runs. */
  asOf: LocalDate
  isFinished: boolean
  version: JudgedPlan['version']
  counts: StatusCounts
  /** How many of the kept rest on evidence that people vouched for. */
  vouched: number
  chapters: readonly ChapterOfYear[]
  review: YearWords['review']
}

export type YearParts = {
  year: number
  isFinished: boolean
  plan: JudgedPlan
  lines: readonly YearLine[]
  words: YearWords
}

export function reportOfYear({ year, isFinished, plan, lines, words }: YearParts): YearReport {
  const { version, counts, commitments, today: asOf } = plan
  const byKey = Map.groupBy(lines, ({ key }) => key)
  const narratives = Map.groupBy(words.narratives, ({ commitmentId }) => commitmentId)
  const ofYear = (commitment: JudgedCommitment): CommitmentOfYear => {
    const { id, number, name, text, deadlineAsWritten, parties, judged } = commitment
    const keys = new Set([...commitment.bindings.flatMap((binding) => binding.keys), vouchedKey(id)])
    const own = [...keys].flatMap((key) => byKey.get(key) ?? [])
    const all = [...keys].reduce((sum, key) => sum + (byKey.get(key)?.[0]?.all ?? 0), 0)
    return {
      id,
      number,
      name,
      text,
      deadlineAsWritten,
      parties,
      judged,
      duties: commitment.bindings.map((binding, at) =>
        dutyOfYear(binding, commitment.judgements[at]!, { year: String(year), isFinished }),
      ),
      evidence: own
        .map((line) => ({
          key: line.key,
          on: line.on,
          met: line.met,
          title: line.title,
          path: line.path,
          vouchedBy: line.vouched ? (words.vouchers.get(voucherName(line)) ?? null) : null,
        }))
        .toSorted((a, b) => b.on.localeCompare(a.on) || a.title.et.localeCompare(b.title.et)),
      further: all - own.length,
      narratives: narratives.get(id) ?? [],
    }
  }
  return {
    year,
    asOf,
    isFinished,
    version,
    counts,
    review: words.review,
    vouched: commitments.filter(({ judged }) => judged.status === 'kept' && judged.vouched).length,
    chapters: version.chapters.map(({ number, title }) => {
      const own = commitments.filter(({ chapter }) => chapter === number)
      return { number, title, counts: summarize(own.map(({ judged }) => judged)), commitments: own.map(ofYear) }
    }),
  }
}

function dutyOfYear(
  { id, duty, keys }: JudgedCommitment['bindings'][number],
  judged: Fulfilment,
  { year, isFinished }: { year: string; isFinished: boolean },
): DutyOfYear {
  const within = judged.occurrences.filter(
    ({ start, due, met }) => due.startsWith(year) || (!isFinished && met === 'open' && start.slice(0, 4) <= year),
  )
  const occurrences = within.filter(({ met }) => met !== 'before-measuring')
  const count = (state: Occurrence['met']) => occurrences.filter(({ met }) => met === state).length
  return {
    id,
    duty,
    keys,
    judged,
    occurrences,
    kept: count('kept'),
    missed: count('missed'),
    open: count('open'),
    unmeasured: within.length - occurrences.length,
  }
}

/** The years of which there is a report, newest first: from the first plan in force to this one. */
export function reportYears({ firstInForce }: { firstInForce: LocalDate }, today: LocalDate): number[] {
  const newest = Number(today.slice(0, 4))
  return Array.from({ length: newest - Number(firstInForce.slice(0, 4)) + 1 }, (_, back) => newest - back)
}
