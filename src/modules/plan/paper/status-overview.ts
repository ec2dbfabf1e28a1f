import { readText, type Language, type LocalText } from '#platform/language.ts'
import type { PdfBlock } from '#platform/typst/pdf-document.ts'
import { statuses, type Status } from '../fulfilment.ts'
import { reportMessages } from '../messages/report.ts'
import { statusMessages } from '../messages/status.ts'
import type { StatusCounts } from '../status.ts'

type CountedChapter = { number: number; title: LocalText; counts: StatusCounts }

const tones: Record<Status, 'success' | 'warning' | 'danger' | 'neutral'> = {
  kept: 'success',
  'due-soon': 'warning',
  late: 'danger',
  'not-measured': 'neutral',
}

export function chapterName({ number, title }: Pick<CountedChapter, 'number' | 'title'>, language: Language): string {
  return `${number}. ${readText(title, language).text}`
}

export function total(counts: StatusCounts): number {
  return statuses.reduce((sum, status) => sum + counts[status], 0)
}

/** How many commitments of each chapter stand how: the picture, and the same numbers as a table. */
export function statusOverview(
  chapters: readonly CountedChapter[],
  whole: StatusCounts,
  language: Language,
): PdfBlock[] {
  const t = reportMessages[language]
  const words = statusMessages[language].statuses
  const said = (counts: StatusCounts) => statuses.map((status) => `${words[status]} ${counts[status]}`).join(', ')
  const row = (name: string, counts: StatusCounts) => [
    name,
    ...statuses.map((status) => String(counts[status])),
    String(total(counts)),
  ]
  return [
    {
      kind: 'bars',
      alt: `${t.chart(t.byChapter.toLowerCase())} ${chapters.map((one) => `${chapterName(one, language)}: ${said(one.counts)}`).join('. ')}.`,
      bars: chapters.map((one) => ({
        label: readText(one.title, language).text,
        parts: statuses.map((status) => ({ tone: tones[status], count: one.counts[status] })),
      })),
    },
    {
      kind: 'table',
      caption: t.byChapter,
      columns: [
        { label: t.chapter, share: 3 },
        ...statuses.map((status) => ({ label: words[status], numeric: true }) as const),
        { label: t.all, numeric: true },
      ],
      rows: [...chapters.map((one) => row(chapterName(one, language), one.counts)), row(t.whole, whole)],
    },
  ]
}
