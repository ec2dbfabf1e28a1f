import { createHash } from 'node:crypto'

/** SHA-256 of a text as it stands, in hexadecimal: what a signed file is compared with. */
export const hashWords = (words: string): string => createHash('sha256').update(words).digest('hex')
