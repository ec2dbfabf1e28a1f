import { Hono } from 'hono'
import * as z from 'zod'
import type { ApiOperation } from '#platform/api-operation.ts'
import { requireRight, type AppEnv } from '#platform/web/http.ts'
import { problem } from '#platform/web/problem.ts'
import { takeBounce } from '../take-bounce.ts'

const path = '/api/v1/mail/bounces'
const right = 'mail.bounces'
const largest = 1024 * 1024

/** The receiving mail server hands over what came back to the sender of letters. */
export const bounceRoutes = new Hono<AppEnv>()

const answer = z.object({ kind: z.enum(['hard', 'soft', 'complaint']) })

export const bounceOperation: ApiOperation = {
  method: 'post',
  path,
  id: 'takeBounce',
  summary: 'Takes in a message that came back to the sender of letters',
  description: 'The whole message as it arrived (RFC 3464 delivery report or RFC 5965 complaint).',
  body: { contentType: 'message/rfc822', schema: z.string() },
  answer: { contentType: 'application/json', schema: answer },
  problems: [403, 404, 409, 413, 422],
  right,
}

const statuses = { notABounce: 422, unknownLetter: 404, alreadyTaken: 409 } as const
const titles = {
  notABounce: 'The message is neither a delivery report nor a complaint about a letter of this site',
  unknownLetter: 'There is no such letter',
  alreadyTaken: 'This was said of the letter before',
} as const

bounceRoutes.post(path, async (c) => {
  requireRight(c, right)
  const raw = Buffer.from(await c.req.arrayBuffer())
  if (raw.length > largest) return problem(c, { status: 413, title: 'The message is larger than 1 MB' })
  const outcome = await takeBounce(c.var.ctx, c.var.site.keys, raw)
  if (!outcome.ok) return problem(c, { status: statuses[outcome.refusal], title: titles[outcome.refusal] })
  return c.json({ kind: outcome.kind } satisfies z.output<typeof answer>)
})
