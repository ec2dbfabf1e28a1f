import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { findFollowable } from '#platform/followable.ts'
import { hashToken } from '#platform/keys.ts'
import { findAddress, findConfirmation, markConfirmationUsed, updateConfirmed } from './queries/addresses.ts'
import { countFollows, upsertFollow, type Follower } from './queries/follows.ts'

export type ConfirmOutcome = { ok: true; followPath: string | null } | { ok: false; refusal: 'linkExpired' }

/** The reader pressed the button: the address is theirs, and what was asked with it begins. Twice changes nothing. */
export async function confirmAddress(context: Context, token: string): Promise<ConfirmOutcome> {
  const tokenHash = hashToken(token)
  return inTransaction(context, async (ctx) => {
    const asked = await findConfirmation(ctx.db, tokenHash, ctx.now)
    const address = asked && (await findAddress(ctx.db, asked.addressId))
    if (asked === undefined || address === undefined) return { ok: false, refusal: 'linkExpired' }
    const { followPath, followHow } = asked
    if (!(await markConfirmationUsed(ctx.db, tokenHash, ctx.now))) return { ok: true, followPath }
    await updateConfirmed(ctx.db, address.id, ctx.now)
    await record(ctx, 'notifications.address-confirmed', `address:${address.id}`, {})
    if (followPath !== null && followHow !== null) {
      const who: Follower = address.personId === null ? { addressId: address.id } : { personId: address.personId }
      const everything = findFollowable(followPath)?.tellsEverything === true
      await upsertFollow(ctx.db, who, { path: followPath, everything, how: followHow, now: ctx.now })
      const now = await countFollows(ctx.db, who)
      await record(ctx, 'notifications.follows-changed', `address:${address.id}`, { now })
    }
    return { ok: true, followPath }
  })
}
