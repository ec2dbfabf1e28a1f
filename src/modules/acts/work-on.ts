import { authorize, inRefusableTransaction, NotFound, type Context } from '#platform/context.ts'
import { lockAct, type Act } from './queries/acts.ts'
import { keepsActs } from './rules.ts'

/** One change of an act by those who keep acts: locked, in one transaction, undone as a whole when refused. */
export async function workOn<T>(
  context: Context,
  slug: string,
  work: (ctx: Context, act: Act) => Promise<T>,
): Promise<T> {
  authorize(keepsActs(context.actor))
  return inRefusableTransaction(context, async (ctx) => {
    const act = await lockAct(ctx.db, slug)
    if (act === undefined) throw new NotFound()
    return work(ctx, act)
  })
}
