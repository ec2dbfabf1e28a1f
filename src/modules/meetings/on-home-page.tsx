import { timeZoneOf, todayOf } from '#platform/context.ts'
import { instantIn, localDate } from '#platform/format.ts'
import type { HomeSection } from '#platform/home-section.ts'
import { Today } from './pages/today.tsx'
import { listPublicMeetings, type Meeting } from './queries/meetings.ts'

const most = 10

/** What of meetings the home page tells: those of today. */
export const meetingsToday: HomeSection = {
  place: 'today',
  section: async (ctx) => {
    const zone = timeZoneOf(ctx.db)
    const today = todayOf(ctx)
    const from = instantIn(zone, `${today}T00:00`)
    const found = await listPublicMeetings(ctx.db, { bodySlug: '', from }, most)
    const isToday = ({ startsAt, state }: Meeting) => localDate(startsAt, zone) === today && state !== 'cancelled'
    const meetings = found.filter(isToday)
    return meetings.length === 0 ? null : <Today meetings={meetings} />
  },
}
