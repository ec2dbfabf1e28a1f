import { Hono } from 'hono'
import { authorize, NotFound, todayOf } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { deskMessages } from '../messages/desk.ts'
import { actDeskPaths as paths, slugInAddress } from '../paths.ts'
import { findAct } from '../queries/acts.ts'
import { keepsActs } from '../rules.ts'
import { seenAct } from '../seen-act.ts'
import { GivenPage } from './given-page.tsx'
import { handOut, handOutInput } from './hand-out.ts'
import { listGiven } from './queries.ts'
import { readsGiven } from './reads-given.ts'

export const givenRoutes = new Hono<AppEnv>()

const most = 500

async function show(c: WebContext, form: FormState = emptyForm): Promise<Response> {
  const { ctx } = c.var
  const reads = await readsGiven(ctx)
  authorize(reads || keepsActs(ctx.actor))
  const row = await findAct(ctx.db, { slug: c.req.param('slug') ?? '' })
  if (row === undefined) throw new NotFound()
  const today = todayOf(ctx)
  const parts = {
    act: seenAct(row, ctx.actor, today),
    given: reads ? await listGiven(ctx.db, row.id, most) : null,
    mayAdd: keepsActs(ctx.actor),
    form: { ...form, values: { givenOn: today, ...form.values } },
    refusal: undefined,
    idempotencyKey: form.values.idempotencyKey ?? crypto.randomUUID(),
  }
  return privatePage(c, (frame) => <GivenPage {...{ frame, ...parts }} />, form === emptyForm ? 200 : 422)
}

givenRoutes.get(paths.given(slugInAddress), (c) => show(c))
givenRoutes.post(paths.given(slugInAddress), async (c) => {
  const { ctx, language } = c.var
  authorize(keepsActs(ctx.actor))
  const t = deskMessages[language]
  const slug = c.req.param('slug') ?? ''
  const read = await readForm(c, handOutInput, t.errors)
  if (!read.ok) return show(c, read.form)
  const outcome = await handOut(ctx, slug, read.input)
  if (outcome.ok) return seeOther(c, paths.given(slug))
  return show(c, { values: read.values, errors: { givenOn: t.refusals[outcome.refusal] } })
})
