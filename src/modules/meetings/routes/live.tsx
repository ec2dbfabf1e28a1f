import { Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import { NotFound } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { Language } from '#platform/language.ts'
import { openFragments } from '#platform/web/fragment-stream.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { streamHeaders } from '#platform/web/live.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { registry } from '#modules/people/index.ts'
import { ReaderContext } from '#ui/reader.ts'
import { LivePage } from '../pages/live-page.tsx'
import { LiveView } from '../pages/live/live-view.tsx'
import type { PublicMeeting } from '../pages/live/public-meeting.ts'
import { publicView } from '../pages/live/public-view.ts'
import { inAddress, meetingPaths } from '../paths.ts'
import { listItems } from '../queries/items.ts'
import { lastSeqOf } from '../queries/log.ts'
import { findMeeting, type Meeting } from '../queries/meetings.ts'
import { readState } from '../read-state.ts'
import { isPublic } from '../rules.ts'

export const liveRoutes = new Hono<AppEnv>()

const numberOf = (c: WebContext): number => Number(c.req.param('number'))

type Held = {
  meeting: Meeting
  version: number
  view: PublicMeeting
  names: ReadonlyMap<string, string>
  withPage: ReadonlySet<string>
}

/** A meeting that everybody may follow; undefined before it was called to order. */
async function findHeld(db: Db, number: number): Promise<Held | undefined> {
  const meeting = await findMeeting(db, { number })
  if (meeting === undefined || !isPublic(meeting)) throw new NotFound()
  const state = await readState(db, meeting.id)
  if (state === undefined) return undefined
  const items = await listItems(db, meeting.id)
  const bases = new Map(items.map(({ id, closedBasis }) => [id, closedBasis]))
  const read = items.filter(
    ({ visibility, versions, memo }) => visibility === 'public' && (versions > 0 || memo !== ''),
  )
  const withPage = new Set(read.map(({ id }) => id))
  const names = await registry.listNamesOf(db, [...state.people.keys()])
  return { meeting, version: state.lastEventId, view: publicView(state, bases), names, withPage }
}

liveRoutes.get(meetingPaths.live(inAddress.number), async (c) => {
  const held = await findHeld(c.var.ctx.db, numberOf(c))
  if (held === undefined) return seeOther(c, meetingPaths.meeting(numberOf(c)))
  return privatePage(c, (frame) => <LivePage {...{ frame, ...held }} />)
})

liveRoutes.get(meetingPaths.stream(inAddress.number), async (c) => {
  const { ctx, site, language, caller, clock } = c.var
  const number = numberOf(c)
  const { db } = site.database
  const held = await findHeld(ctx.db, number)
  if (held === undefined) throw new NotFound()
  // A browser that is told 204 does not come back: nothing more happens in a meeting that is over.
  if (held.meeting.state === 'held') return c.body(null, 204, { 'Cache-Control': 'no-store' })
  // A stream that nobody reads would stay open.
  if (c.req.method === 'HEAD') return c.body(null, 200, streamHeaders)
  const timeZone = site.settings.timeZone
  const render = async (of: Language): Promise<string> => {
    const { meeting, view, names, withPage } = (await findHeld(db, number))!
    return renderToString(
      <ReaderContext.Provider value={{ language: of, timeZone }}>
        <LiveView {...{ view, names, meeting, withPage }} now={clock.now()} />
      </ReaderContext.Provider>,
    )
  }
  const version = () => lastSeqOf(db, held.meeting.id)
  const onFault = (error: unknown) => c.var.log.error({ err: error }, 'a live page could not be told')
  const since = Number(c.req.header('last-event-id') ?? c.req.query('alates'))
  const reader = { language, caller, since: Number.isSafeInteger(since) && since >= 0 ? since : 0 }
  const stream = openFragments(`${site.name}:meeting:${number}`, { db, version, render, onFault }, reader)
  if (stream === null) return c.body(null, 503, { 'Retry-After': '60', 'Cache-Control': 'no-store' })
  return c.body(stream, 200, streamHeaders)
})
