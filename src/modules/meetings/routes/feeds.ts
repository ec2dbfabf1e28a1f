import { Hono } from 'hono'
import { atomFeed } from '#platform/atom.ts'
import { NotFound } from '#platform/context.ts'
import { icalendar, type CalendarEntry } from '#platform/icalendar.ts'
import { readText } from '#platform/language.ts'
import { keepUntilChange, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { originOf } from '#platform/web/open-request.ts'
import { localPath } from '#ui/links.ts'
import { nameMessages, nameOfMeeting } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { inAddress, meetingPaths, meetingsAddress } from '../paths.ts'
import { findMeeting, listKnownDays, listPublicMeetings, type Meeting } from '../queries/meetings.ts'
import { isPublic } from '../rules.ts'

export const feedRoutes = new Hono<AppEnv>()

const newest = 50
const halfYear = 182 * 86_400_000
/** Of a meeting whose end nobody has planned. */
const usualLength = 2 * 3_600_000

const hostOf = ({ var: { site } }: WebContext): string => site.settings.hosts[0] ?? site.name
const addressIn = (c: WebContext) => (path: string) => `${originOf(c)}${localPath(path, c.var.language)}`

function entryOf(c: WebContext, meeting: Meeting): CalendarEntry {
  const { language } = c.var
  const { startsAt, endsAt, place, mode, state, number } = meeting
  const description =
    state === 'cancelled'
      ? publicMessages[language].cancelled(meeting.changedBecause)
      : nameMessages[language].modes[mode]
  return {
    // The same for ever: calendars find by it what to move or take out (RFC 5545 § 3.8.4.7).
    uid: `meeting-${meeting.id}@${hostOf(c)}`,
    sequence: meeting.sequence,
    title: nameOfMeeting(meeting, language),
    description,
    ...(place === '' ? {} : { location: place }),
    // Before its agenda is announced it has no page of its own.
    url: addressIn(c)(isPublic(meeting) ? meetingPaths.meeting(number) : meetingPaths.list),
    status: state === 'cancelled' ? 'CANCELLED' : isPublic(meeting) ? 'CONFIRMED' : 'TENTATIVE',
    from: startsAt,
    until: endsAt ?? new Date(startsAt.getTime() + usualLength),
    updated: meeting.changedAt,
  }
}

function answerCalendar(c: WebContext, name: string, meetings: readonly Meeting[], method: 'PUBLISH' | 'CANCEL') {
  const ics = icalendar({ name, method, entries: meetings.map((meeting) => entryOf(c, meeting)) })
  // The addresses inside come from the request: one with a port of its own must not be kept for everybody.
  if (c.var.config.baseUrl !== null) keepUntilChange(c)
  return c.body(ics, 200, { 'Content-Type': 'text/calendar; charset=utf-8' })
}

/** Announced meetings of the last half year and all to come, of one body where the address names it. */
feedRoutes.get(meetingPaths.calendar, async (c) => {
  const { ctx, site, language } = c.var
  const since = new Date(ctx.now.getTime() - halfYear)
  const filter = { bodySlug: c.req.query('kogu') ?? '', from: since }
  const name = `${readText(site.settings.name, language).text}: ${publicMessages[language].title.toLowerCase()}`
  const planned = await listKnownDays(ctx.db, { ...filter, alsoOff: true }, 500)
  return answerCalendar(c, name, [...(await listPublicMeetings(ctx.db, filter, 500)), ...planned], 'PUBLISH')
})

feedRoutes.get(meetingPaths.ownCalendar(inAddress.number), async (c) => {
  const meeting = await findMeeting(c.var.ctx.db, { number: Number(c.req.param('number')) })
  if (meeting === undefined || !isPublic(meeting)) throw new NotFound()
  const method = meeting.state === 'cancelled' ? 'CANCEL' : 'PUBLISH'
  return answerCalendar(c, nameOfMeeting(meeting, c.var.language), [meeting], method)
})

feedRoutes.get(meetingPaths.feed, async (c) => {
  const { ctx, site, language } = c.var
  const t = publicMessages[language]
  const address = addressIn(c)
  const bodySlug = c.req.query('kogu') ?? ''
  const far = new Date(ctx.now.getTime() + 400 * 86_400_000)
  const meetings = await listPublicMeetings(ctx.db, { bodySlug, until: far }, newest)
  const municipality = readText(site.settings.name, language).text
  const xml = atomFeed({
    id: `tag:${hostOf(c)},2026:meetings/feed${bodySlug === '' ? '' : `/${bodySlug}`}`,
    title: `${municipality}: ${t.title.toLowerCase()}`,
    language,
    selfUrl: address(meetingsAddress({ kogu: bodySlug }, meetingPaths.feed)),
    htmlUrl: address(meetingsAddress({ kogu: bodySlug })),
    author: municipality,
    updated: meetings.reduce((last, { changedAt }) => (changedAt > last ? changedAt : last), new Date(0)),
    entries: meetings.map((meeting) => ({
      id: `tag:${hostOf(c)},2026:meetings/${meeting.id}`,
      title: nameOfMeeting(meeting, language),
      url: address(meetingPaths.meeting(meeting.number)),
      updated: meeting.changedAt,
      summary: `${nameMessages[language].states[meeting.state]}. ${meeting.place}`,
    })),
  })
  if (c.var.config.baseUrl !== null) keepUntilChange(c)
  return c.body(xml, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' })
})
