import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { inTransaction } from '../context.ts'
import { record } from '../events.ts'
import { hashToken, randomToken, type SiteKeys } from '../keys.ts'
import type { Language } from '../language.ts'
import type { Directory } from './directory.ts'
import { openSession } from './sessions.ts'
import type { TaraClient } from './tara.ts'

const signInLife = 30 * 60_000

/** As TARA advises, `state` is the hash of a random cookie: an answer works only in the browser that asked. */
export function stateOf(cookie: string): string {
  return createHash('sha256').update(`tara state ${cookie}`).digest('base64url')
}

export async function beginSignIn(
  ctx: Context,
  tara: TaraClient,
  asked: { returnTo: string; language: Language; hint: string | null; auto: boolean },
): Promise<{ address: URL; cookie: string }> {
  const cookie = randomToken()
  const nonce = randomToken()
  const state = stateOf(cookie)
  const { returnTo, language, hint, auto } = asked
  const address = await tara.signInAddress({ state, nonce, language, hint, auto })
  await ctx.db.deleteFrom('platform_sign_ins').where('expires_at', '<', ctx.now).execute()
  await ctx.db
    .insertInto('platform_sign_ins')
    .values({
      state_hash: hashToken(state),
      nonce,
      return_to: returnTo,
      language,
      expires_at: new Date(ctx.now.getTime() + signInLife),
    })
    .execute()
  return { address, cookie }
}

export type SignInOutcome =
  | { ok: true; token: string; returnTo: string; language: Language }
  | { ok: false; refusal: 'cancelled' | 'expired' | 'rejected' }

/** Ends a sign-in: the state is used once, whatever comes of it. */
export async function completeSignIn(
  ctx: Context,
  parts: { tara: TaraClient; directory: Directory; keys: SiteKeys },
  answer: { callback: URL; cookie: string | undefined; device: string },
): Promise<SignInOutcome> {
  const given = answer.callback.searchParams.get('state') ?? ''
  const state = answer.cookie === undefined ? '' : stateOf(answer.cookie)
  if (given === '' || given !== state) return { ok: false, refusal: 'expired' }
  const begun = await ctx.db
    .deleteFrom('platform_sign_ins')
    .where('state_hash', '=', hashToken(state))
    .where('expires_at', '>', ctx.now)
    .returning(['nonce', 'return_to as returnTo', 'language'])
    .executeTakeFirst()
  if (begun === undefined) return { ok: false, refusal: 'expired' }
  if (answer.callback.searchParams.get('error') === 'user_cancel') return { ok: false, refusal: 'cancelled' }

  const proven = await parts.tara.redeem(answer.callback, { state, nonce: begun.nonce })
  if (proven === null) return { ok: false, refusal: 'rejected' }
  return inTransaction(ctx, async (inside) => {
    const personId = await parts.directory.enter(inside, parts.keys, proven.identity)
    const known = await parts.directory.actorOf(inside.db, personId, null, inside.now)
    const signed = known === undefined ? inside : { ...inside, actor: known.actor }
    const token = await openSession(signed, personId, { method: proven.method, device: answer.device })
    await record(signed, 'identity.signed-in', `person:${personId}`, { method: proven.method })
    return { ok: true, token, returnTo: begun.returnTo, language: begun.language as Language }
  })
}
