import type { Module } from '#platform/module.ts'
import { operationsMessages } from './messages.ts'
import { operationsPaths } from './paths.ts'
import { makeOperationsRoutes } from './routes.tsx'
import { tendDatabaseJob } from './tend-database.ts'

const { et, en, ru } = operationsMessages

/** `modules` are those whose jobs are shown beside its own. */
export function makeOperations(modules: readonly Module[]): Module {
  const own = { name: 'operations', jobs: [tendDatabaseJob] }
  return {
    ...own,
    routes: makeOperationsRoutes([...modules, own]),
    navigation: [
      {
        place: 'workspace',
        path: operationsPaths.home,
        label: { et: et.title, en: en.title, ru: ru.title },
        roles: ['administrator'],
      },
    ],
    hiddenEvents: ['operations.work-retried'],
  }
}
