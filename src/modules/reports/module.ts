import { Hono } from 'hono'
import type { Module } from '#platform/module.ts'
import type { AppEnv } from '#platform/web/http.ts'
import { reportsEvidence } from './evidence.ts'
import { reportEventWords } from './event-words.ts'
import { reportFollowables } from './followables.ts'
import { installCategories } from './install-categories.ts'
import { forgetUnconfirmedJob } from './jobs/forget-unconfirmed.ts'
import { listReportTasks } from './list-tasks.ts'
import { deskMessages } from './messages/desk.ts'
import { publicMessages } from './messages/public.ts'
import { sendMessages } from './messages/send.ts'
import { reportDatasets } from './open-data.ts'
import { reportOperations } from './operations.ts'
import { reportsOwnData } from './own-data.ts'
import { reportDeskPaths, reportPaths } from './paths.ts'
import { ownQuestions } from './questions.ts'
import { listPublicReports } from './queries/reports.ts'
import { deskRoutes } from './routes/desk.tsx'
import { feedRoutes } from './routes/feed.ts'
import { mapRoutes } from './routes/map.ts'
import { open311Routes } from './routes/open311.ts'
import { publicRoutes } from './routes/public.tsx'
import { sendRoutes } from './routes/send.tsx'
import { reportSearchables } from './searchables.ts'
import { seedDemoReports } from './seed-demo-reports.ts'
import { reportSubjectWords } from './subject-words.ts'
import { loadSyntheticReports } from './synthetic.ts'
import { myReportNotices } from './tell-reporter.ts'
import { workNotices } from './tell-workers.ts'

const inAll = <K extends string>(words: Record<'et' | 'en' | 'ru', Record<K, unknown>>, key: K) => ({
  et: String(words.et[key]),
  en: String(words.en[key]),
  ru: String(words.ru[key]),
})

ownQuestions()
const routes = new Hono<AppEnv>()
for (const part of [open311Routes, sendRoutes, feedRoutes, mapRoutes, publicRoutes, deskRoutes]) routes.route('/', part)

export const reports: Module = {
  name: 'reports',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes,
  uploads: [/^\/teated\/uus$/, /^\/api\/open311\/v2\/requests\.(?:json|xml)$/],
  navigation: [
    { place: 'report-and-apply', path: reportPaths.send, label: inAll(sendMessages, 'title') },
    { place: 'report-and-apply', path: reportPaths.list, label: inAll(publicMessages, 'title') },
    {
      place: 'workspace',
      path: reportDeskPaths.inbox,
      label: inAll(deskMessages, 'title'),
      roles: ['official', 'reportsCoordinator'],
    },
  ],
  roles: {
    reportsCoordinator: { et: 'Teadete koordinaator', en: 'Reports coordinator', ru: 'Координатор сообщений' },
  },
  hiddenEvents: [
    'reports.sent',
    'reports.private-changed',
    'reports.assigned',
    'reports.note-written',
    'reports.unconfirmed-forgotten',
  ],
  eventWords: reportEventWords,
  jobs: [forgetUnconfirmedJob],
  searchables: reportSearchables,
  datasets: reportDatasets,
  operations: reportOperations,
  followables: reportFollowables,
  notices: [
    {
      key: myReportNotices,
      name: { et: 'Minu teated', en: 'My reports', ru: 'Мои сообщения' },
      explanation: {
        et: 'Kui sinu teatele vastatakse või selle seis muutub.',
        en: 'When your report is answered or its state changes.',
        ru: 'Когда на ваше сообщение ответили или изменилось его состояние.',
      },
      usual: 'at-once',
      mayBeRefused: false,
    },
    {
      key: workNotices,
      name: { et: 'Teated, millele mina vastan', en: 'Reports that I answer', ru: 'Сообщения, на которые отвечаю я' },
      explanation: {
        et: 'Kui sulle määratakse teade, keegi täiendab seda või avab uuesti.',
        en: 'When a report is given to you, added to or opened again.',
        ru: 'Когда вам поручают сообщение, его дополняют или открывают снова.',
      },
      usual: 'at-once',
      mayBeRefused: true,
      for: ({ postIds }) => postIds.length > 0,
    },
  ],
  subjectWords: reportSubjectWords,
  evidence: reportsEvidence,
  waiting: listReportTasks,
  sitemap: async ({ db }) => [
    { path: reportPaths.send, changedOn: null },
    { path: reportPaths.list, changedOn: null },
    ...(await listPublicReports(db, { state: null, group: null, settlement: null }, { limit: 2000 })).map(
      ({ number, stateSince }) => ({
        path: reportPaths.report(number),
        changedOn: stateSince.toISOString().slice(0, 10),
      }),
    ),
  ],
  ownData: reportsOwnData,
  install: installCategories,
  demo: seedDemoReports,
  synthetic: loadSyntheticReports,
}
