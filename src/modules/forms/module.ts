import type { Module } from '#platform/module.ts'
import { hiddenFormsEvents } from './events.ts'
import { editorMessages } from './messages/editor.ts'
import { listOwners } from './owners.ts'
import { formsPaths } from './paths.ts'
import { formsRoutes } from './routes/index.tsx'
import { editablePrefixes } from './rules.ts'

const { et, en, ru } = editorMessages

export const forms: Module = {
  name: 'forms',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: formsRoutes,
  navigation: [
    {
      place: 'workspace',
      path: formsPaths.desk,
      label: { et: et.forms, en: en.forms, ru: ru.forms },
      shownTo: (actor) => editablePrefixes(actor, listOwners()).length > 0,
    },
  ],
  hiddenEvents: hiddenFormsEvents,
}
