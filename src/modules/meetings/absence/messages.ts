import type { Language } from '#platform/language.ts'

const et = {
  title: 'Puudumised',
  lead: 'Kes on puudunud kõigilt istungitelt terve kuu või kauem. Kui kolm järjestikust kuud täis saab, liikme volitused peatuvad (KOKS § 19 lg 2 p 4). Kuud, millal istungit ei olnud, ei loe: nad ei katkesta ega lisa. Mõjuv põhjus seaduses vahet ei tee: puudumine on puudumine.',
  nobody: 'Ühtki sellist liiget praegu ei ole.',
  notWatched: 'Ühegi kogu korras puudumise tagajärge ei ole.',
  person: 'Liige',
  months: 'Puudutud kuud järjest',
  monthsOf: (count: number, of: number) => (count === 1 ? `1 kuu ${of}-st` : `${count} kuud ${of}-st`),
  state: 'Seis',
  running: 'jälgimisel',
  warned: 'ohus: järgmiselt istungilt puududa ei tohi',
  fulfilled: 'volitused tuleb peatada',
  reported: (day: string) => `valimiskomisjonile teatatud ${day}`,
  due: (derivation: string) => `Valimiskomisjonile teatada hiljemalt: ${derivation} (KOKS § 19 lg 4 p 4)`,
  report: 'Teatatud valimiskomisjonile',
  basis: 'Alus',
  unverified: 'kontrollimata',
  waiting: 'Teata valimiskomisjonile: liige on nii kaua puudunud, et volitused peatuvad',
  waitingWarned: 'Liige on mitu kuud järjest puudunud',
  open: 'Ava puudumised',
  notice: {
    name: 'Puudumine istungitelt',
    explanation: 'Kui liige on puudunud nii mitu kuud järjest, et volitused võivad peatuda.',
  },
  memberTitle: (body: string) => `Oled puudunud: ${body}`,
  memberSentence: (months: string, when: string, limit: number) =>
    `Sa ei ole käinud ühelgi istungil: ${months}. Kui nii möödub ${limit} järjestikust kuud, peatuvad sinu volitused (KOKS § 19 lg 2 p 4). Järgmine istung: ${when}.`,
  secretaryTitle: (person: string) => `Hoiatus puudumise pärast: ${person}`,
  secretarySentence: (months: string, when: string) =>
    `Liige ei ole käinud ühelgi istungil: ${months}. Järgmine istung: ${when}.`,
  fulfilledTitle: (person: string) => `Teata valimiskomisjonile: ${person}`,
  fulfilledSentence: (months: string, derivation: string) =>
    `Liige ei ole käinud ühelgi istungil: ${months}. Teatada: ${derivation} (KOKS § 19 lg 4 p 4).`,
  job: 'Istungitelt puudumise hoiatused',
  errors: { invalid: 'Seda puudumist enam ei ole.' },
}
export type AbsenceMessages = typeof et

