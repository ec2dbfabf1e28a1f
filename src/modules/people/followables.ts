import type { Followable } from '#platform/followable.ts'
import { publicMessages } from './messages/public.ts'
import { peoplePaths } from './paths.ts'
import { findBody } from './queries/bodies.ts'

const { et, en, ru } = publicMessages

/** All bodies, or one. Persons are not followed: what they do in a post is told by its body. */
export const peopleFollowables: readonly Followable[] = [
  { path: /\/kogud/, title: async () => ({ et: et.bodies, en: en.bodies, ru: ru.bodies }) },
  {
    path: /\/kogud\/[a-z0-9-]{1,100}/,
    title: async (db, path) => (await findBody(db, { slug: path.slice(peoplePaths.bodies.length + 1) }))?.name ?? null,
  },
]
