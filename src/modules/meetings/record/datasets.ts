import type { Dataset } from '#platform/dataset.ts'
import { attendanceRows, choiceRows, newestRecord, voteRows } from './dataset-queries.ts'

const license = 'https://creativecommons.org/licenses/by/4.0/'
const keywords = [
  { et: 'volikogu', en: 'council', ru: 'собрание' },
  { et: 'istung', en: 'meeting', ru: 'заседание' },
] as const
const shape = { keywords, theme: 'GOVE', frequency: 'CONT', license, modified: newestRecord } as const

/** Attendance and votes of all meetings that everybody could follow; of closed items only the outcome. */
export const recordDatasets: readonly Dataset[] = [
  {
    ...shape,
    name: 'istungitel-osalemine',
    title: { et: 'Istungitel osalemine', en: 'Attendance at meetings', ru: 'Участие в заседаниях' },
    description: {
      et: 'Kes volikogu, komisjonide ja teiste kogude peetud istungitel kohal oli. Üks rida on ühe liikme üks istung, mille ajal tema volitused kehtisid. Puudumise põhjust ei ole.',
      en: 'Who was at the meetings of the council, committees and other bodies. One row is one meeting of one member while the mandate was active. Reasons of absence are not here.',
      ru: 'Кто присутствовал на заседаниях собрания, комиссий и других органов. Одна строка — одно заседание одного члена при действующих полномочиях. Причин отсутствия здесь нет.',
    },
    columns: [
      { name: 'kogu', title: { et: 'Kogu', en: 'Body', ru: 'Орган' }, type: 'text' },
      {
        name: 'istung',
        title: { et: 'Istungi aadress', en: 'Page of the meeting', ru: 'Страница заседания' },
        type: 'address',
      },
      {
        name: 'istungi_number',
        title: { et: 'Istungi number', en: 'Number of the sitting', ru: 'Номер заседания' },
        type: 'integer',
        mayBeEmpty: true,
      },
      { name: 'algus', title: { et: 'Algus', en: 'Beginning', ru: 'Начало' }, type: 'instant' },
      { name: 'isik', title: { et: 'Isik', en: 'Person', ru: 'Лицо' }, type: 'text' },
      {
        name: 'isiku_leht',
        title: { et: 'Isiku leht', en: 'Page of the person', ru: 'Страница лица' },
        type: 'address',
        mayBeEmpty: true,
      },
      {
        name: 'osalemine',
        title: {
          et: 'Osalemine: whole, partly, excused, absent',
          en: 'Attendance: whole, partly, excused, absent',
          ru: 'Участие: whole, partly, excused, absent',
        },
        type: 'text',
      },
      {
        name: 'minuteid_kohal',
        title: { et: 'Minuteid kohal', en: 'Minutes present', ru: 'Минут присутствия' },
        type: 'integer',
      },
      {
        name: 'minuteid_eemal',
        title: { et: 'Minuteid eemal', en: 'Minutes missed', ru: 'Минут отсутствия' },
        type: 'integer',
      },
    ],
    rows: attendanceRows,
  },
  {
    ...shape,
    name: 'haaletused',
    title: { et: 'Hääletused', en: 'Votes', ru: 'Голосования' },
    description: {
      et: 'Kõik istungitel välja kuulutatud tulemused. Kinnise arutelu hääletusest on siin ainult tulemus.',
      en: 'All results declared at meetings. Of a vote in a closed discussion only the outcome is here.',
      ru: 'Все результаты, объявленные на заседаниях. О голосовании при закрытом обсуждении здесь только исход.',
    },
    columns: [
      { name: 'kogu', title: { et: 'Kogu', en: 'Body', ru: 'Орган' }, type: 'text' },
      {
        name: 'istung',
        title: { et: 'Istungi aadress', en: 'Page of the meeting', ru: 'Страница заседания' },
        type: 'address',
      },
      {
        name: 'istungi_number',
        title: { et: 'Istungi number', en: 'Number of the sitting', ru: 'Номер заседания' },
        type: 'integer',
        mayBeEmpty: true,
      },
      { name: 'algus', title: { et: 'Algus', en: 'Beginning', ru: 'Начало' }, type: 'instant' },
      {
        name: 'haaletus',
        title: { et: 'Hääletuse tunnus', en: 'Identifier of the vote', ru: 'Идентификатор голосования' },
        type: 'text',
      },
      {
        name: 'punktid',
        title: { et: 'Päevakorrapunktid', en: 'Items of the agenda', ru: 'Пункты повестки' },
        type: 'text',
        mayBeEmpty: true,
      },
      { name: 'kusimus', title: { et: 'Küsimus', en: 'Question', ru: 'Вопрос' }, type: 'text', mayBeEmpty: true },
      {
        name: 'viis',
        title: {
          et: 'Viis: named, hands, roll-call, secret',
          en: 'Method: named, hands, roll-call, secret',
          ru: 'Способ: named, hands, roll-call, secret',
        },
        type: 'text',
        mayBeEmpty: true,
      },
      {
        name: 'seis',
        title: {
          et: 'Seis: stated, annulled, repeated',
          en: 'State: stated, annulled, repeated',
          ru: 'Состояние: stated, annulled, repeated',
        },
        type: 'text',
      },
      { name: 'tulemus', title: { et: 'Tulemus', en: 'Outcome', ru: 'Исход' }, type: 'text' },
      { name: 'poolt', title: { et: 'Poolt', en: 'For', ru: 'За' }, type: 'integer', mayBeEmpty: true },
      { name: 'vastu', title: { et: 'Vastu', en: 'Against', ru: 'Против' }, type: 'integer', mayBeEmpty: true },
      {
        name: 'erapooletuid',
        title: { et: 'Erapooletuid', en: 'Abstained', ru: 'Воздержались' },
        type: 'integer',
        mayBeEmpty: true,
      },
      {
        name: 'ei_haaletanud',
        title: { et: 'Ei hääletanud', en: 'Did not vote', ru: 'Не голосовали' },
        type: 'integer',
        mayBeEmpty: true,
      },
      { name: 'valja_kuulutatud', title: { et: 'Välja kuulutatud', en: 'Declared', ru: 'Объявлено' }, type: 'instant' },
    ],
    rows: voteRows,
  },
  {
    ...shape,
    name: 'nimelised-haaled',
    title: { et: 'Nimelised hääled', en: 'Votes by name', ru: 'Поимённые голоса' },
    description: {
      et: 'Kes nimelisel hääletusel kuidas hääletas. Salajasi, tühistatud ja kinnise arutelu hääletusi siin ei ole.',
      en: 'Who voted how in votes by name. Secret, annulled and closed votes are not here.',
      ru: 'Кто как голосовал в поимённых голосованиях. Тайных, отменённых и закрытых голосований здесь нет.',
    },
    columns: [
      {
        name: 'haaletus',
        title: { et: 'Hääletuse tunnus', en: 'Identifier of the vote', ru: 'Идентификатор голосования' },
        type: 'text',
      },
      {
        name: 'istung',
        title: { et: 'Istungi aadress', en: 'Page of the meeting', ru: 'Страница заседания' },
        type: 'address',
      },
      { name: 'isik', title: { et: 'Isik', en: 'Person', ru: 'Лицо' }, type: 'text' },
      {
        name: 'isiku_leht',
        title: { et: 'Isiku leht', en: 'Page of the person', ru: 'Страница лица' },
        type: 'address',
        mayBeEmpty: true,
      },
      {
        name: 'haal',
        title: {
          et: 'Hääl: for, against, abstained, did-not-vote, absent',
          en: 'Choice: for, against, abstained, did-not-vote, absent',
          ru: 'Голос: for, against, abstained, did-not-vote, absent',
        },
        type: 'text',
      },
    ],
    rows: choiceRows,
  },
]
