import { Hono } from 'hono'
import * as z from 'zod'
import { authorize, NotFound, timeZoneOf, todayOf } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { localDate, localTimeOf } from '#platform/format.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { registry } from '#modules/people/index.ts'
import { announceMeeting } from '../announce-meeting.ts'
import { callMembers, callMembersInput } from '../call-members.ts'
import { cancelMeeting, cancelMeetingInput } from '../cancel-meeting.ts'
import { findClashes } from '../find-clashes.ts'
import { deskMessages, type DeskWords } from '../messages/desk.ts'
import { EditMeetingPage, MeetingsDeskPage, PlanPage } from '../pages/work/desk-pages.tsx'
import { MeetingDeskPage } from '../pages/work/meeting-desk-page.tsx'
import { inAddress, meetingDeskPaths as paths } from '../paths.ts'
import { editMeeting, editMeetingInput, planMeeting, planMeetingInput } from '../plan-meeting.ts'
import { listInvited } from '../queries/invitations.ts'
import { listItems } from '../queries/items.ts'
import { findMeeting, listAtDesk, type Meeting } from '../queries/meetings.ts'
import { findStatute } from '../queries/statutes.ts'
import { daysOfNotice, preparesMeetings } from '../rules.ts'
import { listMembersOn } from '../tell-members.ts'

export const deskRoutes = new Hono<AppEnv>()

export type Attempt = { form: FormState; refusal?: string | undefined }
const fresh: Attempt = { form: emptyForm }
const statusOf = (attempt: Attempt): 200 | 422 => (attempt === fresh ? 200 : 422)
const monthLength = 31 * 86_400_000

/** The meeting of the address, for its secretaries. */
export async function meetingAtDesk(c: WebContext): Promise<Meeting> {
  authorize(preparesMeetings(c.var.ctx.actor))
  const meeting = await findMeeting(c.var.ctx.db, { number: Number(c.req.param('number')) })
  if (meeting === undefined) throw new NotFound()
  return meeting
}

deskRoutes.get(paths.list, async (c) => {
  const { ctx } = c.var
  authorize(preparesMeetings(ctx.actor))
  const meetings = await listAtDesk(ctx.db, new Date(ctx.now.getTime() - monthLength), 200)
  return privatePage(c, (frame) => <MeetingsDeskPage {...{ frame, meetings }} />)
})

async function showPlan(c: WebContext, attempt: Attempt = fresh): Promise<Response> {
  authorize(preparesMeetings(c.var.ctx.actor))
  const parts = {
    bodies: await registry.listBodyChoices(c.var.ctx.db),
    form: attempt === fresh ? { values: { kind: 'ordinary', mode: 'room' }, errors: {} } : attempt.form,
    refusal: attempt.refusal,
    idempotencyKey: attempt.form.values.idempotencyKey ?? crypto.randomUUID(),
  }
  return privatePage(c, (frame) => <PlanPage {...{ frame, ...parts }} />, statusOf(attempt))
}

deskRoutes.get(paths.plan, (c) => showPlan(c))

deskRoutes.post(paths.plan, async (c) => {
  const t = deskMessages[c.var.language]
  const read = await readForm(c, planMeetingInput, t.errors)
  if (!read.ok) return showPlan(c, { form: read.form })
  const outcome = await planMeeting(c.var.ctx, read.input)
  if (outcome.ok) return seeOther(c, paths.meeting(outcome.number))
  return showPlan(c, refused(read.values, outcome.refusal, t))
})

/** A refusal stands at the field that it is about, where there is one. */
function refused(values: Record<string, string>, refusal: keyof DeskWords['refusals'], t: DeskWords): Attempt {
  const field = fieldOf[refusal]
  const words = t.refusals[refusal]
  if (field === undefined) return { form: { values, errors: {} }, refusal: words }
  return { form: { values, errors: { [field]: words } } }
}

const fieldOf: Partial<Record<keyof DeskWords['refusals'], string>> = {
  endsBefore: 'endsAt',
  inPast: 'startsAt',
  sessionNoTaken: 'sessionNo',
  bodyUnknown: 'body',
  becauseMissing: 'because',
  tooLate: 'lateBecause',
}

