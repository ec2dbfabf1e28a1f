import { Hono } from 'hono'
import { authorize } from '#platform/context.ts'
import { readForm } from '#platform/forms.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { preparesMeetings } from '../rules.ts'
import { AbsencePage } from './absence-page.tsx'
import { listAbsent } from './list-absent.ts'
import { absenceMessages } from './messages.ts'
import { absencePaths } from './paths.ts'
import { reportAbsence, reportAbsenceInput } from './report-absence.ts'

export const absenceRoutes = new Hono<AppEnv>()

async function show(c: WebContext, refusal?: string): Promise<Response> {
  authorize(preparesMeetings(c.var.ctx.actor))
  const watched = await listAbsent(c.var.ctx)
  return privatePage(c, (frame) => <AbsencePage {...{ frame, watched, refusal }} />, refusal === undefined ? 200 : 422)
}

absenceRoutes.get(absencePaths.list, (c) => show(c))

absenceRoutes.post(absencePaths.list, async (c) => {
  authorize(preparesMeetings(c.var.ctx.actor))
  const { errors } = absenceMessages[c.var.language]
  const read = await readForm(c, reportAbsenceInput, errors)
  if (!read.ok) return show(c, errors.invalid)
  const { ok } = await reportAbsence(c.var.ctx, read.input)
  return ok ? seeOther(c, absencePaths.list) : show(c, errors.invalid)
})
