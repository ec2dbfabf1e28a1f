import type { Point } from '../map-point.ts'

/** How much of a file may hold its EXIF block: it stands before the picture. */
export const bytesToRead = 512 * 1024
const mostSegments = 64
const mostEntries = 512

const gpsDirectory = 0x8825
const wanted = { latitudeSide: 1, latitude: 2, longitudeSide: 3, longitude: 4 } as const
const ascii = 2
const rational = 5

type Tiff = { view: DataView; start: number; end: number; little: boolean }
type Entry = { kind: number; count: number; at: number }

/** The place that a JPEG says it was taken at; null for one that does not say, says nonsense or is no JPEG. */
export function readPhotoPlace(bytes: Uint8Array): Point | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tiff = findExif(view)
  if (tiff === null) return null
  const first = u32(tiff, 4)
  const gps = first === null ? undefined : readDirectory(tiff, first).get(gpsDirectory)
  const gpsAt = gps === undefined ? null : u32(tiff, gps.at)
  if (gpsAt === null) return null
  const entries = readDirectory(tiff, gpsAt)
  const latitude = readAngle(tiff, entries.get(wanted.latitude), readSide(tiff, entries.get(wanted.latitudeSide)), 90)
  const longitude = readAngle(
    tiff,
    entries.get(wanted.longitude),
    readSide(tiff, entries.get(wanted.longitudeSide)),
    180,
  )
  if (latitude === null || longitude === null) return null
  // Cameras without a fix write zeros.
  return latitude === 0 && longitude === 0 ? null : { latitude, longitude }
}

/** Goes over the segments before the picture to the EXIF block. */
function findExif(view: DataView): Tiff | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  let at = 2
  for (let segments = 0; segments < mostSegments && at + 4 <= view.byteLength; segments += 1) {
    const marker = view.getUint16(at)
    const length = view.getUint16(at + 2)
    if (marker === 0xffda || marker >> 8 !== 0xff || length < 2) return null
    const end = Math.min(at + 2 + length, view.byteLength)
    if (marker === 0xffe1 && end - at >= 18 && view.getUint32(at + 4) === 0x45786966) {
      return openTiff(view, at + 10, end)
    }
    at += 2 + length
  }
  return null
}

function openTiff(view: DataView, start: number, end: number): Tiff | null {
  const order = view.getUint16(start)
  if (order !== 0x4949 && order !== 0x4d4d) return null
  const tiff = { view, start, end, little: order === 0x4949 }
  return u16(tiff, 2) === 42 ? tiff : null
}

function u16({ view, start, end, little }: Tiff, at: number): number | null {
  return at >= 0 && start + at + 2 <= end ? view.getUint16(start + at, little) : null
}

function u32({ view, start, end, little }: Tiff, at: number): number | null {
  return at >= 0 && start + at + 4 <= end ? view.getUint32(start + at, little) : null
}

function readDirectory(tiff: Tiff, from: number): Map<number, Entry> {
  const entries = new Map<number, Entry>()
  const count = Math.min(u16(tiff, from) ?? 0, mostEntries)
  for (let nth = 0; nth < count; nth += 1) {
    const at = from + 2 + nth * 12
    const [tag, kind, length] = [u16(tiff, at), u16(tiff, at + 2), u32(tiff, at + 4)]
    if (tag === null || kind === null || length === null) break
    entries.set(tag, { kind, count: length, at: at + 8 })
  }
  return entries
}

/** +1 for north and east, −1 for south and west. */
function readSide({ view, start, end }: Tiff, entry: Entry | undefined): number | null {
  if (entry === undefined || entry.kind !== ascii || start + entry.at >= end) return null
  const letter = String.fromCharCode(view.getUint8(start + entry.at))
  if (letter === 'N' || letter === 'E') return 1
  return letter === 'S' || letter === 'W' ? -1 : null
}

/** Degrees, minutes and seconds, each as a fraction. */
function readAngle(tiff: Tiff, entry: Entry | undefined, side: number | null, most: number): number | null {
  if (entry === undefined || side === null || entry.kind !== rational || entry.count !== 3) return null
  const at = u32(tiff, entry.at)
  if (at === null) return null
  let angle = 0
  for (const [nth, unit] of [1, 60, 3600].entries()) {
    const [above, below] = [u32(tiff, at + nth * 8), u32(tiff, at + nth * 8 + 4)]
    if (above === null || below === null) return null
    // Some write 0/0 for seconds that they do not know.
    if (below === 0 && above !== 0) return null
    angle += below === 0 ? 0 : above / below / unit
  }
  return angle <= most ? side * angle : null
}
