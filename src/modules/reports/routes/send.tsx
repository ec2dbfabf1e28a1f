import { Hono } from 'hono'
import { forms } from '#modules/forms/index.ts'
import { listSettlements } from '#modules/places/index.ts'
import { emptyForm, type FormState } from '#platform/forms.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { problem } from '#platform/web/problem.ts'
import { allowMaps } from '#platform/web/security.ts'
import { localPath } from '#ui/links.ts'
import { deviceMessages } from '../messages/device.ts'
import { sendMessages } from '../messages/send.ts'
import { accountMark } from '../offline/account-mark.ts'
import { SendPage } from '../pages/send-page.tsx'
import { reportPaths } from '../paths.ts'
import { listGroups } from '../queries/categories.ts'
import { findReport } from '../queries/reports.ts'
import { questionsOf } from '../questions.ts'
import { listShown } from '../settings/announcements/queries.ts'
import { listOffered } from '../settings/offered.ts'
import { makeReportToken } from '../tokens.ts'
import { asksAsProgram, takeReport, type Taken } from './take-report.ts'

export const sendRoutes = new Hono<AppEnv>()

type Shown = { form?: FormState; refusal?: string | undefined; isForDevice?: boolean }

async function show(c: WebContext, { form = emptyForm, refusal, isForDevice = false }: Shown): Promise<Response> {
  const { ctx, site, config } = c.var
  const { db } = ctx
  const lists = {
    groups: await listGroups(db),
    categories: await listOffered(ctx),
    settlements: await listSettlements(db),
    tiles: config.mapTiles,
    // What stands on a device is read when the storm is long over.
    announcements: isForDevice ? [] : await listShown(db, ctx.now),
    questions: (await forms.opened(db, questionsOf(form.values.category ?? ''), form.values)) ?? null,
  }
  allowMaps(c)
  // A page that a device keeps is opened many times: each time its script makes a key.
  const findsAddresses = c.var.config.addressSearch !== null
  const idempotencyKey = isForDevice ? '' : form.values.idempotencyKey || crypto.randomUUID()
  const account = accountMark(site.keys, ctx.actor)
  const isWrong = refusal !== undefined || Object.keys(form.errors).length > 0
  return privatePage(
    c,
    (frame) => {
      const senderName = frame.viewer === null ? null : frame.viewer.name
      return (
        <SendPage
          {...{ frame, ...lists, form, refusal, idempotencyKey, senderName, account, isForDevice, findsAddresses }}
        />
      )
    },
    isWrong ? 422 : 200,
  )
}

sendRoutes.get(reportPaths.send, (c) => {
  const category = c.req.query('teema')
  const form = category === undefined ? emptyForm : { values: { category }, errors: {} }
  // Asked for by the worker, without cookies.
  return show(c, { form, isForDevice: c.req.query('seadmesse') !== undefined })
})

sendRoutes.post(reportPaths.send, async (c) => {
  const taken = await takeReport(c)
  return asksAsProgram(c) ? answerProgram(c, taken) : answerPerson(c, taken)
})

const ownPath = (c: WebContext, id: string) => reportPaths.own(makeReportToken(c.var.site.keys, 'report reader', id))

function answerPerson(c: WebContext, taken: Taken): Promise<Response> | Response {
  const { language } = c.var
  switch (taken.how) {
    case 'received':
      return seeOther(c, `${ownPath(c, taken.id)}?saadetud=1`)
    case 'asked':
      return show(c, { form: taken.form })
    case 'refused':
      return show(c, { form: taken.form, refusal: taken.sentence })
    case 'otherAccount':
      return show(c, { form: taken.form, refusal: deviceMessages[language].otherAccount })
    case 'tooMany':
      return show(c, { form: taken.form, refusal: sendMessages[language].refusals.tooMany })
  }
}

/** To the form's script and to the worker on the device (RFC 9457). */
async function answerProgram(c: WebContext, taken: Taken): Promise<Response> {
  const { language } = c.var
  const t = sendMessages[language]
  switch (taken.how) {
    case 'received': {
      const own = taken.isOwn ? localPath(ownPath(c, taken.id), language) : null
      // One that nobody confirmed in time is deleted.
      const report = await findReport(c.var.ctx.db, { id: taken.id })
      const waitsForMail = report === undefined || report.state === 'unconfirmed'
      if (own !== null) c.header('Location', own)
      c.header('Cache-Control', 'private, no-store')
      return c.json({ number: taken.number, own, waitsForMail }, 201)
    }
    case 'asked':
    case 'refused': {
      const sentence = taken.how === 'refused' ? taken.sentence : undefined
      const detail = sentence === undefined ? {} : { detail: sentence }
      return problem(c, { status: 422, title: 'refused', ...detail, errors: taken.form.errors })
    }
    case 'otherAccount':
      return problem(c, { status: 409, title: 'otherAccount', detail: deviceMessages[language].otherAccount })
    case 'tooMany':
      c.header('Retry-After', '900')
      return problem(c, { status: 429, title: 'tooMany', detail: t.refusals.tooMany })
  }
}
