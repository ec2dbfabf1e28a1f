import { formatDay } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import type { Withheld } from './queries.ts'

type Say = (basis: string, from: string, until: string) => string
type Words = {
  withheld: Say
  tag: string
  readsAll: string
  /** Beside the hash of something that is shown in part. */
  inPart: string
}

const et: Words = {
  withheld: (basis, from, until) =>
    `ASUTUSESISESEKS KASUTAMISEKS (AK). Alus: ${basis}. Piirang kehtib ${from} kuni ${until}. Seletuskirja, eelnõu, lisasid, muudatusettepanekuid ja arutelu kirjeldust näevad need, kellel on selleks õigus; küsimus ja selle tulemus on avalikud.`,
  tag: 'AK',
  readsAll: 'Sina näed materjale oma rolli tõttu; kõigile need ei paista.',
  inPart:
    'Osa tekstist on praegu juurdepääsupiiranguga ja siit välja jäetud. Räsi on kogu avaldatud tekstist; tekst tuleb tagasi, kui piirang lõpeb.',
}
const en: Words = {
  withheld: (basis, from, until) =>
    `FOR INTERNAL USE (AK). Ground: ${basis}. Restricted from ${from} until ${until}. The memo, the draft, annexes, amendments and the account of the discussion are for those who have a right to them; the item and its result are public.`,
  tag: 'Restricted',
  readsAll: 'You see the materials because of your role; they are not shown to everybody.',
  inPart:
    'Part of the text is restricted now and left out here. The hash is that of the whole text as published; the text comes back when the restriction is over.',
}
const ru: Words = {
  withheld: (basis, from, until) =>
    `ДЛЯ ВНУТРЕННЕГО ПОЛЬЗОВАНИЯ (AK). Основание: ${basis}. Ограничение действует с ${from} по ${until}. Пояснительную записку, проект, приложения, поправки и описание обсуждения видят те, у кого есть право; вопрос и его результат открыты.`,
  tag: 'Доступ ограничен',
  readsAll: 'Вы видите материалы по своей роли; всем они не показаны.',
  inPart:
    'Часть текста сейчас ограничена и здесь изъята. Хеш — от всего опубликованного текста; текст вернётся, когда ограничение закончится.',
}
export const restrictionMessages: Record<Language, Words> = { et, en, ru }

/** Why the materials of an item are not here, and until when. */
export const sayWithheld = ({ basis, from, until }: Withheld, language: Language): string =>
  restrictionMessages[language].withheld(basis, formatDay(from, language), formatDay(until, language))
