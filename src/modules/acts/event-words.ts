import { formatDay } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'
import type { EventWords } from '#platform/module.ts'
import type { ActEventFacts } from './events.ts'
import { nameMessages } from './messages/names.ts'
import { actPaths } from './paths.ts'

const words = {
  et: {
    published: (act: string) => `Avaldati ${act}`,
    seconds: (count: number) => `, ${count} s pärast tulemuse teatavakstegemist`,
    annulled: (act: string) => `Tühistati ${act}`,
    text: (act: string) => `Uus tekst: ${act}`,
    corrected: (act: string, before: string) => `Parandati pealkirja või numbrit${before}: ${act}`,
    was: (number: number) => ` (enne nr ${number})`,
    signed: (act: string) => `Lisati allkirjastatud fail: ${act}`,
    restricted: (act: string, until: string) => `Juurdepääsupiirang kuni ${until}: ${act}`,
    opened: (act: string) => `Tekst avati kõigile: ${act}`,
    day: (act: string, day: string) => (day === '' ? `Jõustumise andmed muutusid: ${act}` : `Jõustub ${day}: ${act}`),
    amends: (act: string) => `Muudatus: ${act}`,
    repeals: (act: string) => `Kehtetuks tunnistamine: ${act}`,
    followUp: (act: string, due: string) => `Uus ülesanne tähtajaga ${due}: ${act}`,
    done: (act: string) => `Ülesanne täidetud: ${act}`,
    dropped: (act: string) => `Ülesannet ei täideta: ${act}`,
  },
  en: {
    published: (act: string) => `Published: ${act}`,
    seconds: (count: number) => `, ${count} s after the declaration of the result`,
    annulled: (act: string) => `Annulled: ${act}`,
    text: (act: string) => `New text: ${act}`,
    corrected: (act: string, before: string) => `Title or number corrected${before}: ${act}`,
    was: (number: number) => ` (formerly no ${number})`,
    signed: (act: string) => `A signed file was added: ${act}`,
    restricted: (act: string, until: string) => `Access restricted until ${until}: ${act}`,
    opened: (act: string) => `The text was opened to all: ${act}`,
    day: (act: string, day: string) =>
      day === '' ? `Entry into force changed: ${act}` : `In force from ${day}: ${act}`,
    amends: (act: string) => `Amendment: ${act}`,
    repeals: (act: string) => `Repeal: ${act}`,
    followUp: (act: string, due: string) => `New task due ${due}: ${act}`,
    done: (act: string) => `Task done: ${act}`,
    dropped: (act: string) => `Task will not be done: ${act}`,
  },
  ru: {
    published: (act: string) => `Опубликовано: ${act}`,
    seconds: (count: number) => `, через ${count} с после объявления результата`,
    annulled: (act: string) => `Отменено: ${act}`,
    text: (act: string) => `Новый текст: ${act}`,
    corrected: (act: string, before: string) => `Исправлен заголовок или номер${before}: ${act}`,
    was: (number: number) => ` (прежде № ${number})`,
    signed: (act: string) => `Добавлен подписанный файл: ${act}`,
    restricted: (act: string, until: string) => `Доступ ограничен до ${until}: ${act}`,
    opened: (act: string) => `Текст открыт всем: ${act}`,
    day: (act: string, day: string) =>
      day === '' ? `Изменилось вступление в силу: ${act}` : `В силе с ${day}: ${act}`,
    amends: (act: string) => `Изменение: ${act}`,
    repeals: (act: string) => `Отмена: ${act}`,
    followUp: (act: string, due: string) => `Новое поручение со сроком ${due}: ${act}`,
    done: (act: string) => `Поручение исполнено: ${act}`,
    dropped: (act: string) => `Поручение не будет исполнено: ${act}`,
  },
}

const nameIn = ({ bodyName, kind, number }: ActEventFacts, language: Language): string =>
  nameMessages[language].act(bodyName, kind, number)
const said = (facts: ActEventFacts, sentence: string) => ({ sentence, path: actPaths.act(facts.act) })

export const actEventWords: EventWords = {
  'acts.published': ({ facts }, language) => {
    const t = words[language]
    const after = facts.seconds < 0 ? '' : t.seconds(facts.seconds)
    return said(facts, `${t.published(nameIn(facts, language))}${after}`)
  },
  'acts.annulled': ({ facts }, language) => said(facts, words[language].annulled(nameIn(facts, language))),
  'acts.text-changed': ({ facts }, language) => said(facts, words[language].text(nameIn(facts, language))),
  'acts.corrected': ({ facts }, language) => {
    const t = words[language]
    const was = facts.before === facts.number ? '' : t.was(facts.before)
    return said(facts, t.corrected(nameIn(facts, language), was))
  },
  'acts.signed': ({ facts }, language) => said(facts, words[language].signed(nameIn(facts, language))),
  'acts.restricted': ({ facts }, language) =>
    said(facts, words[language].restricted(nameIn(facts, language), formatDay(facts.until, language))),
  'acts.opened': ({ facts }, language) => said(facts, words[language].opened(nameIn(facts, language))),
  'acts.day-set': ({ facts }, language) => {
    const day = facts.inForceOn === '' ? '' : formatDay(facts.inForceOn, language)
    return said(facts, words[language].day(nameIn(facts, language), day))
  },
  'acts.related': ({ facts }, language) => said(facts, words[language][facts.how](nameIn(facts, language))),
  'acts.follow-up-set': ({ facts }, language) =>
    said(facts, words[language].followUp(nameIn(facts, language), formatDay(facts.due, language))),
  'acts.follow-up-ended': ({ facts }, language) => said(facts, words[language][facts.how](nameIn(facts, language))),
}
