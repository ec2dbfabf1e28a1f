import { timeZoneOf, type Context } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { listMeetingsBetween, type Meeting } from './queries/meetings.ts'
import { listMembersOn } from './tell-members.ts'

/** Another meeting at the same time: of the same body, or of one that shares members with it. */
export type Clash = { meeting: Meeting; members: readonly string[]; isSameBody: boolean }
export type When = { bodyId: string; startsAt: Date; endsAt: Date | null }

/** Of a meeting whose end nobody has planned. */
const usualLength = 2 * 3_600_000
const endOf = ({ startsAt, endsAt }: Pick<When, 'startsAt' | 'endsAt'>): number =>
  endsAt?.getTime() ?? startsAt.getTime() + usualLength

/**
 * Meetings at the same time as each of these, by place in the list: who sits in both bodies on the day is called by
 * name. It warns and keeps nobody from anything; cancelled meetings are none.
 */
export async function findClashes(ctx: Context, asked: readonly When[], except?: string): Promise<readonly Clash[][]> {
  if (asked.length === 0) return []
  const from = new Date(Math.min(...asked.map(({ startsAt }) => startsAt.getTime())) - longest)
  const until = new Date(Math.max(...asked.map(endOf)))
  const others = (await listMeetingsBetween(ctx.db, from, until, most)).filter(({ id }) => id !== except)
  const zone = timeZoneOf(ctx.db)
  const members = new Map<string, ReadonlyMap<string, string>>()
  const membersOf = async (bodyId: string, day: string) => {
    const key = `${bodyId} ${day}`
    const known = members.get(key)
    if (known !== undefined) return known
    const sit = await listMembersOn(ctx, bodyId, day)
    const named = new Map(sit.map((one) => [one.personId, `${one.givenName} ${one.familyName}`]))
    members.set(key, named)
    return named
  }
  const found: Clash[][] = []
  for (const when of asked) {
    const clashes: Clash[] = []
    for (const meeting of others.filter((one) => one.startsAt.getTime() < endOf(when) && endOf(one) > +when.startsAt)) {
      const day = localDate(when.startsAt, zone)
      const theirs = await membersOf(meeting.body.id, day)
      const both = [...(await membersOf(when.bodyId, day))].filter(([id]) => theirs.has(id)).map(([, name]) => name)
      const isSameBody = meeting.body.id === when.bodyId
      if (isSameBody || both.length > 0) clashes.push({ meeting, members: both, isSameBody })
    }
    found.push(clashes)
  }
  return found
}

/** No meeting goes on longer. */
const longest = 24 * 3_600_000
const most = 500
