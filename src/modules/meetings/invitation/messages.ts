import type { Language } from '#platform/language.ts'

type Words = {
  title: (meeting: string) => string
  lead: (body: string, on: string) => string
  called: string
  when: string
  where: string
  late: (because: string) => string
  moved: (because: string) => string
  agenda: string
  addedLater: string
  rapporteur: string
  minutes: (count: number) => string
  closed: (basis: string) => string
  because: (words: string) => string
  materials: string
  page: string
}

const et: Words = {
  title: (meeting) => `Kutse: ${meeting}`,
  lead: (body, on) => `${body} on kutsutud kokku ${on}.`,
  called: 'Kutse saadetud',
  when: 'Algus',
  where: 'Koht',
  late: (because) => `Kutse saadeti nõutust hiljem. Põhjus: ${because}`,
  moved: (because) => `Aeg või koht on muutunud. Põhjus: ${because}`,
  agenda: 'Päevakord',
  addedLater: 'Lisatud pärast kutset',
  rapporteur: 'ettekandja',
  minutes: (count) => `${count} min`,
  closed: (basis) => `kinnine arutelu: ${basis}`,
  because: (words) => `põhjus: ${words}`,
  materials: 'Materjalid',
  page: 'lk',
}
const en: Words = {
  title: (meeting) => `Invitation: ${meeting}`,
  lead: (body, on) => `${body} is called to meet on ${on}.`,
  called: 'Call sent',
  when: 'Begins',
  where: 'Place',
  late: (because) => `The call was sent later than required. Why: ${because}`,
  moved: (because) => `Time or place has changed. Why: ${because}`,
  agenda: 'Agenda',
  addedLater: 'Added after the call',
  rapporteur: 'presented by',
  minutes: (count) => `${count} min`,
  closed: (basis) => `closed discussion: ${basis}`,
  because: (words) => `why: ${words}`,
  materials: 'Materials',
  page: 'page',
}
const ru: Words = {
  title: (meeting) => `Приглашение: ${meeting}`,
  lead: (body, on) => `${body} созывается ${on}.`,
  called: 'Приглашение отправлено',
  when: 'Начало',
  where: 'Место',
  late: (because) => `Приглашение отправлено позже, чем требуется. Причина: ${because}`,
  moved: (because) => `Время или место изменились. Причина: ${because}`,
  agenda: 'Повестка',
  addedLater: 'Добавлено после приглашения',
  rapporteur: 'докладчик',
  minutes: (count) => `${count} мин`,
  closed: (basis) => `закрытое обсуждение: ${basis}`,
  because: (words) => `причина: ${words}`,
  materials: 'Материалы',
  page: 'стр.',
}
export const invitationMessages: Record<Language, Words> = { et, en, ru }
