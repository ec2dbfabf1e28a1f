import { inTransaction, NotFound, type Context } from '#platform/context.ts'
import type { Answers } from './answer.ts'
import { answersOf, deleteAnswers, insertAnswers, updateAnswers } from './queries/answers.ts'
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

/** What was answered for staff alone is deleted; what everybody may read stays. */
export async function forgetStaffAnswers(context: Context, ids: readonly string[]): Promise<void> {
  await inTransaction(context, async (ctx) => {
    for (const { id, definition, answers } of (await answersOf(ctx.db, ids)).values()) {
      const open = new Set(definition.fields.filter(({ isPublic }) => isPublic).map(({ code }) => code))
      const left = Object.fromEntries(Object.entries(answers).filter(([code]) => open.has(code)))
      if (Object.keys(left).length < Object.keys(answers).length) await updateAnswers(ctx.db, id, left)
    }
  })
}
