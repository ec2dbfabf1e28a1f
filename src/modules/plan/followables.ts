import { sql } from 'kysely'
import type { Followable } from '#platform/followable.ts'
import type { LocalText } from '#platform/language.ts'
import { planPageMessages } from './messages/page-plan.ts'
import { numbered } from './numbered.ts'
import { planPaths } from './paths.ts'

const { et, en, ru } = planPageMessages
const feed = () => planPaths.feed

/** The whole plan, and each promise of the versions that everybody may read. */
export const planFollowables: readonly Followable[] = [
  { path: /\/tegevuskava/, title: async () => ({ et: et.plan, en: en.plan, ru: ru.plan }), feed },
  {
    path: /\/tegevuskava\/\d{1,2}\.\d{1,2}/,
    feed,
    title: async (db, path) => {
      const number = path.slice(planPaths.plan.length + 1)
      const { rows } = await sql<{ name: LocalText }>`
        select w.name from plan_wordings w join plan_versions v on v.id = w.version_id
        where w.number = ${number} and v.state = 'adopted' order by v.in_force_from desc, v.number desc limit 1`.execute(
        db,
      )
      const name = rows[0]?.name
      return name === undefined ? null : numbered(number, name)
    },
  },
]
