import type { Module } from '#platform/module.ts'
import { planApi } from './api.ts'
import { planEventWords } from './event-words.ts'
import { planFollowables } from './followables.ts'
import { installPlan } from './install.ts'
import { recordStatusChangesAfter } from './reactions/record-status-changes-after.ts'
import { planRoutes } from './routes/index.tsx'
import { seedDemoPlan } from './seed-demo-plan.ts'
import { listInMyCare } from './in-my-care.ts'
import { listPlanTasks } from './list-plan-tasks.ts'
import { planSearchables } from './searchables.ts'
import { planOwnData } from './own-data.ts'
import { planDatasets, planOperations } from './open-data.ts'
import { planSubjectWords } from './subject-words.ts'
import { listPlanPages } from './sitemap.ts'
import { loadSyntheticPlan } from './synthetic.ts'
import { planJobs, planNotices } from './jobs/reminder-jobs.ts'

const compare = { 'record-status-changes': recordStatusChangesAfter }

export const plan: Module = {
  name: 'plan',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: planRoutes,
  api: planApi,
  uploads: [/^\/too\/tegevuskava\/\d{1,2}\.\d{1,2}\/toendid$/],
  navigation: [
    { place: 'promises', path: '/tegevuskava', label: { et: 'Tegevuskava', en: 'Action plan', ru: 'План действий' } },
    {
      place: 'workspace',
      path: '/too/tegevuskava',
      label: { et: 'Tegevuskava', en: 'Action plan', ru: 'План действий' },
      roles: ['official', 'planCoordinator', 'planAdopter'],
    },
  ],
  roles: {
    planCoordinator: { et: 'Tegevuskava koordinaator', en: 'Plan coordinator', ru: 'Координатор плана' },
    planAdopter: { et: 'Tegevuskava kinnitaja', en: 'Plan adopter', ru: 'Утверждающий план' },
  },
  // Drafts are work in progress: what is done in them becomes public with the discussion or the adoption.
  hiddenEvents: ['plan.version-saved', 'plan.version-edited', 'plan.party-settled'],
  eventWords: planEventWords,
  reactions: {
    'platform.day-began': compare,
    'platform.demo-seeded': compare,
    'platform.synthetic-loaded': compare,
    'plan.evidence-confirmed': compare,
    'plan.version-adopted': compare,
    'plan.duty-changed': compare,
    'people.membership-began': compare,
    'people.membership-ended': compare,
    'people.body-dissolved': compare,
    'people.post-closed': compare,
  },
  followables: planFollowables,
  notices: planNotices,
  jobs: planJobs,
  waiting: listPlanTasks,
  inMyCare: listInMyCare,
  subjectWords: planSubjectWords,
  searchables: planSearchables,
  datasets: planDatasets,
  operations: planOperations,
  sitemap: listPlanPages,
  ownData: planOwnData,
  install: installPlan,
  demo: seedDemoPlan,
  synthetic: loadSyntheticPlan,
}
