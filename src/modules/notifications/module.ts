import { isPublicEvent } from '#platform/events.ts'
import type { Module } from '#platform/module.ts'
import { notificationEventWords } from './event-words.ts'
import { hiddenNotificationEvents } from './events.ts'
import { notificationJobs } from './jobs/jobs.ts'
import { listMailTasks } from './list-mail-tasks.ts'
import { workMessages } from './messages/work.ts'
import { notificationsOwnData } from './own-data.ts'
import { notificationPaths } from './paths.ts'
import { confirmAddressOf } from './reactions/confirm-address-of.ts'
import { tellFollowersOf } from './reactions/tell-followers-of.ts'
import { notificationRoutes } from './routes.tsx'
import { seedDemoAddresses } from './seed-demo.ts'
import { loadSyntheticReaders } from './synthetic.ts'
import { bounceOperation, bounceRoutes } from './routes/bounces.ts'

const { et, en, ru } = workMessages

export const notifications: Module = {
  name: 'notifications',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes: notificationRoutes,
  api: bounceRoutes,
  operations: [bounceOperation],
  navigation: [
    {
      place: 'workspace',
      path: notificationPaths.workMails,
      label: { et: et.title, en: en.title, ru: ru.title },
      roles: ['administrator'],
    },
  ],
  hiddenEvents: hiddenNotificationEvents,
  eventWords: notificationEventWords,
  reactions: { 'people.contacts-changed': { 'confirm-address': confirmAddressOf } },
  watches: { followers: { wants: isPublicEvent, run: tellFollowersOf } },
  jobs: notificationJobs,
  waiting: listMailTasks,
  ownData: notificationsOwnData,
  demo: seedDemoAddresses,
  synthetic: loadSyntheticReaders,
}
