import { Hono } from 'hono'
import type { Module } from '#platform/module.ts'
import type { AppEnv } from '#platform/web/http.ts'
import { openDataMessages } from './messages.ts'
import { openDataPaths } from './paths.ts'
import { makeApiRoutes } from './routes/api.tsx'
import { makeCatalogueRoutes } from './routes/catalogue.tsx'
import { makeKeyRoutes } from './routes/keys.tsx'
import { makeMachineRoutes } from './routes/machines.ts'

const { et, en, ru } = openDataMessages

/** Open data and the interface for programs, over what the modules below publish. */
export function makeOpenData(modules: readonly Module[]): Module {
  const datasets = modules.flatMap((module) => module.datasets ?? [])
  const operations = modules.flatMap((module) => module.operations ?? [])
  const rights = [...new Set(operations.flatMap(({ right }) => right ?? []))].toSorted()
  const routes = new Hono<AppEnv>()
  // The readable page of the interface stands before the datasets' names.
  routes.route('/', makeApiRoutes(operations))
  routes.route('/', makeCatalogueRoutes(datasets))
  routes.route('/', makeKeyRoutes(rights))
  routes.route('/', makeMachineRoutes(modules))
  return {
    name: 'open-data',
    routes,
    navigation: [
      {
        place: 'workspace',
        path: openDataPaths.keys,
        label: { et: et.keysTitle, en: en.keysTitle, ru: ru.keysTitle },
        roles: ['administrator'],
      },
    ],
    hiddenEvents: ['open-data.key-made', 'open-data.key-revoked'],
    sitemap: async () => [
      { path: openDataPaths.catalogue, changedOn: null },
      { path: openDataPaths.api, changedOn: null },
      ...datasets.map(({ name }) => ({ path: openDataPaths.dataset(name), changedOn: null })),
    ],
  }
}
