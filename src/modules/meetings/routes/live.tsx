import { Hono } from 'hono'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { NotFound, todayOf } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { localDate, type LocalDate } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import { meetingSections } from '#platform/meeting-section.ts'
import { openFragments } from '#platform/web/fragment-stream.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { streamHeaders } from '#platform/web/live.ts'
import { answerPush } from '#platform/web/push-stream.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { ReaderContext } from '#ui/reader.ts'
import { listNames } from '../list-names.ts'
import { LivePage } from '../pages/live-page.tsx'
import { HallPage, HallView } from '../pages/screen/hall-page.tsx'
import { OverlayPage, OverlayView } from '../pages/screen/overlay-page.tsx'
import { livePartNames, LiveViewPart, type LiveViewProps } from '../pages/live/live-view.tsx'
import type { PublicMeeting } from '../pages/live/public-meeting.ts'
import { publicView } from '../pages/live/public-view.ts'
import { inAddress, meetingPaths } from '../paths.ts'
import { listDraftsForMembers, listItems, listNewestDrafts } from '../queries/items.ts'
import { lastSeqOf } from '../queries/log.ts'
import { findMeeting, type Meeting } from '../queries/meetings.ts'
import { readState } from '../read-state.ts'
import { countChanges, listWithheld } from '../restrictions/queries.ts'
import { isPublic } from '../rules.ts'

export const liveRoutes = new Hono<AppEnv>()

const numberOf = (c: WebContext): number => Number(c.req.param('number'))

type Screen = (props: LiveViewProps) => Readonly<Record<string, VNode>>
/** What a stream carries, by the screen that follows it. */
const screens = {
  otse: (props) =>
    Object.fromEntries(livePartNames.map((name) => [name, <LiveViewPart key={name} {...props} name={name} />])),
  saal: (props) => ({ hall: <HallView {...props} /> }),
  riba: (props) => ({ overlay: <OverlayView {...props} /> }),
} satisfies Record<string, Screen>

type Held = {
  meeting: Meeting
  version: number
  view: PublicMeeting
  names: ReadonlyMap<string, string>
  withPage: ReadonlySet<string>
  planned: ReadonlyMap<string, number>
}

/** A meeting that everybody may follow; undefined before it was called to order. */
async function findHeld(db: Db, number: number, today: LocalDate): Promise<Held | undefined> {
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
  const planned = new Map(
    items.flatMap(({ id, plannedMinutes }) => (plannedMinutes === null ? [] : [[id, plannedMinutes] as const])),
  )
  const names = await listNames(db, state)
  const drafts = state.amendments.size === 0 ? new Map<string, string>() : await listAmended(db, meeting.id)
  const view = publicView(state, bases, drafts, await listWithheld(db, meeting.id, today))
  return { meeting, version: state.lastEventId + (await countChanges(db, meeting.id)), view, names, withPage, planned }
}

/** Texts that everybody may read; where members have a newer one, its paragraphs are not those of the older. */
async function listAmended(db: Db, meetingId: string): Promise<ReadonlyMap<string, string>> {
  const newest = await listDraftsForMembers(db, meetingId)
  const open = await listNewestDrafts(db, meetingId)
  return new Map([...open].filter(([itemId, words]) => newest.get(itemId) === words))
}

liveRoutes.get(meetingPaths.live(inAddress.number), async (c) => {
  const held = await findHeld(c.var.ctx.db, numberOf(c), todayOf(c.var.ctx))
  if (held === undefined) return seeOther(c, meetingPaths.meeting(numberOf(c)))
  const { id, number } = held.meeting
  const sections = await meetingSections(c.var.ctx, { id, number, itemId: null })
  return privatePage(c, (frame) => <LivePage {...{ frame, ...held, sections }} />)
})

liveRoutes.get(meetingPaths.hall(inAddress.number), async (c) => {
  const held = await findHeld(c.var.ctx.db, numberOf(c), todayOf(c.var.ctx))
  if (held === undefined) return seeOther(c, meetingPaths.meeting(numberOf(c)))
  return privatePage(c, (frame) => <HallPage {...{ frame, ...held }} />)
})

liveRoutes.get(meetingPaths.overlay(inAddress.number), async (c) => {
  const held = await findHeld(c.var.ctx.db, numberOf(c), todayOf(c.var.ctx))
  if (held === undefined) throw new NotFound()
  return privatePage(c, (frame) => <OverlayPage {...{ frame, ...held }} />)
})

liveRoutes.get(meetingPaths.stream(inAddress.number), async (c) => {
  const { ctx, site, language, caller, clock } = c.var
  const number = numberOf(c)
  const { db } = site.database
  const held = await findHeld(ctx.db, number, todayOf(ctx))
  if (held === undefined) throw new NotFound()
  // A browser that is told 204 does not come back: nothing more happens in a meeting that is over.
  if (held.meeting.state === 'held') return c.body(null, 204, { 'Cache-Control': 'no-store' })
  // A stream that nobody reads would stay open.
  if (c.req.method === 'HEAD') return c.body(null, 200, streamHeaders)
  const timeZone = site.settings.timeZone
  const asked = c.req.query('vaade') ?? ''
  const screen = Object.hasOwn(screens, asked) ? screens[asked as keyof typeof screens] : screens.otse
  const render = async (of: Language): Promise<Record<string, string>> => {
    const { meeting, view, names, withPage, planned } = (await findHeld(db, number, localDate(clock.now(), timeZone)))!
    const parts = screen({ view, names, meeting, withPage, planned, now: clock.now() })
    const told = Object.entries(parts).map(([name, part]) => [
      name,
      renderToString(<ReaderContext.Provider value={{ language: of, timeZone }}>{part}</ReaderContext.Provider>),
    ])
    return Object.fromEntries(told) as Record<string, string>
  }
  // What is withheld or opened changes the page like an entry of the log.
  const version = async () => (await lastSeqOf(db, held.meeting.id)) + (await countChanges(db, held.meeting.id))
  const onFault = (error: unknown) => c.var.log.error({ err: error }, 'a live page could not be told')
  const since = Number(c.req.header('last-event-id') ?? c.req.query('alates'))
  const reader = { language, caller, since: Number.isSafeInteger(since) && since >= 0 ? since : 0 }
  const open = openFragments(`${site.name}:meeting:${number}:${screen.name}`, { db, version, render, onFault }, reader)
  if (open === null) return c.body(null, 503, { 'Retry-After': '60', 'Cache-Control': 'no-store' })
  return answerPush(c, streamHeaders, open)
})
