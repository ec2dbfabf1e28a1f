import type { Language } from '#platform/language.ts'
import type { LegalityCheck, LegalityFinding } from '../lead/legality.ts'
import { statuteMessages } from './statute.ts'

type Sayings = { [Found in LegalityFinding['found']]: (facts: Extract<LegalityFinding, { found: Found }>) => string }
type Words = {
  title: string
  holds: string
  allHold: string
  notAllHold: string
  fails: string
  overridden: string
  setAside: string
  basis: string
  override: string
  overrideReason: string
  overrideHint: string
  noQuorumNoResult: string
  checks: Record<LegalityCheck['check'], string>
  sayings: Sayings
}

const etMembers = (count: number) => (count === 1 ? '1 liige' : `${count} liiget`)
const et: Words = {
  title: 'Enne hääletust',
  holds: 'korras',
  allHold: 'kõik on korras',
  notAllHold: 'midagi on puudu',
  fails: 'ei ole korras',
  overridden: 'kõrvale jäetud, põhjus läheb protokolli',
  setAside: 'jäeti hääletusel kõrvale, põhjus:',
  basis: 'Alus',
  override: 'Hääleta siiski',
  overrideReason: 'Miks hääletatakse sellest hoolimata',
  overrideHint: 'Põhjus läheb protokolli.',
  noQuorumNoResult: 'Kvoorumita hääletusel ei ole tulemust, ükski põhjus seda ei muuda.',
  checks: {
    quorum: 'Kvoorum',
    notice: 'Kutse',
    annexes: 'Eelnõu',
    recusals: 'Taandamised',
    agenda: 'Päevakord',
    majority: 'Enamus',
    result: 'Tulemus',
  },
  sayings: {
    quorum: ({ present, needed, holds }) =>
      `kohal ${etMembers(present)}, vaja vähemalt ${needed}${holds ? '' : ': hääletada ei saa'}`,
    notice: ({ days, needed, holds }) =>
      holds
        ? `saadetud ${days} päeva ette, vaja ${needed}`
        : `saadetud ${days} päeva ette, vaja ${needed}; põhjust ei ole`,
    'notice-late': ({ days, needed, because }) => `saadetud ${days} päeva ette, vaja ${needed}; põhjus: ${because}`,
    'notice-not-needed': () => 'esimese istungi kutsel tähtaega ei ole',
    annexes: ({ missing }) => (missing === 0 ? 'on olemas' : missing === 1 ? 'puudub' : `puudub ${missing} punktil`),
    recusals: ({ isAsked, barred }) =>
      isAsked ? `küsitud, taandunud ${barred === 0 ? 'ei ole keegi' : etMembers(barred)}` : 'ei ole küsitud',
    agenda: ({ isAdopted }) => (isAdopted ? 'on kinnitatud' : 'on kinnitamata'),
    majority: ({ rule, needed, lowered }) =>
      `${statuteMessages.et.majorities[rule.kind](rule)}${needed === null ? '' : `, vaja vähemalt ${needed} poolthäält`}${lowered === 0 ? '' : ` (taandunute tõttu ${lowered} võrra vähem)`}`,
    election: ({ needed }) =>
      needed === null ? 'valituks osutub enim hääli saanu' : `valituks osutumiseks vaja vähemalt ${needed} häält`,
    'majority-unfit': () => 'see enamus selle küsimuse jaoks ei sobi',
  },
}

