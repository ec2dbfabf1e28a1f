import type { Module } from '#platform/module.ts'
import { placeApi } from './api.ts'
import { installSettlements } from './install-settlements.ts'
import { placeMessages } from './messages.ts'
import { placePaths } from './paths.ts'
import { placeRoutes } from './routes.tsx'
import { placeSearchables } from './searchables.ts'
import { placeDatasets, placeOperations } from './open-data.ts'
import { listSettlements } from './queries.ts'

const { et, en, ru } = placeMessages

export const places: Module = {
  name: 'places',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: placeRoutes,
  api: placeApi,
  navigation: [
    { label: { et: et.settlements, en: en.settlements, ru: ru.settlements }, path: placePaths.list, place: 'life' },
  ],
  searchables: placeSearchables,
  datasets: placeDatasets,
  operations: placeOperations,
  sitemap: async ({ db }) => [
    { path: placePaths.list, changedOn: null },
    ...(await listSettlements(db)).map(({ ehak }) => ({ path: placePaths.show(ehak), changedOn: null })),
  ],
  install: installSettlements,
}
