import { anonymous, todayOf } from '#platform/context.ts'
import type { HomeSection } from '#platform/home-section.ts'
import { Latest } from './pages/latest.tsx'
import { listActs } from './queries/list-acts.ts'
import { seenAct } from './seen-act.ts'

const shown = 3
const everything = { body: '', kind: '', year: '', state: '', words: '', after: null } as const

/** What of acts the home page tells: the newest. */
export const latestActs: HomeSection = {
  place: 'latest',
  section: async (ctx) => {
    const today = todayOf(ctx)
    const acts = (await listActs(ctx.db, everything, today, shown)).map((act) => seenAct(act, anonymous, today))
    return acts.length === 0 ? null : <Latest acts={acts} />
  },
}
