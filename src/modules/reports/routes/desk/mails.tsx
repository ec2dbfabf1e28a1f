import { Hono } from 'hono'
import { authorize } from '#platform/context.ts'
import { readForm } from '#platform/forms.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { listAttached } from '#modules/files/index.ts'
import { dismissMail, dismissMailInput } from '../../entry/dismiss-mail.ts'
import { mailSubject } from '../../events.ts'
import { deskMessages } from '../../messages/desk.ts'
import { entryMessages } from '../../messages/entry.ts'
import { MailsPage, type MailsPageProps } from '../../pages/work/mails-page.tsx'
import { inAddress, reportDeskPaths as paths } from '../../paths.ts'
import { listWaitingMails } from '../../queries/mails.ts'
import { canEnterReports } from '../../rules.ts'

export const deskMailRoutes = new Hono<AppEnv>()

async function show(c: WebContext, attempt?: MailsPageProps['attempt']): Promise<Response> {
  const { ctx } = c.var
  authorize(canEnterReports(ctx.actor))
  const mails = await listWaitingMails(ctx.db)
  const subjects = mails.map(({ id }) => mailSubject(id))
  const files = subjects.length === 0 ? [] : await listAttached(ctx, subjects)
  const status = attempt === undefined ? 200 : 422
  return privatePage(c, (frame) => <MailsPage {...{ frame, mails, files, attempt }} />, status)
}

deskMailRoutes.get(paths.mails, (c) => show(c))
deskMailRoutes.get(paths.dismissMail(inAddress.update), (c) => seeOther(c, paths.mails))
deskMailRoutes.post(paths.dismissMail(inAddress.update), async (c) => {
  const { ctx, language } = c.var
  const id = c.req.param('update') ?? ''
  const t = entryMessages[language]
  authorize(canEnterReports(ctx.actor))
  const read = await readForm(c, dismissMailInput, { ...deskMessages[language].errors, ...t.errors })
  if (!read.ok) return show(c, { id, form: read.form })
  const outcome = await dismissMail(ctx, id, read.input)
  if (outcome.ok) return seeOther(c, paths.mails)
  return show(c, { id, form: { values: read.values, errors: {} }, refusal: t.mailGone })
})
