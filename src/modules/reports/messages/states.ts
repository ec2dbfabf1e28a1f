import type { Language } from '#platform/language.ts'
import type { ReportState } from '../rules.ts'

/** A state as a short name, and as the sentence that tells what it means for the reader. */
type StateWords = Record<ReportState, { name: string; meaning: string }>

const et: StateWords = {
  unconfirmed: { name: 'Kinnitamata', meaning: 'Teade ootab, et saatja selle kirjas oleva lingiga kinnitaks.' },
  confirmed: { name: 'Vastu võetud', meaning: 'Teade on vallas ja ootab esimest vastust.' },
  investigating: { name: 'Uurime', meaning: 'Vald uurib, mis on juhtunud ja kes selle korda teeb.' },
  'in-progress': { name: 'Töös', meaning: 'Viga parandatakse.' },
  planned: { name: 'Plaanis', meaning: 'Parandamine on plaanis; millal, seisab vastuses.' },
  'action-scheduled': { name: 'Töö on tellitud', meaning: 'Töö on tellitud ja ootab tegijat.' },
  'fixed-by-parish': { name: 'Korras', meaning: 'Vald tegi selle korda.' },
  'fixed-by-user': { name: 'Saatja sõnul korras', meaning: 'Teate saatja ütles, et viga on kadunud.' },
  'no-further-action': { name: 'Lõpetatud parandamata', meaning: 'Vald seda korda ei tee; põhjus seisab vastuses.' },
  'not-responsible': { name: 'Ei ole valla teha', meaning: 'Selle eest vastab keegi teine; kes, seisab vastuses.' },
  duplicate: { name: 'Sama teade on olemas', meaning: 'Samast veast teati juba; edasi räägitakse seal.' },
  'internal-referral': {
    name: 'Edasi antud',
    meaning: 'Asja lahendab vald teises menetluses; milles, seisab vastuses.',
  },
  cancelled: { name: 'Tagasi võetud', meaning: 'Saatja võttis teate tagasi.' },
}

const en: StateWords = {
  unconfirmed: { name: 'Not confirmed', meaning: 'The report waits for its sender to confirm it from the letter.' },
  confirmed: { name: 'Received', meaning: 'The municipality has the report and owes a first answer.' },
  investigating: { name: 'Looking into it', meaning: 'The municipality finds out what happened and who mends it.' },
  'in-progress': { name: 'Being mended', meaning: 'The fault is being mended.' },
  planned: { name: 'Planned', meaning: 'Mending is planned; the answer says when.' },
  'action-scheduled': { name: 'Work is ordered', meaning: 'The work is ordered and waits to be done.' },
  'fixed-by-parish': { name: 'Mended', meaning: 'The municipality has mended it.' },
  'fixed-by-user': { name: 'Gone, says the sender', meaning: 'The sender says that the fault is gone.' },
  'no-further-action': { name: 'Closed without mending', meaning: 'It will not be mended; the answer says why.' },
  'not-responsible': { name: 'Not ours', meaning: 'Somebody else answers for this; the answer says who.' },
  duplicate: { name: 'Reported already', meaning: 'The same fault was reported before; it goes on there.' },
  'internal-referral': {
    name: 'Passed on',
    meaning: 'The municipality deals with it elsewhere; the answer says where.',
  },
  cancelled: { name: 'Withdrawn', meaning: 'The sender has withdrawn the report.' },
}

const ru: StateWords = {
  unconfirmed: {
    name: 'Не подтверждено',
    meaning: 'Сообщение ждёт, пока отправитель подтвердит его по ссылке из письма.',
  },
  confirmed: { name: 'Принято', meaning: 'Сообщение в волости и ждёт первого ответа.' },
  investigating: { name: 'Выясняем', meaning: 'Волость выясняет, что случилось и кто это исправит.' },
  'in-progress': { name: 'В работе', meaning: 'Неисправность устраняют.' },
  planned: { name: 'Запланировано', meaning: 'Ремонт запланирован; когда, сказано в ответе.' },
  'action-scheduled': { name: 'Работа заказана', meaning: 'Работа заказана и ждёт исполнителя.' },
  'fixed-by-parish': { name: 'Исправлено', meaning: 'Волость это исправила.' },
  'fixed-by-user': {
    name: 'Исправлено, по словам отправителя',
    meaning: 'Отправитель сообщил, что неисправности больше нет.',
  },
  'no-further-action': { name: 'Закрыто без ремонта', meaning: 'Волость не будет это исправлять; причина в ответе.' },
  'not-responsible': { name: 'Не в ведении волости', meaning: 'За это отвечает кто-то другой; кто, сказано в ответе.' },
  duplicate: { name: 'Уже сообщали', meaning: 'О той же неисправности уже сообщили; разговор идёт там.' },
  'internal-referral': { name: 'Передано', meaning: 'Волость решает это в другом порядке; в каком, сказано в ответе.' },
  cancelled: { name: 'Отозвано', meaning: 'Отправитель отозвал сообщение.' },
}

export const stateMessages: Record<Language, StateWords> = { et, en, ru }
