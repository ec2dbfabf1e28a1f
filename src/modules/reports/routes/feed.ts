import { Hono } from 'hono'
import { atomFeed } from '#platform/atom.ts'
import { readText } from '#platform/language.ts'
import { keepUntilChange, type AppEnv } from '#platform/web/http.ts'
import { originOf } from '#platform/web/open-request.ts'
import { nameOfSettlement } from '#modules/places/index.ts'
import { localPath } from '#ui/links.ts'
import { publicMessages } from '../messages/public.ts'
import { stateMessages } from '../messages/states.ts'
import { reportPaths } from '../paths.ts'
import { listPublicReports } from '../queries/reports.ts'

export const feedRoutes = new Hono<AppEnv>()

const newest = 50

/** The newest public reports, of one settlement where the address names it. */
feedRoutes.get(reportPaths.feed, async (c) => {
  const { site, language, ctx } = c.var
  const t = publicMessages[language]
  const origin = originOf(c)
  const host = site.settings.hosts[0] ?? site.name
  const asked = c.req.query('koht') ?? ''
  const settlement = /^\d{4}$/.test(asked) ? asked : null
  const reports = await listPublicReports(ctx.db, { state: null, group: null, settlement }, { limit: newest })
  const address = (path: string) => `${origin}${localPath(path, language)}`
  const query = settlement === null ? '' : `?koht=${settlement}`
  const xml = atomFeed({
    id: `tag:${host},2026:reports/feed${settlement === null ? '' : `/${settlement}`}`,
    title: `${readText(site.settings.name, language).text}: ${t.title.toLowerCase()}`,
    language,
    selfUrl: address(reportPaths.feed + query),
    htmlUrl: address(reportPaths.list + query),
    author: readText(site.settings.name, language).text,
    updated: reports.reduce(
      (last, { stateSince }) => (stateSince > last ? stateSince : last),
      reports[0]?.stateSince ?? ctx.now,
    ),
    entries: reports.map((report) => ({
      id: `tag:${host},2026:reports/${report.id}`,
      title: [
        readText(report.categoryName, language).text,
        report.settlement === null ? report.address : nameOfSettlement(report.settlement, language),
      ]
        .filter((part) => part !== '')
        .join(', '),
      url: address(reportPaths.report(report.number)),
      updated: report.stateSince,
      summary: `${stateMessages[language][report.state].name}. ${report.words}`,
    })),
  })
  // The addresses inside come from the request: one with a port of its own must not be kept for everybody.
  if (c.var.config.baseUrl !== null) keepUntilChange(c)
  return c.body(xml, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
})
