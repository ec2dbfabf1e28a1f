import { offeredEvidence } from '#platform/evidence.ts'
import { formatDay } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import type { PdfBlock, PdfDocument, PdfRun, PdfText } from '#platform/typst/pdf-document.ts'
import { sentence, spanName } from '../messages/calendar-words.ts'
import { sayPeriod } from '../messages/calendar-period.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { planPageMessages } from '../messages/page-plan.ts'
import { versionMessages } from '../messages/page-versions.ts'
import { reportMessages } from '../messages/report.ts'
import { sayKeys, saySource } from '../messages/report-phrases.ts'
import { sayDuty } from '../messages/schedule.ts'
import { sayReason, statusMessages } from '../messages/status.ts'
import { planPaths } from '../paths.ts'
import type { CommitmentOfYear, DutyOfYear, YearReport } from '../report-of-year.ts'
import { addressOf, foreign, localParagraphs, localRun, partyRuns, standingRuns, type Paper } from './local-runs.ts'
import { chapterName, statusOverview, total } from './status-overview.ts'

const occurrenceTones = { kept: 'success', missed: 'danger', open: 'warning', 'before-measuring': 'neutral' } as const

/** The year's report as a document; the page shows the same value (`pages/report-page.tsx`). */
export function reportOnPaper(report: YearReport, paper: Paper): PdfDocument {
  const { language } = paper
  const t = reportMessages[language]
  const { year, asOf, counts, vouched, chapters, review } = report
  const day = formatDay(asOf, language)
  const title = t.title(year)
  const lead = planPageMessages[language].summary(total(counts), counts, vouched, day)
  return {
    title,
    language,
    author: paper.municipality,
    date: asOf,
    header: `${paper.municipality} · ${title}`,
    footer: addressOf(planPaths.report(year), paper),
    pageWord: t.page,
    blocks: [
      { kind: 'paragraph', look: 'lead', text: lead },
      {
        kind: 'paragraph',
        text: report.isFinished
          ? t.finished(day)
          : [{ text: `${t.unfinishedTitle}. `, strong: true }, { text: t.unfinished(day) }],
      },
      { kind: 'paragraph', look: 'quiet', text: t.computed },
      { kind: 'heading', level: 1, text: t.byChapter },
      ...statusOverview(chapters, counts, language),
      ...(review === null ? [] : reviewBlocks(review, paper)),
      ...chapters.flatMap((chapter): PdfBlock[] => [
        {
          kind: 'heading',
          level: 1,
          text: [{ ...localRun(chapter.title, language), text: chapterName(chapter, language) }],
        },
        ...chapter.commitments.flatMap((commitment) => commitmentBlocks(commitment, paper)),
      ]),
    ],
  }
}

function reviewBlocks(review: NonNullable<YearReport['review']>, { language }: Paper): PdfBlock[] {
  const act = review.actNumber
  return [
    { kind: 'heading', level: 1, text: reportMessages[language].review },
    ...localParagraphs(review.summary, language),
    ...(act === null
      ? []
      : [{ kind: 'paragraph', look: 'quiet', text: versionMessages[language].reviewAct(act) } as const]),
  ]
}

function commitmentBlocks(commitment: CommitmentOfYear, paper: Paper): PdfBlock[] {
  const { language } = paper
  const t = reportMessages[language]
  const c = commitmentPageMessages[language]
  const { number, name, text, deadlineAsWritten, parties, judged, duties, evidence, further, narratives } = commitment
  return [
    {
      kind: 'heading',
      level: 2,
      text: [
        { text: `${number} ` },
        { ...localRun(name, language), href: addressOf(planPaths.commitment(number), paper) },
      ],
    },
    ...localParagraphs(text, language),
    {
      kind: 'definitions',
      entries: [
        [t.standing, standingRuns(judged, language)],
        [c.owners, partyRuns(parties, paper)],
        [c.deadline, [{ text: deadlineAsWritten, ...foreign('et', language) }]],
      ],
    },
    ...(duties.length === 0 ? [{ kind: 'paragraph', look: 'quiet', text: t.noDuty } as const] : []),
    ...duties.flatMap((duty) => dutyBlocks(number, duty, paper)),
    ...(evidence.length === 0
      ? [{ kind: 'paragraph', look: 'quiet', text: t.noEvidence } as const]
      : [evidenceTable(commitment, paper)]),
    ...(further === 0 ? [] : [{ kind: 'paragraph', look: 'quiet', text: t.further(further) } as const]),
    ...narratives.flatMap(({ period, text: words, authorPost }): PdfBlock[] => [
      { kind: 'heading', level: 3, text: t.narrative(sayPeriod(period, language)) },
      ...localParagraphs(words, language),
      { kind: 'paragraph', look: 'quiet', text: t.writtenBy(readText(authorPost, language).text) },
    ]),
  ]
}

function dutyBlocks(number: string, duty: DutyOfYear, { language }: Paper): PdfBlock[] {
  const t = reportMessages[language]
  const c = commitmentPageMessages[language]
  const s = statusMessages[language]
  const rule = sayDuty(duty.duty, language)
  const tally = duty.occurrences.length === 0 ? t.nothingOwed : t.tally(duty)
  const unmeasured = duty.unmeasured === 0 ? '' : ` ${t.unmeasured(duty.unmeasured)}`
  const rows = duty.occurrences.map((one): PdfText[] => [
    spanName(one, language),
    formatDay(one.due, language),
    [
      { text: s.occurrences[one.met], tone: occurrenceTones[one.met] },
      ...(one.vouched && one.met === 'kept' ? [{ text: ` ${s.vouched}`, quiet: true } satisfies PdfRun] : []),
    ],
    String(one.owed),
    String(one.counted),
  ])
  return [
    {
      kind: 'definitions',
      entries: [
        [c.rule, sentence(rule)],
        [c.counted, sayKeys(duty.keys, language, offeredEvidence())],
        [t.times, tally + unmeasured],
        [c.arithmetic, sayReason(duty.judged.reason, language)],
      ],
    },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            caption: `${number}: ${rule}`,
            columns: [
              { label: c.period, share: 3 },
              { label: c.due, share: 2 },
              { label: c.result, share: 2 },
              { label: c.owed, numeric: true },
              { label: c.done, numeric: true },
            ],
            rows,
          } satisfies PdfBlock,
        ]),
  ]
}

function evidenceTable({ number, evidence }: CommitmentOfYear, paper: Paper): PdfBlock {
  const { language } = paper
  const c = commitmentPageMessages[language]
  return {
    kind: 'table',
    caption: reportMessages[language].evidenceOf(number),
    columns: [
      { label: c.what, share: 3 },
      { label: c.day, share: 2 },
      { label: c.source, share: 3 },
    ],
    rows: evidence.map((one): PdfText[] => [
      [{ ...localRun(one.title, language), ...(one.path === '' ? {} : { href: addressOf(one.path, paper) }) }],
      formatDay(one.on, language),
      [{ text: saySource(one, language, offeredEvidence()), quiet: true }],
    ]),
  }
}
