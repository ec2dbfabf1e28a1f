import { timingSafeEqual } from 'node:crypto'
import type { SiteKeys } from '#platform/keys.ts'
import { readList, writeList, type MailingList } from './rules.ts'

const purpose = 'mail reader'
const signatureLength = 16
const markLength = 4

/** Marks an address within its token: once a person has another address, letters to the old one open nothing. */
export function addressMark(keys: SiteKeys, addressKey: string): Buffer {
  return keys.sign('mail address', addressKey).subarray(0, markLength)
}

/** The reader's key in every letter: it holds whom and what, needs no row, and works as long as the address is kept. */
export function makeReaderToken(
  keys: SiteKeys,
  address: { id: string; addressKey: string },
  list: MailingList,
): string {
  const id = Buffer.from(address.id.replaceAll('-', ''), 'hex')
  const body = Buffer.concat([id, addressMark(keys, address.addressKey), Buffer.from(writeList(list))])
  const text = body.toString('base64url')
  return `${text}.${keys.sign(purpose, text).subarray(0, signatureLength).toString('base64url')}`
}

export type ReaderToken = { addressId: string; mark: Buffer; list: MailingList }

export function readReaderToken(keys: SiteKeys, token: string): ReaderToken | null {
  const [text = '', signature = ''] = token.split('.')
  // As text, not as bytes: several texts may stand for the same bytes, and only one of them was given out.
  const given = Buffer.from(signature)
  const expected = Buffer.from(keys.sign(purpose, text).subarray(0, signatureLength).toString('base64url'))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const body = Buffer.from(text, 'base64url')
  const list = readList(body.subarray(16 + markLength).toString('utf8'))
  if (list === null) return null
  const addressId = body
    .subarray(0, 16)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return { addressId, mark: body.subarray(16, 16 + markLength), list }
}

const mailSignature = (keys: SiteKeys, id: number) => keys.sign('mail', String(id)).subarray(0, 8).toString('hex')

/** Names a letter in its Message-ID and in the sender to which it bounces. Lower case, since servers fold it. */
export function makeMailToken(keys: SiteKeys, id: number): string {
  return `${id.toString(36)}-${mailSignature(keys, id)}`
}

export function readMailToken(keys: SiteKeys, token: string): number | null {
  const [number = '', signature = ''] = token.split('-')
  const id = Number.parseInt(number, 36)
  return Number.isSafeInteger(id) && signature === mailSignature(keys, id) ? id : null
}
