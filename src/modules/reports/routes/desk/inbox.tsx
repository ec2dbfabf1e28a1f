import { Hono } from 'hono'
import { authorize, todayOf } from '#platform/context.ts'
import type { FormState } from '#platform/forms.ts'
import { page, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { listSettlements } from '#modules/places/index.ts'
import { InboxPage } from '../../pages/work/inbox-page.tsx'
import { chosenIn } from '../../pages/work/inbox-filters.tsx'
import { inboxAddress, reportDeskPaths } from '../../paths.ts'
import { listCategories } from '../../queries/categories.ts'
import { countInbox, listAssignablePosts, listInbox, type InboxFilter } from '../../queries/inbox.ts'
import { canSeeInbox, dueFilters, inboxViews, priorities } from '../../rules.ts'

export const inboxRoutes = new Hono<AppEnv>()

const pageSize = 50
const furthest = 10_000

/** The list, or the list again with what was wrong in choosing from it. */
export async function showInbox(c: WebContext, form?: FormState): Promise<Response> {
  const { ctx } = c.var
  authorize(canSeeInbox(ctx.actor) || ctx.actor.postIds.length > 0)
  const asked = (name: string) => c.req.query(name) ?? ''
  const settlements = await listSettlements(ctx.db)
  const categories = await listCategories(ctx.db)
  const posts = await listAssignablePosts(ctx.db)
  const filter: InboxFilter = {
    view: inboxViews.find((one) => one === asked('vaade')) ?? 'open',
    settlement: settlements.find(({ ehak }) => ehak === asked('koht'))?.ehak,
    category: categories.find(({ code }) => code === asked('teema'))?.code,
    post: posts.find(({ id }) => id === asked('vastutaja'))?.id,
    priority: priorities.find((one) => one === asked('kiirus')),
    due: dueFilters.find((one) => one === asked('tahtaeg')),
  }
  const from = Number(asked('alates'))
  const offset = Number.isInteger(from) && from > 0 && from <= furthest ? from : 0
  const today = todayOf(ctx)
  const reports = await listInbox(ctx.db, ctx.actor, filter, today, { offset, limit: pageSize + 1 })
  const { views, found } = await countInbox(ctx.db, ctx.actor, filter, today)
  const address = (at: number) => inboxAddress({ ...chosenIn(filter), alates: at === 0 ? undefined : String(at) })
  const parts = {
    filter,
    settlements,
    categories,
    posts,
    today,
    found,
    counts: views,
    reports: reports.slice(0, pageSize),
    newerHref: offset === 0 ? undefined : address(Math.max(0, offset - pageSize)),
    olderHref: reports.length > pageSize ? address(offset + pageSize) : undefined,
    ...(form === undefined ? {} : { form }),
  }
  return page(c, (frame) => <InboxPage {...{ frame, ...parts }} />, form === undefined ? 200 : 422)
}

inboxRoutes.get(reportDeskPaths.inbox, (c) => showInbox(c))
