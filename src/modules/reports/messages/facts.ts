import type { Language } from '#platform/language.ts'
import type { UpdateFact } from '../rules.ts'

/** What was done to a report besides words and states; the number is of the other report, or of working days. */
type FactWords = Record<UpdateFact, (number: number | null) => string>

const waited = {
  et: (days: number | null) =>
    days === null || days === 0 ? '' : ` Tähtaeg pikenes oodatud tööpäevade võrra: ${days}.`,
  en: (days: number | null) =>
    days === null || days === 0 ? '' : ` The term is longer by the working days waited: ${days}.`,
  ru: (days: number | null) => (days === null || days === 0 ? '' : ` Срок продлён на рабочие дни ожидания: ${days}.`),
}

const et: FactWords = {
  'told-apart': (number) =>
    number === null ? 'Ei ole siiski sama mis teine teade.' : `Ei ole siiski sama mis teade ${number}.`,
  'split-off': (number) =>
    number === null ? 'Osa teatest lahendatakse omaette.' : `Osa teatest lahendatakse omaette: teade ${number}.`,
  'split-from': (number) => (number === null ? 'Eraldati teisest teatest.' : `Eraldati teatest ${number}.`),
  asked: () => 'Vald küsib teate saatjalt. Kuni vastuseni tähtaeg ei jookse.',
  'asked-privately': () => 'Vald küsis midagi teate saatjalt. Kuni vastuseni tähtaeg ei jookse.',
  answered: (days) => `Vastus valla küsimusele.${waited.et(days)}`,
  'answered-privately': (days) => `Saatja vastas valla küsimusele.${waited.et(days)}`,
  'reopened-by-neighbours': (count) => `Avati uuesti, sest elanike sõnul on viga alles (${count ?? ''}).`,
  'still-broken': () => 'Saatja sõnul on viga alles.',
  undone: () => 'Eelmine muudatus oli ekslik ja võeti tagasi.',
  'question-taken-back': (days) => `Vald võttis küsimuse tagasi.${waited.et(days)}`,
}

const en: FactWords = {
  'told-apart': (number) =>
    number === null ? 'Not the same as the other report after all.' : `Not the same as report ${number} after all.`,
  'split-off': (number) =>
    number === null ? 'A part is dealt with on its own.' : `A part is dealt with on its own: report ${number}.`,
  'split-from': (number) => (number === null ? 'Was split off another report.' : `Was split off report ${number}.`),
  asked: () => 'The municipality asks the sender. Until the answer the term stands still.',
  'asked-privately': () => 'The municipality asked the sender something. Until the answer the term stands still.',
  answered: (days) => `An answer to the municipality’s question.${waited.en(days)}`,
  'answered-privately': (days) => `The sender answered the municipality’s question.${waited.en(days)}`,
  'reopened-by-neighbours': (count) => `Opened again: residents say that the fault is still there (${count ?? ''}).`,
  'still-broken': () => 'The sender says that the fault is still there.',
  undone: () => 'The last change was a mistake and was taken back.',
  'question-taken-back': (days) => `The municipality took its question back.${waited.en(days)}`,
}

const ru: FactWords = {
  'told-apart': (number) =>
    number === null ? 'Всё же не то, что другое сообщение.' : `Всё же не то, что сообщение ${number}.`,
  'split-off': (number) =>
    number === null ? 'Частью занимаемся отдельно.' : `Частью занимаемся отдельно: сообщение ${number}.`,
  'split-from': (number) => (number === null ? 'Выделено из другого сообщения.' : `Выделено из сообщения ${number}.`),
  asked: () => 'Волость спрашивает отправителя. До ответа срок не идёт.',
  'asked-privately': () => 'Волость кое о чём спросила отправителя. До ответа срок не идёт.',
  answered: (days) => `Ответ на вопрос волости.${waited.ru(days)}`,
  'answered-privately': (days) => `Отправитель ответил на вопрос волости.${waited.ru(days)}`,
  'reopened-by-neighbours': (count) => `Открыто снова: жители говорят, что неисправность осталась (${count ?? ''}).`,
  'still-broken': () => 'По словам отправителя, неисправность осталась.',
  undone: () => 'Последнее изменение было ошибкой и отменено.',
  'question-taken-back': (days) => `Волость отозвала вопрос.${waited.ru(days)}`,
}

export const factMessages: Record<Language, FactWords> = { et, en, ru }
