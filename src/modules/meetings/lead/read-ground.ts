import { timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { registry } from '#modules/people/index.ts'
import { listDraftsForMembers } from '../queries/items.ts'
import type { Meeting } from '../queries/meetings.ts'
import { listPersonsInOffice } from '../queries/persons.ts'
import { daysOfNotice } from '../rules.ts'
import type { LeadGround } from './ground.ts'

/** Committees of the municipality, but for the one that meets. */
async function listCommittees(ctx: Context, meets: string): Promise<ReadonlyMap<string, string>> {
  const bodies = await registry.listBodyChoices(ctx.db)
  const others = bodies.filter(({ id, kind }) => kind === 'committee' && id !== meets)
  return new Map(others.map(({ id, name }) => [id, name.et]))
}

/** What the steps of a meeting must know beside its log. */
export async function readGround(ctx: Context, meeting: Meeting): Promise<LeadGround> {
  const timeZone = timeZoneOf(ctx.db)
  const { invitedAt, startsAt, lateBecause, kind } = meeting
  const days = invitedAt === null ? null : daysOfNotice(localDate(invitedAt, timeZone), localDate(startsAt, timeZone))
  return {
    notice: { days, lateBecause, isFirst: kind === 'first' },
    drafts: await listDraftsForMembers(ctx.db, meeting.id),
    persons: await listPersonsInOffice(ctx.db, todayOf(ctx)),
    committees: await listCommittees(ctx, meeting.body.id),
    timeZone,
    now: ctx.now,
  }
}
