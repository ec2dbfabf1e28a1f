import { Hono } from 'hono'
import { readText } from '#platform/language.ts'
import { keepUntilChange, type AppEnv } from '#platform/web/http.ts'
import { originOf } from '#platform/web/open-request.ts'
import { planCalendar } from '../calendar-feed.ts'
import { planFeed } from '../feed.ts'
import { planPaths } from '../paths.ts'
import { listFedEvents } from '../queries/feed.ts'

export const feedRoutes = new Hono<AppEnv>()

feedRoutes.get(planPaths.feed, async (c) => {
  const { site, language, ctx } = c.var
  const events = await listFedEvents(ctx.db)
  const xml = planFeed({
    language,
    origin: originOf(c),
    host: site.settings.hosts[0] ?? site.name,
    siteName: readText(site.settings.name, language).text,
    events,
    begunAt: ctx.now,
  })
  // The addresses inside come from the request: one with a port of its own must not be kept for everybody.
  if (c.var.config.baseUrl !== null) keepUntilChange(c)
  return c.body(xml, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
})

feedRoutes.get(planPaths.calendar, async (c) => {
  const { site, language, ctx } = c.var
  const ics = await planCalendar(ctx, language, {
    origin: originOf(c),
    host: site.settings.hosts[0] ?? site.name,
    name: readText(site.settings.name, language).text,
  })
  if (c.var.config.baseUrl !== null) keepUntilChange(c)
  return c.body(ics, 200, { 'Content-Type': 'text/calendar; charset=utf-8' })
})
