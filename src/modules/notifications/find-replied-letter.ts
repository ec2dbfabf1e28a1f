import type { Db } from '#platform/database.ts'
import type { SiteKeys } from '#platform/keys.ts'
import type { Letter } from '#platform/mail/letter.ts'
import { readMailToken } from './tokens.ts'

const mostNames = 20

/**
 * Where the letters of ours lead that a message answers, by the names of messages that it refers to (`In-Reply-To`,
 * `References`). Only whoever got a letter knows its name. Letters are kept for 30 days: of older ones nothing is known.
 */
export async function findRepliedPaths(db: Db, keys: SiteKeys, references: string): Promise<string[]> {
  const names = [...references.matchAll(/<([a-z0-9]{1,12}-[a-z0-9]{16})@/gi)].slice(-mostNames)
  const ids = names.flatMap(([, token]) => readMailToken(keys, token!.toLowerCase()) ?? [])
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('notifications_mails')
    .select((eb) => eb.ref('letter').$castTo<Letter | null>().as('letter'))
    .where('id', 'in', ids)
    .execute()
  return rows.flatMap(({ letter }) => letter?.blocks.flatMap((block) => ('button' in block ? [block.path] : [])) ?? [])
}
