import type { Db } from '#platform/database.ts'
import { listSlugsLike, lockSlugs } from './queries/change-bodies.ts'
import { freeSlug, slugOf } from './rules.ts'

const words = { people_bodies: 'kogu', people_posts: 'ametikoht', people_persons: 'isik' } as const

/** A readable, free address name; inside the transaction that uses it. */
export async function makeSlug(db: Db, table: keyof typeof words, text: string): Promise<string> {
  await lockSlugs(db)
  const slug = slugOf(text)
  const wanted = slug === '' ? words[table] : slug
  // `uus` is the address of the form that makes a new one.
  return freeSlug(wanted, [...(await listSlugsLike(db, table, wanted)), 'uus'])
}
