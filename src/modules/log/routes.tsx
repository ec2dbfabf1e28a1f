import { Hono } from 'hono'
import { atomFeed } from '#platform/atom.ts'
import { sayEvent } from '#platform/event-words.ts'
import { readText } from '#platform/language.ts'
import { keepUntilChange, page, type AppEnv } from '#platform/web/http.ts'
import { originOf } from '#platform/web/open-request.ts'
import { localPath } from '#ui/links.ts'
import { logMessages } from './messages.ts'
import { LogPage } from './pages/log-page.tsx'
import { findChainHead, listPublicEvents, pageSize } from './queries.ts'

export const logRoutes = new Hono<AppEnv>()

logRoutes.get('/logi', async (c) => {
  const asked = Number(c.req.query('enne'))
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : null
  const events = await listPublicEvents(c.var.ctx.db, before)
  const head = await findChainHead(c.var.ctx.db)
  const last = events.at(-1)
  const olderHref = events.length === pageSize && last !== undefined ? `/logi?enne=${last.id}` : undefined
  const newerHref = before === null ? undefined : '/logi'
  return page(c, (frame) => (
    <LogPage frame={frame} events={events} head={head} olderHref={olderHref} newerHref={newerHref} />
  ))
})

logRoutes.get('/logi/feed.atom', async (c) => {
  const { language, site, ctx } = c.var
  const t = logMessages[language]
  const events = await listPublicEvents(ctx.db, null)
  const origin = originOf(c)
  const host = site.settings.hosts[0]!
  const name = readText(site.settings.name, language).text
  // Its links are absolute: without a base URL they follow the request's Host, and are not kept for others.
  if (c.var.config.baseUrl !== null) keepUntilChange(c)
  const feed = atomFeed({
    id: `tag:${host},2026:log/${language}`,
    title: `${t.title} – ${name}`,
    language,
    selfUrl: origin + localPath('/logi/feed.atom', language),
    htmlUrl: origin + localPath('/logi', language),
    author: name,
    updated: events[0]?.occurredAt ?? new Date(0),
    entries: events.map((event) => {
      const { sentence, path } = sayEvent(event, language)
      const url = origin + localPath(path ?? '/logi', language)
      return { id: `tag:${host},2026:event/${event.id}`, title: sentence, url, updated: event.occurredAt }
    }),
  })
  return c.body(feed, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
})
