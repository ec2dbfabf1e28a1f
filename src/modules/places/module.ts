import type { Module } from '#platform/module.ts'
import { placeApi } from './api.ts'
import { installSettlements } from './install-settlements.ts'
import { placeMessages } from './messages.ts'
import { placePaths } from './paths.ts'
import { placeRoutes } from './routes.tsx'

const { et, en, ru } = placeMessages

export const places: Module = {
  name: 'places',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: placeRoutes,
  api: placeApi,
  navigation: [
    { label: { et: et.settlements, en: en.settlements, ru: ru.settlements }, path: placePaths.list, place: 'life' },
  ],
  install: installSettlements,
}
