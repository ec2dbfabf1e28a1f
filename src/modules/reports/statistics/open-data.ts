import type { Dataset, DatasetColumn } from '#platform/dataset.ts'
import type { LocalText } from '#platform/language.ts'
import { findNewestPublic } from '../queries/reports.ts'
import { statisticsMessages } from './messages.ts'
import { nameOf } from './overview-page.tsx'
import { readOverview } from './overview.ts'

const { et, en, ru } = statisticsMessages
type Word = { [K in keyof typeof et]: (typeof et)[K] extends string ? K : never }[keyof typeof et]
const word = (key: Word): LocalText => ({ et: et[key], en: en[key], ru: ru[key] })

const figure = (name: string, title: LocalText, type: 'integer' | 'number', unit?: string): DatasetColumn => ({
  name,
  title,
  type,
  ...(type === 'number' ? { mayBeEmpty: true } : {}),
  ...(unit === undefined ? {} : { unit }),
})

/** How promptly public reports of the last year were answered and mended, by subject and by settlement. */
export const statisticsDataset: Dataset = {
  name: 'teadete-ulevaade',
  title: word('title'),
  description: word('explain'),
  keywords: [{ et: 'teade', en: 'report', ru: 'сообщение' }],
  theme: 'GOVE',
  frequency: 'CONT',
  license: 'https://creativecommons.org/licenses/by/4.0/',
  columns: [
    { name: 'liik', title: { et: 'Liik', en: 'Kind', ru: 'Вид' }, type: 'text' },
    { name: 'tunnus', title: { et: 'Tunnus', en: 'Code', ru: 'Код' }, type: 'text' },
    { name: 'nimi', title: { et: 'Nimi', en: 'Name', ru: 'Название' }, type: 'text' },
    figure('saadud', word('received'), 'integer'),
    figure('vastatud', word('answered'), 'integer'),
    figure('korda_tehtud', word('fixed'), 'integer'),
    figure('vastus_mediaan', word('medianToAnswer'), 'number', 'päev'),
    figure('vastus_90', word('slowToAnswer'), 'number', 'päev'),
    figure('korras_mediaan', word('medianToFixed'), 'number', 'päev'),
    figure('korras_90', word('slowToFixed'), 'number', 'päev'),
    figure('hilinenud', word('overdue'), 'integer'),
    figure('uuesti_avatud', word('reopened'), 'integer'),
    figure('lubadusi', { et: 'Lubatud päevi', en: 'Promised days', ru: 'Обещанных сроков' }, 'integer'),
    figure('peetud', word('kept'), 'integer'),
  ],
  rows: async function* (ctx) {
    const { categories, settlements } = await readOverview(ctx, 'aasta', 'public')
    const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10)
    for (const [kind, rows] of [
      ['teema', categories],
      ['asula', settlements],
    ] as const) {
      yield rows.map((row) => ({
        liik: kind,
        tunnus: row.code,
        nimi: nameOf(row, 'et'),
        saadud: row.received,
        vastatud: row.answered,
        korda_tehtud: row.fixed,
        vastus_mediaan: rounded(row.medianToAnswer),
        vastus_90: rounded(row.slowToAnswer),
        korras_mediaan: rounded(row.medianToFixed),
        korras_90: rounded(row.slowToFixed),
        hilinenud: row.overdue,
        uuesti_avatud: row.reopened,
        lubadusi: row.promised,
        peetud: row.kept,
      }))
    }
  },
  modified: ({ db }) => findNewestPublic(db),
}
