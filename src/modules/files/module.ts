import type { Module } from '#platform/module.ts'
import { fileEventWords } from './event-words.ts'
import { hiddenFileEvents } from './events.ts'
import { checkFile } from './jobs/check-file.ts'
import { sweepFiles } from './jobs/sweep-files.ts'
import { fileMessages } from './messages/pages.ts'
import { ownFiles } from './own-data.ts'
import { filePaths } from './paths.ts'
import { fileRoutes } from './routes.tsx'

const { et, en, ru } = fileMessages

export const files: Module = {
  name: 'files',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: fileRoutes,
  navigation: [
    {
      label: { et: et.workTitle, en: en.workTitle, ru: ru.workTitle },
      path: filePaths.work,
      place: 'workspace',
      roles: ['administrator'],
    },
  ],
  hiddenEvents: hiddenFileEvents,
  eventWords: fileEventWords,
  jobs: [checkFile, sweepFiles],
  ownData: ownFiles,
}
