import { timeZoneOf } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { LocalDate } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import type { PdfBlock, PdfText } from '#platform/typst/pdf-document.ts'
import type { Meeting } from '../queries/meetings.ts'
import { listWithheld } from '../restrictions/queries.ts'
import { minutesBlocks } from './blocks.ts'
import { itemBlocks } from './item-blocks.ts'
import { blocksOf } from './keep-version.ts'
import type { MinutesVersion } from './queries.ts'
import { readMinutes } from './read-minutes.ts'

type Shown = { blocks: readonly PdfBlock[]; isInPart: boolean }

/**
 * A published version as everybody may read it today: as it was published, but for items whose materials are withheld
 * now. Of those there are title, ground, votes and outcome, until the restriction is over.
 */
export async function shownBlocks(
  db: Db,
  meeting: Meeting,
  version: MinutesVersion,
  { language, today }: { language: Language; today: LocalDate },
): Promise<Shown> {
  const published = (await blocksOf(db, meeting, version, 'public'))[language]
  const withheld = await listWithheld(db, meeting.id, today)
  if (withheld.size === 0) return { blocks: published, isInPart: false }
  const of = await readMinutes(db, meeting, version.summaries, 'public', withheld)
  const reader = { language, timeZone: timeZoneOf(db) }
  let blocks: PdfBlock[] | null = [...published]
  for (const item of of.seen.meeting.agenda)
    if (item.withheld !== undefined && blocks !== null)
      blocks = replaced(blocks, item.title, itemBlocks(item, of, reader))
  // Where an item is not found by its title, it was corrected since: nothing of the old is shown.
  return { blocks: blocks ?? minutesBlocks(of, reader), isInPart: true }
}

/** Everything under the headings of an item, with something else in its place; null where it has none. */
function replaced(blocks: readonly PdfBlock[], title: string, by: readonly PdfBlock[]): PdfBlock[] | null {
  const isOfItem = (block: PdfBlock) => block.kind === 'heading' && block.level === 3 && endsWith(block.text, title)
  if (!blocks.some(isOfItem)) return null
  let isInside = false
  return blocks.flatMap((block) => {
    if (isOfItem(block)) {
      isInside = true
      return by
    }
    if (block.kind === 'heading') isInside = false
    return isInside ? [] : [block]
  })
}

const endsWith = (text: PdfText, title: string): boolean =>
  typeof text !== 'string' && 'length' in text && text.at(-1)?.text === title
