import { timeZoneOf } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { localDate } from '#platform/format.ts'
import type { SitemapPage } from '#platform/module.ts'
import { peoplePaths } from './paths.ts'
import { listPagesOfPeople } from './queries/open-data.ts'

export async function listPeoplePages(db: Db): Promise<SitemapPage[]> {
  const { bodies, persons } = await listPagesOfPeople(db, localDate(new Date(), timeZoneOf(db)))
  const paths = [
    peoplePaths.bodies,
    peoplePaths.persons,
    ...bodies.map(peoplePaths.body),
    ...persons.map(peoplePaths.person),
  ]
  return paths.map((path) => ({ path, changedOn: null }))
}
