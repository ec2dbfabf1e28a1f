import type { Presence } from './presence.ts'

/** For so long after it last proved to be listening may a process serve kept pages. */
export const lease = 1500

export type Ledger = Presence & {
  /** What this process tells the others now: who it is, which word of its own this is, how far it has come. */
  speak(): string
  /** What a process has told; this one's own words come back too, and prove that nothing before them was missed. */
  hear(words: string): void
  /** Whether a record made at `since` is known everywhere where kept pages may be served. */
  isSeen(id: number, since: number): boolean
  /** A record was heard of over this process's own connection, and so was everything before it. */
  echo(id: number): void
}

type Other = { heardAt: number; seen: number }

/**
 * Who is there and how far each has come. Notifications reach all listeners in the order of commits. So when a
 * process hears its own words, it has heard all that was recorded before it spoke: it may serve kept pages for one
 * lease from then. Whoever recorded something waits for its own echo; by then it has heard of everyone whose lease
 * could be older than the record; then it waits for each of them to say that it has seen the record, or for its
 * lease to end.
 */
export function makeLedger(self: string, clock: () => number = () => performance.now()): Ledger {
  const others = new Map<string, Other>()
  const spokenAt = new Map<number, number>()
  let turn = 0
  let servesUntil = 0
  let echoed = 0
  let everywhere = 0
  let waiting: { id: number; since: number; done: () => void }[] = []

  const isSeen = (id: number, since: number): boolean => {
    const now = clock()
    if (echoed < id) return now >= since + lease
    for (const other of others.values()) {
      if (other.seen < id && now < other.heardAt + lease) return false
    }
    return true
  }
  const settle = (): void => {
    const now = clock()
    for (const [name, other] of others) if (now > other.heardAt + 10 * lease) others.delete(name)
    const open = waiting
    waiting = []
    for (const one of open) {
      if (!isSeen(one.id, one.since)) waiting.push(one)
      else {
        everywhere = Math.max(everywhere, one.id)
        one.done()
      }
    }
  }

  return {
    isSeen,
    mayServeKept: () => clock() < servesUntil,
    processes: () => {
      const now = clock()
      return 1 + [...others.values()].filter(({ heardAt }) => now < heardAt + lease).length
    },
    seenEverywhere: (id) => {
      if (id <= everywhere) return Promise.resolve()
      return new Promise((resolve) => {
        waiting.push({ id, since: clock(), done: resolve })
        settle()
        const look = setInterval(() => {
          settle()
          if (id <= everywhere || !waiting.some((one) => one.done === resolve)) clearInterval(look)
        }, 50)
        look.unref()
      })
    },
    speak: () => {
      turn += 1
      spokenAt.set(turn, clock())
      if (spokenAt.size > 50) spokenAt.delete(spokenAt.keys().next().value!)
      return `${self}:${turn}:${echoed}`
    },
    hear: (words) => {
      const [name = '', said, saw] = words.split(':')
      if (name === self) {
        const at = spokenAt.get(Number(said))
        spokenAt.delete(Number(said))
        if (at !== undefined) servesUntil = Math.max(servesUntil, at + lease)
        return
      }
      others.set(name, { heardAt: clock(), seen: Math.max(Number(saw) || 0, others.get(name)?.seen ?? 0) })
      settle()
    },
    echo: (id) => {
      echoed = Math.max(echoed, id)
      settle()
    },
  }
}
