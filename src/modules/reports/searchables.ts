import type { Searchable, SearchDocument } from '#platform/searchable.ts'
import { nameOfSettlement } from '#modules/places/index.ts'
import { localDate } from '#platform/format.ts'
import { timeZoneOf, type Context } from '#platform/context.ts'
import { reportSubject } from './events.ts'
import { publicMessages } from './messages/public.ts'
import { reportPaths } from './paths.ts'
import { everything, listPublicReports, listReportsByIds, listUpdates, type ListedReport } from './queries/reports.ts'
import { isPublic } from './rules.ts'

const atOnce = 200

/** Public reports with the answers to them; a hidden or private one leaves the index. */
export const reportSearchables: readonly Searchable[] = [
  {
    kind: 'reports.report',
    name: { et: 'Teated', en: 'Reports', ru: 'Сообщения' },
    changedBy: [
      'reports.received',
      'reports.answered',
      'reports.told-more',
      'reports.paused',
      'reports.handed-over',
      'reports.moved',
      'reports.doubled',
      'reports.taken-off',
      'reports.put-back',
      'reports.words-hidden',
      'reports.private-changed',
      'reports.deleted',
    ],
    touched: ({ subject }) => [subject.slice(reportSubject('').length)],
    documents: async function* (ctx, ids) {
      if (ids !== 'all') {
        const reports = await listReportsByIds(ctx.db, ids)
        yield await Promise.all(reports.filter(isPublic).map((report) => documentOf(ctx, report)))
        return
      }
      for (let before: number | null = null; ;) {
        const reports = await listPublicReports(ctx.db, everything, { before, limit: atOnce })
        if (reports.length === 0) return
        const documents: SearchDocument[] = []
        for (const report of reports) documents.push(await documentOf(ctx, report))
        yield documents
        before = reports.at(-1)!.number
      }
    },
  },
]

async function documentOf(ctx: Context, report: ListedReport): Promise<SearchDocument> {
  const updates = await listUpdates(ctx.db, report.id)
  const said = updates.filter(({ hiddenAt, words }) => hiddenAt === null && words !== '').map(({ words }) => words)
  const place = [report.settlement === null ? '' : nameOfSettlement(report.settlement, 'et'), report.address]
  const titleIn = (language: 'et' | 'en' | 'ru') =>
    `${publicMessages[language].number(report.number)}: ${report.categoryName[language] ?? report.categoryName.et}`
  return {
    id: report.id,
    path: reportPaths.report(report.number),
    title: { et: titleIn('et'), en: titleIn('en'), ru: titleIn('ru') },
    // In which language a person wrote is known only of the report itself; it is found by any.
    body: { et: [...place, report.words, ...said].filter((part) => part !== '').join('\n') },
    on: localDate(report.createdAt, timeZoneOf(ctx.db)),
    readers: 'everyone',
  }
}
