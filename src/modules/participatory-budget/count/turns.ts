const mostWaiting = 8
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** One after the other within a process; whoever comes when too many wait is told so. */
export async function takeTurn<T>(work: () => Promise<T>): Promise<{ ok: true; value: T } | { ok: false }> {
  if (waiting >= mostWaiting) return { ok: false }
  waiting += 1
  const turn = last.then(work)
  last = turn.catch(() => undefined)
  try {
    return { ok: true, value: await turn }
  } finally {
    waiting -= 1
  }
}
