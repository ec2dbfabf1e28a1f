import { Hono } from 'hono'
import { renderToString } from 'preact-render-to-string'
import { forms } from '#modules/forms/index.ts'
import { listSettlements } from '#modules/places/index.ts'
import { page, type AppEnv } from '#platform/web/http.ts'
import { reportPaths } from '../paths.ts'
import { listCategories } from '../queries/categories.ts'
import { questionsOf } from '../questions.ts'
import { accountMark } from './account-mark.ts'
import { DevicePage } from './device-page.tsx'
import { AllQuestions } from './subject-questions.tsx'

export const deviceRoutes = new Hono<AppEnv>()

deviceRoutes.get(reportPaths.device, (c) => {
  const account = accountMark(c.var.site.keys, c.var.ctx.actor)
  c.header('X-Robots-Tag', 'noindex')
  return page(c, (frame) => <DevicePage {...{ frame, account }} />)
})

/** Part of a page, the same for everybody. */
deviceRoutes.get(reportPaths.questions, async (c) => {
  const { db } = c.var.ctx
  const categories = (await listCategories(db)).filter(({ isOpen }) => isOpen)
  const current = await forms.listCurrent(
    db,
    categories.map(({ code }) => questionsOf(code)),
  )
  const subjects = categories
    .map((category) => ({ category, questions: current.get(questionsOf(category.code)) ?? null }))
    .filter(({ category, questions }) => category.notice !== null || questions !== null)
  const [frame, settlements] = [await c.var.frame(), await listSettlements(db)]
  c.header('Cache-Control', 'no-cache')
  c.header('X-Robots-Tag', 'noindex')
  return c.html(renderToString(<AllQuestions {...{ frame, settlements, subjects }} />))
})
