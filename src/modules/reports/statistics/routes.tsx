import { Hono } from 'hono'
import { authorize } from '#platform/context.ts'
import { csvLine, csvMark } from '#platform/csv.ts'
import { page, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { canSeeInbox } from '../rules.ts'
import { statisticsMessages } from './messages.ts'
import { DeskOverviewPage, nameOf, OverviewPage } from './overview-page.tsx'
import { readOverview, type NamedFigures } from './overview.ts'
import { readStretch, type Stretch } from '../stretch.ts'
import { statisticsPaths } from './paths.ts'
import { figureNames } from './queries.ts'

export const statisticsRoutes = new Hono<AppEnv>()

const stretchOf = (c: WebContext): Stretch => readStretch(c.req.query('aeg')) ?? 'aasta'

statisticsRoutes.get(statisticsPaths.open, async (c) => {
  const stretch = stretchOf(c)
  const overview = await readOverview(c.var.ctx, stretch, 'public')
  return page(c, (frame) => <OverviewPage {...{ frame, overview, stretch }} />)
})

statisticsRoutes.get(statisticsPaths.desk, async (c) => {
  authorize(canSeeInbox(c.var.ctx.actor))
  const stretch = stretchOf(c)
  const overview = await readOverview(c.var.ctx, stretch, 'own')
  return page(c, (frame) => <DeskOverviewPage {...{ frame, overview, stretch }} />)
})

statisticsRoutes.get(statisticsPaths.deskCsv, async (c) => {
  authorize(canSeeInbox(c.var.ctx.actor))
  const { language } = c.var
  const t = statisticsMessages[language]
  const { categories, settlements, posts } = await readOverview(c.var.ctx, stretchOf(c), 'own')
  const lines = (kind: string, rows: readonly NamedFigures[]) =>
    rows.map((row) => csvLine([kind, row.code, nameOf(row, language), ...figureNames.map((name) => cell(row[name]))]))
  const csv = [
    csvMark,
    csvLine(['liik', 'tunnus', 'nimi', ...figureNames]),
    ...lines(t.category, categories),
    ...lines(t.settlement, settlements),
    ...lines(t.post, posts),
  ].join('')
  return c.body(csv, 200, {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': 'attachment; filename="teadete-ulevaade.csv"',
    'Cache-Control': 'private, no-store',
  })
})

/** To a tenth of a day; nothing where there is none. */
const cell = (value: number | null): string => (value === null ? '' : String(Math.round(value * 10) / 10))
