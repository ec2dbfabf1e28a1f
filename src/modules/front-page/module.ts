import type { Module } from '#platform/module.ts'
import { makeFrontPageRoutes } from './routes.tsx'

/** The first pages of the site and of the workspace, made of what the modules below have to say. */
export function makeFrontPage(modules: readonly Module[]): Module {
  return {
    name: 'front-page',
    routes: makeFrontPageRoutes(modules),
    navigation: [
      {
        place: 'workspace',
        path: '/too',
        label: { et: 'Mis ootab mind', en: 'What waits for me', ru: 'Что меня ждёт' },
        roles: ['official', 'administrator', 'registrar', 'planCoordinator', 'planAdopter', 'contractor'],
      },
    ],
  }
}
