import { Hono } from 'hono'
import { NotFound } from '#platform/context.ts'
import { answerPdf } from '#platform/web/answer-pdf.ts'
import type { AppEnv } from '#platform/web/http.ts'
import { inAddress, meetingPaths } from '../paths.ts'
import { listItems } from '../queries/items.ts'
import { findMeeting } from '../queries/meetings.ts'
import { isPublic } from '../rules.ts'
import { invitationDocument } from './invitation-document.ts'

export const invitationRoutes = new Hono<AppEnv>()

invitationRoutes.get(meetingPaths.invitation(inAddress.number), async (c) => {
  const { ctx, site, language } = c.var
  const meeting = await findMeeting(ctx.db, { number: Number(c.req.param('number')) })
  if (meeting === undefined || !isPublic(meeting) || meeting.invitedAt === null) throw new NotFound()
  return answerPdf(c, async (origin) => {
    const items = await listItems(ctx.db, meeting.id)
    return invitationDocument({ db: ctx.db, site, origin }, { meeting, items }, language)
  })
})
