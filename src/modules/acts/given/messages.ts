import type { Language } from '#platform/language.ts'
import type { Way } from './queries.ts'

type Words = {
  title: string
  lead: string
  link: string
  none: string
  list: string
  onlySome: string
  on: string
  who: string
  why: string
  way: string
  enteredBy: string
  readHere: (role: string) => string
  ways: Record<Way, string>
  add: string
  recipient: string
  recipientHint: string
  purpose: string
  legalBasis: string
  legalBasisHint: string
  givenOn: string
  save: string
}

const et: Words = {
  title: 'Kellele on antud',
  lead: 'Kellele, mis eesmärgil, millal, kuidas ja mida piiranguga tekstist on antud (AvTS § 39 lg 2). Kes luges seda siin oma rolli tõttu, tuleb loetellu ise; mida anti asutusest välja, kanna sisse. Kirjed säilivad sama kaua kui akt.',
  link: 'Kellele on antud',
  none: 'Kellelegi ei ole antud.',
  list: 'Kirjed',
  onlySome: 'Loetelu näevad asutuse juht ja registripidaja. Sina saad kirje lisada.',
  on: 'Millal',
  who: 'Kellele',
  why: 'Eesmärk ja alus',
  way: 'Kuidas',
  enteredBy: 'Kirje tegi',
  readHere: (role) => `ametiülesanne${role === '' ? '' : `: ${role}`}`,
  ways: {
    page: 'luges akti lehel',
    item: 'luges päevakorrapunkti lehel',
    desk: 'luges töölaual',
    text: 'laadis alla teksti',
    gazette: 'laadis alla faili Riigi Teatajale',
    paper: 'paberil',
    'e-mail': 'krüpteeritud e-kirjaga',
    portal: 'dokumendivahetuse või portaali kaudu',
    shown: 'näidati kohapeal',
  },
  add: 'Lisa kirje',
  recipient: 'Kellele',
  recipientHint: 'Isiku nimi või asutus.',
  purpose: 'Mis eesmärgil',
  legalBasis: 'Õiguslik alus',
  legalBasisHint: 'Näiteks AvTS § 38 lg 4.',
  givenOn: 'Millal',
  save: 'Salvesta kirje',
}

const en: Words = {
  title: 'Who was given it',
  lead: 'To whom, for what, when, how and what of a restricted text was given (Public Information Act § 39(2)). Whoever read it here because of a role is entered by itself; enter what left the office. Entries are kept as long as the act.',
  link: 'Who was given it',
  none: 'Nobody was given it.',
  list: 'Entries',
  onlySome: 'The list is for the head of the office and the registrar. You can add an entry.',
  on: 'When',
  who: 'To whom',
  why: 'Purpose and ground',
  way: 'How',
  enteredBy: 'Entered by',
  readHere: (role) => `official duty${role === '' ? '' : `: ${role}`}`,
  ways: {
    page: 'read on the act’s page',
    item: 'read on the agenda item’s page',
    desk: 'read at the desk',
    text: 'downloaded the text',
    gazette: 'downloaded the file for Riigi Teataja',
    paper: 'on paper',
    'e-mail': 'by encrypted e-mail',
    portal: 'through document exchange or a portal',
    shown: 'shown on the spot',
  },
  add: 'Add an entry',
  recipient: 'To whom',
  recipientHint: 'Name of a person or an institution.',
  purpose: 'For what purpose',
  legalBasis: 'Legal ground',
  legalBasisHint: 'For instance Public Information Act § 38(4).',
  givenOn: 'When',
  save: 'Save the entry',
}

const ru: Words = {
  title: 'Кому предоставлено',
  lead: 'Кому, для чего, когда, как и что из ограниченного текста предоставлено (закон о публичной информации § 39(2)). Кто прочёл его здесь по своей роли, попадает в список сам; выданное за пределы учреждения внесите. Записи хранятся столько же, сколько акт.',
  link: 'Кому предоставлено',
  none: 'Никому не предоставлено.',
  list: 'Записи',
  onlySome: 'Список видят руководитель учреждения и регистратор. Вы можете добавить запись.',
  on: 'Когда',
  who: 'Кому',
  why: 'Цель и основание',
  way: 'Как',
  enteredBy: 'Запись внёс',
  readHere: (role) => `служебная задача${role === '' ? '' : `: ${role}`}`,
  ways: {
    page: 'прочитано на странице акта',
    item: 'прочитано на странице пункта повестки',
    desk: 'прочитано на рабочем столе',
    text: 'скачан текст',
    gazette: 'скачан файл для Riigi Teataja',
    paper: 'на бумаге',
    'e-mail': 'зашифрованным письмом',
    portal: 'через документообмен или портал',
    shown: 'показано на месте',
  },
  add: 'Добавить запись',
  recipient: 'Кому',
  recipientHint: 'Имя лица или учреждение.',
  purpose: 'С какой целью',
  legalBasis: 'Правовое основание',
  legalBasisHint: 'Например, закон о публичной информации § 38(4).',
  givenOn: 'Когда',
  save: 'Сохранить запись',
}
export const givenMessages: Record<Language, Words> = { et, en, ru }
