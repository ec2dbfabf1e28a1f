import { Hono } from 'hono'
import { NotFound, todayOf } from '#platform/context.ts'
import { keepUntilChange, page, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { inAddress, meetingPaths } from '../paths.ts'
import { findMeeting } from '../queries/meetings.ts'
import { isPublic } from '../rules.ts'
import { canonicalJson, type Json } from './canonical-json.ts'
import { keysPath } from './paths.ts'
import { readResult } from './read-result.ts'
import { ResultPage } from './result-page.tsx'
import { publicKeyOf, signResult } from './site-key.ts'

export const proofRoutes = new Hono<AppEnv>()

async function found(c: WebContext) {
  const { ctx, site } = c.var
  const meeting = await findMeeting(ctx.db, { number: Number(c.req.param('number')) })
  if (meeting === undefined || !isPublic(meeting)) throw new NotFound()
  const result = await readResult(
    ctx.db,
    site.name,
    meeting,
    c.req.param('vote') ?? (c.req.param('file') ?? '').slice(0, 36),
    todayOf(ctx),
  )
  if (result === undefined) throw new NotFound()
  return { meeting, ...result }
}

const asJson = (c: WebContext, value: Json) => {
  keepUntilChange(c)
  return c.body(canonicalJson(value), 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Access-Control-Allow-Origin': '*',
  })
}

proofRoutes.get(keysPath, (c) => asJson(c, { keys: [publicKeyOf(c.var.site.keys)] }))

// The router reads a name up to the next slash: the ending is part of it.
const file = ':file{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.json}'
proofRoutes.get(meetingPaths.result(inAddress.number, file), async (c) => {
  const { result } = await found(c)
  return asJson(c, signResult(c.var.site.keys, result) as unknown as Json)
})

proofRoutes.get(meetingPaths.resultLog(inAddress.number, inAddress.vote), async (c) => asJson(c, (await found(c)).log))

proofRoutes.get(meetingPaths.result(inAddress.number, inAddress.vote), async (c) => {
  const { meeting, result, byFaction } = await found(c)
  const signed = signResult(c.var.site.keys, result)
  const key = publicKeyOf(c.var.site.keys)
  return page(c, (frame) => <ResultPage {...{ frame, meeting, signed, byFaction }} publicKey={key} />)
})
