import { serve, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AppEnv } from './http.ts'
import { answerPush, takePushes, type Push } from './push-stream.ts'

const pushes: Push[] = []
const left = vi.fn()
const app = new Hono<AppEnv>()
app.use(async (c, next) => {
  await next()
  // Once there is an answer, it is made anew by this.
  c.header('X-Content-Type-Options', 'nosniff')
})
app.get('/push', (c) =>
  answerPush(c, { 'Content-Type': 'text/event-stream' }, (push) => {
    pushes.push(push)
    push.send(new TextEncoder().encode('first\n'))
    return left
  }),
)

let server: ServerType | undefined
afterEach(() => {
  server?.close()
  server = undefined
  pushes.length = 0
  left.mockClear()
})

async function listening(): Promise<string> {
  await new Promise((resolve) => {
    server = serve({ fetch: takePushes(app.fetch as Parameters<typeof takePushes>[0]), port: 0 }, resolve as () => void)
  })
  return `http://localhost:${(server!.address() as AddressInfo).port}/push`
}

describe.each([
  ['on Node’s own response', async (signal: AbortSignal) => fetch(await listening(), { signal })],
  ['without one', async () => app.request('/push')],
])('an answer that stays open, %s', (_, ask) => {
  it('carries its headers and what is sent until the end', async () => {
    const answer = await ask(new AbortController().signal)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    pushes[0]!.send(new TextEncoder().encode('second\n'))
    pushes[0]!.end()
    expect(await answer.text()).toBe('first\nsecond\n')
    await vi.waitFor(() => expect(left).toHaveBeenCalled())
  })

  it('hears of a reader who goes', async () => {
    const going = new AbortController()
    const answer = await ask(going.signal)
    const reader = answer.body!.getReader()
    await reader.read()
    await reader.cancel()
    going.abort()
    await vi.waitFor(() => expect(left).toHaveBeenCalledTimes(1))
  })

  it('tells how much a reader who reads nothing is owed', async () => {
    const answer = await ask(new AbortController().signal)
    for (let at = 0; at < 64; at += 1) pushes[0]!.send(new Uint8Array(1_000_000))
    expect(pushes[0]!.owed()).toBeGreaterThan(1_000_000)
    pushes[0]!.end()
    await answer.arrayBuffer()
  })
})
