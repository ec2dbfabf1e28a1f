import { Hono } from 'hono'
import type { Module } from '#platform/module.ts'
import type { AppEnv } from '#platform/web/http.ts'
import { meetingsEvidence } from './evidence.ts'
import { meetingEventWords } from './event-words.ts'
import { meetingFollowables } from './followables.ts'
import { dueJob } from './enter-due.ts'
import { installStatutes } from './install-statutes.ts'
import { callMessages } from './messages/call.ts'
import { deskMessages } from './messages/desk.ts'
import { publicMessages } from './messages/public.ts'
import { oparlOperations } from './oparl/operations.ts'
import { oparlRoutes } from './oparl/routes.ts'
import { meetingDeskPaths, meetingPaths } from './paths.ts'
import { agendaRoutes } from './routes/agenda.tsx'
import { deskRoutes } from './routes/desk.tsx'
import { feedRoutes } from './routes/feeds.ts'
import { leadRoutes } from './routes/lead.tsx'
import { liveRoutes } from './routes/live.tsx'
import { publicRoutes } from './routes/public.tsx'
import { seatRoutes } from './routes/seat.tsx'
import { secretaryRole } from './rules.ts'
import { meetingSearchables } from './searchables.ts'
import { seedDemoMeetings } from './seed-demo-meetings.ts'
import { minutesRoutes } from './minutes/routes.tsx'
import { listMeetingPages } from './sitemap.ts'
import { callNotice } from './tell-members.ts'

const routes = new Hono<AppEnv>()
for (const part of [
  feedRoutes,
  liveRoutes,
  seatRoutes,
  publicRoutes,
  deskRoutes,
  agendaRoutes,
  leadRoutes,
  minutesRoutes,
])
  routes.route('/', part)

const titles = (words: Record<'et' | 'en' | 'ru', { title: string }>) => ({
  et: words.et.title,
  en: words.en.title,
  ru: words.ru.title,
})

export const meetings: Module = {
  name: 'meetings',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  routes,
  navigation: [
    { place: 'decisions', path: meetingPaths.list, label: titles(publicMessages) },
    { place: 'workspace', path: meetingDeskPaths.list, label: titles(deskMessages), roles: [secretaryRole] },
  ],
  roles: { meetingSecretary: { et: deskMessages.et.role, en: deskMessages.en.role, ru: deskMessages.ru.role } },
  hiddenEvents: ['meetings.planned', 'meetings.prepared', 'meetings.went-on'],
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
  ],
  api: oparlRoutes,
  operations: oparlOperations,
  evidence: meetingsEvidence,
  jobs: [dueJob],
  sitemap: listMeetingPages,
  install: installStatutes,
  demo: seedDemoMeetings,
}
