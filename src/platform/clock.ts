export type Clock = { now(): Date; move(to: Date): void }

/** The true time, or in demo and test one that starts elsewhere and can be moved; it always runs on. */
export function makeClock(startAt: Date | null): Clock {
  let offset = startAt === null ? 0 : startAt.getTime() - Date.now()
  return {
    now: () => new Date(Date.now() + offset),
    move: (to) => {
      offset = to.getTime() - Date.now()
    },
  }
}
