import { Hono } from 'hono'
import type { Module } from '#platform/module.ts'
import type { AppEnv } from '#platform/web/http.ts'
import { absenceMessages } from './absence/messages.ts'
import { listAbsenceTasks } from './absence/list-tasks.ts'
import { absencePaths } from './absence/paths.ts'
import { absenceRoutes } from './absence/routes.tsx'
import { absenceJob, absenceNotice } from './absence/warn-absent.ts'
import { annexReadersJob } from './annexes/follow-members.ts'
import { annexRoutes } from './annexes/routes.tsx'
import { meetingsEvidence } from './evidence.ts'
import { meetingEventWords } from './event-words.ts'
import { meetingFollowables } from './followables.ts'
import { dueJob } from './enter-due.ts'
import { invitationRoutes } from './invitation/routes.ts'
import { installStatutes } from './install-statutes.ts'
import { callMessages } from './messages/call.ts'
import { deskMessages } from './messages/desk.ts'
import { publicMessages } from './messages/public.ts'
import { oparlOperations } from './oparl/operations.ts'
import { oparlRoutes } from './oparl/routes.ts'
import { passRoutes } from './passing/routes.tsx'
import { popoloOperations, popoloRoutes } from './popolo/routes.ts'
import { meetingsOwnData } from './own-data.ts'
import { meetingsToday } from './on-home-page.tsx'
import { meetingDeskPaths, meetingPaths } from './paths.ts'
import { agendaRoutes } from './routes/agenda.tsx'
import { deskRoutes } from './routes/desk.tsx'
import { feedRoutes } from './routes/feeds.ts'
import { leadRoutes } from './routes/lead.tsx'
import { liveRoutes } from './routes/live.tsx'
import { publicRoutes } from './routes/public.tsx'
import { seatRoutes } from './routes/seat.tsx'
import { recordDatasets } from './record/datasets.ts'
import { recordMessages } from './record/messages.ts'
import { recordAll } from './record/keep-record.ts'
import { recordPaths } from './record/paths.ts'
import { personRecord } from './record/person-section.tsx'
import { recordRoutes } from './record/routes.tsx'
import { replayRoutes } from './replay/routes.tsx'
import { secretaryRole } from './rules.ts'
import { seriesRoutes } from './series/routes.tsx'
import { meetingSearchables } from './searchables.ts'
import { seedDemoMeetings } from './seed-demo-meetings.ts'
import { listMinutesTasks } from './minutes/review/list-tasks.ts'
import { reviewRoutes } from './minutes/review/routes.tsx'
import { minutesRoutes } from './minutes/routes.tsx'
import { signingRoutes } from './minutes/signing/routes.tsx'
import { proofRoutes } from './proof/routes.tsx'
import { listMeetingPages } from './sitemap.ts'
import { loadSyntheticMeetings } from './synthetic/invent-meetings.ts'
import { callNotice } from './tell-members.ts'

const routes = new Hono<AppEnv>()
for (const part of [
  recordRoutes,
  absenceRoutes,
  annexRoutes,
  invitationRoutes,
  passRoutes,
  replayRoutes,
  feedRoutes,
  liveRoutes,
  seatRoutes,
  publicRoutes,
  deskRoutes,
  seriesRoutes,
  agendaRoutes,
  leadRoutes,
  minutesRoutes,
  reviewRoutes,
  signingRoutes,
  proofRoutes,
])
  routes.route('/', part)

const api = new Hono<AppEnv>()
api.route('/', oparlRoutes)
api.route('/', popoloRoutes)

const titles = (words: Record<'et' | 'en' | 'ru', { title: string }>) => ({
  et: words.et.title,
  en: words.en.title,
  ru: words.ru.title,
})

export const meetings: Module = {
  name: 'meetings',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes,
  uploads: [
    /^\/too\/istungid\/\d{1,9}\/punktid\/[0-9a-f-]{36}\/lisad$/,
    /^\/too\/istungid\/\d{1,9}\/protokoll\/allkirjad$/,
  ],
  navigation: [
    { place: 'decisions', path: meetingPaths.list, label: titles(publicMessages) },
    { place: 'decisions', path: recordPaths.attendance, label: titles(recordMessages) },
    { place: 'workspace', path: meetingDeskPaths.list, label: titles(deskMessages), roles: [secretaryRole] },
    {
      place: 'workspace',
      path: absencePaths.list,
      label: { et: absenceMessages.et.title, en: absenceMessages.en.title, ru: absenceMessages.ru.title },
      roles: [secretaryRole],
    },
    {
      place: 'workspace',
      path: recordPaths.terms,
      label: { et: recordMessages.et.termsTitle, en: recordMessages.en.termsTitle, ru: recordMessages.ru.termsTitle },
      roles: [secretaryRole],
    },
  ],
  roles: { meetingSecretary: { et: deskMessages.et.role, en: deskMessages.en.role, ru: deskMessages.ru.role } },
  hiddenEvents: ['meetings.planned', 'meetings.prepared', 'meetings.went-on', 'meetings.absence-reported'],
  eventWords: meetingEventWords,
  searchables: meetingSearchables,
  followables: meetingFollowables,
  notices: [
    {
      key: callNotice,
      name: { et: callMessages.et.notice.name, en: callMessages.en.notice.name, ru: callMessages.ru.notice.name },
      explanation: {
        et: callMessages.et.notice.explanation,
        en: callMessages.en.notice.explanation,
        ru: callMessages.ru.notice.explanation,
      },
      usual: 'at-once',
      mayBeRefused: false,
      for: ({ bodyIds }) => bodyIds.length > 0,
    },
    {
      key: absenceNotice,
      name: {
        et: absenceMessages.et.notice.name,
        en: absenceMessages.en.notice.name,
        ru: absenceMessages.ru.notice.name,
      },
      explanation: {
        et: absenceMessages.et.notice.explanation,
        en: absenceMessages.en.notice.explanation,
        ru: absenceMessages.ru.notice.explanation,
      },
      usual: 'at-once',
      mayBeRefused: false,
      for: ({ bodyIds }) => bodyIds.length > 0,
    },
  ],
  api,
  operations: [...oparlOperations, ...popoloOperations],
  evidence: meetingsEvidence,
  ownData: meetingsOwnData,
  waiting: async (ctx, language) => [
    ...(await listAbsenceTasks(ctx, language)),
    ...(await listMinutesTasks(ctx, language)),
  ],
  jobs: [dueJob, absenceJob, annexReadersJob],
  sitemap: listMeetingPages,
  datasets: recordDatasets,
  personSections: [personRecord],
  homeSections: [meetingsToday],
  install: async (ctx, files) => {
    await installStatutes(ctx, files)
    await recordAll(ctx)
  },
  demo: seedDemoMeetings,
  synthetic: loadSyntheticMeetings,
}
