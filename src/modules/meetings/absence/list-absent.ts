import { timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'
import { findStatute } from '../queries/statutes.ts'
import type { StatuteRules } from '../rules/statute.ts'
import { listMembersOn } from '../tell-members.ts'
import { listHeldSittings, listReports, listWatchedBodies, type WatchedBody } from './queries.ts'
import { countedFrom, isWarned, missedMonths, type MissedMonths } from './rules.ts'

export type AbsentMember = MissedMonths & {
  personId: string
  name: string
  slug: string | null
  isWarned: boolean
  /** When the electoral committee was told; null while it is not. */
  reportedOn: LocalDate | null
}
export type WatchedAbsence = {
  body: WatchedBody
  rule: NonNullable<StatuteRules['absence']>
  absent: readonly AbsentMember[]
}

/** Every watched body with the members who have missed a whole month or more. */
export async function listAbsent(ctx: Context): Promise<WatchedAbsence[]> {
  const today = todayOf(ctx)
  const watched: WatchedAbsence[] = []
  for (const body of await listWatchedBodies(ctx.db, today)) {
    const rule = (await findStatute(ctx.db, body, today))?.absence
    if (rule !== undefined) watched.push({ body, rule, absent: await absentOf(ctx, body, rule) })
  }
  return watched
}

async function absentOf(ctx: Context, body: WatchedBody, rule: WatchedAbsence['rule']): Promise<AbsentMember[]> {
  const today = todayOf(ctx)
  const members = await listMembersOn(ctx, body.id, today)
  const since = body.composition ?? yearsBefore(today)
  const held = Map.groupBy(
    await listHeldSittings(ctx.db, body.id, since, timeZoneOf(ctx.db)),
    ({ personId }) => personId,
  )
  const reports = await listReports(ctx.db, body.id)
  return members.flatMap(({ personId, givenName, familyName, slug, suspensions }) => {
    const from = countedFrom(body.composition, suspensions, today)
    const own = (held.get(personId) ?? []).filter(({ day }) => day >= from)
    const missed = missedMonths(own, today, rule.months)
    if (missed.running.length === 0 && missed.fulfilled === null) return []
    const month = missed.fulfilled?.at(-1)
    const report = reports.find((one) => one.personId === personId && one.month === month)
    const name = `${givenName} ${familyName}`
    return [
      { ...missed, personId, name, slug, isWarned: isWarned(missed, rule), reportedOn: report?.reportedOn ?? null },
    ]
  })
}

/** Where nobody has said when the composition began: as far back as a term of office lasts. */
const yearsBefore = (today: LocalDate): LocalDate => `${Number(today.slice(0, 4)) - 4}-01-01`
