import { Hono } from 'hono'
import type { Module } from '#platform/module.ts'
import type { AppEnv } from '#platform/web/http.ts'
import { alertFollowables } from './alerts/followables.ts'
import { forgetUnfollowedJob } from './alerts/forget-unfollowed.ts'
import { alertRoutes } from './alerts/routes.tsx'
import { addressRoutes } from './addresses/routes.ts'
import { reportsEvidence } from './evidence.ts'
import { reportEventWords } from './event-words.ts'
import { reportFollowables } from './followables.ts'
import { installCategories } from './install-categories.ts'
import { installTemplates } from './install-templates.ts'
import { askWhetherFixedJob } from './jobs/ask-whether-fixed.ts'
import { forgetUnconfirmedJob } from './jobs/forget-unconfirmed.ts'
import { listReportTasks } from './list-tasks.ts'
import { deskMessages } from './messages/desk.ts'
import { fieldMessages } from './messages/field.ts'
import { publicMessages } from './messages/public.ts'
import { sendMessages } from './messages/send.ts'
import { reportDatasets } from './open-data.ts'
import { reportOperations } from './operations.ts'
import { reportsOwnData } from './own-data.ts'
import { reportsOnDevice } from './offline/on-device.ts'
import { deviceRoutes } from './offline/routes.tsx'
import { partnerEventWords } from './partners/event-words.ts'
import { partnerJobs } from './partners/jobs.ts'
import { partnerMessages } from './partners/messages.ts'
import { partnerPaths } from './partners/paths.ts'
import { partnerRoutes } from './partners/routes.tsx'
import { reportDeskPaths, reportPaths } from './paths.ts'
import { ownQuestions } from './questions.ts'
import { everything, listPublicReports } from './queries/reports.ts'
import { deskRoutes } from './routes/desk.ts'
import { feedRoutes } from './routes/feed.ts'
import { mailOperation, mailRoutes } from './routes/mails.ts'
import { mapRoutes } from './routes/map.ts'
import { open311UpdateRoutes } from './routes/open311-updates.ts'
import { open311Routes } from './routes/open311.ts'
import { publicRoutes } from './routes/public.tsx'
import { stillBrokenRoutes } from './routes/still-broken.tsx'
import { sendRoutes } from './routes/send.tsx'
import { reportSearchables } from './searchables.ts'
import { seedDemoReports } from './seed-demo-reports.ts'
import { retentionEventWords } from './retention/event-words.ts'
import { retentionJob } from './retention/keep-terms.ts'
import { areaEventWords } from './settings/areas/event-words.ts'
import { areaMessages } from './settings/areas/messages.ts'
import { areaPaths } from './settings/areas/paths.ts'
import { areaRoutes } from './settings/areas/routes.tsx'
import { seedDemoArea } from './settings/areas/seed-demo-area.ts'
import { announcementsJob } from './settings/announcements/announce.ts'
import { announcementEventWords } from './settings/announcements/event-words.ts'
import { announcementMessages } from './settings/announcements/messages.ts'
import { announcementPaths } from './settings/announcements/paths.ts'
import { announcementRoutes } from './settings/announcements/routes.tsx'
import { settlementReports } from './settings/announcements/settlement-reports.tsx'
import { settingEventWords } from './settings/events.ts'
import { settingsMessages } from './settings/page-messages.ts'
import { settingsPaths } from './settings/paths.ts'
import { settingsRoutes } from './settings/routes.tsx'
import { reportSubjectWords } from './subject-words.ts'
import { statisticsMessages } from './statistics/messages.ts'
import { statisticsDataset } from './statistics/open-data.ts'
import { statisticsPaths } from './statistics/paths.ts'
import { statisticsRoutes } from './statistics/routes.tsx'
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
for (const part of [
  open311UpdateRoutes,
  open311Routes,
  sendRoutes,
  deviceRoutes,
  feedRoutes,
  mapRoutes,
  addressRoutes,
  publicRoutes,
  stillBrokenRoutes,
  statisticsRoutes,
  partnerRoutes,
  alertRoutes,
  settingsRoutes,
  areaRoutes,
  announcementRoutes,
  deskRoutes,
])
  routes.route('/', part)

