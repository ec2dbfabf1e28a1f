import { inTransaction, NotFound, type Context } from '#platform/context.ts'
import type { Answers } from './answer.ts'
import { deleteAnswers, insertAnswers } from './queries/answers.ts'
import { findVersion } from './queries/forms.ts'

/**
 * Keeps what `readAnswers` accepted for a version, inside the transaction of the owner's use case, which also says who
 * may do so. Answers its id.
 */
export async function keepAnswers(
  context: Context,
  formId: string,
  version: number,
  answers: Answers,
): Promise<string> {
  return inTransaction(context, async (ctx) => {
    if ((await findVersion(ctx.db, formId, version)) === undefined) throw new NotFound()
    return insertAnswers(ctx.db, { formId, version, answers, at: ctx.now })
  })
}

/** Deletes kept answers: with their owner's thing, or when their time is over. */
export async function forgetAnswers(context: Context, ids: readonly string[]): Promise<void> {
  await inTransaction(context, (ctx) => deleteAnswers(ctx.db, ids))
}
