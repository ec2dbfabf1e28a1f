import { inTransaction, type Context } from '#platform/context.ts'
import type { Letter } from '#platform/mail/letter.ts'
import { addressKey } from '#platform/mail/mail-address.ts'
import { isAddressBlocked } from './queries/addresses.ts'
import { insertMails } from './queries/outbox.ts'

/** A letter about somebody's own matter. */
export type MatterLetter = {
  /** `module.kind` */
  kind: string
  /** An address that the module keeps with the matter, of somebody who gave it for this. */
  to: string
  purpose: 'confirm' | 'matter'
  letter: Letter
  /** The same letter is written once. */
  dedupe: string
}

/** Writes to an address without an account, unless letters to it have come back for good. */
export async function writeLetter(
  context: Context,
  { kind, to, purpose, letter, dedupe }: MatterLetter,
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (await isAddressBlocked(ctx.db, addressKey(to))) return
    const mail = {
      dedupeKey: `letter:${kind}:${dedupe}`,
      to: { literalAddress: to },
      kind,
      purpose,
      list: null,
      letter,
    }
    await insertMails(ctx.db, [mail], ctx.now)
  })
}