const en: AbsenceMessages = {
  title: 'Absences',
  lead: 'Who has missed every sitting for a whole month or longer. When three months in a row are full the mandate is suspended (KOKS § 19(2)4). Months without a sitting do not count: they neither break the row nor add to it. The law makes no difference for a good reason: absence is absence.',
  nobody: 'There is no such member at present.',
  notWatched: 'No body’s rules attach a consequence to absence.',
  person: 'Member',
  months: 'Months missed in a row',
  monthsOf: (count, of) => `${count} of ${of} months`,
  state: 'State',
  running: 'watched',
  warned: 'in danger: the next sitting must not be missed',
  fulfilled: 'the mandate has to be suspended',
  reported: (day) => `electoral committee told on ${day}`,
  due: (derivation) => `The electoral committee is to be told: ${derivation} (KOKS § 19(4)4)`,
  report: 'Electoral committee told',
  basis: 'Basis',
  unverified: 'unverified',
  waiting: 'Tell the electoral committee: absent so long that the mandate is suspended',
  waitingWarned: 'A member has been absent for months in a row',
  open: 'Open the absences',
  notice: {
    name: 'Absence from sittings',
    explanation: 'When a member has been absent for so many months in a row that the mandate may be suspended.',
  },
  memberTitle: (body) => `You have been absent: ${body}`,
  memberSentence: (months, when, limit) =>
    `You have been at no sitting in ${months}. After ${limit} such months in a row your mandate is suspended (KOKS § 19(2)4). The next sitting: ${when}.`,
  secretaryTitle: (person) => `Warning of absence: ${person}`,
  secretarySentence: (months, when) => `The member has been at no sitting in ${months}. The next sitting: ${when}.`,
  fulfilledTitle: (person) => `Tell the electoral committee: ${person}`,
  fulfilledSentence: (months, derivation) =>
    `The member has been at no sitting in ${months}. To be told: ${derivation} (KOKS § 19(4)4).`,
  job: 'Warnings of absence from sittings',
  errors: { invalid: 'This absence is not there any more.' },
}

const ru: AbsenceMessages = {
  title: 'Отсутствия',
  lead: 'Кто пропустил все заседания за целый месяц или дольше. Когда наберётся три месяца подряд, полномочия приостанавливаются (KOKS § 19 ч. 2 п. 4). Месяцы без заседаний не считаются: они не прерывают и не добавляют. Уважительную причину закон не выделяет: отсутствие есть отсутствие.',
  nobody: 'Сейчас таких членов нет.',
  notWatched: 'Ни в одном органе правила не связывают с отсутствием последствий.',
  person: 'Член',
  months: 'Пропущено месяцев подряд',
  monthsOf: (count, of) => `месяцев: ${count} из ${of}`,
  state: 'Состояние',
  running: 'под наблюдением',
  warned: 'под угрозой: следующее заседание пропускать нельзя',
  fulfilled: 'полномочия надо приостановить',
  reported: (day) => `избирательной комиссии сообщено ${day}`,
  due: (derivation) => `Сообщить избирательной комиссии: ${derivation} (KOKS § 19 ч. 4 п. 4)`,
  report: 'Избирательной комиссии сообщено',
  basis: 'Основание',
  unverified: 'не проверено',
  waiting: 'Сообщите избирательной комиссии: отсутствует так долго, что полномочия приостанавливаются',
  waitingWarned: 'Член отсутствует несколько месяцев подряд',
  open: 'Открыть отсутствия',
  notice: {
    name: 'Отсутствие на заседаниях',
    explanation: 'Когда член отсутствует столько месяцев подряд, что полномочия могут быть приостановлены.',
  },
  memberTitle: (body) => `Вы отсутствовали: ${body}`,
  memberSentence: (months, when, limit) =>
    `Вы не были ни на одном заседании: ${months}. Если так пройдёт месяцев подряд: ${limit}, ваши полномочия приостановят (KOKS § 19 ч. 2 п. 4). Следующее заседание: ${when}.`,
  secretaryTitle: (person) => `Предупреждение об отсутствии: ${person}`,
  secretarySentence: (months, when) => `Член не был ни на одном заседании: ${months}. Следующее заседание: ${when}.`,
  fulfilledTitle: (person) => `Сообщите избирательной комиссии: ${person}`,
  fulfilledSentence: (months, derivation) =>
    `Член не был ни на одном заседании: ${months}. Сообщить: ${derivation} (KOKS § 19 ч. 4 п. 4).`,
  job: 'Предупреждения об отсутствии на заседаниях',
  errors: { invalid: 'Этого отсутствия больше нет.' },
}

export const absenceMessages: Record<Language, AbsenceMessages> = { et, en, ru }

/** „september, oktoober 2026” in the reader's language; each month with its year. */
export function namesOfMonths(months: readonly string[], language: Language): string {
  const words = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return months.map((month) => words.format(new Date(`${month}-15T00:00Z`))).join(', ')
}
