import { connect } from 'node:net'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { makeServer } from '../src/server.ts'
import type { AppEnv } from '#platform/web/http.ts'
import { freePort } from './postgres.ts'

const parts = { sites: [], config: { baseUrl: null } as never, clock: { now: () => new Date(), move: () => undefined } }

function speak(port: number, bytes: string): Promise<{ answer: string; closed: Promise<void> }> {
  return new Promise((fulfil) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const closed = new Promise<void>((done) => socket.on('close', () => done()))
    socket.on('error', () => undefined)
    socket.once('data', (chunk: Buffer) => fulfil({ answer: String(chunk), closed }))
  })
}

describe('a server that is asked to stop', () => {
  it('ends idle connections at once, those that never spoke and those that were answered', async () => {
    const app = new Hono<AppEnv>().get('/', (c) => c.text('tere'))
    const { server, stop } = makeServer(app, parts, null)
    const port = await freePort()
    await new Promise<void>((resolve) => server.listen(port, resolve))
    const { answer, closed } = await speak(port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    expect(answer).toContain('200 OK')
    const silent = connect(port, '127.0.0.1')
    silent.on('error', () => undefined)
    await new Promise((resolve) => silent.once('connect', resolve))
    const begun = Date.now()
    await Promise.all([stop(), closed])
    expect(Date.now() - begun).toBeLessThan(5000)
  })
})
