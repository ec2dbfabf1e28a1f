import { timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { listDraftsForMembers } from '../queries/items.ts'
import type { Meeting } from '../queries/meetings.ts'
import { listPersonsInOffice } from '../queries/persons.ts'
import { daysOfNotice } from '../rules.ts'
import type { LeadGround } from './ground.ts'

/** What the steps of a meeting must know beside its log. */
export async function readGround(ctx: Context, meeting: Meeting): Promise<LeadGround> {
  const timeZone = timeZoneOf(ctx.db)
  const { invitedAt, startsAt, lateBecause, kind } = meeting
  const days = invitedAt === null ? null : daysOfNotice(localDate(invitedAt, timeZone), localDate(startsAt, timeZone))
  return {
    notice: { days, lateBecause, isFirst: kind === 'first' },
    drafts: await listDraftsForMembers(ctx.db, meeting.id),
    persons: await listPersonsInOffice(ctx.db, todayOf(ctx)),
    timeZone,
  }
}
