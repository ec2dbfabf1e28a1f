import type { Module } from '#platform/module.ts'
import { peopleApi } from './api.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { peopleEventWords } from './event-words.ts'
import { hiddenPeopleEvents } from './events.ts'
import { peopleEvidence } from './evidence.ts'
import { peopleFollowables } from './followables.ts'
import { installBodies } from './install-bodies.ts'
import { publicMessages } from './messages/public.ts'
import { workMessages } from './messages/work.ts'
import { peoplePaths } from './paths.ts'
import { ownRoles } from './roles.ts'
import { peopleRoutes } from './routes.tsx'
import { peopleSearchables } from './searchables.ts'
import { peopleOwnData } from './own-data.ts'
import { loadSyntheticPeople } from './synthetic.ts'
import { peopleDatasets, peopleOperations } from './open-data.ts'
import { listPeoplePages } from './sitemap.ts'

const { et, en, ru } = publicMessages

export const people: Module = {
  name: 'people',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: peopleRoutes,
  api: peopleApi,
  navigation: [
    { label: { et: et.bodies, en: en.bodies, ru: ru.bodies }, path: peoplePaths.bodies, place: 'life' },
    { label: { et: et.persons, en: en.persons, ru: ru.persons }, path: peoplePaths.persons, place: 'life' },
    {
      label: { et: workMessages.et.bodies, en: workMessages.en.bodies, ru: workMessages.ru.bodies },
      path: peoplePaths.workBodies,
      place: 'workspace',
      roles: ['registrar', 'administrator'],
    },
  ],
  roles: ownRoles,
  hiddenEvents: hiddenPeopleEvents,
  eventWords: peopleEventWords,
  searchables: peopleSearchables,
  datasets: peopleDatasets,
  operations: peopleOperations,
  sitemap: listPeoplePages,
  ownData: peopleOwnData,
  followables: peopleFollowables,
  evidence: peopleEvidence,
  install: installBodies,
  demo: seedDemo,
  synthetic: loadSyntheticPeople,
}
