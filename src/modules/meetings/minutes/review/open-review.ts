import { personOf, timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { formatDay, localDate } from '#platform/format.ts'
import { inAllLanguages } from '#platform/language.ts'
import { notify } from '#modules/notifications/index.ts'
import { recordMeeting } from '../../events.ts'
import { nameOfMeeting } from '../../messages/names.ts'
import { meetingPaths } from '../../paths.ts'
import type { Meeting } from '../../queries/meetings.ts'
import { preparesMeetings } from '../../rules.ts'
import { callNotice, listMembersOn } from '../../tell-members.ts'
import { changeDraft } from '../queries.ts'
import { reviewMessages } from './messages.ts'
import { onDraft, type ReviewOutcome } from './on-draft.ts'
import { daysAfter } from './rules.ts'

/** Sends the draft to the members for remarks, for as many days as the statute says. */
export async function openReview(context: Context, number: number): Promise<ReviewOutcome> {
  const mayDo = () => preparesMeetings(context.actor)
  return onDraft(context, number, mayDo, async (ctx, { meeting, state, draft, isPublished }) => {
    if (draft.approved !== null || isPublished) return { ok: false, refusal: 'isApproved' }
    if (draft.reviewFrom !== null) return { ok: false, refusal: 'inReview' }
    const rules = state.setup.statute.minutes
    const until = daysAfter(todayOf(ctx), rules.reviewDays, rules)
    const columns = { review_from: ctx.now, review_until: until }
    await changeDraft(ctx.db, meeting.id, columns, { by: personOf(ctx.actor), now: ctx.now })
    await recordMeeting(ctx, 'meetings.prepared', meeting)
    await tellMembers(ctx, meeting, until)
    return { ok: true }
  })
}

async function tellMembers(ctx: Context, meeting: Meeting, until: string): Promise<void> {
  const members = await listMembersOn(ctx, meeting.body.id, localDate(meeting.startsAt, timeZoneOf(ctx.db)))
  await notify(ctx, {
    kind: callNotice,
    persons: members.map(({ personId }) => personId),
    title: inAllLanguages((language) => reviewMessages[language].noticeTitle(nameOfMeeting(meeting, language))),
    sentence: inAllLanguages((language) => reviewMessages[language].noticeSentence(formatDay(until, language))),
    path: meetingPaths.minutesReview(meeting.number),
    dedupe: `${meeting.id}:minutes-review`,
  })
}
