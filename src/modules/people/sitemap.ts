import { todayOf, type Context } from '#platform/context.ts'
import type { SitemapPage } from '#platform/module.ts'
import { peoplePaths } from './paths.ts'
import { listPagesOfPeople } from './queries/open-data.ts'

export async function listPeoplePages(ctx: Context): Promise<SitemapPage[]> {
  const { bodies, persons } = await listPagesOfPeople(ctx.db, todayOf(ctx))
  const paths = [
    peoplePaths.bodies,
    peoplePaths.persons,
    ...bodies.map(peoplePaths.body),
    ...persons.map(peoplePaths.person),
  ]
  return paths.map((path) => ({ path, changedOn: null }))
}
