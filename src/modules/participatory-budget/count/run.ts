/** Runs a count to its end at once. */
export function finish<T>(work: Generator<number, T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}

/** Runs a count in small pieces between which others are served; null when it would take longer than `mostLooks`. */
export async function finishBetween<T>(work: Generator<number, T>, mostLooks: number): Promise<T | null> {
  let looked = 0
  let piece = 0
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
    looked += value
    piece += value
    if (looked > mostLooks) return null
    if (piece > looksPerPiece) {
      piece = 0
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

const looksPerPiece = 100_000
