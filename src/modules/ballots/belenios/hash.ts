import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { q } from './group.ts'

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? utf8ToBytes(content) : content

/** SHA-256, 64 lower-case hexadecimal digits. */
export const hexHash = (content: string | Uint8Array): string => bytesToHex(sha256(bytesOf(content)))

/** SHA-256 in the standard Base64 alphabet without padding: 43 characters, as voters see it. */
export const base64Hash = (content: string | Uint8Array): string =>
  btoa(String.fromCharCode(...sha256(bytesOf(content)))).replace(/=+$/, '')

/** A challenge: SHA-256 of readable text as a number, modulo q. */
export const challengeOf = (text: string): bigint => BigInt(`0x${hexHash(text)}`) % q
