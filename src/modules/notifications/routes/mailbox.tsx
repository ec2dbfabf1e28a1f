import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { NotFound } from '#platform/context.ts'
import type { AppEnv, WebContext } from '#platform/web/http.ts'
import { MailboxLetterPage, MailboxPage } from '../pages/mailbox-pages.tsx'
import { inAddress, notificationPaths } from '../paths.ts'
import { findMail, listMails, listSentMails } from '../queries/mail-lists.ts'
import { renderMail, senderOf } from '../render-mail.ts'
import { originOf } from '#platform/web/open-request.ts'
import { privatePage } from '#platform/web/private-page.ts'

/** The demo's mailbox. Elsewhere letters belong to their readers alone, and none of these pages exists. */
export const mailboxRoutes = new Hono<AppEnv>()

const mostShown = 200

const onlyInDemo = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.config.mode !== 'demo') throw new NotFound()
  await next()
})
mailboxRoutes.use('/dev/mail', onlyInDemo)
mailboxRoutes.use('/dev/mail/*', onlyInDemo)
mailboxRoutes.use('/dev/mail.json', onlyInDemo)

/** Links lead to where the reader of the mailbox is, whatever port that is. */
const demoSender = (c: WebContext) => ({ ...senderOf(c.var.site, c.var.config), origin: originOf(c) })

mailboxRoutes.get(notificationPaths.devMails, async (c) => {
  const mails = await listMails(c.var.ctx.db, ['sent'], null, mostShown)
  return privatePage(c, (frame) => <MailboxPage frame={frame} mails={mails} />)
})

mailboxRoutes.get(notificationPaths.devMailsJson, async (c) => {
  const sender = demoSender(c)
  const mails = await listSentMails(c.var.ctx.db, mostShown)
  const shown = await Promise.all(
    mails.map(async ({ letter, ...mail }) => {
      const parts = letter === null ? { text: null, html: null } : await renderMail(sender, { ...mail, letter })
      const { id, to, kind, purpose, language, subject, sentAt } = mail
      return { id, to, kind, purpose, language, subject, sentAt, ...parts }
    }),
  )
  return c.json(shown)
})

async function findRendered(c: WebContext) {
  const mail = await findMail(c.var.ctx.db, Number(c.req.param('number')))
  if (mail === undefined || mail.letter === null) throw new NotFound()
  return { mail, ...(await renderMail(demoSender(c), { ...mail, letter: mail.letter })) }
}

mailboxRoutes.get(`/dev/mail/${inAddress.number}`, async (c) => {
  const { mail, text } = await findRendered(c)
  const policy = c.res.headers.get('Content-Security-Policy') ?? ''
  c.header('Content-Security-Policy', `${policy}; frame-src 'self'`)
  return privatePage(c, (frame) => <MailboxLetterPage frame={frame} mail={mail} text={text} />)
})

mailboxRoutes.get(`/dev/mail/${inAddress.number}/html`, async (c) => {
  const { html } = await findRendered(c)
  c.header(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-top-navigation-by-user-activation",
  )
  return c.html(html)
})
