import { Hono } from 'hono'
import { authorize, NotFound, personOf, todayOf } from '#platform/context.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { bulkInput, canStillUndo, chosenInput } from '../../bulk/bulk-input.ts'
import { doBulk } from '../../bulk/do-bulk.ts'
import { undoBulk } from '../../bulk/undo-bulk.ts'
import { bulkMessages } from '../../messages/bulk.ts'
import { deskMessages } from '../../messages/desk.ts'
import { BulkPage, BulkResultPage } from '../../pages/work/bulk-pages.tsx'
import { inAddress, reportDeskPaths as paths } from '../../paths.ts'
import { findBulkStep, listBulkRows } from '../../queries/bulk.ts'
import { listCategories } from '../../queries/categories.ts'
import { listAssignablePosts, listChosen } from '../../queries/inbox.ts'
import { listTemplates } from '../../queries/templates.ts'
import { canSeeInbox, coordinatesReports } from '../../rules.ts'
import { showInbox } from './inbox.tsx'

export const bulkRoutes = new Hono<AppEnv>()

const errorWords = (c: WebContext) => ({
  ...deskMessages[c.var.language].errors,
  ...bulkMessages[c.var.language].errors,
})

async function showStep(c: WebContext, form: FormState): Promise<Response> {
  const { ctx } = c.var
  const chosen = chosenInput.safeParse(form.values)
  if (!chosen.success) return showInbox(c, form)
  const parts = {
    what: chosen.data.what,
    reports: await listChosen(ctx.db, ctx.actor, chosen.data.n),
    today: todayOf(ctx),
    posts: await listAssignablePosts(ctx.db),
    categories: await listCategories(ctx.db),
    templates: (await listTemplates(ctx.db)).filter((one) => !one.isRetired && one.categoryCode === null),
    form,
    idempotencyKey: form.values.idempotencyKey ?? crypto.randomUUID(),
  }
  const isWrong = Object.keys(form.errors).length > 0
  return page(c, (frame) => <BulkPage {...{ frame, ...parts }} />, isWrong ? 422 : 200)
}

/** Asks once more what to do; nothing is changed. */
bulkRoutes.post(paths.chosen, async (c) => {
  authorize(canSeeInbox(c.var.ctx.actor))
  const read = await readForm(c, chosenInput, errorWords(c))
  return read.ok ? showStep(c, { values: read.values, errors: {} }) : showInbox(c, read.form)
})
for (const path of [paths.chosen, paths.bulk]) bulkRoutes.get(path, (c) => seeOther(c, paths.inbox))

bulkRoutes.post(paths.bulk, async (c) => {
  authorize(canSeeInbox(c.var.ctx.actor))
  const read = await readForm(c, bulkInput, errorWords(c))
  if (!read.ok) return showStep(c, read.form)
  const { id } = await doBulk(c.var.ctx, c.var.site.keys, read.input)
  return seeOther(c, paths.bulkStep(id))
})

async function showResult(c: WebContext, refusal?: string): Promise<Response> {
  const { ctx } = c.var
  const step = await findBulkStep(ctx.db, c.req.param('update') ?? '', { lock: false })
  if (step === undefined) throw new NotFound()
  const isTheirs = step.byPerson === personOf(ctx.actor) || coordinatesReports(ctx.actor)
  authorize(canSeeInbox(ctx.actor) && isTheirs)
  const rows = await listBulkRows(ctx.db, step.id, ctx.actor)
  const mayUndo = canStillUndo(step, ctx.now) && rows.some(({ outcome }) => outcome === 'done')
  const parts = { step, rows, mayUndo, refusal }
  return page(c, (frame) => <BulkResultPage {...{ frame, ...parts }} />, refusal === undefined ? 200 : 422)
}

bulkRoutes.get(paths.bulkStep(inAddress.update), (c) => showResult(c))
bulkRoutes.get(paths.undoBulk(inAddress.update), (c) => seeOther(c, paths.bulkStep(c.req.param('update') ?? '')))
bulkRoutes.post(paths.undoBulk(inAddress.update), async (c) => {
  const id = c.req.param('update') ?? ''
  const outcome = await undoBulk(c.var.ctx, c.var.site.keys, id)
  if (outcome.ok) return seeOther(c, paths.bulkStep(id))
  return showResult(c, bulkMessages[c.var.language].tooLate)
})
