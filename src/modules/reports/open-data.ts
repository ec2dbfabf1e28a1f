import type { Dataset } from '#platform/dataset.ts'
import { reportPaths } from './paths.ts'
import { everything, findNewestPublic, listPublicReports } from './queries/reports.ts'

const atOnce = 500

/** Every public report; nothing of who sent it, and no free words, in which people name each other. */
export const reportDatasets: readonly Dataset[] = [
  {
    name: 'teated',
    title: { et: 'Probleemiteated', en: 'Problem reports', ru: 'Сообщения о проблемах' },
    description: {
      et: 'Elanike avalikud teated: teema, koht, seis, lubatud ja tegelikud päevad. Vabateksti ja saatjat siin ei ole.',
      en: 'Residents’ public reports: subject, place, state, days promised and kept. No free text and no senders.',
      ru: 'Открытые сообщения жителей: тема, место, состояние, обещанные и фактические дни. Без текста и отправителей.',
    },
    keywords: [
      { et: 'teade', en: 'report', ru: 'сообщение' },
      { et: 'heakord', en: 'upkeep', ru: 'благоустройство' },
    ],
    theme: 'GOVE',
    frequency: 'CONT',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    place: { latitude: 'laius', longitude: 'pikkus' },
    columns: [
      { name: 'number', title: { et: 'Number', en: 'Number', ru: 'Номер' }, type: 'integer' },
      { name: 'teema', title: { et: 'Teema', en: 'Subject', ru: 'Тема' }, type: 'text' },
      {
        name: 'asula',
        title: { et: 'Asula', en: 'Settlement', ru: 'Населённый пункт' },
        type: 'text',
        mayBeEmpty: true,
      },
      { name: 'ehak', title: { et: 'EHAK-i kood', en: 'EHAK code', ru: 'Код EHAK' }, type: 'text', mayBeEmpty: true },
      { name: 'laius', title: { et: 'Laius', en: 'Latitude', ru: 'Широта' }, type: 'number', mayBeEmpty: true },
      { name: 'pikkus', title: { et: 'Pikkus', en: 'Longitude', ru: 'Долгота' }, type: 'number', mayBeEmpty: true },
      { name: 'seis', title: { et: 'Seis', en: 'State', ru: 'Состояние' }, type: 'text' },
      { name: 'saadud', title: { et: 'Saadud', en: 'Received', ru: 'Получено' }, type: 'instant' },
      {
        name: 'vastatud',
        title: { et: 'Esimene vastus', en: 'First answer', ru: 'Первый ответ' },
        type: 'instant',
        mayBeEmpty: true,
      },
      { name: 'lopetatud', title: { et: 'Lõpetatud', en: 'Closed', ru: 'Закрыто' }, type: 'instant', mayBeEmpty: true },
      {
        name: 'lubatud',
        title: { et: 'Lubatud valmis', en: 'Promised by', ru: 'Обещано к' },
        type: 'date',
        mayBeEmpty: true,
      },
      { name: 'leht', title: { et: 'Leht', en: 'Page', ru: 'Страница' }, type: 'address' },
    ],
    rows: async function* ({ db }) {
      for (let before: number | null = null; ;) {
        const reports = await listPublicReports(db, everything, { before, limit: atOnce })
        if (reports.length === 0) return
        yield reports.map((one) => ({
          number: one.number,
          teema: one.categoryCode,
          asula: one.settlement?.name ?? null,
          ehak: one.settlement?.ehak ?? null,
          laius: one.latitude,
          pikkus: one.longitude,
          seis: one.state,
          saadud: one.confirmedAt,
          vastatud: one.firstAnswerAt,
          lopetatud: one.closedAt,
          lubatud: one.fixDue,
          leht: reportPaths.report(one.number),
        }))
        before = reports.at(-1)!.number
      }
    },
    modified: ({ db }) => findNewestPublic(db),
  },
]
