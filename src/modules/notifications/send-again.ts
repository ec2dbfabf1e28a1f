import { authorize, hasRole, inTransaction, NotFound, type Actor, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { requeueMail } from './queries/mail-lists.ts'

export const mayManageMails = (actor: Actor): boolean => hasRole(actor, 'administrator')

/** An administrator has a letter sent that failed, or of which nobody knows whether it arrived. */
export async function sendAgain(context: Context, id: number): Promise<void> {
  authorize(mayManageMails(context.actor))
  await inTransaction(context, async (ctx) => {
    if (!(await requeueMail(ctx.db, id, ctx.now))) throw new NotFound()
    await record(ctx, 'notifications.mail-sent-again', `mail:${id}`, { mail: id })
  })
}
