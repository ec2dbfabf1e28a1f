import { Hono } from 'hono'
import { atomFeed } from '#platform/atom.ts'
import { icalendar } from '#platform/icalendar.ts'
import { todayOf } from '#platform/context.ts'
import { readText } from '#platform/language.ts'
import { keepUntilChange, type AppEnv } from '#platform/web/http.ts'
import { originOf } from '#platform/web/open-request.ts'
import { nameOfSettlement } from '#modules/places/index.ts'
import { localPath } from '#ui/links.ts'
import { readFeedFilter } from '../alerts/read-feed-filter.ts'
import { publicMessages } from '../messages/public.ts'
import { stateMessages } from '../messages/states.ts'
import { reportPaths } from '../paths.ts'
import { everything, listPlannedWorks, listPublicReports } from '../queries/reports.ts'

export const feedRoutes = new Hono<AppEnv>()

const newest = 50

/** The feeds of everything and of one settlement keep the names under which readers know them. */
const idOf = (query: string) => query.replace(/^[?]koht=(\d{4})$/, '/$1').replace(/^[?]/, '/')

/** The newest public reports, of one settlement, group of subjects or circle where the address names it. */
feedRoutes.get(reportPaths.feed, async (c) => {
  const { site, language, ctx } = c.var
  const t = publicMessages[language]
  const origin = originOf(c)
  const host = site.settings.hosts[0] ?? site.name
  const { filter, query } = readFeedFilter((name) => c.req.query(name) ?? '')
  const reports = await listPublicReports(ctx.db, { ...everything, ...filter }, { limit: newest })
  const address = (path: string) => `${origin}${localPath(path, language)}`
  const xml = atomFeed({
    id: `tag:${host},2026:reports/feed${idOf(query)}`,
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
      ...(report.latitude === null || report.longitude === null
        ? {}
        : { point: { latitude: report.latitude, longitude: report.longitude } }),
      summary: `${stateMessages[language][report.state].name}. ${report.words}`,
    })),
  })
  // The addresses inside come from the request: one with a port of its own must not be kept for everybody.
  if (c.var.config.baseUrl !== null) keepUntilChange(c)
  return c.body(xml, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
})

/** Works that are planned, ordered or begun, by the day they were promised. */
feedRoutes.get(reportPaths.calendar, async (c) => {
  const { site, language, ctx } = c.var
  const t = publicMessages[language]
  const host = site.settings.hosts[0] ?? site.name
  const ics = icalendar({
    name: `${readText(site.settings.name, language).text}: ${t.plannedWorks}`,
    entries: (await listPlannedWorks(ctx.db, todayOf(ctx))).flatMap((report) => {
      const { id, number, fixDue, state, stateSince, settlement, address, words } = report
      if (fixDue === null) return []
      const place = [address, settlement === null ? '' : nameOfSettlement(settlement, language)]
      const located = place.filter((part) => part !== '').join(', ')
      return {
        uid: `report-${id}@${host}`,
        title: [readText(report.categoryName, language).text, located].filter((part) => part !== '').join(', '),
        description: `${stateMessages[language][state].name}. ${words}`,
        ...(located === '' ? {} : { location: located }),
        url: originOf(c) + localPath(reportPaths.report(number), language),
        day: fixDue,
        updated: stateSince,
      }
    }),
  })
  if (c.var.config.baseUrl !== null) keepUntilChange(c)
  return c.body(ics, 200, { 'Content-Type': 'text/calendar; charset=utf-8' })
})