const enMembers = (count: number) => (count === 1 ? '1 member' : `${count} members`)
const en: Words = {
  title: 'Before the vote',
  holds: 'in order',
  allHold: 'everything is in order',
  notAllHold: 'something is missing',
  fails: 'not in order',
  overridden: 'set aside, the reason goes to the minutes',
  setAside: 'set aside for the vote, because:',
  basis: 'Basis',
  override: 'Vote all the same',
  overrideReason: 'Why the vote is held in spite of this',
  overrideHint: 'The reason goes to the minutes.',
  noQuorumNoResult: 'A vote without quorum has no result, and no reason changes that.',
  checks: {
    quorum: 'Quorum',
    notice: 'Call',
    annexes: 'Draft',
    recusals: 'Bars',
    agenda: 'Agenda',
    majority: 'Majority',
    result: 'Result',
  },
  sayings: {
    quorum: ({ present, needed, holds }) =>
      `${enMembers(present)} present, at least ${needed} needed${holds ? '' : ': no vote can be held'}`,
    notice: ({ days, needed, holds }) =>
      holds
        ? `sent ${days} days before, ${needed} needed`
        : `sent ${days} days before, ${needed} needed; no reason given`,
    'notice-late': ({ days, needed, because }) => `sent ${days} days before, ${needed} needed; reason: ${because}`,
    'notice-not-needed': () => 'a first sitting needs no notice',
    annexes: ({ missing }) => (missing === 0 ? 'is there' : missing === 1 ? 'missing' : `missing for ${missing} items`),
    recusals: ({ isAsked, barred }) =>
      isAsked ? `asked, barred: ${barred === 0 ? 'nobody' : enMembers(barred)}` : 'not asked yet',
    agenda: ({ isAdopted }) => (isAdopted ? 'adopted' : 'not adopted'),
    majority: ({ rule, needed, lowered }) =>
      `${statuteMessages.en.majorities[rule.kind](rule)}${needed === null ? '' : `, at least ${needed} votes for`}${lowered === 0 ? '' : ` (${lowered} fewer because of bars)`}`,
    election: ({ needed }) =>
      needed === null ? 'whoever has most votes is elected' : `at least ${needed} votes are needed to be elected`,
    'majority-unfit': () => 'this majority does not fit the question',
  },
}

const ru: Words = {
  title: 'Перед голосованием',
  holds: 'в порядке',
  allHold: 'всё в порядке',
  notAllHold: 'чего-то не хватает',
  fails: 'не в порядке',
  overridden: 'отложено в сторону, причина войдёт в протокол',
  setAside: 'отложено при голосовании, причина:',
  basis: 'Основание',
  override: 'Голосовать всё равно',
  overrideReason: 'Почему голосуют несмотря на это',
  overrideHint: 'Причина войдёт в протокол.',
  noQuorumNoResult: 'Голосование без кворума не имеет результата, и никакая причина этого не меняет.',
  checks: {
    quorum: 'Кворум',
    notice: 'Приглашение',
    annexes: 'Проект',
    recusals: 'Отводы',
    agenda: 'Повестка',
    majority: 'Большинство',
    result: 'Результат',
  },
  sayings: {
    quorum: ({ present, needed, holds }) =>
      `присутствуют ${present}, нужно не менее ${needed}${holds ? '' : ': голосовать нельзя'}`,
    notice: ({ days, needed, holds }) =>
      holds
        ? `отправлено за ${days} дн., нужно ${needed}`
        : `отправлено за ${days} дн., нужно ${needed}; причина не указана`,
    'notice-late': ({ days, needed, because }) => `отправлено за ${days} дн., нужно ${needed}; причина: ${because}`,
    'notice-not-needed': () => 'для первого заседания срока нет',
    annexes: ({ missing }) => (missing === 0 ? 'есть' : missing === 1 ? 'нет' : `нет у пунктов: ${missing}`),
    recusals: ({ isAsked, barred }) => (isAsked ? `спрошено, отстранены: ${barred}` : 'не спрошено'),
    agenda: ({ isAdopted }) => (isAdopted ? 'утверждена' : 'не утверждена'),
    majority: ({ rule, needed, lowered }) =>
      `${statuteMessages.ru.majorities[rule.kind](rule)}${needed === null ? '' : `, «за» не менее ${needed}`}${lowered === 0 ? '' : ` (из-за отводов меньше на ${lowered})`}`,
    election: ({ needed }) =>
      needed === null ? 'избран тот, у кого больше всех голосов' : `для избрания нужно не менее ${needed} голосов`,
    'majority-unfit': () => 'это большинство для вопроса не подходит',
  },
}

export const legalityMessages: Record<Language, Words> = { et, en, ru }

/** What a check found, in words and numbers. */
export function sayFinding(finding: LegalityFinding, language: Language): string {
  // The table gives each finding its own saying; TypeScript cannot see that the two go together.
  const saying = legalityMessages[language].sayings[finding.found] as (facts: LegalityFinding) => string
  return saying(finding)
}
