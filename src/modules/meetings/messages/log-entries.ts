import type { Language } from '#platform/language.ts'
import type { MeetingEvent } from '../log/events.ts'
import { logEntriesEn } from './log-entries-en.ts'
import { logEntriesEt } from './log-entries-et.ts'
import { logEntriesRu } from './log-entries-ru.ts'
import type { Known, Sayings } from './log-sayings.ts'

const et = {
  title: 'Istungi logi',
  lead: 'Kõik kanded, uuemad eespool. Kannet ei muudeta ega kustutata: viga parandab uus kanne, millel on põhjus.',
  enteredBy: 'kandis sisse',
  onInstruction: 'juhataja korraldusel',
  system: 'kell',
  correctedBy: (no: number) => `parandatud kandega ${no}`,
  withoutEffect: 'ei mõju',
  correct: (no: number) => `Paranda kannet ${no}`,
  how: 'Mis on valesti',
  ways: { void: 'kannet ei oleks pidanud olema', time: 'aeg on vale', person: 'inimene on vale' },
  older: 'Vanemad kanded',
  rightTime: 'Õige aeg',
  rightPerson: 'Õige inimene',
  save: 'Paranda',
  insert: 'Lisa kanne, mis jäi tegemata',
  what: 'Mis juhtus',
  inserted: { arrived: 'saabus', left: 'lahkus', excused: 'teatas puudumisest' },
}
type LogWords = typeof et
const en: LogWords = {
  title: 'Log of the meeting',
  lead: 'All entries, the newest first. None is changed or deleted: a mistake is put right by another entry, with a reason.',
  enteredBy: 'entered by',
  onInstruction: 'on the chair’s word',
  system: 'the clock',
  correctedBy: (no) => `corrected by entry ${no}`,
  withoutEffect: 'without effect',
  correct: (no) => `Correct entry ${no}`,
  how: 'What is wrong',
  ways: { void: 'the entry should not be there', time: 'the time is wrong', person: 'the person is wrong' },
  older: 'Older entries',
  rightTime: 'Right time',
  rightPerson: 'Right person',
  save: 'Correct',
  insert: 'Add an entry that was not made',
  what: 'What happened',
  inserted: { arrived: 'arrived', left: 'left', excused: 'excused' },
}
const ru: LogWords = {
  title: 'Журнал заседания',
  lead: 'Все записи, новые сверху. Запись не меняют и не удаляют: ошибку исправляет новая запись с причиной.',
  enteredBy: 'внёс(ла)',
  onInstruction: 'по указанию председателя',
  system: 'часы',
  correctedBy: (no) => `исправлено записью ${no}`,
  withoutEffect: 'без последствий',
  correct: (no) => `Исправить запись ${no}`,
  how: 'Что неверно',
  ways: { void: 'записи не должно быть', time: 'неверное время', person: 'не тот человек' },
  older: 'Более старые записи',
  rightTime: 'Верное время',
  rightPerson: 'Верный человек',
  save: 'Исправить',
  insert: 'Добавить пропущенную запись',
  what: 'Что произошло',
  inserted: { arrived: 'прибыл(а)', left: 'ушёл (ушла)', excused: 'сообщил(а) об отсутствии' },
}
export const logMessages: Record<Language, LogWords> = { et, en, ru }

const sayings: Record<Language, Sayings> = { et: logEntriesEt, en: logEntriesEn, ru: logEntriesRu }

/** One entry of the log as a sentence. Never how somebody voted, nor what a counter has counted. */
export function sayEntry(event: MeetingEvent, language: Language, known: Known): string {
  // The table gives each kind its own saying; TypeScript cannot see that the two go together.
  const saying = sayings[language][event.kind] as (entry: MeetingEvent, of: Known) => string
  return saying(event, known)
}
