import { sql } from 'kysely'
import type { LocalText } from '#platform/language.ts'

/** „Vallavolikogu, 21. istung” in the three languages, by the body's name and the number. */
export const titleOfMeeting = sql<LocalText>`(select jsonb_object_agg(key, value || case when meetings_meetings.session_no is null then '' else
  ', ' || case key when 'et' then meetings_meetings.session_no || '. istung' when 'ru' then 'заседание № ' || meetings_meetings.session_no
    else 'sitting ' || meetings_meetings.session_no end end)
  from jsonb_each_text(people_bodies.name) where key in ('et', 'en', 'ru'))`
