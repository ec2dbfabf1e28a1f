import { Malformed } from './strict-json.ts'

export type Entry = { name: string; body: Uint8Array }

const block = 512
const text = new TextDecoder('utf-8', { fatal: true })
const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Where the checksum stands, counted as spaces when it is reckoned. */
const [sumFrom, sumUntil] = [148, 156]
const [nameLength, sizeAt, timeAt, kindAt] = [100, 124, 136, 156]

/** The one right header of a record; all other bytes are zero. */
export function headerOf(name: string, size: number, time: number): Uint8Array {
  const header = new Uint8Array(block)
  const put = (at: number, words: string) => header.set(new TextEncoder().encode(words), at)
  put(0, name)
  put(nameLength, '0000644')
  put(108, '0000000')
  put(116, '0000000')
  put(sizeAt, size.toString(8).padStart(11, '0'))
  put(timeAt, time.toString(8).padStart(11, '0'))
  put(sumFrom, ' '.repeat(sumUntil - sumFrom))
  put(kindAt, '0')
  const sum = header.reduce((all, byte) => all + byte, 0)
  put(sumFrom, `${sum.toString(8).padStart(6, '0')}\0 `)
  return header
}

/**
 * Records of a `.bel`: an old-style tar without end blocks. Each header must be, byte by byte, the one that its name,
 * size and the archive's time make.
 */
export function readTar(archive: Uint8Array): { entries: Entry[]; time: number } {
  const entries: Entry[] = []
  let [at, time] = [0, -1]
  while (at < archive.length) {
    const header = archive.subarray(at, at + block)
    const end = header.subarray(0, nameLength).indexOf(0)
    const name = ascii(header.subarray(0, end === -1 ? nameLength : end))
    const size = Number.parseInt(ascii(header.subarray(sizeAt, sizeAt + 11)), 8)
    if (time === -1) time = Number.parseInt(ascii(header.subarray(timeAt, timeAt + 11)), 8)
    const until = at + block + size
    const next = at + block + Math.ceil(size / block) * block
    if (!(header.length === block && size >= 0 && next <= archive.length)) throw new Malformed('tar')
    if (!isSame(header, headerOf(name, size, time))) throw new Malformed('tar')
    if (archive.subarray(until, next).some((byte) => byte !== 0)) throw new Malformed('tar')
    entries.push({ name, body: archive.subarray(at + block, until) })
    at = next
  }
  return { entries, time }
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => one.every((byte, at) => byte === other[at])

export function bodyText(body: Uint8Array, where: string): string {
  try {
    return text.decode(body)
  } catch {
    throw new Malformed(where)
  }
}
