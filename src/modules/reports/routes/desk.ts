import { Hono } from 'hono'
import type { AppEnv } from '#platform/web/http.ts'
import { bulkRoutes } from './desk/bulk.tsx'
import { enterRoutes } from './desk/enter.tsx'
import { fieldRoutes } from './desk/field.tsx'
import { inboxRoutes } from './desk/inbox.tsx'
import { deskMailRoutes } from './desk/mails.tsx'
import { moderationRoutes } from './desk/moderation.tsx'
import { pictureRoutes } from './desk/pictures.tsx'
import { deskReportRoutes } from './desk/report.tsx'
import { splitRoutes } from './desk/split.tsx'
import { templateRoutes } from './desk/templates.tsx'

/** The officials' side, one file per journey. */
export const deskRoutes = new Hono<AppEnv>()
for (const part of [
  inboxRoutes,
  fieldRoutes,
  enterRoutes,
  bulkRoutes,
  deskMailRoutes,
  deskReportRoutes,
  splitRoutes,
  templateRoutes,
  moderationRoutes,
  pictureRoutes,
])
  deskRoutes.route('/', part)
