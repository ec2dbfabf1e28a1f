import { Hono } from 'hono'
import { anonymous, todayOf } from '#platform/context.ts'
import { page, seeOther, type AppEnv } from '#platform/web/http.ts'
import { ActPage } from '../pages/act-page.tsx'
import { ActsPage, type Chosen } from '../pages/acts-page.tsx'
import { actPaths, slugInAddress } from '../paths.ts'
import { findChoices, listActs, type ActFilter } from '../queries/list-acts.ts'
import { readActPage } from '../read-act.ts'
import { actKinds, actStates, type ActKind, type ActState } from '../rules.ts'
import { seenAct } from '../seen-act.ts'

export const publicRoutes = new Hono<AppEnv>()

const pageLength = 50
const longestSearch = 100

const among = <T extends string>(all: readonly T[], asked: string | undefined): T | '' =>
  all.find((one) => one === asked) ?? ''

/** `2026-09-17_41`: the last act of the page before. */
function readPlace(asked: string | undefined): ActFilter['after'] {
  const [, on = '', sequence = ''] = /^(\d{4}-\d{2}-\d{2})_(\d{1,15})$/.exec(asked ?? '') ?? []
  return on === '' || Number.isNaN(Date.parse(`${on}T00:00Z`)) ? null : { on, sequence: Number(sequence) }
}

publicRoutes.get(actPaths.list, async (c) => {
  const { ctx } = c.var
  const today = todayOf(ctx)
  const choices = await findChoices(ctx.db)
  const chosen: Chosen = {
    kogu: among(
      choices.bodies.map(({ slug }) => slug),
      c.req.query('kogu'),
    ),
    liik: among(actKinds, c.req.query('liik')),
    aasta: among(choices.years, c.req.query('aasta')),
    seis: among(actStates, c.req.query('seis')),
    otsi: (c.req.query('otsi') ?? '').replaceAll('\0', '').trim().slice(0, longestSearch),
  }
  const filter: ActFilter = {
    body: chosen.kogu,
    kind: chosen.liik as ActKind | '',
    year: chosen.aasta,
    state: chosen.seis as ActState | '',
    words: chosen.otsi,
    after: readPlace(c.req.query('enne')),
  }
  const found = await listActs(ctx.db, filter, today, pageLength + 1)
  const last = found.length > pageLength ? found[pageLength - 1] : undefined
  const older = last === undefined ? null : `${last.adoptedOn}_${last.sequence}`
  // The list is the same for everybody: whoever may see more sees it on the act's own page.
  const acts = found.slice(0, pageLength).map((act) => seenAct(act, anonymous, today))
  return page(c, (frame) => <ActsPage {...{ frame, acts, chosen, choices, older }} />)
})

publicRoutes.get(actPaths.act(slugInAddress), async (c) => {
  const slug = c.req.param('slug') ?? ''
  const parts = await readActPage(c.var.ctx, slug)
  if (parts.act.slug !== slug) return seeOther(c, actPaths.act(parts.act.slug))
  return page(c, (frame) => <ActPage frame={frame} {...parts} />)
})
