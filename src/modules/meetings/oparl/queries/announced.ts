import { sql } from 'kysely'
import type { Step } from './pages.ts'

/**
 * Announced meetings. To everybody they came to be when they were announced; they changed with each public event about
 * them and with each event of their log. Where many are gone through, the offset has that looked up once per meeting
 * and not once per item.
 */
export const announced = (step: Step) => sql`(select a.*, greatest(a.created_at, a.announced_at) as created,
    greatest(a.created_at, a.changed_at, a.announced_at,
      (select e.occurred_at from platform_events e
        where e.subject = 'meeting:' || a.id and e.is_public order by e.id desc limit 1),
      (select l.at from meetings_events l where l.meeting_id = a.id order by l.seq desc limit 1)) as modified
  from meetings_meetings a where a.announced_at is not null ${step === 'finding' ? sql`offset 0` : sql``})`

export const itemCreated = sql`greatest(i.created_at, m.created)`
export const itemModified = sql`greatest(i.created_at, i.changed_at, m.modified)`
