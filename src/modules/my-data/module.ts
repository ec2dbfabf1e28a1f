import type { Module } from '#platform/module.ts'
import { myDataMessages } from './messages.ts'
import { myDataPaths } from './paths.ts'
import { myDataRoutes } from './routes.tsx'

export const myData: Module = {
  name: 'my-data',
  routes: myDataRoutes,
  hiddenEvents: ['my-data.person-forgotten'],
  ownData: {
    pages: async (_ctx, language) => [{ label: myDataMessages[language].title, path: myDataPaths.home }],
  },
}
