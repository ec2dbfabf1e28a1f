import { Hono } from 'hono'
import { listSettlements } from '#modules/places/index.ts'
import { NotFound } from '#platform/context.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { allowMaps } from '#platform/web/security.ts'
import { followPath } from '#ui/follow-box.tsx'
import { listGroups } from '../queries/categories.ts'
import { everything, listPublicReports } from '../queries/reports.ts'
import { AlertFormPage, AlertPage } from './alert-pages.tsx'
import { nameOfAlert } from './followables.ts'
import { alertInput, makeAlert } from './make-alert.ts'
import { alertMessages } from './messages.ts'
import { alertPaths, feedAddress } from './paths.ts'
import { findAlert } from './queries.ts'

export const alertRoutes = new Hono<AppEnv>()

const newest = 25

async function show(c: WebContext, attempt?: FormState): Promise<Response> {
  const { ctx } = c.var
  const asked = (name: string) => (c.req.query(name) ?? '').slice(0, 100)
  const values = { settlement: asked('koht'), group: asked('teema'), metres: asked('kaugus'), point: asked('punkt') }
  const parts = {
    groups: await listGroups(ctx.db),
    settlements: await listSettlements(ctx.db),
    tiles: c.var.config.mapTiles,
    form: attempt ?? { values, errors: {} },
  }
  allowMaps(c)
  return page(c, (frame) => <AlertFormPage {...{ frame, ...parts }} />, attempt === undefined ? 200 : 422)
}

alertRoutes.get(alertPaths.form, (c) => show(c))

alertRoutes.post(alertPaths.form, async (c) => {
  const { ctx, language } = c.var
  const words = alertMessages[language].errors
  const read = await readForm(c, alertInput, words)
  if (!read.ok) return show(c, read.form)
  const outcome = await makeAlert(ctx, read.input)
  if (outcome.ok) return seeOther(c, followPath(alertPaths.alert(outcome.code)))
  return show(c, { values: read.values, errors: { settlement: words.invalid } })
})

alertRoutes.get(alertPaths.alert(':code{[0-9a-f]{18}}'), async (c) => {
  const { ctx, language } = c.var
  const alert = await findAlert(ctx.db, c.req.param('code') ?? '')
  if (alert === undefined) throw new NotFound()
  const filter = {
    settlement: alert.settlement?.ehak ?? null,
    group: alert.group?.code ?? null,
    circle: alert.circle,
  }
  const parts = {
    code: alert.code,
    title: nameOfAlert(alert, language),
    reports: await listPublicReports(
      ctx.db,
      { ...everything, settlement: filter.settlement, group: filter.group, near: filter.circle },
      { limit: newest },
    ),
    feedPath: feedAddress(filter),
  }
  // It may tell where somebody lives.
  c.header('X-Robots-Tag', 'noindex')
  return page(c, (frame) => <AlertPage {...{ frame, ...parts }} />)
})
