import { todayOf, type Context } from '#platform/context.ts'
import type { RecordedEvent } from '#platform/events.ts'
import { addressKey, readAddress } from '#platform/mail/mail-address.ts'
import { registry } from '#modules/people/index.ts'
import { askToConfirm } from '../ask-to-confirm.ts'
import { deleteAddress, findAddressOfPerson, replaceAddressOfPerson } from '../queries/addresses.ts'
import { listKnownMails } from '../queries/outbox.ts'

const mostLettersPerDay = 4

/** A person gave another address: letters go there once its reader has confirmed it, and to the old one no more. */
export async function confirmAddressOf(
  ctx: Context,
  { subject }: RecordedEvent<'people.contacts-changed'>,
): Promise<void> {
  const personId = subject.replace(/^person:/, '')
  const [contacts] = await registry.contactsOf(ctx.db, [personId])
  const before = await findAddressOfPerson(ctx.db, personId)
  const given = contacts?.email == null ? null : readAddress(contacts.email)
  if (given === null) {
    if (before !== undefined) await deleteAddress(ctx.db, before.id)
    return
  }
  const key = addressKey(given)
  if (before?.addressKey === key) return
  const language = before?.language ?? 'et'
  const address = await replaceAddressOfPerson(ctx.db, {
    personId,
    address: given,
    addressKey: key,
    language,
    now: ctx.now,
  })
  // Whoever changes it to and fro asks for the letter by hand, as often as the address bears.
  const keys = Array.from({ length: mostLettersPerDay }, (_, at) => `confirm:${personId}:${todayOf(ctx)}:${at}`)
  const used = await listKnownMails(ctx.db, keys)
  const free = keys.find((one) => !used.has(one))
  if (free !== undefined) await askToConfirm(ctx, address, language, null, free)
}
