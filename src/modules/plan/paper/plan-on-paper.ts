import { formatDay } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import type { PdfBlock, PdfDocument, PdfText } from '#platform/typst/pdf-document.ts'
import { commitmentPageMessages } from '../messages/page-commitment.ts'
import { planPageMessages } from '../messages/page-plan.ts'
import { reportMessages } from '../messages/report.ts'
import { saySchedule } from '../messages/schedule.ts'
import { planPaths } from '../paths.ts'
import type { JudgedCommitment, JudgedPlan } from '../read-plan.ts'
import { summarize } from '../status.ts'
import { addressOf, foreign, localParagraphs, localRun, partyRuns, standingRuns, type Paper } from './local-runs.ts'
import { chapterName, statusOverview } from './status-overview.ts'

/** The plan in force as a document: what is promised, by whom, until when, and how it stands today. */
export function planOnPaper({ version, commitments, counts, today }: JudgedPlan, paper: Paper): PdfDocument {
  const { language } = paper
  const t = planPageMessages[language]
  const title = readText(version.title, language).text
  const day = formatDay(today, language)
  const vouched = commitments.filter(({ judged }) => judged.status === 'kept' && judged.vouched).length
  const body = version.adoptedBy === 'council' ? 'council' : 'government'
  const adopted =
    version.adoptedOn === null
      ? []
      : [`${t.adoptedBy[body]}, ${formatDay(version.adoptedOn, language)}, ${t.act(version.actNumber ?? '')}.`]
  const chapters = version.chapters.map((chapter) => {
    const own = commitments.filter((one) => one.chapter === chapter.number)
    return { ...chapter, own, counts: summarize(own.map(({ judged }) => judged)) }
  })
  return {
    title,
    language,
    author: paper.municipality,
    date: today,
    header: `${paper.municipality} · ${title}`,
    footer: addressOf(planPaths.plan, paper),
    pageWord: reportMessages[language].page,
    blocks: [
      { kind: 'paragraph', look: 'quiet', text: [...adopted, `${t.version(version.number)}.`].join(' ') },
      ...localParagraphs(version.introduction, language, 'lead'),
      { kind: 'heading', level: 1, text: reportMessages[language].byChapter },
      { kind: 'paragraph', text: t.summary(commitments.length, counts, vouched, day) },
      ...statusOverview(chapters, counts, language),
      ...chapters.flatMap((chapter): PdfBlock[] => [
        {
          kind: 'heading',
          level: 1,
          text: [{ ...localRun(chapter.title, language), text: chapterName(chapter, language) }],
        },
        ...chapter.own.flatMap((commitment) => commitmentBlocks(commitment, paper)),
      ]),
    ],
  }
}

function commitmentBlocks(commitment: JudgedCommitment, paper: Paper): PdfBlock[] {
  const { language } = paper
  const c = commitmentPageMessages[language]
  const { number, name, text, fulfilment, deadlineAsWritten, schedule, parties, judged } = commitment
  const inWords = saySchedule(schedule, language)
  const isSaidAnew = inWords !== '' && inWords.toLowerCase() !== deadlineAsWritten.toLowerCase()
  const entries: [string, PdfText][] = [
    [
      c.deadline,
      [
        { text: deadlineAsWritten, ...foreign('et', language) },
        ...(isSaidAnew ? [{ text: ` (${c.deadlineInWords.toLowerCase()}: ${inWords})`, quiet: true } as const] : []),
      ],
    ],
    [c.owners, partyRuns(parties, paper)],
    [reportMessages[language].standing, standingRuns(judged, language)],
  ]
  if (judged.nextDue !== undefined) entries.push([c.nextDue, formatDay(judged.nextDue, language)])
  if (fulfilment !== null) entries.push([c.howPromised, [localRun(fulfilment, language)]])
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
    { kind: 'definitions', entries },
  ]
}
