import { inTransaction, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { offeredNoticeKinds } from '#platform/followable.ts'
import { subjectOf, type Reader } from './find-reader.ts'
import { deleteDigestItems } from './queries/digests.ts'
import { deleteFollows, deleteFollowsByHow, listPreferences, upsertPreference } from './queries/follows.ts'
import { suppressQueued } from './queries/outbox.ts'
import { howFor, writeList, type How, type MailingList } from './rules.ts'

/** Stops what one click was meant to stop. Repeating it changes nothing. */
export async function stopLetters(context: Context, reader: Reader, list: MailingList): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const { db } = ctx
    const { follower, personId, address } = reader
    if (list.what === 'follow') {
      if (isId(list.key)) await deleteFollows(db, follower, list.key)
    } else if (list.what === 'kind') {
      if (personId !== null) await refuseKinds(ctx, personId, (key) => key === list.key)
    } else if (list.what === 'digest') {
      const how = list.key === 'weekly' ? 'weekly' : 'daily'
      await deleteFollowsByHow(db, follower, how)
      if (personId !== null) await refuseKinds(ctx, personId, (_key, usual) => usual === how)
      if (address !== null) await deleteDigestItems(db, address.id, how)
    } else {
      await deleteFollows(db, follower, null)
      if (personId !== null) await refuseKinds(ctx, personId, () => true)
      if (address !== null) await deleteDigestItems(db, address.id, null)
    }
    if (address !== null) await suppressQueued(db, address.id, list.what === 'everything' ? null : writeList(list))
    await record(ctx, 'notifications.letters-stopped', subjectOf(reader), { what: list.what })
  })
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

async function refuseKinds(
  { db }: Context,
  personId: string,
  isMeant: (key: string, how: How) => boolean,
): Promise<void> {
  const chosen = new Map((await listPreferences(db, [personId])).map(({ kind, how }) => [kind, how]))
  for (const kind of offeredNoticeKinds()) {
    if (!kind.mayBeRefused || !isMeant(kind.key, howFor(kind, chosen.get(kind.key)))) continue
    await upsertPreference(db, personId, kind.key, 'never')
  }
}
