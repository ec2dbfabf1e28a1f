import { crc32, inflateRawSync } from 'node:zlib'

export type ZipPart = { name: string; bytes: Uint8Array }
export type ReadZip = { ok: true; parts: ZipPart[] } | { ok: false; refusal: 'tooLarge' | 'unreadable' }

const endSignature = 0x06054b50
const directorySignature = 0x02014b50
const localSignature = 0x04034b50
const mostParts = 2_000

function endOfDirectory(view: DataView): number | undefined {
  const earliest = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= earliest; at--) if (view.getUint32(at, true) === endSignature) return at
  return undefined
}

function inflatedAtMost(packed: Uint8Array, method: number, most: number): Uint8Array | 'tooLarge' | 'unreadable' {
  if (method === 0) return packed.byteLength > most ? 'tooLarge' : packed
  if (method !== 8) return 'unreadable'
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isTooLarge ? 'tooLarge' : 'unreadable'
  }
}

/**
 * Unpacks the wanted parts, together no more than `mostBytes`. The sizes written in the archive are not believed:
 * a bomb writes small ones.
 */
export function readZip(bytes: Uint8Array, wanted: (name: string) => boolean, mostBytes: number): ReadZip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endOfDirectory(view)
    if (end === undefined) return { ok: false, refusal: 'unreadable' }
    const count = view.getUint16(end + 10, true)
    if (count > mostParts) return { ok: false, refusal: 'tooLarge' }
    const parts: ZipPart[] = []
    let left = mostBytes
    let at = view.getUint32(end + 16, true)
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== directorySignature) return { ok: false, refusal: 'unreadable' }
      const nameLength = view.getUint16(at + 28, true)
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
      if (wanted(name)) {
        const local = view.getUint32(at + 42, true)
        if (view.getUint32(local, true) !== localSignature) return { ok: false, refusal: 'unreadable' }
        const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
        const packed = bytes.subarray(start, start + view.getUint32(at + 20, true))
        const unpacked = inflatedAtMost(packed, view.getUint16(at + 10, true), left)
        if (typeof unpacked === 'string') return { ok: false, refusal: unpacked }
        left -= unpacked.byteLength
        parts.push({ name, bytes: unpacked })
      }
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return { ok: true, parts }
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, refusal: 'unreadable' }
    throw error
  }
}

/** An archive of parts that are stored as they are. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of parts) {
    const encodedName = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x0800, 2)
    // The first day that the format knows: 1 January 1980.
    shared.writeUInt16LE(0x21, 8)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(bytes.byteLength, 14)
    shared.writeUInt32LE(bytes.byteLength, 18)
    shared.writeUInt16LE(encodedName.byteLength, 22)
    const localMark = Buffer.from([0x50, 0x4b, 0x03, 0x04])
    const directoryMark = Buffer.from([0x50, 0x4b, 0x01, 0x02, 20, 0])
    const directoryTail = Buffer.alloc(14)
    directoryTail.writeUInt32LE(offset, 10)
    local.push(localMark, shared, encodedName, Buffer.from(bytes))
    directory.push(directoryMark, shared, directoryTail, encodedName)
    offset += 30 + encodedName.byteLength + bytes.byteLength
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endSignature, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).byteLength, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...local, ...directory, end]))
}
