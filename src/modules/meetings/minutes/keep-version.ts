import { createHash } from 'node:crypto'
import { timeZoneOf } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { languages, type Language } from '#platform/language.ts'
import type { PdfBlock } from '#platform/typst/pdf-document.ts'
import { canonicalJson, type Json } from '../proof/canonical-json.ts'
import type { Meeting } from '../queries/meetings.ts'
import { minutesBlocks } from './blocks.ts'
import type { Scope } from './minutes-view.ts'
import { findBlocks, insertVersion, type BlocksInAll, type MinutesVersion } from './queries.ts'
import { readMinutes } from './read-minutes.ts'

/** SHA-256 of the Estonian blocks, which are the minutes; the other languages translate their labels. */
export const hashOfBlocks = (blocks: readonly PdfBlock[]): string =>
  createHash('sha256')
    .update(canonicalJson(blocks as unknown as Json))
    .digest('hex')

/** Publishes a version: both of its readings are kept as they are now, whatever is corrected in the log later. */
export async function keepVersion(
  db: Db,
  meeting: Meeting,
  version: Omit<MinutesVersion, 'hashes'>,
  by: string | null,
): Promise<void> {
  const [forAll, full] = [
    await blocksInAll(db, meeting, version, 'public'),
    await blocksInAll(db, meeting, version, 'full'),
  ]
  await insertVersion(db, meeting.id, { ...version, kept: { public: keptOf(forAll), full: keptOf(full) } }, by)
}

const keptOf = (blocks: BlocksInAll) => ({ blocks, hash: hashOfBlocks(blocks.et) })

async function blocksInAll(
  db: Db,
  meeting: Meeting,
  { summaries }: Pick<MinutesVersion, 'summaries'>,
  scope: Scope,
): Promise<BlocksInAll> {
  const of = await readMinutes(db, meeting, summaries, scope)
  const timeZone = timeZoneOf(db)
  const entries = languages.map((language) => [language, minutesBlocks(of, { language, timeZone })] as const)
  return Object.fromEntries(entries) as Record<Language, PdfBlock[]>
}

/** A published version as it was; of those from before both readings were kept, as the log tells it now. */
export async function blocksOf(db: Db, meeting: Meeting, version: MinutesVersion, scope: Scope): Promise<BlocksInAll> {
  const kept = await findBlocks(db, meeting.id, version.version, scope)
  return kept ?? blocksInAll(db, meeting, version, scope)
}
