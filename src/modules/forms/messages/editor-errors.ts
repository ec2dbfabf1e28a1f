import type { Language } from '#platform/language.ts'

/** What is wrong with an input of the editor, and what stands against a change. */
const et = {
  errors: {
    revisionMissing: 'Ava vorm uuesti ja proovi veel kord.',
    codeWrong: 'Tunnuses võivad olla väikesed ladina tähed, numbrid ja sidekriipsud, esimene on täht.',
    codeTwice: 'Selline tunnus on vormis juba olemas. Vali teine.',
    labelMissing: 'Kirjuta küsimus eesti keeles.',
    numberWrong: 'Kirjuta arv, näiteks 12 või 3,5.',
    countWrong: 'Kirjuta täisarv.',
    conditionUnfinished: 'Tingimus on pooleli: vali selle küsimuse vastus või kirjuta arv.',
    noteMissing: 'Kirjuta, miks vorm muutub, vähemalt 5 tähemärki.',
    noteTooLong: 'Põhjendus võib olla kuni 1000 tähemärki.',
    invalid: 'Kontrolli seda välja.',
  },
  refusals: {
    changedMeanwhile: 'Keegi teine muutis seda vormi vahepeal. Vaata muudatused üle ja saada siis uuesti.',
    nothingChanged: 'Mustand on sama mis kehtiv versioon. Avaldada ei ole midagi.',
    faults: 'Vormis on vead. Paranda need enne avaldamist.',
  },
}
type EditorErrors = typeof et

const en: EditorErrors = {
  errors: {
    revisionMissing: 'Open the form anew and try again.',
    codeWrong: 'A code may have small Latin letters, digits and hyphens, a letter first.',
    codeTwice: 'This code is in the form already. Choose another.',
    labelMissing: 'Write the question in Estonian.',
    numberWrong: 'Write a number, such as 12 or 3.5.',
    countWrong: 'Write a whole number.',
    conditionUnfinished: 'The condition is unfinished: choose an answer to that question, or write a number.',
    noteMissing: 'Write why the form changes, at least 5 characters.',
    noteTooLong: 'The reason may have up to 1000 characters.',
    invalid: 'Check this field.',
  },
  refusals: {
    changedMeanwhile: 'Somebody else changed this form meanwhile. Look at the changes, then send again.',
    nothingChanged: 'The draft is the same as the version in use. There is nothing to publish.',
    faults: 'The form has faults. Mend them before publishing.',
  },
}

const ru: EditorErrors = {
  errors: {
    revisionMissing: 'Откройте анкету заново и попробуйте ещё раз.',
    codeWrong: 'В коде могут быть строчные латинские буквы, цифры и дефисы, первой – буква.',
    codeTwice: 'Такой код уже есть в анкете. Выберите другой.',
    labelMissing: 'Напишите вопрос на эстонском языке.',
    numberWrong: 'Напишите число, например 12 или 3,5.',
    countWrong: 'Напишите целое число.',
    conditionUnfinished: 'Условие не закончено: выберите ответ на этот вопрос или напишите число.',
    noteMissing: 'Напишите, почему анкета меняется, не меньше 5 знаков.',
    noteTooLong: 'Обоснование может быть не длиннее 1000 знаков.',
    invalid: 'Проверьте это поле.',
  },
  refusals: {
    changedMeanwhile: 'Кто-то другой тем временем изменил эту анкету. Посмотрите изменения и отправьте снова.',
    nothingChanged: 'Черновик не отличается от действующей версии. Публиковать нечего.',
    faults: 'В анкете есть ошибки. Исправьте их перед публикацией.',
  },
}

export const editorErrorMessages: Record<Language, EditorErrors> = { et, en, ru }
