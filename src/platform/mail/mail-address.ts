import { domainToASCII } from 'node:url'

const longestLocalPart = 64

/** What may stand in an envelope: no spaces, quotes, brackets, lists or control characters. */
const plainAddress = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?$/iu

/** The address with its domain in ASCII, as mail servers want it; null for what is no address. */
export function readAddress(given: string): string | null {
  const text = given.trim()
  const at = text.lastIndexOf('@')
  if (at < 1) return null
  const address = `${text.slice(0, at)}@${domainToASCII(text.slice(at + 1))}`
  return plainAddress.test(address) ? address : null
}

/** By which two spellings are one mailbox: case is folded, and nothing else is guessed about the receiver's habits. */
export function addressKey(address: string): string {
  return address.toLowerCase()
}

/** `mari@naidis.ee` as `m•••@naidis.ee`: enough to recognise, too little to write to. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  return at < 1 ? '•••' : `${address.slice(0, 1)}•••${address.slice(at)}`
}

/** The envelope's sender, by which a bounce finds its letter (VERP). Plain where it would be too long for SMTP. */
export function bounceAddress(from: string, token: string): string {
  const at = from.lastIndexOf('@')
  const local = `${from.slice(0, at)}+b.${token}`
  return local.length > longestLocalPart ? from : local + from.slice(at)
}
