import { reading } from '#modules/files/index.ts'
import { meetingPaths } from '../paths.ts'
import { objectOf, type OparlObject, type Telling } from './objects.ts'
import { readInner, type FileRow, type FileSource, type InnerFile } from './queries/files.ts'
import type { PaperRow } from './queries/meetings.ts'

/** The main file of a paper. */
export const draftOf = (row: PaperRow): FileRow => ({
  ...row,
  source: 'draft',
  itemId: row.id,
  fileId: null,
  fileName: null,
  kind: 'txt',
  on: row.firstAt,
  hasPaper: true,
})

/** Files that are told inside a meeting, an item or a paper; null where there are none. */
export function filesOf(telling: Telling, inner: readonly InnerFile[], source?: FileSource): OparlObject[] | null {
  const rows = readInner(inner).filter((row) => source === undefined || row.source === source)
  return rows.length === 0 ? null : rows.map((row) => file(telling, row))
}

type About = { name: string; fileName: string; mimeType: string; accessUrl: string; downloadUrl: string }

function aboutOf({ address }: Telling, row: FileRow): About {
  const { source, id, number, title, version, fileId, fileName } = row
  const at = (path: string) => ({ accessUrl: address.page(path), downloadUrl: address.page(path) })
  if (source === 'draft') {
    const url = address.text(id)
    const textName = `${id}-${version}.txt`
    return { name: title, fileName: textName, mimeType: 'text/plain', accessUrl: url, downloadUrl: url }
  }
  const pdf = { mimeType: 'application/pdf' }
  if (source === 'invitation')
    return {
      name: 'Kutse ja päevakord',
      fileName: `kutse-${number}.pdf`,
      ...pdf,
      ...at(meetingPaths.invitation(number)),
    }
  if (source === 'minutes') {
    const name = `Protokoll, versioon ${version}`
    return { name, fileName: `protokoll-${number}.pdf`, ...pdf, ...at(meetingPaths.minutesPdf(number)) }
  }
  const kept = { id: fileId ?? '', name: fileName ?? '' }
  return {
    name: title,
    fileName: kept.name,
    mimeType: reading.kinds[row.kind as keyof typeof reading.kinds]?.mediaType ?? 'application/octet-stream',
    accessUrl: address.page(reading.filePaths.page(kept.id)),
    downloadUrl: address.page(reading.filePaths.bytes(kept.id, kept.name)),
  }
}

export function file(telling: Telling, row: FileRow): OparlObject {
  const { address } = telling
  const { itemId, meetingId, number } = row
  return objectOf(telling, 'file', row, {
    ...aboutOf(telling, row),
    date: telling.dayOf(row.on),
    size: row.size,
    sha512Checksum: row.sha512,
    meeting: itemId === null ? [address.one('meeting', meetingId)] : null,
    agendaItem: itemId === null ? null : [address.one('agenda-item', itemId)],
    paper: itemId === null || !row.hasPaper ? null : [address.one('paper', itemId)],
    web: address.page(itemId === null ? meetingPaths.meeting(number) : meetingPaths.item(number, itemId)),
  })
}
