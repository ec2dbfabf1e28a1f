import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { LocalText } from '#platform/language.ts'
import type { Point } from '../../map-point.ts'
import { boundsOf, type Shape } from './shapes.ts'

/** Whom to turn to where the municipality does not answer. */
export type Owner = { name: LocalText; phone: string; mail: string; web: string; letsThrough: boolean }

export type Area = Owner & {
  id: string
  shapes: Shape[]
  bufferMetres: number
  categories: string[]
  isOpen: boolean
  changedAt: Date
}

const columns = sql`a.id, a.name, a.phone, a.mail, a.web, a.lets_through as "letsThrough",
  a.buffer_metres as "bufferMetres", a.categories, a.is_open as "isOpen", a.changed_at as "changedAt"`

export type ListedArea = Omit<Area, 'shapes'> & { shapes: number }

export async function listAreas(db: Db): Promise<ListedArea[]> {
  const { rows } = await sql<ListedArea>`select ${columns}, jsonb_array_length(a.shapes) as shapes
    from reports_areas a order by a.is_open desc, a.name->>'et' limit 200`.execute(db)
  return rows
}

export async function findArea(db: Db, id: string): Promise<Area | undefined> {
  const { rows } = await sql<Area>`select ${columns}, a.shapes from reports_areas a where a.id = ${id}`.execute(db)
  return rows[0]
}

/** Open ones whose box holds a point, for a subject; whether the point is within, the shapes say. */
export async function listAreasAround(db: Db, { latitude, longitude }: Point, category: string): Promise<Area[]> {
  const { rows } = await sql<Area>`select ${columns}, a.shapes from reports_areas a
    where a.is_open and ${category} = any(a.categories)
      and a.bounds @> box(point(${longitude}, ${latitude}), point(${longitude}, ${latitude}))
    order by a.id limit 50`.execute(db)
  return rows
}

export async function putArea(db: Db, area: Area): Promise<void> {
  const { west, south, east, north } = boundsOf(area.shapes, area.bufferMetres)
  await sql`insert into reports_areas (id, name, phone, mail, web, shapes, buffer_metres, bounds, categories, lets_through,
      is_open, changed_at)
    values (${area.id}, ${JSON.stringify(area.name)}, ${area.phone}, ${area.mail}, ${area.web},
      ${JSON.stringify(area.shapes)}, ${area.bufferMetres},
      box(point(${west}, ${south}), point(${east}, ${north})), ${area.categories}, ${area.letsThrough}, ${area.isOpen},
      ${area.changedAt})
    on conflict on constraint reports_areas_pkey do update set name = excluded.name, phone = excluded.phone,
      mail = excluded.mail, web = excluded.web, shapes = excluded.shapes, buffer_metres = excluded.buffer_metres,
      bounds = excluded.bounds, categories = excluded.categories, lets_through = excluded.lets_through,
      is_open = excluded.is_open, changed_at = excluded.changed_at`.execute(db)
}
