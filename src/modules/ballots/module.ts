import type { Module } from '#platform/module.ts'
import { ballotMessages } from './messages.ts'
import { ballotPaths } from './paths.ts'
import { ballotRoutes } from './routes.tsx'

const { et, en, ru } = ballotMessages

export const ballots: Module = {
  name: 'ballots',
  routes: ballotRoutes,
  navigation: [{ place: 'taking-part', path: ballotPaths.check, label: { et: et.title, en: en.title, ru: ru.title } }],
  sitemap: async () => [{ path: ballotPaths.check, changedOn: null }],
}
