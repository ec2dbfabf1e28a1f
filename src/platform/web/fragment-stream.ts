import { onCommit } from '../data-version.ts'
import type { Db } from '../database.ts'
import { languages, type Language } from '../language.ts'

const gather = 100
const afterFault = 1000
const keepOpen = 25_000
const mostStreams = 6000
const mostPerCaller = 300

/** What is shown to many at once and changes by itself. */
export type Watched = {
  db: Db
  /** Grows with each change; asked after every commit of the site, so it must be cheap. */
  version: () => Promise<number>
  /** The inside of the page as it is now. */
  render: (language: Language) => Promise<string>
  /** Hears of what went wrong; the change is told again a little later. */
  onFault: (error: unknown) => void
}

type Watcher = { language: Language; caller: string; last: number; send(text: Uint8Array): void; end(): void }
type Hub = { watchers: Set<Watcher>; wake(): void; close(): void }

const hubs = new Map<string, Hub>()
/** Over all hubs: one caller, or all of them, can keep only so many open. */
const watching = new Map<string, number>()
let watchers = 0
const encoder = new TextEncoder()
const alive = encoder.encode(': \n\n')

/**
 * A stream that carries the fragment anew whenever it has changed (Server-Sent Events, WHATWG HTML § 9.2). It is
 * rendered once per language and change, however many watch; who fell behind gets the newest. Null: too many watch.
 */
export function openFragments(
  key: string,
  watched: Watched,
  reader: { language: Language; caller: string; since: number },
): ReadableStream | null {
  if (watchers >= mostStreams || (watching.get(reader.caller) ?? 0) >= mostPerCaller) return null
  const hub = hubs.get(key) ?? makeHub(key, watched)
  let watcher: Watcher | undefined
  const leave = () => {
    if (watcher === undefined || !hub.watchers.delete(watcher)) return
    watchers -= 1
    const left = (watching.get(reader.caller) ?? 1) - 1
    if (left === 0) watching.delete(reader.caller)
    else watching.set(reader.caller, left)
    if (hub.watchers.size === 0) hub.close()
  }
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const end = () => {
        leave()
        try {
          controller.close()
        } catch {
          // The reader has gone already.
        }
      }
      const send = (text: Uint8Array) => {
        // A reader who does not keep up is let go; it comes back and gets the newest.
        if ((controller.desiredSize ?? 0) < -1000) return end()
        controller.enqueue(text)
      }
      watcher = { language: reader.language, caller: reader.caller, last: reader.since, send, end }
      hub.watchers.add(watcher)
      watchers += 1
      watching.set(reader.caller, (watching.get(reader.caller) ?? 0) + 1)
      send(encoder.encode('retry: 2000\n\n'))
      hub.wake()
    },
    cancel: leave,
  })
}

/** When the server stops, browsers come back to another. */
export function endFragments(): void {
  for (const hub of hubs.values()) {
    for (const watcher of hub.watchers) watcher.end()
    hub.close()
  }
}

function makeHub(key: string, { db, version, render, onFault }: Watched): Hub {
  const all = new Set<Watcher>()
  let timer: NodeJS.Timeout | undefined
  let isTelling = false
  let isBehind = false

  const tell = async (): Promise<void> => {
    const now = await version()
    for (const language of languages) {
      const isOwed = (one: Watcher) => one.language === language && one.last < now
      if (![...all].some(isOwed)) continue
      const text = `id: ${now}\nevent: fragment\ndata: ${JSON.stringify(await render(language))}\n\n`
      const bytes = encoder.encode(text)
      for (const watcher of [...all].filter(isOwed)) {
        watcher.last = now
        watcher.send(bytes)
      }
    }
  }
  /** One telling at a time, so that nothing older ever comes after something newer. */
  const run = async (): Promise<void> => {
    timer = undefined
    isTelling = true
    isBehind = false
    let wait = gather
    try {
      await tell()
    } catch (error) {
      onFault(error)
      isBehind = true
      wait = afterFault
    }
    isTelling = false
    if (isBehind) later(wait)
  }
  const later = (wait: number): void => {
    if (all.size === 0 || timer !== undefined) return
    timer = setTimeout(() => void run(), wait)
  }
  const wake = (): void => {
    if (isTelling) isBehind = true
    else later(gather)
  }
  const stopListening = onCommit(db, wake)
  const pulse = setInterval(() => all.forEach((watcher) => watcher.send(alive)), keepOpen)
  pulse.unref()
  const hub: Hub = {
    watchers: all,
    wake,
    close: () => {
      stopListening()
      clearInterval(pulse)
      clearTimeout(timer)
      if (hubs.get(key) === hub) hubs.delete(key)
    },
  }
  hubs.set(key, hub)
  return hub
}
