import { hasRole, type Context } from '#platform/context.ts'
import { isHead } from './queries.ts'

/** Who was given what names persons: it is the head's and the registrar's to read, whoever adds to it. */
export async function readsGiven({ db, actor }: Context): Promise<boolean> {
  return hasRole(actor, 'registrar') || isHead(db, actor.postIds)
}
