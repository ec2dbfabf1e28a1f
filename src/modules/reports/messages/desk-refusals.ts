import type { Language } from '#platform/language.ts'

/** What is wrong with a field, and why a step was refused. */
const et = {
  errors: {
    invalid: 'Vaata see väli üle.',
    wordsMissing: 'Kirjuta vastus.',
    wordsTooLong: 'Tekst on liiga pikk: kuni 4000 tähemärki.',
    reasonMissing: 'Kirjuta põhjus: seda näevad kõik.',
    numberWrong: 'Kirjuta teise teate number.',
    assigneeMissing: 'Vali vastutaja.',
    placeMissing: 'Ütle, kus see on.',
    pointWrong: 'Kirjuta punkt kujul 59.44, 25.17.',
    categoryMissing: 'Vali teema.',
    questionMissing: 'Kirjuta küsimus.',
    audienceMissing: 'Vali, kes küsimust näeb.',
    replyMissing: 'Kirjuta vastus.',
  },
  refusals: {
    cannotAsk: 'Sellelt saatjalt ei saa praegu küsida.',
    askedAlready: 'Küsimus on juba esitatud ja ootab vastust.',
    nothingAsked: 'Küsimus on vahepeal vastatud või tagasi võetud.',
    nothingNew: 'Kirjuta vastus või vali uus seis.',
    wordsNeeded: 'Kui teade lõpetatakse parandamata, ütle saatjale miks.',
    wrongState: 'Seda seisu ei saa nüüd valida: teade on vahepeal muutunud. Vaata üle ja proovi uuesti.',
    noSuchReport: 'Sellise numbriga avalikku teadet ei ole.',
    sameReport: 'Teade ei saa olla iseenda kordus.',
    categoryClosed: 'See teema on suletud. Vali mõni teine.',
    notADouble: 'See teade ei ole ühegi teise kordus.',
    cannotSplit: 'Eemaldatud teatest ei saa teist eraldada. Too teade enne tagasi.',
    pointOutside: 'See punkt jääb vallast välja.',
    noSuchPost: 'Seda ametikohta enam ei ole.',
  },
}

export type Refusals = typeof et

const en: Refusals = {
  errors: {
    invalid: 'Look at this field again.',
    wordsMissing: 'Write an answer.',
    wordsTooLong: 'The text is too long: up to 4,000 characters.',
    reasonMissing: 'Write the reason: everybody sees it.',
    numberWrong: 'Write the number of the other report.',
    assigneeMissing: 'Choose who answers for it.',
    placeMissing: 'Say where it is.',
    pointWrong: 'Write the point like 59.44, 25.17.',
    categoryMissing: 'Choose a subject.',
    questionMissing: 'Write the question.',
    audienceMissing: 'Choose who sees the question.',
    replyMissing: 'Write an answer.',
  },
  refusals: {
    cannotAsk: 'This sender cannot be asked now.',
    askedAlready: 'A question was asked already and waits for an answer.',
    nothingAsked: 'The question was answered or taken back meanwhile.',
    nothingNew: 'Write an answer or choose a new state.',
    wordsNeeded: 'If it is closed without mending, tell the sender why.',
    wrongState: 'That state cannot be chosen now: the report has changed meanwhile. Look again and retry.',
    noSuchReport: 'There is no public report with that number.',
    sameReport: 'A report cannot double itself.',
    categoryClosed: 'That subject is closed. Choose another.',
    notADouble: 'This report does not double any other.',
    cannotSplit: 'Nothing can be split off a report that was taken off. Put it back first.',
    pointOutside: 'That point is outside the municipality.',
    noSuchPost: 'That post is no more.',
  },
}

const ru: Refusals = {
  errors: {
    invalid: 'Проверьте это поле.',
    wordsMissing: 'Напишите ответ.',
    wordsTooLong: 'Текст слишком длинный: до 4000 знаков.',
    reasonMissing: 'Напишите причину: её увидят все.',
    numberWrong: 'Напишите номер другого сообщения.',
    assigneeMissing: 'Выберите ответственного.',
    placeMissing: 'Укажите, где это.',
    pointWrong: 'Напишите точку в виде 59.44, 25.17.',
    categoryMissing: 'Выберите тему.',
    questionMissing: 'Напишите вопрос.',
    audienceMissing: 'Выберите, кто увидит вопрос.',
    replyMissing: 'Напишите ответ.',
  },
  refusals: {
    cannotAsk: 'Этого отправителя сейчас спросить нельзя.',
    askedAlready: 'Вопрос уже задан и ждёт ответа.',
    nothingAsked: 'На вопрос тем временем ответили или его отозвали.',
    nothingNew: 'Напишите ответ или выберите новое состояние.',
    wordsNeeded: 'Если сообщение закрывают без ремонта, объясните отправителю почему.',
    wrongState: 'Это состояние сейчас выбрать нельзя: сообщение изменилось. Посмотрите и попробуйте снова.',
    noSuchReport: 'Открытого сообщения с таким номером нет.',
    sameReport: 'Сообщение не может повторять само себя.',
    categoryClosed: 'Эта тема закрыта. Выберите другую.',
    notADouble: 'Это сообщение не повторяет другое.',
    cannotSplit: 'Из убранного сообщения ничего выделить нельзя. Сначала верните его.',
    pointOutside: 'Эта точка вне волости.',
    noSuchPost: 'Этой должности больше нет.',
  },
}

export const deskRefusals: Record<Language, Refusals> = { et, en, ru }
