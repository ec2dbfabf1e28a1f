import { sql } from 'kysely'
import { Hono } from 'hono'
import { onCommit, publicVersion } from '../data-version.ts'
import { sayEvent } from '../event-words.ts'
import type { RecordedEvent } from '../events.ts'
import { languages, type Language } from '../language.ts'
import type { Site } from '../site.ts'
import { endFragments } from './fragment-stream.ts'
import type { AppEnv } from './http.ts'
import { answerPush, type OpenPush } from './push-stream.ts'

const gather = 150
const keepOpen = 25_000
const mostStreams = 3000
// A school or a library comes from one address.
const mostPerCaller = 200
const mostTold = 50
// Who has missed more is told of the newest.
const mostMissed = 500
/** A reader who is owed more does not keep up. */
const mostOwed = 1_000_000
const encoder = new TextEncoder()

export const streamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'X-Accel-Buffering': 'no',
  'Cache-Control': 'no-store',
}

type Stream = {
  language: Language
  caller: string
  send(text: string): void
  end(): void
  last: number
  /** Still being told what came before it was opened; what comes now waits its turn. */
  isBehind: boolean
}

export type Live = { routes: Hono<AppEnv>; end(): void }

/**
 * `/muudatused`: public events as they happen, for pages that are open (Server-Sent Events, WHATWG HTML § 9.2).
 * Each carries its number as id, so a line that broke is caught up from there, in whichever process it is picked up.
 */
export function makeLive(sites: readonly Site[]): Live {
  const hubs = new Map(sites.map((site) => [site.name, makeHub(site)]))
  const routes = new Hono<AppEnv>()
  routes.get('/muudatused', (c) => {
    // A stream that nobody reads would stay open.
    if (c.req.method === 'HEAD') return c.body(null, 200, streamHeaders)
    const hub = hubs.get(c.var.site.name)!
    const since = Number(c.req.header('last-event-id') ?? c.req.query('alates'))
    const opened = hub.open(c.var.language, c.var.caller, Number.isSafeInteger(since) && since >= 0 ? since : null)
    // A browser that is told 204 does not come back.
    if (opened === null) return c.body(null, 503, { 'Retry-After': '60', 'Cache-Control': 'no-store' })
    return answerPush(c, streamHeaders, opened)
  })
  return {
    routes,
    end: () => {
      hubs.forEach((hub) => hub.end())
      endFragments()
    },
  }
}

function makeHub(site: Site) {
  const { db } = site.database
  const streams = new Set<Stream>()
  let told = 0
  let timer: NodeJS.Timeout | undefined

  const tell = async (): Promise<void> => {
    timer = undefined
    if (streams.size === 0) return
    const from = told
    const events = await eventsAfter(site, from)
    if (events.length === 0) return
    told = events.at(-1)!.id
    for (const language of languages) {
      const listeners = [...streams].filter((stream) => stream.language === language && !stream.isBehind)
      if (listeners.length === 0) continue
      const messages = events.map((event) => ({ id: event.id, text: messageOf(event, language) }))
      for (const stream of listeners) deliver(stream, messages)
    }
    if (events.length === mostTold) later()
  }
  const later = (): void => {
    if (streams.size === 0) return
    timer ??= setTimeout(() => void tell().catch(() => undefined), gather)
  }
  onCommit(db, later)

  /** What happened since the reader was last told, the oldest first; then it hears with the others. */
  const catchUp = async (stream: Stream): Promise<void> => {
    stream.last = Math.max(stream.last, publicVersion(db) - mostMissed)
    for (;;) {
      const toldBefore = told
      const events = stream.last >= publicVersion(db) ? [] : await eventsAfter(site, stream.last)
      if (!streams.has(stream)) return
      deliver(
        stream,
        events.map((event) => ({ id: event.id, text: messageOf(event, stream.language) })),
      )
      // What was told while the database was asked may be missing from its answer.
      if (events.length < mostTold && told === toldBefore) break
    }
    stream.isBehind = false
  }
  const alive = setInterval(() => streams.forEach((stream) => stream.send(': \n\n')), keepOpen)
  alive.unref()

  return {
    open: (language: Language, caller: string, since: number | null): OpenPush | null => {
      const ofCaller = [...streams].filter((stream) => stream.caller === caller).length
      if (streams.size >= mostStreams || ofCaller >= mostPerCaller) return null
      if (streams.size === 0) told = publicVersion(db)
      return (push) => {
        const leave = () => void streams.delete(stream)
        const end = () => {
          leave()
          push.end()
        }
        const send = (text: string) => {
          // A reader who does not keep up is let go; it comes back and catches up.
          if (push.owed() > mostOwed) return end()
          push.send(encoder.encode(text))
        }
        const stream: Stream = { language, caller, last: since ?? publicVersion(db), send, end, isBehind: true }
        streams.add(stream)
        send('retry: 2000\n\n')
        void catchUp(stream).catch(end)
        return leave
      }
    },
    end: () => {
      clearTimeout(timer)
      clearInterval(alive)
      for (const stream of streams) stream.end()
    },
  }
}

function deliver(stream: Stream, messages: readonly { id: number; text: string }[]): void {
  for (const { id, text } of messages) {
    if (id <= stream.last) continue
    stream.last = id
    stream.send(text)
  }
}

async function eventsAfter(site: Site, id: number): Promise<RecordedEvent[]> {
  const { rows } = await sql<RecordedEvent>`
    select id, type, subject, occurred_at as "occurredAt", actor_role as "actorRole", facts
    from platform_events where is_public and id > ${id} order by id limit ${mostTold}`.execute(site.database.db)
  return rows
}

function messageOf(event: RecordedEvent, language: Language): string {
  const { sentence, path } = sayEvent(event, language)
  return `id: ${event.id}\nevent: change\ndata: ${JSON.stringify({ path, sentence })}\n\n`
}
