import * as z from 'zod'
import { makeApiToken } from '#platform/api-keys.ts'
import { authorize, inTransaction, NotFound, personOf, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { once } from '#platform/once.ts'
import { canManageKeys } from './rules.ts'

declare module '#platform/events.ts' {
  interface Events {
    'open-data.key-made': { rights: string[]; readsPerMinute: number }
    'open-data.key-revoked': Record<string, never>
  }
}

const emptyDay = z.literal('').transform(() => null)

export const makeKeyInput = z.object({
  name: z.string().trim().min(2, 'nameWrong').max(100, 'nameWrong'),
  rights: z
    .string()
    .default('')
    .transform((all) => all.split(',').filter((right) => right !== '')),
  readsPerMinute: z.coerce.number('limitWrong').int('limitWrong').min(1, 'limitWrong').max(100_000, 'limitWrong'),
  expiresOn: z.union([emptyDay, z.iso.date('dayWrong')], 'dayWrong').default(null),
  idempotencyKey: z.uuid('invalid'),
})

export type MakeKeyOutcome = { ok: true; token: string | null } | { ok: false; refusal: 'dayPast' }

/**
 * The token is answered this once, and null when the same form comes again; only its hash is kept. Rights that no
 * operation asks for are left out.
 */
export async function makeKey(
  context: Context,
  input: z.output<typeof makeKeyInput>,
  known: readonly string[],
): Promise<MakeKeyOutcome> {
  authorize(canManageKeys(context.actor))
  if (input.expiresOn !== null && input.expiresOn < todayOf(context)) return { ok: false, refusal: 'dayPast' }
  const { token, hash, beginning } = makeApiToken()
  const rights = input.rights.filter((right) => known.includes(right))
  let made: string | null = null
  await inTransaction(context, (ctx) =>
    once(ctx, input.idempotencyKey, 'makeKey', async () => {
      const row = await ctx.db
        .insertInto('platform_api_keys')
        .values({
          token_hash: hash,
          beginning,
          name: input.name,
          rights,
          reads_per_minute: input.readsPerMinute,
          expires_on: input.expiresOn,
          made_by: personOf(ctx.actor),
          made_at: ctx.now,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await record(ctx, 'open-data.key-made', `api-key:${row.id}`, { rights, readsPerMinute: input.readsPerMinute })
      made = token
      return { ok: true }
    }),
  )
  return { ok: true, token: made }
}

/** From now on the key opens nothing. Doing it again changes nothing. */
export async function revokeKey(context: Context, id: string): Promise<void> {
  authorize(canManageKeys(context.actor))
  await inTransaction(context, async (ctx) => {
    const found = await ctx.db
      .selectFrom('platform_api_keys')
      .select('revoked_at')
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (found === undefined) throw new NotFound()
    if (found.revoked_at !== null) return
    await ctx.db.updateTable('platform_api_keys').set({ revoked_at: ctx.now }).where('id', '=', id).execute()
    await record(ctx, 'open-data.key-revoked', `api-key:${id}`, {})
  })
}
