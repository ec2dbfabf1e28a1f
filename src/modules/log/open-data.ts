import { sql } from 'kysely'
import { sayEvent } from '#platform/event-words.ts'
import type { Dataset } from '#platform/dataset.ts'
import { listPublicEventsAfter } from './queries.ts'

const batch = 1000

export const logDatasets: readonly Dataset[] = [
  {
    name: 'logi',
    title: { et: 'Avalik logi', en: 'Public log', ru: 'Публичный журнал' },
    description: {
      et: 'Kõik avalikud toimingud: mida, millal ja millises rollis tehti. Räsi seob iga rea eelmisega.',
      en: 'All public actions: what, when and in which role. A hash ties each row to the one before.',
      ru: 'Все публичные действия: что, когда и в какой роли. Хеш связывает строку с предыдущей.',
    },
    keywords: [{ et: 'logi', en: 'log', ru: 'журнал' }],
    theme: 'GOVE',
    frequency: 'CONT',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    columns: [
      { name: 'number', title: { et: 'Kande number', en: 'Entry number', ru: 'Номер записи' }, type: 'integer' },
      { name: 'aeg', title: { et: 'Aeg', en: 'Time', ru: 'Время' }, type: 'instant' },
      { name: 'liik', title: { et: 'Liik', en: 'Type', ru: 'Тип' }, type: 'text' },
      { name: 'lause', title: { et: 'Mida tehti', en: 'What was done', ru: 'Что сделано' }, type: 'text' },
      { name: 'roll', title: { et: 'Roll', en: 'Role', ru: 'Роль' }, type: 'text' },
      { name: 'leht', title: { et: 'Leht', en: 'Page', ru: 'Страница' }, type: 'address', mayBeEmpty: true },
      { name: 'rasi', title: { et: 'Räsi (SHA-256)', en: 'Hash (SHA-256)', ru: 'Хеш (SHA-256)' }, type: 'text' },
    ],
    rows: async function* ({ db }) {
      for (let after = 0; ;) {
        const events = await listPublicEventsAfter(db, after, batch)
        if (events.length === 0) return
        yield events.map((event) => {
          const { sentence, path } = sayEvent(event, 'et')
          return {
            number: event.id,
            aeg: event.occurredAt,
            liik: event.type,
            lause: sentence,
            roll: event.actorRole,
            leht: path,
            rasi: event.hash,
          }
        })
        after = events.at(-1)!.id
      }
    },
    modified: async ({ db }) => {
      const { rows } = await sql<{ at: Date }>`select occurred_at as at from platform_events where is_public
        order by id desc limit 1`.execute(db)
      return rows[0]?.at ?? null
    },
  },
]
