import type { Module } from '#platform/module.ts'
import { operationsMessages } from './messages.ts'
import { operationsPaths } from './paths.ts'
import { makeOperationsRoutes } from './routes.tsx'

const { et, en, ru } = operationsMessages

/** `modules` are those whose jobs are shown. */
export function makeOperations(modules: readonly Module[]): Module {
  return {
    name: 'operations',
    routes: makeOperationsRoutes(modules),
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
