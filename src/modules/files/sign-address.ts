import { timingSafeEqual } from 'node:crypto'
import type { SiteKeys } from '#platform/keys.ts'
import { filePaths } from './paths.ts'

const purpose = 'file address'

function signatureOf(keys: SiteKeys, id: string, personId: string | null, until: number): Buffer {
  return keys.sign(purpose, `${id} ${personId ?? 'anybody'} ${until}`)
}

/**
 * An address under which a file can be read until an instant, by anybody who has it or by one signed-in person alone.
 * The person is in the signature and not in the address.
 */
export function signFileAddress(
  keys: SiteKeys,
  file: { id: string; name: string },
  personId: string | null,
  until: Date,
): string {
  const seconds = Math.floor(until.getTime() / 1000)
  const query = new URLSearchParams({
    kuni: String(seconds),
    kellele: personId === null ? 'koigile' : 'sulle',
    allkiri: signatureOf(keys, file.id, personId, seconds).toString('base64url'),
  })
  return `${filePaths.bytes(file.id, file.name)}?${query}`
}

export type AddressVerdict = 'unsigned' | 'valid' | 'others' | 'expired'

export function judgeAddress(
  keys: SiteKeys,
  id: string,
  query: { kuni?: string | undefined; kellele?: string | undefined; allkiri?: string | undefined },
  personId: string | null,
  now: Date,
): AddressVerdict {
  const { kuni, kellele, allkiri } = query
  if (allkiri === undefined) return 'unsigned'
  if (!/^\d{1,12}$/.test(kuni ?? '') || (kellele === 'sulle' && personId === null)) return 'others'
  const right = signatureOf(keys, id, kellele === 'sulle' ? personId : null, Number(kuni))
  const given = Buffer.from(allkiri, 'base64url')
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'others'
  return Number(kuni) * 1000 < now.getTime() ? 'expired' : 'valid'
}