export const reports: Module = {
  name: 'reports',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes,
  uploads: [
    /^\/too\/teated\/uus$/,
    /^\/api\/v1\/reports\/mails$/,
    /^\/too\/teated\/minu\/\d{1,9}\/tehtud$/,
    /^\/teated\/uus$/,
    /^\/api\/open311\/v2\/requests\.(?:json|xml)$/,
  ],
  navigation: [
    { place: 'every-page', path: reportPaths.send, label: inAll(sendMessages, 'title') },
    { place: 'report-and-apply', path: reportPaths.send, label: inAll(sendMessages, 'title') },
    { place: 'report-and-apply', path: reportPaths.list, label: inAll(publicMessages, 'title') },
    {
      place: 'workspace',
      path: reportDeskPaths.inbox,
      label: inAll(deskMessages, 'title'),
      roles: ['official', 'reportsCoordinator'],
    },
    {
      place: 'workspace',
      path: statisticsPaths.desk,
      label: inAll(statisticsMessages, 'deskTitle'),
      roles: ['official', 'reportsCoordinator'],
    },
    {
      place: 'workspace',
      path: partnerPaths.list,
      label: inAll(partnerMessages, 'title'),
      roles: ['reportsCoordinator'],
    },
    {
      place: 'workspace',
      path: settingsPaths.list,
      label: inAll(settingsMessages, 'title'),
      roles: ['reportsCoordinator'],
    },
    {
      place: 'workspace',
      path: areaPaths.list,
      label: inAll(areaMessages, 'title'),
      roles: ['reportsCoordinator'],
    },
    {
      place: 'workspace',
      path: announcementPaths.list,
      label: inAll(announcementMessages, 'title'),
      roles: ['reportsCoordinator'],
    },
    {
      place: 'workspace',
      path: reportDeskPaths.field,
      label: inAll(fieldMessages, 'title'),
      roles: ['contractor'],
    },
  ],
  roles: {
    contractor: { et: fieldMessages.et.role, en: fieldMessages.en.role, ru: fieldMessages.ru.role },
    reportsCoordinator: { et: 'Teadete koordinaator', en: 'Reports coordinator', ru: 'Координатор сообщений' },
  },
  hiddenEvents: [
    'reports.sent',
    'reports.private-changed',
    'reports.assigned',
    'reports.bulk-done',
    'reports.bulk-undone',
    'reports.work-given',
    'reports.check-asked',
    'reports.mail-taken',
    'reports.mail-dismissed',
    'reports.mails-forgotten',
    'reports.original-opened',
    'reports.priority-set',
    'reports.template-changed',
    'reports.note-written',
    'reports.unconfirmed-forgotten',
    'reports.retention-done',
    'reports.alert-made',
    'reports.partner-saved',
    'reports.partner-told',
  ],
  eventWords: {
    ...reportEventWords,
    ...partnerEventWords,
    ...settingEventWords,
    ...areaEventWords,
    ...announcementEventWords,
    ...retentionEventWords,
  },
  jobs: [...partnerJobs, forgetUnconfirmedJob, askWhetherFixedJob, retentionJob, forgetUnfollowedJob, announcementsJob],
  searchables: reportSearchables,
  datasets: [...reportDatasets, statisticsDataset],
  api: mailRoutes,
  operations: [...reportOperations, mailOperation],
  followables: [...reportFollowables, ...alertFollowables],
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
    { path: statisticsPaths.open, changedOn: null },
    ...(await listPublicReports(db, everything, { limit: 2000 })).map(({ number, stateSince }) => ({
      path: reportPaths.report(number),
      changedOn: stateSince.toISOString().slice(0, 10),
    })),
  ],
  ownData: reportsOwnData,
  settlementSections: [settlementReports],
  onDevice: reportsOnDevice,
  install: async (ctx, files) => {
    await installCategories(ctx, files)
    await installTemplates(ctx, files)
  },
  demo: async (ctx, site) => {
    await seedDemoReports(ctx, site)
    await seedDemoArea(ctx)
  },
  synthetic: loadSyntheticReports,
}
