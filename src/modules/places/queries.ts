import { sql } from 'kysely'
import type { Db } from '#platform/database.ts'
import type { AreaGeometry } from '#ui/charts/outline-map.tsx'
import type { Settlement, SettlementKind } from './rules.ts'

function settlements(db: Db) {
  return db
    .selectFrom('places_settlements')
    .select(['ehak', 'name', 'area_m2 as areaM2', 'neighbours'])
    .select((eb) => [
      eb.ref('kind').$castTo<SettlementKind>().as('kind'),
      eb.ref('outline').$castTo<AreaGeometry>().as('outline'),
    ])
}

/** All of them: a municipality has some dozens. */
export async function listSettlements(db: Db): Promise<Settlement[]> {
  return settlements(db).orderBy('ehak').limit(1000).execute()
}

export async function findSettlement(db: Db, ehak: string): Promise<Settlement | undefined> {
  return settlements(db).where('ehak', '=', ehak).executeTakeFirst()
}

export async function upsertSettlements(db: Db, rows: readonly Settlement[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('places_settlements')
    .values(
      rows.map(({ ehak, name, kind, areaM2, outline, neighbours }) => ({
        ehak,
        name,
        kind,
        area_m2: areaM2,
        outline: JSON.stringify(outline),
        neighbours: [...neighbours],
      })),
    )
    .onConflict((conflict) =>
      conflict.constraint('places_settlements_pkey').doUpdateSet({
        name: sql`excluded.name`,
        kind: sql`excluded.kind`,
        area_m2: sql`excluded.area_m2`,
        outline: sql`excluded.outline`,
        neighbours: sql`excluded.neighbours`,
      }),
    )
    .execute()
}
