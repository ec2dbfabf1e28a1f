import { personOf, type Context } from '#platform/context.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { findAddress, findAddressOfPerson, type Address } from './queries/addresses.ts'
import type { Follower } from './queries/follows.ts'
import type { MailingList } from './rules.ts'
import { addressMark, readReaderToken } from './tokens.ts'

/** Whose letters and choices these are: a person's, or those of an address without an account. */
export type Reader = { personId: string | null; address: Address | null; follower: Follower; list: MailingList | null }

export async function findOwnReader({ db, actor }: Context): Promise<Reader> {
  const personId = personOf(actor)
  const address = (await findAddressOfPerson(db, personId)) ?? null
  return { personId, address, follower: { personId }, list: null }
}

/** `unknown` for a link that is not ours; `gone` when nothing is sent to that address any more. */
export async function findReaderByToken(
  { db }: Pick<Context, 'db'>,
  keys: SiteKeys,
  token: string,
): Promise<Reader | 'unknown' | 'gone'> {
  const read = readReaderToken(keys, token)
  if (read === null) return 'unknown'
  const address = await findAddress(db, read.addressId)
  if (address === undefined || !addressMark(keys, address.addressKey).equals(read.mark)) return 'gone'
  const { personId } = address
  const follower = personId === null ? { addressId: address.id } : { personId }
  return { personId, address, follower, list: read.list }
}

/** What events are recorded about. */
export function subjectOf({ personId, address }: Reader): string {
  return personId === null ? `address:${address!.id}` : `person:${personId}`
}
