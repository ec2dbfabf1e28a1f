import { Hono } from 'hono'
import { listSettlements } from '#modules/places/index.ts'
import { authorize } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { coordinatesReports } from '../../rules.ts'
import { announce, announceInput, endAnnouncing } from './announce.ts'
import { AnnouncementsPage } from './announcements-page.tsx'
import { announcementMessages } from './messages.ts'
import { announcementPaths } from './paths.ts'
import { listAnnouncements, listShown } from './queries.ts'

export const announcementRoutes = new Hono<AppEnv>()

async function show(c: WebContext, attempt?: FormState): Promise<Response> {
  const { ctx } = c.var
  authorize(coordinatesReports(ctx.actor))
  const shown = new Set((await listShown(ctx.db, ctx.now)).map(({ id }) => id))
  const listed = (await listAnnouncements(ctx.db)).map((one) => {
    const state = shown.has(one.id) ? 'shown' : one.from > ctx.now && !one.hasEnded ? 'coming' : 'ended'
    return { ...one, state } as const
  })
  const parts = {
    announcements: listed,
    settlements: await listSettlements(ctx.db),
    form: attempt ?? emptyForm,
    idempotencyKey: attempt?.values.idempotencyKey ?? crypto.randomUUID(),
  }
  return page(c, (frame) => <AnnouncementsPage {...{ frame, ...parts }} />, attempt === undefined ? 200 : 422)
}

announcementRoutes.get(announcementPaths.list, (c) => show(c))

announcementRoutes.post(announcementPaths.list, async (c) => {
  const { ctx, language } = c.var
  authorize(coordinatesReports(ctx.actor))
  const words = announcementMessages[language].errors
  const read = await readForm(c, announceInput, words)
  if (!read.ok) return show(c, read.form)
  const outcome = await announce(ctx, read.input)
  if (outcome.ok) return seeOther(c, announcementPaths.list)
  const field = outcome.refusal === 'untilWrong' ? 'until' : 'settlement'
  return show(c, { values: read.values, errors: { [field]: words[outcome.refusal] } })
})

const id = ':id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}'

announcementRoutes.post(announcementPaths.end(id), async (c) => {
  await endAnnouncing(c.var.ctx, c.req.param('id') ?? '')
  return seeOther(c, announcementPaths.list)
})
