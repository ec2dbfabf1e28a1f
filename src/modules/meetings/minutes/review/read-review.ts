import { timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { registry } from '#modules/people/index.ts'
import { numberedAgenda } from '../../log/agenda.ts'
import type { MeetingState } from '../../log/state.ts'
import type { Meeting } from '../../queries/meetings.ts'
import { findDraft, listVersions } from '../queries.ts'
import { listRemarks } from './queries.ts'
import type { ReviewFacts } from './review-parts.tsx'
import { publishBy, stageOf } from './rules.ts'

/** Where the draft of a meeting's minutes stands, with its remarks. */
export async function readReview(ctx: Context, meeting: Meeting, state: MeetingState): Promise<ReviewFacts> {
  const draft = await findDraft(ctx.db, meeting.id)
  const isPublished = (await listVersions(ctx.db, meeting.id)).length > 0
  const remarks = await listRemarks(ctx.db, meeting.id)
  const persons = [draft.approved?.by ?? null, ...remarks.map(({ personId }) => personId)]
  const { minutes } = state.setup.statute
  const heldOn = localDate(state.endedAt ?? meeting.startsAt, timeZoneOf(ctx.db))
  return {
    stage: stageOf(draft, isPublished, todayOf(ctx)),
    draft,
    publishBy: publishBy(heldOn, minutes),
    rules: minutes,
    remarks,
    names: await registry.listNamesOf(ctx.db, [...new Set(persons.filter((one) => one !== null))]),
    items: numberedAgenda(state).map(({ number, item }) => ({ id: item.id, title: `${number}. ${item.title}` })),
  }
}
