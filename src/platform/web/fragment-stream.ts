import { onCommit } from '../data-version.ts'
import type { Db } from '../database.ts'
import { languages, type Language } from '../language.ts'

const gather = 100
const keepOpen = 25_000
const mostStreams = 6000
const mostPerCaller = 300

/** What is shown to many at once and changes by itself. */
export type Watched = {
  db: Db
  /** Grows with each change. */
  version: () => Promise<number>
  /** The inside of the page as it is now. */
  render: (language: Language) => Promise<string>
}

type Watcher = { language: Language; caller: string; last: number; send(text: Uint8Array): void; end(): void }
type Hub = { watchers: Set<Watcher>; wake(): void; close(): void }

const hubs = new Map<string, Hub>()
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
  const hub = hubs.get(key) ?? makeHub(key, watched)
  const ofCaller = [...hub.watchers].filter(({ caller }) => caller === reader.caller).length
  if (hub.watchers.size >= mostStreams || ofCaller >= mostPerCaller) return null
  let watcher: Watcher | undefined
  const leave = () => {
    if (watcher !== undefined) hub.watchers.delete(watcher)
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

function makeHub(key: string, { db, version, render }: Watched): Hub {
  const watchers = new Set<Watcher>()
  let timer: NodeJS.Timeout | undefined

  const tell = async (): Promise<void> => {
    timer = undefined
    const now = await version()
    for (const language of languages) {
      const behind = [...watchers].filter((one) => one.language === language && one.last < now)
      if (behind.length === 0) continue
      const text = `id: ${now}\nevent: fragment\ndata: ${JSON.stringify(await render(language))}\n\n`
      const bytes = encoder.encode(text)
      for (const watcher of behind) {
        watcher.last = now
        watcher.send(bytes)
      }
    }
  }
  const wake = () => {
    if (watchers.size > 0) timer ??= setTimeout(() => void tell().catch(() => undefined), gather)
  }
  const stopListening = onCommit(db, wake)
  const pulse = setInterval(() => watchers.forEach((watcher) => watcher.send(alive)), keepOpen)
  pulse.unref()
  const hub: Hub = {
    watchers,
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
