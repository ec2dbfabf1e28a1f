import type { Followable } from '#platform/followable.ts'
import { localDate } from '#platform/format.ts'
import { timeZoneOf } from '#platform/context.ts'
import { publicMessages } from './messages/public.ts'
import { actPaths } from './paths.ts'
import { findAct } from './queries/acts.ts'
import { publicAct, titleOfAct } from './seen-act.ts'

const { et, en, ru } = publicMessages

/** All acts, or one. */
export const actFollowables: readonly Followable[] = [
  { path: /\/otsused/, title: async () => ({ et: et.title, en: en.title, ru: ru.title }), feed: () => actPaths.feed },
  {
    path: /\/otsused\/[a-z0-9-]{5,160}/,
    title: async (db, path) => {
      const act = await findAct(db, { slug: path.slice(actPaths.list.length + 1) })
      // The contract gives no moment here: what is restricted at all is called by its number alone.
      if (act === undefined) return null
      const name = publicAct(act, localDate(act.changedAt, timeZoneOf(db)))
      return titleOfAct(act.restrictions.some(({ covers }) => covers === 'whole') ? { ...name, title: null } : name)
    },
  },
]
