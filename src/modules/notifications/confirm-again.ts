import type { Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import type { Language } from '#platform/language.ts'
import { isWithinLimit } from '#platform/web/rate-limit.ts'
import { askToConfirm } from './ask-to-confirm.ts'
import type { Reader } from './find-reader.ts'

const lettersPerDay = 4

export type ConfirmAgainOutcome = { ok: true } | { ok: false; refusal: 'noAddress' | 'tooManyLetters' }

/** For an address that was never confirmed, or to which letters were stopped: its reader is asked again. */
export async function confirmAgain(
  context: Context,
  keys: SiteKeys,
  { address }: Reader,
  language: Language,
): Promise<ConfirmAgainOutcome> {
  if (address === null) return { ok: false, refusal: 'noAddress' }
  const limit = {
    kind: 'confirm letters to address',
    caller: address.addressKey,
    perWindow: lettersPerDay,
    windowSeconds: 86_400,
  }
  if (!(await isWithinLimit(context.db, keys, limit, context.now))) return { ok: false, refusal: 'tooManyLetters' }
  await askToConfirm(context, address, language, null)
  return { ok: true }
}
