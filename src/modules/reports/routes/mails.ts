import { Hono } from 'hono'
import * as z from 'zod'
import type { ApiOperation } from '#platform/api-operation.ts'
import { requireRight, type AppEnv } from '#platform/web/http.ts'
import { problem } from '#platform/web/problem.ts'
import { takeMail } from '../entry/take-mail.ts'

const path = '/api/v1/reports/mails'
const right = 'reports.mails'
const largest = 25 * 1024 * 1024

/** The receiving mail server hands over what came to the address for reports. */
export const mailRoutes = new Hono<AppEnv>()

const answer = z.object({ as: z.enum(['queued', 'answered', 'ignored', 'known']) })

export const mailOperation: ApiOperation = {
  method: 'post',
  path,
  id: 'takeReportMail',
  summary: 'Takes in a letter to the address for reports',
  description:
    'The whole message as it arrived (RFC 5322). An answer to a letter about a report becomes its sender’s words; what programs wrote is passed over; the rest waits for a clerk.',
  body: { contentType: 'message/rfc822', schema: z.string() },
  answer: { contentType: 'application/json', schema: answer },
  problems: [403, 413, 422],
  right,
}

mailRoutes.post(path, async (c) => {
  requireRight(c, right)
  const { ctx, site, config } = c.var
  const raw = Buffer.from(await c.req.arrayBuffer())
  if (raw.length > largest) return problem(c, { status: 413, title: 'The message is larger than 25 MB' })
  const taken = await takeMail(ctx, { site, ownAddress: config.mailFrom ?? '' }, raw)
  if (taken.as === 'unreadable') return problem(c, { status: 422, title: 'The message cannot be read' })
  return c.json({ as: taken.as } satisfies z.output<typeof answer>)
})
