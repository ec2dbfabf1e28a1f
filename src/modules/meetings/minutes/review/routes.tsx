import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { authorize, NotFound } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { inAddress, meetingDeskPaths, meetingPaths } from '../../paths.ts'
import { findMeeting } from '../../queries/meetings.ts'
import { readState } from '../../read-state.ts'
import { preparesMeetings } from '../../rules.ts'
import { minutesBlocks } from '../blocks.ts'
import { readMinutes } from '../read-minutes.ts'
import { showMinutesDesk } from '../show-desk.tsx'
import { approveInput, approveMinutes } from './approve-minutes.ts'
import { reviewMessages } from './messages.ts'
import type { ReviewOutcome } from './on-draft.ts'
import { openReview } from './open-review.ts'
import { readReview } from './read-review.ts'
import { ReviewPage } from './review-page.tsx'
import { dissentable, hadSeat, isChair, isOfBody } from './rules.ts'
import { addRemark, answerInput, answerRemark, dissentInput, remarkInput, writeDissent } from './take-remarks.ts'

export const reviewRoutes = new Hono<AppEnv>()

const numberOf = (c: WebContext): number => Number(c.req.param('number'))

async function show(c: WebContext, form: FormState = emptyForm, refusal?: string): Promise<Response> {
  const { ctx, language, site } = c.var
  authorize(ctx.actor.personId !== null)
  const meeting = await findMeeting(ctx.db, { number: numberOf(c) })
  const state = meeting === undefined ? undefined : await readState(ctx.db, meeting.id)
  if (meeting?.state !== 'held' || state === undefined) throw new NotFound()
  authorize(isOfBody(ctx.actor, meeting, state))
  const facts = await readReview(ctx, meeting, state)
  const mayApprove = isChair(ctx.actor, state) || preparesMeetings(ctx.actor)
  // What the secretary has not sent out yet is nobody else's to read.
  if (facts.stage === 'drafting' && !mayApprove) throw new NotFound()
  const of = await readMinutes(ctx.db, meeting, facts.draft.summaries, 'full')
  const decisions = new Set(hadSeat(ctx.actor, state) ? dissentable(state) : [])
  const parts = {
    meeting,
    facts,
    blocks: minutesBlocks(of, { language, timeZone: site.settings.timeZone }),
    may: {
      dissentTo: facts.items.filter(({ id }) => decisions.has(id)),
      approve: mayApprove,
      isChair: isChair(ctx.actor, state),
    },
    idempotencyKey: form.values['idempotencyKey'] ?? randomUUID(),
    form,
    refusal,
  }
  const isWrong = refusal !== undefined || Object.keys(form.errors).length > 0
  return privatePage(c, (frame) => <ReviewPage {...{ frame, ...parts }} />, isWrong ? 422 : 200)
}

const review = (c: WebContext) => meetingPaths.minutesReview(numberOf(c))

async function finish(c: WebContext, values: Record<string, string>, outcome: ReviewOutcome): Promise<Response> {
  if (outcome.ok) return seeOther(c, review(c))
  const words = reviewMessages[c.var.language].refusals[outcome.refusal]
  if (outcome.refusal === 'reviewNotOver') return show(c, { values, errors: { approveBecause: words } })
  return show(c, { values, errors: {} }, words)
}

reviewRoutes.get(meetingPaths.minutesReview(inAddress.number), (c) => show(c))
for (const path of [meetingPaths.addRemark, meetingPaths.dissent, meetingPaths.approveMinutes])
  reviewRoutes.get(path(inAddress.number), (c) => seeOther(c, review(c)))

reviewRoutes.post(meetingPaths.addRemark(inAddress.number), async (c) => {
  const read = await readForm(c, remarkInput, reviewMessages[c.var.language].errors)
  if (!read.ok) return show(c, read.form)
  return finish(c, read.values, await addRemark(c.var.ctx, numberOf(c), read.input))
})

reviewRoutes.post(meetingPaths.dissent(inAddress.number), async (c) => {
  const read = await readForm(c, dissentInput, reviewMessages[c.var.language].errors)
  if (!read.ok) return show(c, read.form)
  return finish(c, read.values, await writeDissent(c.var.ctx, numberOf(c), read.input))
})

reviewRoutes.post(meetingPaths.approveMinutes(inAddress.number), async (c) => {
  const read = await readForm(c, approveInput, reviewMessages[c.var.language].errors)
  if (!read.ok) return show(c, read.form)
  return finish(c, read.values, await approveMinutes(c.var.ctx, numberOf(c), read.input))
})

const desk = (c: WebContext) => seeOther(c, meetingDeskPaths.minutes(numberOf(c)))

async function finishAtDesk(c: WebContext, values: Record<string, string>, outcome: ReviewOutcome): Promise<Response> {
  if (outcome.ok) return desk(c)
  return showMinutesDesk(c, { values, errors: {} }, reviewMessages[c.var.language].refusals[outcome.refusal])
}

for (const path of [meetingDeskPaths.openReview, meetingDeskPaths.answerRemark, meetingDeskPaths.approveMinutes])
  reviewRoutes.get(path(inAddress.number), desk)

reviewRoutes.post(meetingDeskPaths.openReview(inAddress.number), async (c) =>
  finishAtDesk(c, {}, await openReview(c.var.ctx, numberOf(c))),
)

reviewRoutes.post(meetingDeskPaths.approveMinutes(inAddress.number), async (c) => {
  const read = await readForm(c, approveInput, reviewMessages[c.var.language].errors)
  if (!read.ok) return showMinutesDesk(c, read.form)
  const outcome = await approveMinutes(c.var.ctx, numberOf(c), read.input)
  if (outcome.ok || outcome.refusal !== 'reviewNotOver') return finishAtDesk(c, read.values, outcome)
  const words = reviewMessages[c.var.language].refusals.reviewNotOver
  return showMinutesDesk(c, { values: read.values, errors: { approveBecause: words } })
})

reviewRoutes.post(meetingDeskPaths.answerRemark(inAddress.number), async (c) => {
  const read = await readForm(c, answerInput, reviewMessages[c.var.language].errors)
  if (!read.ok) {
    const { values, errors } = read.form
    const own = Object.entries(errors).map(([name, words]) => [`${name}:${values['remark'] ?? ''}`, words])
    return showMinutesDesk(c, { values, errors: Object.fromEntries(own) as Record<string, string> })
  }
  return finishAtDesk(c, read.values, await answerRemark(c.var.ctx, numberOf(c), read.input))
})