async function showEdit(c: WebContext, attempt: Attempt = fresh): Promise<Response> {
  const meeting = await meetingAtDesk(c)
  const zone = timeZoneOf(c.var.ctx.db)
  const { kind, mode, place, sessionNo, startsAt, endsAt } = meeting
  const values = {
    kind,
    mode,
    place,
    sessionNo: sessionNo === null ? '' : String(sessionNo),
    startsAt: localTimeOf(startsAt, zone),
    endsAt: endsAt === null ? '' : localTimeOf(endsAt, zone),
  }
  const form = attempt === fresh ? { values, errors: {} } : attempt.form
  return privatePage(
    c,
    (frame) => <EditMeetingPage {...{ frame, meeting, form }} refusal={attempt.refusal} />,
    statusOf(attempt),
  )
}

deskRoutes.get(paths.edit(inAddress.number), (c) => showEdit(c))

deskRoutes.post(paths.edit(inAddress.number), async (c) => {
  const t = deskMessages[c.var.language]
  const number = Number(c.req.param('number'))
  const read = await readForm(c, editMeetingInput, t.errors)
  if (!read.ok) return showEdit(c, { form: read.form })
  const outcome = await editMeeting(c.var.ctx, number, read.input)
  if (outcome.ok) return seeOther(c, paths.meeting(number))
  return showEdit(c, refused(read.values, outcome.refusal, t))
})

export async function showMeetingAtDesk(c: WebContext, attempt: Attempt = fresh): Promise<Response> {
  const { ctx } = c.var
  const meeting = await meetingAtDesk(c)
  const heldOn = localDate(meeting.startsAt, timeZoneOf(ctx.db))
  const statute = await findStatute(ctx.db, meeting.body, heldOn)
  // The first post of a body is that of its chair.
  const chairPost = (await registry.listPostsOf(ctx.db, meeting.body.id, heldOn))[0]?.id
  const { startsAt, endsAt } = meeting
  const [clashes] = await findClashes(ctx, [{ bodyId: meeting.body.id, startsAt, endsAt }], meeting.id)
  const parts = {
    meeting,
    items: await listItems(ctx.db, meeting.id),
    invited: meeting.invitedAt === null ? [] : await listInvited(ctx.db, meeting.id, meeting.sequence),
    members: (await listMembersOn(ctx, meeting.body.id, heldOn)).map((member) => ({
      personId: member.personId,
      name: `${member.givenName} ${member.familyName}`,
      isUsualChair: member.postId !== null && member.postId === chairPost,
    })),
    notice: {
      days: daysOfNotice(todayOf(ctx), heldOn),
      needed: statute?.invitation.daysBefore ?? 0,
      isUnverified: statute?.invitation.unverified === true,
    },
    clashes: clashes!,
    form: attempt.form,
    refusal: attempt.refusal,
  }
  return privatePage(c, (frame) => <MeetingDeskPage {...{ frame, ...parts }} />, statusOf(attempt))
}

deskRoutes.get(paths.meeting(inAddress.number), (c) => showMeetingAtDesk(c))

type Outcome = { ok: true } | { ok: false; refusal: keyof DeskWords['refusals'] }

/** One step from the meeting's page: done, or the page again with what was typed. */
function step<S extends z.ZodType>(
  path: (number: string) => string,
  schema: S,
  work: (c: WebContext, number: number, input: z.output<S>) => Promise<Outcome>,
): void {
  const address = path(inAddress.number)
  deskRoutes.get(address, (c) => seeOther(c, paths.meeting(c.req.param('number') ?? '')))
  deskRoutes.post(address, async (c) => {
    const number = Number(c.req.param('number'))
    const t = deskMessages[c.var.language]
    const read = await readForm(c, schema, t.errors)
    if (!read.ok) return showMeetingAtDesk(c, { form: read.form })
    const outcome = await work(c, number, read.input)
    return outcome.ok
      ? seeOther(c, paths.meeting(number))
      : showMeetingAtDesk(c, refused(read.values, outcome.refusal, t))
  })
}

step(paths.announce, z.object({}), (c, number) => announceMeeting(c.var.ctx, number))
step(paths.invite, callMembersInput, (c, number, input) => callMembers(c.var.ctx, number, input))
step(paths.cancel, cancelMeetingInput, (c, number, input) => cancelMeeting(c.var.ctx, number, input))
