import type { Context } from './context.ts'

type Json = string | number | boolean | null | { [key: string]: Json } | Json[]

/**
 * Runs `work` once for an idempotency key of a form and answers a repetition with the first outcome.
 * Two that come together wait for one another on the row's unique key. Call it inside the transaction.
 */
export async function once<T extends { ok: boolean } & { [key: string]: Json }>(
  ctx: Context,
  key: string,
  useCase: string,
  work: () => Promise<T>,
): Promise<T> {
  const actor = ctx.actor.personId ?? 'anonymous'
  const inserted = await ctx.db
    .insertInto('platform_submissions')
    .values({ key, actor, use_case: useCase, outcome: '{}', at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  const own = { key, actor, use_case: useCase }
  const match = () => ctx.db.selectFrom('platform_submissions').select('outcome')
  if (inserted === undefined) {
    const first = await match()
      .where('key', '=', own.key)
      .where('actor', '=', own.actor)
      .where('use_case', '=', own.use_case)
      .executeTakeFirstOrThrow()
    return first.outcome as T
  }
  const outcome = await work()
  if (!outcome.ok) {
    // A refused form may be corrected and sent again with the same key.
    await ctx.db
      .deleteFrom('platform_submissions')
      .where('key', '=', key)
      .where('actor', '=', actor)
      .where('use_case', '=', useCase)
      .execute()
    return outcome
  }
  await ctx.db
    .updateTable('platform_submissions')
    .set({ outcome: JSON.stringify(outcome) })
    .where('key', '=', own.key)
    .where('actor', '=', own.actor)
    .where('use_case', '=', own.use_case)
    .execute()
  return outcome
}

/**
 * What a form with this key has come to already, so that a repetition need not be read again. `isOwn` is false when
 * somebody else sent it: the key is as secret as the form in which it stands.
 */
export async function findFirst<T extends { ok: boolean } & { [key: string]: Json }>(
  { db, actor }: Context,
  key: string,
  useCase: string,
): Promise<{ outcome: T; isOwn: boolean } | undefined> {
  const rows = await db
    .selectFrom('platform_submissions')
    .select(['actor', 'outcome'])
    .where('key', '=', key)
    .where('use_case', '=', useCase)
    .limit(10)
    .execute()
  const own = rows.find((row) => row.actor === (actor.personId ?? 'anonymous'))
  const first = own ?? rows[0]
  return first && { outcome: first.outcome as T, isOwn: own !== undefined }
}
