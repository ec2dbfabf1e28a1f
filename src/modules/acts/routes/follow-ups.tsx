import { Hono } from 'hono'
import { authorize, NotFound, todayOf } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { registry } from '#modules/people/index.ts'
import { endFollowUp, endFollowUpInput, setFollowUp, setFollowUpInput } from '../follow-up.ts'
import { deskMessages, type DeskWords } from '../messages/desk.ts'
import { FollowUpsPage } from '../pages/work/follow-ups-page.tsx'
import { actDeskPaths as paths, slugInAddress } from '../paths.ts'
import { findAct } from '../queries/acts.ts'
import { listFollowUps } from '../queries/follow-ups.ts'
import { keepsActs, maySayDone } from '../rules.ts'
import { seenAct } from '../seen-act.ts'

export const followUpRoutes = new Hono<AppEnv>()

async function show(c: WebContext, form: FormState = emptyForm, refusal?: string): Promise<Response> {
  const { ctx } = c.var
  const row = await findAct(ctx.db, { slug: c.req.param('slug') ?? '' })
  if (row === undefined) throw new NotFound()
  const all = await listFollowUps(ctx.db, row.id)
  const followUps = all.map((one) => ({ ...one, mayEnd: maySayDone(ctx.actor, one) }))
  authorize(keepsActs(ctx.actor) || followUps.some(({ mayEnd }) => mayEnd))
  const today = todayOf(ctx)
  const act = seenAct(row, ctx.actor, today)
  const parties = keepsActs(ctx.actor) ? await registry.listParties(ctx.db) : null
  const idempotencyKey = form.values.idempotencyKey ?? crypto.randomUUID()
  // Of an act that is restricted as a whole, whoever carries one task out sees that one alone.
  const shown = act.title === null ? followUps.filter(({ mayEnd }) => mayEnd) : followUps
  const ending = form.values.followUp ?? c.req.query('ulesanne') ?? null
  const parts = { act, followUps: shown, parties, today, form, refusal, idempotencyKey, ending }
  return privatePage(c, (frame) => <FollowUpsPage {...{ frame, ...parts }} />, form === emptyForm ? 200 : 422)
}

function refused(c: WebContext, values: Record<string, string>, refusal: keyof DeskWords['refusals']) {
  const words = deskMessages[c.var.language].refusals[refusal]
  const field = refusal === 'whoUnknown' ? 'who' : refusal === 'dueBeforeAdoption' ? 'dueOn' : null
  return field === null ? show(c, { values, errors: {} }, words) : show(c, { values, errors: { [field]: words } })
}

followUpRoutes.get(paths.followUp(slugInAddress), (c) => show(c))
followUpRoutes.post(paths.followUp(slugInAddress), async (c) => {
  const { ctx, language } = c.var
  authorize(keepsActs(ctx.actor))
  const slug = c.req.param('slug') ?? ''
  const read = await readForm(c, setFollowUpInput, deskMessages[language].errors)
  if (!read.ok) return show(c, read.form)
  const outcome = await setFollowUp(ctx, slug, read.input)
  return outcome.ok ? seeOther(c, paths.followUp(slug)) : refused(c, read.values, outcome.refusal)
})

followUpRoutes.get(paths.endFollowUp(slugInAddress), (c) => seeOther(c, paths.followUp(c.req.param('slug') ?? '')))
followUpRoutes.post(paths.endFollowUp(slugInAddress), async (c) => {
  const { ctx, language } = c.var
  const slug = c.req.param('slug') ?? ''
  const read = await readForm(c, endFollowUpInput, deskMessages[language].errors)
  if (!read.ok) return show(c, read.form)
  const outcome = await endFollowUp(ctx, slug, read.input)
  return outcome.ok ? seeOther(c, paths.followUp(slug)) : refused(c, read.values, outcome.refusal)
})
