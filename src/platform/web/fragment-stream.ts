import { onCommit } from '../data-version.ts'
import type { Db } from '../database.ts'
import { languages, type Language } from '../language.ts'
import type { OpenPush } from './push-stream.ts'

const gather = 100
const longest = 500
/** How many times as long as a telling took comes the pause before the next. */
const share = 4
const afterFault = 1000
const keepOpen = 25_000
const mostStreams = 6000
const mostPerCaller = 300
/** A reader who is owed more does not keep up. */
const mostOwed = 1_000_000

/** What is shown to many at once and changes by itself. */
export type Watched = {
  db: Db
  /** Grows with each change; asked after every commit of the site, so it must be cheap. */
  version: () => Promise<number>
  /** The parts of the page by name as they are now; the same names each time. */
  render: (language: Language) => Promise<Readonly<Record<string, string>>>
  /** Hears of what went wrong; the change is told again a little later. */
  onFault: (error: unknown) => void
}

type Watcher = { language: Language; caller: string; last: number; send(text: Uint8Array): void; end(): void }
/** What each part was when it was last rendered, and since which version. */
type Told = Map<string, { html: string; since: number }>
type Hub = { watchers: Set<Watcher>; wake(): void; close(): void }

const hubs = new Map<string, Hub>()
/** Over all hubs: one caller, or all of them, can keep only so many open. */
const watching = new Map<string, number>()
let watchers = 0
const encoder = new TextEncoder()
const alive = encoder.encode(': \n\n')
const retry = encoder.encode('retry: 2000\n\n')

/**
 * A stream that carries what has changed of a page (Server-Sent Events, WHATWG HTML § 9.2): after each version the
 * parts that differ, possibly none. It is rendered once per language and version, however many watch; who fell behind
 * gets the newest of each. Null: too many watch.
 */
export function openFragments(
  key: string,
  watched: Watched,
  reader: { language: Language; caller: string; since: number },
): OpenPush | null {
  if (watchers >= mostStreams || (watching.get(reader.caller) ?? 0) >= mostPerCaller) return null
  return (push) => {
    const hub = hubs.get(key) ?? makeHub(key, watched)
    const { language, caller, since } = reader
    const leave = () => {
      if (!hub.watchers.delete(watcher)) return
      watchers -= 1
      const left = (watching.get(caller) ?? 1) - 1
      if (left === 0) watching.delete(caller)
      else watching.set(caller, left)
      if (hub.watchers.size === 0) hub.close()
    }
    const end = () => {
      leave()
      push.end()
    }
    const send = (text: Uint8Array) => {
      // A reader who does not keep up is let go; it comes back and gets the newest.
      if (push.owed() > mostOwed) return end()
      push.send(text)
    }
    const watcher: Watcher = { language, caller, last: since, send, end }
    hub.watchers.add(watcher)
    watchers += 1
    watching.set(caller, (watching.get(caller) ?? 0) + 1)
    send(retry)
    hub.wake()
    return leave
  }
}

/** When the server stops, browsers come back to another. */
export function endFragments(): void {
  for (const hub of hubs.values()) {
    for (const watcher of hub.watchers) watcher.end()
    hub.close()
  }
}

function renew(told: Told, parts: Readonly<Record<string, string>>, now: number): Told {
  for (const [name, html] of Object.entries(parts))
    if (told.get(name)?.html !== html) told.set(name, { html, since: now })
  return told
}

function encodeSince(parts: Told, last: number, now: number): Uint8Array {
  const changed = [...parts].filter(([, { since }]) => since > last).map(([name, { html }]) => [name, html])
  return encoder.encode(`id: ${now}\nevent: fragment\ndata: ${JSON.stringify(Object.fromEntries(changed))}\n\n`)
}

function makeHub(key: string, { db, version, render, onFault }: Watched): Hub {
  const all = new Set<Watcher>()
  const told: Record<Language, Told> = { et: new Map(), en: new Map(), ru: new Map() }
  let timer: NodeJS.Timeout | undefined
  let isTelling = false
  let isBehind = false
  let notBefore = 0

  const tell = async (): Promise<void> => {
    const now = await version()
    for (const language of languages) {
      const isOwed = (one: Watcher) => one.language === language && one.last < now
      if (![...all].some(isOwed)) continue
      const parts = renew(told[language], await render(language), now)
      const since = new Map<number, Uint8Array>()
      for (const watcher of [...all].filter(isOwed)) {
        const bytes = since.get(watcher.last) ?? encodeSince(parts, watcher.last, now)
        since.set(watcher.last, bytes)
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
    const began = performance.now()
    try {
      await tell()
      // Telling many takes time that whoever acts waits for: the more it takes, the seldomer it is done.
      wait = Math.min(Math.max(gather, (performance.now() - began) * share), longest)
      notBefore = performance.now() + wait
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
    else later(Math.max(gather, notBefore - performance.now()))
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
