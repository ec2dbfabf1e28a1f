import { Hono } from 'hono'
import type { Module } from '#platform/module.ts'
import type { AppEnv } from '#platform/web/http.ts'
import { actEventWords } from './event-words.ts'
import { actsEvidence } from './evidence.ts'
import { actFollowables } from './followables.ts'
import { followMeetings } from './follow-meetings.ts'
import { givenRoutes } from './given/routes.tsx'
import { installRules } from './install-rules.ts'
import { listActTasks, listInMyCare } from './list-tasks.ts'
import { deskMessages } from './messages/desk.ts'
import { publicMessages } from './messages/public.ts'
import { reminderMessages } from './messages/reminders.ts'
import { actDatasets } from './open-data.ts'
import { actsOwnData } from './own-data.ts'
import { latestActs } from './on-home-page.tsx'
import { actsOfMeeting } from './on-meeting-page.tsx'
import { actDeskPaths, actPaths } from './paths.ts'
import { countActs } from './queries/publication.ts'
import { followUpNotice, remindFollowUps, tellLapsed } from './remind-follow-ups.ts'
import { deskRoutes } from './routes/desk.tsx'
import { feedRoutes } from './routes/feeds.ts'
import { followUpRoutes } from './routes/follow-ups.tsx'
import { publicRoutes } from './routes/public.tsx'
import { actSearchables } from './searchables.ts'
import { seedDemoActs } from './seed-demo-acts.ts'
import { listActPages } from './sitemap.ts'
import { actSubjectWords } from './subject-words.ts'

const routes = new Hono<AppEnv>()
for (const part of [feedRoutes, publicRoutes, followUpRoutes, givenRoutes, deskRoutes]) routes.route('/', part)

const titles = (words: Record<'et' | 'en' | 'ru', { title: string }>) => ({
  et: words.et.title,
  en: words.en.title,
  ru: words.ru.title,
})
const reminders = (key: 'kind' | 'kindText' | 'jobFollow' | 'jobRemind' | 'jobLapsed') => ({
  et: reminderMessages.et[key],
  en: reminderMessages.en[key],
  ru: reminderMessages.ru[key],
})

export const acts: Module = {
  name: 'acts',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes,
  uploads: [/^\/too\/otsused\/[a-z0-9-]+\/allkiri$/],
  navigation: [
    { place: 'decisions', path: actPaths.list, label: titles(publicMessages) },
    {
      place: 'workspace',
      path: actDeskPaths.list,
      label: titles(deskMessages),
      roles: ['registrar', 'meetingSecretary'],
    },
  ],
  hiddenEvents: ['acts.handed-out'],
  eventWords: actEventWords,
  jobs: [
    { name: 'follow-meetings', title: reminders('jobFollow'), drain: ({ ctx }) => followMeetings(ctx) },
    {
      name: 'remind-follow-ups',
      title: reminders('jobRemind'),
      cron: '0 8 * * *',
      run: ({ ctx }) => remindFollowUps(ctx),
    },
    { name: 'tell-lapsed', title: reminders('jobLapsed'), cron: '5 0 * * *', run: ({ ctx }) => tellLapsed(ctx) },
  ],
  notices: [
    {
      key: followUpNotice,
      name: reminders('kind'),
      explanation: reminders('kindText'),
      usual: 'at-once',
      mayBeRefused: true,
      for: ({ postIds, bodyIds }) => postIds.length + bodyIds.length > 0,
    },
  ],
  searchables: actSearchables,
  datasets: actDatasets,
  followables: actFollowables,
  sitemap: listActPages,
  evidence: actsEvidence,
  subjectWords: actSubjectWords,
  waiting: listActTasks,
  inMyCare: listInMyCare,
  ownData: actsOwnData,
  counts: countActs,
  install: installRules,
  homeSections: [latestActs],
  meetingSections: [actsOfMeeting],
  demo: seedDemoActs,
}
