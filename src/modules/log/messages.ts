import type { Language } from '#platform/language.ts'

const et = {
  title: 'Avalik logi',
  lead: 'Kõik, mis siin tehakse, jääb kirja: mida tehti, millal ja millises rollis. Isikuandmeid logis ei ole.',
  caption: 'Tehtud toimingud, uuemad ees',
  number: 'Rida',
  when: 'Millal',
  what: 'Mida tehti',
  role: 'Kelle rollis',
  empty: 'Veel pole midagi tehtud.',
  chainTitle: 'Kuidas kontrollida, et midagi pole eemaldatud',
  chain:
    'Iga rida kannab eelmise rea räsi. Kui mõni rida kaob või muutub, ei klapi enam ükski järgmine. Pane viimase rea number ja räsi kirja ning võrdle neid hiljem.',
  row: (number: string) => `Viimane rida: ${number}`,
  feed: 'Logi voog (Atom)',
}
export type LogMessages = typeof et

const en: LogMessages = {
  title: 'Public log',
  lead: 'Everything done here is written down: what, when and in which role. The log holds no personal data.',
  caption: 'What was done, newest first',
  number: 'Row',
  when: 'When',
  what: 'What was done',
  role: 'In which role',
  empty: 'Nothing has been done yet.',
  chainTitle: 'How to check that nothing was removed',
  chain:
    'Each row carries the hash of the row before. If a row disappears or changes, none of the later ones fits. Note the number and hash of the newest row and compare them later.',
  row: (number) => `Newest row: ${number}`,
  feed: 'Feed of the log (Atom)',
}

const ru: LogMessages = {
  title: 'Публичный журнал',
  lead: 'Всё, что здесь делается, записывается: что, когда и в какой роли. Личных данных в журнале нет.',
  caption: 'Действия, сначала новые',
  number: 'Строка',
  when: 'Когда',
  what: 'Что сделано',
  role: 'В какой роли',
  empty: 'Пока ничего не сделано.',
  chainTitle: 'Как проверить, что ничего не удалено',
  chain:
    'Каждая строка несёт хеш предыдущей. Если строка исчезнет или изменится, все следующие перестанут сходиться. Запишите номер и хеш последней строки и сравните их позже.',
  row: (number) => `Последняя строка: ${number}`,
  feed: 'Лента журнала (Atom)',
}

export const logMessages: Record<Language, LogMessages> = { et, en, ru }
