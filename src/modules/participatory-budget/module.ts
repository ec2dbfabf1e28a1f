import type { Module } from '#platform/module.ts'
import { pageMessages } from './messages/page.ts'
import { budgetPaths } from './paths.ts'
import { budgetRoutes } from './routes.tsx'

const { et, en, ru } = pageMessages

export const participatoryBudget: Module = {
  name: 'participatory-budget',
  routes: budgetRoutes,
  uploads: [/^\/kaasav-eelarve\/arvutaja(\/fail)?$/],
  navigation: [
    { place: 'taking-part', path: budgetPaths.calculator, label: { et: et.title, en: en.title, ru: ru.title } },
  ],
  sitemap: async () => [{ path: budgetPaths.calculator, changedOn: null }],
}
