import type { Context } from '#platform/context.ts'
import { timeZoneOf, todayOf } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { changeReaders } from '#modules/files/index.ts'
import { registry } from '#modules/people/index.ts'
import { listItems, type Item } from '../queries/items.ts'
import type { Meeting } from '../queries/meetings.ts'
import { listWithheld } from '../restrictions/queries.ts'
import { secretaryRole } from '../rules.ts'
import { listMembersOn } from '../tell-members.ts'
import { listAnnexes, type Annex } from './queries.ts'

export const annexSubject = (id: string): string => `meeting-annex:${id}`

type Readers = Parameters<typeof changeReaders>[2]

/** Who reads the files of an item: everybody once it is announced and open, its members where it is closed. */
async function readersOf(ctx: Context, meeting: Meeting, item: Pick<Item, 'visibility'>): Promise<Readers> {
  if (meeting.announcedAt === null) return { visibility: 'roles', roles: [secretaryRole] }
  if (item.visibility === 'public') return { visibility: 'everyone' }
  const day = localDate(meeting.startsAt, timeZoneOf(ctx.db))
  const members = (await listMembersOn(ctx, meeting.body.id, day)).map(({ personId }) => personId)
  const secretaries = await registry.listPersonsInRole(ctx.db, secretaryRole, todayOf(ctx))
  return { visibility: 'persons', persons: [...new Set([...members, ...secretaries])] }
}

/** Who reads the files of an item today: materials that are withheld are the members' as those of a closed item. */
export async function readersToday(
  ctx: Context,
  meeting: Meeting,
  item: Pick<Item, 'id' | 'visibility'>,
): Promise<Readers> {
  const isWithheld = (await listWithheld(ctx.db, meeting.id, todayOf(ctx))).has(item.id)
  return readersOf(ctx, meeting, isWithheld ? { visibility: 'closed' } : item)
}

/** Makes the readers of all files of a meeting what they should be now; asked after each change that moves them. */
export async function matchReaders(ctx: Context, meeting: Meeting): Promise<void> {
  const items = await listItems(ctx.db, meeting.id)
  const annexes = await listAnnexes(
    ctx.db,
    items.map(({ id }) => id),
  )
  const withheld = await listWithheld(ctx.db, meeting.id, todayOf(ctx))
  for (const annex of annexes) {
    const kept = items.find(({ id }) => id === annex.itemId)!
    const item = withheld.has(kept.id) ? { ...kept, visibility: 'closed' as const } : kept
    await changeReaders(ctx, annexSubject(annex.id), await readersOfAnnex(ctx, meeting, item, annex))
  }
}

/**
 * What was withdrawn is for those who prepare meetings alone. What was put up for the members stays theirs, as texts
 * do: it becomes everybody's only when it is put up for everybody.
 */
const readersOfAnnex = (
  ctx: Context,
  meeting: Meeting,
  item: Item,
  { withdrawnAt, wasClosed }: Annex,
): Promise<Readers> =>
  withdrawnAt === null
    ? readersOf(ctx, meeting, wasClosed ? { visibility: 'closed' } : item)
    : Promise.resolve({ visibility: 'roles', roles: [secretaryRole] })
