import { Hono } from 'hono'
import { NotFound, todayOf } from '#platform/context.ts'
import { meetingSections } from '#platform/meeting-section.ts'
import { page, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { registry } from '#modules/people/index.ts'
import { readAnnexes } from '../annexes/read-annexes.ts'
import { listVersions } from '../minutes/queries.ts'
import { ItemPage } from '../pages/item-page.tsx'
import { MeetingPage } from '../pages/meeting-page.tsx'
import { MeetingsPage } from '../pages/meetings-page.tsx'
import { listStations } from '../passing/queries.ts'
import { inAddress, meetingPaths } from '../paths.ts'
import { listDraftVersions, listItems, type Item } from '../queries/items.ts'
import { findMeeting, listKnownDays, listPublicMeetings, type Meeting } from '../queries/meetings.ts'
import { listWithheld } from '../restrictions/queries.ts'
import { isPublic, preparesMeetings, readsClosed } from '../rules.ts'

export const publicRoutes = new Hono<AppEnv>()

const mostComing = 100
const pageLength = 30

publicRoutes.get(meetingPaths.list, async (c) => {
  const { ctx } = c.var
  const bodies = await registry.listBodyChoices(ctx.db)
  const asked = c.req.query('kogu') ?? ''
  const body = bodies.some(({ slug }) => slug === asked) ? asked : ''
  const before = readInstant(c.req.query('enne')) ?? ctx.now
  const coming = before < ctx.now ? [] : await listPublicMeetings(ctx.db, { bodySlug: body, from: ctx.now }, mostComing)
  const found = await listPublicMeetings(ctx.db, { bodySlug: body, until: before }, pageLength + 1)
  const past = found.slice(0, pageLength)
  const planned =
    before < ctx.now ? [] : await listKnownDays(ctx.db, { bodySlug: body, from: ctx.now, alsoOff: false }, mostComing)
  const older = found.length > pageLength ? past.at(-1)!.startsAt.toISOString() : null
  return page(c, (frame) => <MeetingsPage {...{ frame, bodies, body, coming, planned, past, older }} />)
})

function readInstant(text: string | undefined): Date | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) return null
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at
}

/** The meeting of the address, for one of those who may know of it. */
async function meetingOf(c: WebContext): Promise<Meeting> {
  const { ctx } = c.var
  const meeting = await findMeeting(ctx.db, { number: Number(c.req.param('number')) })
  if (meeting === undefined || (!isPublic(meeting) && !preparesMeetings(ctx.actor))) throw new NotFound()
  return meeting
}

/** Internal items are nowhere for those who may not know of them. */
async function itemsFor(c: WebContext, meeting: Meeting): Promise<Item[]> {
  const items = await listItems(c.var.ctx.db, meeting.id)
  const readsAll = readsClosed(c.var.ctx.actor, meeting)
  return items.filter(({ visibility }) => readsAll || visibility !== 'internal')
}

publicRoutes.get(meetingPaths.meeting(inAddress.number), async (c) => {
  const meeting = await meetingOf(c)
  const items = await itemsFor(c, meeting)
  const hasMinutes = meeting.state === 'held' && (await listVersions(c.var.ctx.db, meeting.id)).length > 0
  const show = isPublic(meeting) ? page : privatePage
  const sections = await meetingSections(c.var.ctx, { id: meeting.id, number: meeting.number, itemId: null })
  return show(c, (frame) => <MeetingPage {...{ frame, meeting, items, hasMinutes, sections }} />)
})

publicRoutes.get(meetingPaths.item(inAddress.number, inAddress.item), async (c) => {
  const { ctx } = c.var
  const meeting = await meetingOf(c)
  const item = (await itemsFor(c, meeting)).find(({ id }) => id === c.req.param('item'))
  if (item === undefined) throw new NotFound()
  const readsAll = readsClosed(ctx.actor, meeting)
  const withheld = (await listWithheld(ctx.db, meeting.id, todayOf(ctx))).get(item.id)
  const maySeeMaterials = readsAll || (item.visibility === 'public' && withheld === undefined)
  const all = maySeeMaterials ? await listDraftVersions(ctx.db, item.id) : []
  const versions = all.filter(({ wasClosed }) => readsAll || !wasClosed)
  const annexes = maySeeMaterials ? await readAnnexes(ctx, item.id) : []
  const stations = (await listStations(ctx.db, item.id)).filter(
    ({ isAnnounced, visibility }) => (isAnnounced && visibility !== 'internal') || preparesMeetings(ctx.actor),
  )
  // What some read and others do not is kept nowhere on the way.
  const isForAll = isPublic(meeting) && item.visibility === 'public' && (withheld === undefined || !readsAll)
  const show = isForAll ? page : privatePage
  const sections = await meetingSections(ctx, { id: meeting.id, number: meeting.number, itemId: item.id })
  const parts = { meeting, item, versions, maySeeMaterials, annexes, stations, sections, withheld }
  return show(c, (frame) => <ItemPage frame={frame} {...parts} />)
})
