import { NotFound } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { registry } from '#modules/people/index.ts'
import { publicView } from '../pages/live/public-view.ts'
import { listItems, listNewestDrafts } from '../queries/items.ts'
import type { Meeting } from '../queries/meetings.ts'
import { readState } from '../read-state.ts'
import type { MinutesOf } from './blocks.ts'
import type { Summaries } from './queries.ts'

/** What minutes are made of: the log as everybody may see it, what was written, and the texts that were decided on. */
export async function readMinutes(db: Db, meeting: Meeting, summaries: Summaries): Promise<MinutesOf> {
  const state = await readState(db, meeting.id)
  if (state === undefined) throw new NotFound()
  const kept = await listItems(db, meeting.id)
  const bases = new Map(kept.map(({ id, closedBasis }) => [id, closedBasis]))
  const items = new Map<string, { rapporteur: string; draft: string }>()
  const drafts = await listNewestDrafts(db, meeting.id)
  for (const { id, visibility, rapporteur } of kept)
    if (visibility === 'public') items.set(id, { rapporteur, draft: drafts.get(id) ?? '' })
  const names = await registry.listNamesOf(db, [...state.people.keys()])
  return { meeting, view: publicView(state, bases), names, summaries, items }
}
