import { sql } from 'kysely'
import { timeZoneOf, type Context } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { Evidence, EvidenceFigure } from '#platform/evidence.ts'
import type { LocalText } from '#platform/language.ts'
import { fixedStates } from './rules.ts'
import { statisticsMessages } from './statistics/messages.ts'
import { readOverview } from './statistics/overview.ts'
import { statisticsPaths } from './statistics/paths.ts'

/** Reports that everybody may see, with the calendar day of one of their moments. */
function publicReports(db: Db, moment: 'created_at' | 'first_answer_at' | 'closed_at') {
  const day = sql<string>`(${sql.ref(`reports_reports.${moment}`)} at time zone ${timeZoneOf(db)})::date`
  const query = db
    .selectFrom('reports_reports')
    .leftJoin('places_settlements', 'places_settlements.ehak', 'reports_reports.settlement_ehak')
    .where('reports_reports.state', '<>', 'unconfirmed')
    .where('reports_reports.is_private', '=', false)
    .where('reports_reports.hidden_at', 'is', null)
  return { query, day }
}

const title = sql<LocalText>`case when places_settlements.name is null then reports_reports.category_name
  else (select jsonb_object_agg(key, value || ' (' || places_settlements.name || ')')
    from jsonb_each_text(reports_reports.category_name)) end`
const path = sql<string>`'/teated/' || reports_reports.number`

const { et, en, ru } = statisticsMessages
type FigureName = 'received' | 'medianToAnswer' | 'medianToFixed' | 'overdue' | 'kept'
const figure = (name: FigureName, unit: EvidenceFigure['unit'], value: number | null): EvidenceFigure => ({
  name: { et: et[name], en: en[name], ru: ru[name] },
  unit,
  value,
  path: statisticsPaths.open,
})

/** Of the public reports of the last year. */
async function reportFigures(ctx: Context): Promise<EvidenceFigure[]> {
  const { all } = await readOverview(ctx, 'aasta', 'public')
  return [
    figure('received', 'count', all.received),
    figure('kept', 'percent', all.promised === 0 ? null : (all.kept / all.promised) * 100),
    figure('medianToAnswer', 'days', all.medianToAnswer),
    figure('medianToFixed', 'days', all.medianToFixed),
    figure('overdue', 'count', all.overdue),
  ]
}

/** What the module proves for the action plan. */
export const reportsEvidence: readonly Evidence[] = [
  {
    key: 'reports.problems-fixed',
    kind: 'event',
    figures: reportFigures,
    name: { et: 'Korda tehtud teated', en: 'Reported problems mended', ru: 'Исправленное по сообщениям' },
    records: (db, { from, until }) => {
      const { query, day } = publicReports(db, 'closed_at')
      return query
        .where('reports_reports.state', 'in', fixedStates)
        .where(sql<boolean>`${day} between ${from} and ${until}`)
        .select([
          day.as('on'),
          sql<boolean>`${day} <= reports_reports.fix_due`.as('met'),
          title.as('title'),
          path.as('path'),
        ])
    },
  },
  {
    key: 'reports.answered-in-time',
    kind: 'event',
    name: { et: 'Teadete esimesed vastused', en: 'First answers to reports', ru: 'Первые ответы на сообщения' },
    records: (db, { from, until }) => {
      const { query, day } = publicReports(db, 'first_answer_at')
      return query
        .where(sql<boolean>`${day} between ${from} and ${until}`)
        .select([
          day.as('on'),
          sql<boolean>`${day} <= reports_reports.answer_due`.as('met'),
          title.as('title'),
          path.as('path'),
        ])
    },
  },
  {
    key: 'reports.received',
    kind: 'event',
    name: { et: 'Saadud teated', en: 'Reports received', ru: 'Полученные сообщения' },
    records: (db, { from, until }) => {
      const { query, day } = publicReports(db, 'created_at')
      return query
        .where(sql<boolean>`${day} between ${from} and ${until}`)
        .select([day.as('on'), sql<boolean>`true`.as('met'), title.as('title'), path.as('path')])
    },
  },
]
