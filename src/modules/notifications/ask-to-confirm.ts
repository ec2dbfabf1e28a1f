import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { hashToken, randomToken } from '#platform/keys.ts'
import type { Language } from '#platform/language.ts'
import type { LetterBlock } from '#platform/mail/letter.ts'
import { letterMessages } from './messages/letters.ts'
import { notificationPaths } from './paths.ts'
import { insertConfirmation, type Address } from './queries/addresses.ts'
import { insertMails } from './queries/outbox.ts'
import type { FollowHow } from './rules.ts'

export const confirmationHours = 72

/** The letter in which the reader of an address says that it is theirs. Nothing changes before they have. */
export async function askToConfirm(
  context: Context,
  address: Pick<Address, 'id' | 'addressKey'>,
  language: Language,
  follow: { path: string; how: FollowHow; title: string } | null,
  dedupeKey?: string,
): Promise<void> {
  const t = letterMessages[language]
  const token = randomToken()
  const blocks: LetterBlock[] = [
    { paragraph: t.confirmLead },
    ...(follow === null ? [] : [{ paragraph: t.confirmFollow(follow.title) }]),
    { button: t.confirmButton, path: notificationPaths.confirm(token) },
    { paragraph: t.confirmIgnore(confirmationHours) },
  ]
  await inTransaction(context, async (ctx) => {
    const tokenHash = hashToken(token)
    const expiresAt = new Date(ctx.now.getTime() + confirmationHours * 3_600_000)
    await insertConfirmation(ctx.db, tokenHash, {
      addressId: address.id,
      addressKey: address.addressKey,
      follow,
      expiresAt,
    })
    const mail = {
      dedupeKey: dedupeKey ?? `confirm:${tokenHash.toString('hex')}`,
      to: { addressId: address.id },
      kind: 'notifications.confirm',
      purpose: 'confirm' as const,
      list: null,
      letter: { language, subject: t.confirmSubject, blocks },
    }
    await insertMails(ctx.db, [mail], ctx.now)
    await record(ctx, 'notifications.confirmation-asked', `address:${address.id}`, {})
  })
}
