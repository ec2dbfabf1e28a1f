import { Hono } from 'hono'
import * as z from 'zod'
import { GalleryPage } from '#ui/gallery/gallery-page.tsx'
import type { DemoPerson } from './tara-double/demo-person.ts'
import { page, type AppEnv } from './web/http.ts'
import type { WebParts } from './web/open-request.ts'
import type { Site } from './site.ts'
import { problem } from './web/problem.ts'

const clockInput = z.object({ now: z.iso.datetime({ offset: true }).regex(/^20\d\d-/) })

/** Demo and test only; `createApp` does not mount these in production. */
export function devRoutes(
  parts: WebParts & { demoPeople?: (site: Site) => Promise<DemoPerson[]>; onClockMoved?: () => void },
) {
  const routes = new Hono<AppEnv>()

  routes.get('/dev/ui', (c) => page(c, (frame) => <GalleryPage frame={frame} />))

  routes.get('/dev/people.json', async (c) => {
    const people = (await parts.demoPeople?.(c.var.site)) ?? []
    const listed = people.map(({ code, givenName, familyName, roles }) => ({
      personalCode: code,
      name: `${givenName} ${familyName}`,
      roles,
    }))
    return c.json(listed)
  })

  routes.post('/dev/clock', async (c) => {
    const parsed = clockInput.safeParse(await c.req.json().catch(() => null))
    if (!parsed.success)
      return problem(c, { status: 400, title: 'now must be an instant such as 2026-10-15T12:00:00+03:00' })
    parts.clock.move(new Date(parsed.data.now))
    for (const site of parts.sites) site.cache.clear()
    parts.onClockMoved?.()
    return c.json({ now: parts.clock.now().toISOString() })
  })
  return routes
}
