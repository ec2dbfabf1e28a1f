import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { Db } from '#platform/database.ts'
import type { Site } from '#platform/site.ts'
import type { MeetingState } from '../../log/state.ts'
import { canonicalJson, type Json } from '../../proof/canonical-json.ts'
import { readResult } from '../../proof/read-result.ts'
import { signResult } from '../../proof/site-key.ts'
import { listDraftVersions, listItems } from '../../queries/items.ts'
import type { Meeting } from '../../queries/meetings.ts'
import { listVersions, type MinutesVersion } from '../queries.ts'
import { dataFiles } from './build-container.ts'

type Named = { name: string; bytes: Buffer }
type House = { db: Db; site: Pick<Site, 'settings' | 'keys' | 'name'> }

const asJson = (value: unknown): Buffer => Buffer.from(canonicalJson(JSON.parse(JSON.stringify(value)) as Json))

/** Everything of a meeting in one zip, with a manifest of SHA-256: both minutes, the log, the drafts, the results. */
export async function writeArchive(
  { db, site }: House,
  { meeting, state, version }: { meeting: Meeting; state: MeetingState; version: MinutesVersion },
): Promise<Buffer> {
  const files: Named[] = [
    ...(await dataFiles({ db, site }, meeting, version, 'full')),
    { name: 'istung.json', bytes: asJson(meeting) },
    { name: 'koosseis-ja-reeglid.json', bytes: asJson(state.setup) },
    { name: 'protokolli-versioonid.json', bytes: asJson(await listVersions(db, meeting.id)) },
  ]
  for (const item of await listItems(db, meeting.id)) {
    files.push({ name: `punktid/${item.id}.json`, bytes: asJson(item) })
    for (const draft of await listDraftVersions(db, item.id))
      files.push({ name: `eelnoud/${item.id}-${draft.version}.txt`, bytes: Buffer.from(draft.words) })
  }
  for (const voteId of state.votes.keys()) {
    const found = await readResult(db, site.name, meeting, voteId, null)
    if (found !== undefined)
      files.push({ name: `haaletused/${voteId}.json`, bytes: asJson(signResult(site.keys, found.result)) })
  }
  const lines = files.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
  const zip = new ZipFile()
  const options = { mtime: version.publishedAt }
  // As `sha256sum --check` reads it.
  zip.addBuffer(Buffer.from(lines.join('')), 'SHA256SUMS', options)
  for (const { name, bytes } of files) zip.addBuffer(bytes, name, options)
  zip.end()
  return buffer(zip.outputStream)
}
