import { NotFound } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { listNames } from '../list-names.ts'
import { listDraftsForMembers, listItems, listNewestDrafts } from '../queries/items.ts'
import type { Meeting } from '../queries/meetings.ts'
import { readState } from '../read-state.ts'
import type { WithheldItems } from '../restrictions/queries.ts'
import type { MinutesOf } from './block-parts.ts'
import { minutesView, type Scope } from './minutes-view.ts'
import { listDissents, type Summaries } from './queries.ts'

/** What minutes are made of: the log as this version tells it, what was written, and the texts that were decided on. */
export async function readMinutes(
  db: Db,
  meeting: Meeting,
  summaries: Summaries,
  scope: Scope,
  withheld: WithheldItems = new Map(),
): Promise<MinutesOf> {
  const state = await readState(db, meeting.id)
  if (state === undefined) throw new NotFound()
  const kept = await listItems(db, meeting.id)
  const bases = new Map(kept.map(({ id, closedBasis }) => [id, closedBasis]))
  const drafts = await (scope === 'full' ? listDraftsForMembers : listNewestDrafts)(db, meeting.id)
  const items = new Map<string, { rapporteur: string; draft: string }>()
  for (const { id, visibility, rapporteur } of kept)
    if (scope === 'full' || visibility === 'public') items.set(id, { rapporteur, draft: drafts.get(id) ?? '' })
  const dissents = await listDissents(db, meeting.id)
  const names = await listNames(db, state, [
    ...dissents.map(({ personId }) => personId),
    ...[state.setup.secretaryPersonId].filter((personId) => personId !== null),
  ])
  const seen = minutesView(state, scope, { bases, drafts, withheld })
  const { privatePersons = 'word' } = state.setup.statute.minutes
  return { meeting, seen, names, summaries, dissents, privateNames: privatePersons, items }
}
