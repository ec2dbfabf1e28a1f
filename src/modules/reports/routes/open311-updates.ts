import { Hono } from 'hono'
import * as z from 'zod'
import { findApiKey, type ApiKey } from '#platform/api-keys.ts'
import type { AppEnv, WebContext } from '#platform/web/http.ts'
import { isWithinLimit } from '#platform/web/rate-limit.ts'
import { open311Messages } from '../messages/open311.ts'
import { answer, faultsAsErrors, languageOf, refuse } from '../open311/answer.ts'
import * as documents from '../open311/documents.ts'
import { readUpdatesAsked } from '../open311/read-asked.ts'
import { sendRight } from '../open311/rights.ts'
import { partnerMessages } from '../partners/messages.ts'
import { takeUpdate, takeUpdateInput } from '../partners/take-update.ts'
import { open311Base } from '../paths.ts'
import { listPublicUpdates } from '../queries/open311.ts'

export const open311UpdateRoutes = new Hono<AppEnv>()
open311UpdateRoutes.use(`${open311Base}/*`, faultsAsErrors)

const updates = `${open311Base}/:document{servicerequestupdates[.](?:json|xml)}`

/** What was said and done of public reports, the oldest first: the de-facto extension that FixMyStreet made. */
open311UpdateRoutes.get(updates, async (c) => {
  const asked = readUpdatesAsked(c.req.query(), c.var.ctx.now, open311Messages[languageOf(c)])
  if (!('from' in asked)) return answer(c, documents.errors(asked), 400)
  return answer(c, documents.updates(await listPublicUpdates(c.var.ctx.db, asked), languageOf(c)))
})

open311UpdateRoutes.post(updates, async (c) => {
  const { ctx, site } = c.var
  const t = open311Messages[languageOf(c)]
  const body = await c.req.parseBody().catch(() => ({}))
  const given = z.record(z.string(), z.string()).catch({}).parse(body)
  const key = await sendingKey(c, given.api_key ?? '')
  if (key === undefined) return refuse(c, 403, t.keyWrong)
  const limit = { kind: 'open311', caller: key.id, perWindow: key.readsPerMinute, windowSeconds: 60 }
  if (!(await isWithinLimit(ctx.db, site.keys, limit, ctx.now))) return refuse(c, 403, t.tooMany)
  const words: Readonly<Record<string, string>> = partnerMessages[languageOf(c)].updates
  const read = takeUpdateInput.safeParse({ service_request_id: '', update_id: '', ...given })
  if (!read.success) {
    const said = read.error.issues.map(({ message }) => words[message] ?? words.updatedWrong ?? '')
    return refuse(c, 400, ...new Set(said))
  }
  const outcome = await takeUpdate(ctx, site.keys, key.id, read.data)
  if (!outcome.ok) {
    return refuse(c, outcome.refusal === 'requestUnknown' ? 404 : 400, words[outcome.refusal] ?? '')
  }
  return answer(c, documents.updateTaken(read.data.update_id), 201)
})

/** The key that a call names, in the form, the address or the header, where it may send reports. */
export async function sendingKey(c: WebContext, named: string): Promise<ApiKey | undefined> {
  const token = named.trim() || (c.req.query('api_key') ?? '')
  const key = c.var.apiKey ?? (await findApiKey(c.var.ctx.db, token, c.var.ctx.now))
  return key?.rights.includes(sendRight) === true ? key : undefined
}
