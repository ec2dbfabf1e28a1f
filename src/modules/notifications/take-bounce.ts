import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { findLetterToken, readBounce } from '#platform/mail/read-bounce.ts'
import { lockSameAddresses, updateStanding } from './queries/addresses.ts'
import { deleteDigestItems } from './queries/digests.ts'
import { findAddressKeyOfMail, markBounced } from './queries/mail-lists.ts'
import { afterBounce } from './rules.ts'
import { readMailToken } from './tokens.ts'

export type BounceOutcome =
  | { ok: true; kind: 'hard' | 'soft' | 'complaint' }
  | { ok: false; refusal: 'notABounce' | 'unknownLetter' | 'alreadyTaken' }

/** Takes a message that came back to the letters' sender, as it arrived. What it says holds for the address. */
export async function takeBounce(context: Context, keys: SiteKeys, raw: Buffer): Promise<BounceOutcome> {
  const token = findLetterToken(raw)
  if (token === null) return { ok: false, refusal: 'notABounce' }
  // Only what came back to a letter of ours is worth reading.
  const mailId = readMailToken(keys, token)
  if (mailId === null) return { ok: false, refusal: 'unknownLetter' }
  const bounce = await readBounce(raw)
  if (bounce === null) return { ok: false, refusal: 'notABounce' }
  return inTransaction(context, async (ctx) => {
    const found = await findAddressKeyOfMail(ctx.db, mailId)
    if (found === undefined) return { ok: false, refusal: 'unknownLetter' }
    const reason = bounce.kind === 'complaint' ? 'complaint' : `bounced ${bounce.status}`
    if (!(await markBounced(ctx.db, mailId, reason, bounce.kind !== 'complaint'))) {
      return { ok: false, refusal: 'alreadyTaken' }
    }
    for (const address of found.addressKey === null ? [] : await lockSameAddresses(ctx.db, found.addressKey)) {
      await updateStanding(ctx.db, address.id, afterBounce(address, bounce.kind), ctx.now)
      if (bounce.kind === 'complaint') await deleteDigestItems(ctx.db, address.id, null)
    }
    await record(ctx, 'notifications.bounce-taken', `mail:${mailId}`, { kind: bounce.kind })
    return { ok: true, kind: bounce.kind }
  })
}
