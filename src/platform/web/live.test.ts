import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, system } from '../context.ts'
import { publicVersion } from '../data-version.ts'
import { record } from '../events.ts'
import { openTestApp, type TestApp } from '#test/app.ts'
import { makeLive, type Live } from './live.ts'
import { Hono } from 'hono'
import type { AppEnv } from './http.ts'

let app: TestApp
let live: Live
let server: Hono<AppEnv>
beforeAll(async () => {
  app = await openTestApp()
  live = makeLive([app.site])
  server = new Hono<AppEnv>()
  server.use((c, next) => {
    c.set('site', app.site)
    c.set('language', 'et')
    c.set('caller', c.req.header('caller') ?? 'somebody')
    return next()
  })
  server.route('/', live.routes)
})

async function happen(times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    await inTransaction(app.context(system), (ctx) =>
      record(ctx, 'plan.duty-changed', 'commitment:x', { commitment: '1.1', binding: '' } as never),
    )
  }
}

/** Reads until the event with the id has come. */
async function idsUntil(answer: Response, last: number): Promise<number[]> {
  const reader = answer.body!.getReader()
  const decoder = new TextDecoder()
  const ids: number[] = []
  while (ids.at(-1) !== last) {
    const { value, done } = await reader.read()
    if (done) break
    for (const [, id] of decoder.decode(value).matchAll(/^id: (\d+)$/gm)) ids.push(Number(id))
  }
  await reader.cancel()
  return ids
}

describe('changes as they happen', () => {
  it('are told from the first that was missed, none left out, also when more happens meanwhile', async () => {
    const from = publicVersion(app.db)
    await happen(130)
    const answer = await server.request(`/muudatused?alates=${from}`)
    const more = happen(20)
    const ids = idsUntil(answer, from + 150)
    await more
    expect(await ids).toEqual(Array.from({ length: 150 }, (_, at) => from + 1 + at))
  })

  it('are not read from the beginning of time', async () => {
    const before = publicVersion(app.db)
    await happen(501)
    const answer = await server.request('/muudatused?alates=0')
    const ids = await idsUntil(answer, before + 501)
    expect(ids[0]).toBe(before + 2)
  })

  it('keep no place for whoever asks for the head alone', async () => {
    for (let at = 0; at < 250; at += 1) {
      const { status } = await server.request('/muudatused', { method: 'HEAD', headers: { caller: 'school' } })
      expect(status).toBe(200)
    }
    const answer = await server.request('/muudatused', { headers: { caller: 'school' } })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
    await answer.body!.cancel()
    live.end()
  })
})
