import { timeZoneOf, type Context } from '#platform/context.ts'
import { formatInstant, type LocalDate } from '#platform/format.ts'
import { inAllLanguages, type Language } from '#platform/language.ts'
import { notify } from '#modules/notifications/index.ts'
import { registry } from '#modules/people/index.ts'
import { callMessages } from './messages/call.ts'
import { nameOfMeeting } from './messages/names.ts'
import { meetingPaths } from './paths.ts'
import type { Meeting } from './queries/meetings.ts'

/** Kind of notice that a member cannot refuse: the law asks that it reaches them (KOKS § 43(3)). */
export const callNotice = 'meetings.call'

/**
 * Who sits in the body on the day, each once: a suspended mandate does not, the substitute member does. Whoever has no
 * vote in the body sits there all the same.
 */
export async function listMembersOn(ctx: Context, bodyId: string, day: LocalDate): Promise<registry.Member[]> {
  const members = await registry.listMembersOf(ctx.db, bodyId, day)
  const held = Map.groupBy(
    members.filter((one) => registry.isInForce(one, day)),
    ({ personId }) => personId,
  )
  return [...held.values()].map((own) => {
    // Who holds a post in the body as well is told by it.
    const told = own.find(({ postId }) => postId !== null) ?? own[0]!
    return { ...told, votingRight: registry.votesIn(own) }
  })
}

/** Members hear that they are called, or that what they were called to will not be. */
export async function tellMembers(
  ctx: Context,
  meeting: Meeting,
  what: 'called' | 'cancelled',
  persons: readonly string[],
): Promise<void> {
  const zone = timeZoneOf(ctx.db)
  const facts = (language: Language) => ({
    name: nameOfMeeting(meeting, language),
    when: formatInstant(meeting.startsAt, language, zone),
    where: meeting.place === '' ? callMessages[language].modes[meeting.mode] : meeting.place,
    because: meeting.changedBecause,
  })
  await notify(ctx, {
    kind: callNotice,
    persons,
    title: inAllLanguages((language) => callMessages[language][what].title(facts(language))),
    sentence: inAllLanguages((language) => callMessages[language][what].sentence(facts(language))),
    path: meetingPaths.meeting(meeting.number),
    dedupe: `${meeting.id}:${what}:${meeting.sequence}`,
  })
}
