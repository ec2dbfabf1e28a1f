import type { Actor } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import type { Ownership } from './rules.ts'
import type { CommitmentRow } from './queries/commitments.ts'

export function ownersOf(commitment: Pick<CommitmentRow, 'parties'>): Ownership {
  return {
    postIds: commitment.parties.flatMap(({ postId }) => (postId === null ? [] : [postId])),
    bodyIds: commitment.parties.flatMap(({ bodyId }) => (bodyId === null ? [] : [bodyId])),
  }
}

/** The title under which an official acts here: a responsible post when the actor holds one. Estonian, as in the act. */
export async function ownPostTitle(db: Db, actor: Actor, owners: Ownership): Promise<string> {
  if (actor.postIds.length === 0) return 'ametnik'
  const posts = await db
    .selectFrom('people_posts')
    .select(['id', 'title'])
    .where('id', 'in', [...actor.postIds])
    .orderBy('position')
    .limit(20)
    .execute()
  const own = posts.find(({ id }) => owners.postIds.includes(id)) ?? posts[0]
  return own?.title.et ?? 'ametnik'
}
