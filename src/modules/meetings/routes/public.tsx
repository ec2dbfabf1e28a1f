import { Hono } from 'hono'
import { NotFound } from '#platform/context.ts'
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
import { listDraftVersions, listItems } from '../queries/items.ts'
import { findMeeting, listPublicMeetings, type Meeting } from '../queries/meetings.ts'
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
  const older = found.length > pageLength ? past.at(-1)!.startsAt.toISOString() : null
  return page(c, (frame) => <MeetingsPage {...{ frame, bodies, body, coming, past, older }} />)
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

publicRoutes.get(meetingPaths.meeting(inAddress.number), async (c) => {
  const meeting = await meetingOf(c)
  const items = await listItems(c.var.ctx.db, meeting.id)
  const hasMinutes = meeting.state === 'held' && (await listVersions(c.var.ctx.db, meeting.id)).length > 0
  const show = isPublic(meeting) ? page : privatePage
  return show(c, (frame) => <MeetingPage {...{ frame, meeting, items, hasMinutes }} />)
})

publicRoutes.get(meetingPaths.item(inAddress.number, inAddress.item), async (c) => {
  const { ctx } = c.var
  const meeting = await meetingOf(c)
  const item = (await listItems(ctx.db, meeting.id)).find(({ id }) => id === c.req.param('item'))
  if (item === undefined) throw new NotFound()
  const maySeeMaterials = item.visibility === 'public' || readsClosed(ctx.actor, meeting)
  const readsAll = readsClosed(ctx.actor, meeting)
  const all = maySeeMaterials ? await listDraftVersions(ctx.db, item.id) : []
  const versions = all.filter(({ wasClosed }) => readsAll || !wasClosed)
  const annexes = maySeeMaterials ? await readAnnexes(ctx, item.id) : []
  const stations = (await listStations(ctx.db, item.id)).filter(
    ({ isAnnounced }) => isAnnounced || preparesMeetings(ctx.actor),
  )
  const show = isPublic(meeting) && item.visibility === 'public' ? page : privatePage
  return show(c, (frame) => <ItemPage {...{ frame, meeting, item, versions, maySeeMaterials, annexes, stations }} />)
})
