import { authorize, NotFound } from '#platform/context.ts'
import type { FormState } from '#platform/forms.ts'
import type { WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { findMeeting } from '../queries/meetings.ts'
import { readState } from '../read-state.ts'
import { preparesMeetings } from '../rules.ts'
import { minutesBlocks } from './blocks.ts'
import { MinutesDeskPage } from './minutes-desk-page.tsx'
import type { Summaries } from './queries.ts'
import { readMinutes } from './read-minutes.ts'
import { readReview } from './review/read-review.ts'
import { isChair } from './review/rules.ts'

/** The secretary's page of the minutes, with what was typed where something is wrong with it. */
export async function showMinutesDesk(c: WebContext, attempt?: FormState, refusal?: string): Promise<Response> {
  const { ctx, language, site } = c.var
  authorize(preparesMeetings(ctx.actor))
  const meeting = await findMeeting(ctx.db, { number: Number(c.req.param('number')) })
  const state = meeting === undefined ? undefined : await readState(ctx.db, meeting.id)
  if (meeting?.state !== 'held' || state === undefined) throw new NotFound()
  const review = await readReview(ctx, meeting, state)
  const { summaries } = review.draft
  const of = await readMinutes(ctx.db, meeting, summaries, 'full')
  const parts = {
    meeting,
    items: of.seen.meeting.agenda.map(({ id, title }) => ({ id, title })),
    review,
    isChair: isChair(ctx.actor, state),
    blocks: minutesBlocks(of, { language, timeZone: site.settings.timeZone }),
    form: { values: { ...valuesOf(summaries), ...attempt?.values }, errors: attempt?.errors ?? {} },
    refusal,
  }
  const isWrong = attempt !== undefined || refusal !== undefined
  return privatePage(c, (frame) => <MinutesDeskPage {...{ frame, ...parts }} />, isWrong ? 422 : 200)
}

const valuesOf = (summaries: Summaries): Record<string, string> =>
  Object.fromEntries(Object.entries(summaries).map(([item, words]) => [`kokkuvote-${item}`, words]))
