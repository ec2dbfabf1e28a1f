import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { Db } from '#platform/database.ts'
import type { Site } from '#platform/site.ts'
import { makePdf } from '#platform/typst/make-pdf.ts'
import { registry } from '#modules/people/index.ts'
import { NotFound } from '#platform/context.ts'
import { factsOf } from '../../log/events.ts'
import { personsNamed } from '../../log/named-persons.ts'
import { whatIsClosed } from '../../pages/live/what-is-closed.ts'
import { canonicalJson, type Json } from '../../proof/canonical-json.ts'
import { publicLog } from '../../proof/public-log.ts'
import { listItems } from '../../queries/items.ts'
import type { Meeting } from '../../queries/meetings.ts'
import { readState } from '../../read-state.ts'
import { blocksOf } from '../keep-version.ts'
import { minutesDocument } from '../minutes-document.ts'
import type { Scope } from '../minutes-view.ts'
import type { MinutesVersion } from '../queries.ts'

export type DataFile = { name: string; mediaType: string; bytes: Buffer }

const mediaType = 'application/vnd.etsi.asic-e+zip'

/**
 * The files of a version that are signed: the minutes for the archive (PDF/A) and the log up to their publishing.
 * The same version always gives the same bytes.
 */
export async function dataFiles(
  { db, site }: { db: Db; site: Pick<Site, 'settings'> },
  meeting: Meeting,
  version: MinutesVersion,
  scope: Scope,
): Promise<DataFile[]> {
  const files: DataFile[] = [await pdfFile({ db, site }, meeting, version, 'public')]
  if (scope === 'full') files.push(await pdfFile({ db, site }, meeting, version, 'full'))
  const bytes = Buffer.from(canonicalJson(await logOf(db, meeting, version, scope)))
  return [...files, { name: 'istungi-logi.json', mediaType: 'application/json', bytes }]
}

async function pdfFile(
  { db, site }: { db: Db; site: Pick<Site, 'settings'> },
  meeting: Meeting,
  version: MinutesVersion,
  scope: Scope,
): Promise<DataFile> {
  const blocks = (await blocksOf(db, meeting, version, scope)).et
  const bytes = Buffer.from(await makePdf(minutesDocument({ db, site }, meeting, blocks, 'et'), 'a-2a'))
  return { name: scope === 'full' ? 'protokoll-taielik.pdf' : 'protokoll.pdf', mediaType: 'application/pdf', bytes }
}

/** The log as this reader may have it; what was entered after the publishing belongs to a later version. */
async function logOf(db: Db, meeting: Meeting, { publishedAt }: MinutesVersion, scope: Scope): Promise<Json> {
  const state = await readState(db, meeting.id)
  if (state === undefined) throw new NotFound()
  const log = state.log.filter(({ at }) => at <= publishedAt)
  const names = Object.fromEntries(await registry.listNamesOf(db, personsNamed(state)))
  if (scope === 'full') {
    const entries = log.map((event) => ({
      seq: event.id,
      at: event.at.toISOString(),
      by: event.by,
      facts: factsOf(event),
    }))
    return { kind: 'avavald-meeting-log/1', names, entries } as unknown as Json
  }
  const bases = new Map((await listItems(db, meeting.id)).map(({ id, closedBasis }) => [id, closedBasis]))
  const entries = publicLog(state, whatIsClosed(state, bases), log)
  // Guests and whoever else is in no open entry is not named.
  const said = canonicalJson(entries)
  const named = Object.fromEntries(Object.entries(names).filter(([personId]) => said.includes(personId)))
  return { kind: 'avavald-public-meeting-log/1', names: named, entries }
}

/** An ASiC-E container without signatures (ETSI EN 319 162-1): the media type first and stored, then a manifest. */
export async function buildContainer(files: readonly DataFile[], at: Date): Promise<Buffer> {
  const zip = new ZipFile()
  const options = { mtime: at, forceDosTimestamp: true }
  zip.addBuffer(Buffer.from(mediaType), 'mimetype', { ...options, compress: false })
  for (const { name, bytes } of files) zip.addBuffer(bytes, name, options)
  zip.addBuffer(Buffer.from(manifestOf(files)), 'META-INF/manifest.xml', options)
  zip.end()
  return buffer(zip.outputStream)
}

function manifestOf(files: readonly DataFile[]): string {
  const entry = (path: string, type: string) =>
    `  <manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>',
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">',
    entry('/', mediaType),
    ...files.map(({ name, mediaType: type }) => entry(name, type)),
    '</manifest:manifest>',
    '',
  ].join('\n')
}

export const hashOfFile = ({ bytes }: DataFile): string => createHash('sha256').update(bytes).digest('hex')
