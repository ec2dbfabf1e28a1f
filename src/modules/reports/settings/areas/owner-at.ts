import type { Db } from '#platform/database.ts'
import { readText, type Language } from '#platform/language.ts'
import type { Point } from '../../map-point.ts'
import { areaMessages } from './messages.ts'
import { listAreasAround, type Owner } from './queries.ts'
import { reaches } from './shapes.ts'

/** Who answers for a subject at a point instead of the municipality; undefined where nobody else does. */
export async function ownerAt(db: Db, point: Point | null, category: string): Promise<Owner | undefined> {
  if (point === null || category === '') return undefined
  const areas = await listAreasAround(db, point, category)
  const area = areas.find(({ shapes, bufferMetres }) => reaches(shapes, point, bufferMetres))
  if (area === undefined) return undefined
  const { name, phone, mail, web, letsThrough } = area
  return { name, phone, mail, web, letsThrough }
}

/** `Siin vastutab Maantee hooldaja: 1510, https://näide.ee.` */
export function sayOwner({ name, phone, mail, web }: Owner, language: Language): string {
  const contact = [phone, mail, web].filter((part) => part !== '').join(', ')
  return areaMessages[language].notOurs(readText(name, language).text, contact)
}
