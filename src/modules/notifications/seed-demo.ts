import type { Context } from '#platform/context.ts'
import { addressKey } from '#platform/mail/mail-address.ts'
import { registry } from '#modules/people/index.ts'
import { replaceAddressOfPerson, updateConfirmed } from './queries/addresses.ts'

/** The demo's invented persons have confirmed their invented addresses, so that its mailbox page shows their letters. */
export async function seedDemoAddresses({ db, now }: Context): Promise<void> {
  for (const { personId, email } of await registry.listSyntheticContacts(db)) {
    if (email === null) continue
    const given = { personId, address: email, addressKey: addressKey(email), language: 'et' as const, now }
    await updateConfirmed(db, (await replaceAddressOfPerson(db, given)).id, now)
  }
}
