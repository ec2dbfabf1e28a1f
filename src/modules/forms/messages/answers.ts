import type { AnswerFault } from '../answer.ts'
import type { Language } from '#platform/language.ts'

type Fault = (limit: string) => string

/** What whoever fills in a form is told. */
const et = {
  faults: {
    required: () => 'Vasta sellele küsimusele.',
    requiredChoice: () => 'Vali vastus.',
    requiredFile: () => 'Lisa fail.',
    tooLong: (most) => `Vastus on liiga pikk. Kirjuta kuni ${most} tähemärki.`,
    notEmail: () => 'Kirjuta e-posti aadress, näiteks mari@naide.ee.',
    notPhone: () => 'Kirjuta telefoninumber numbritega, näiteks +372 5123 4567.',
    notNumber: () => 'Kirjuta vastus numbriga, näiteks 12 või 3,5.',
    notWhole: () => 'Kirjuta täisarv, ilma komakohtadeta.',
    tooManyDecimals: (most) => `Pärast koma võib olla kõige rohkem ${most} kohta.`,
    tooSmall: (least) => `Arv peab olema vähemalt ${least}.`,
    tooLarge: (most) => `Arv võib olla kõige rohkem ${most}.`,
    notDay: () => 'Kirjuta kuupäev, näiteks 15.10.2026.',
    notTime: () => 'Kirjuta kuupäev ja kellaaeg, näiteks 15.10.2026 14:30.',
    notAnOption: () => 'Vali vastus loetelust.',
    tooFewChosen: (least) => `Vali vähemalt ${least}.`,
    tooManyChosen: (most) => `Vali kõige rohkem ${most}.`,
    notSettlement: () => 'Vali koht loetelust või jäta see valimata.',
    notFile: () => 'Lisa fail uuesti.',
    tooManyFiles: (most) => `Faile võib olla kõige rohkem ${most}.`,
  } satisfies Record<AnswerFault, Fault>,
  chooseUpTo: (most: string) => `Vali kõige rohkem ${most}.`,
  chooseAtLeast: (least: string) => `Vali vähemalt ${least}.`,
  chooseBetween: (least: string, most: string) => `Vali ${least} kuni ${most}.`,
  settlement: 'Küla, alevik või linn',
  settlementHint: 'Vali, kui tead.',
  anotherFile: (count: number) => `${count}. fail`,
  fileDescription: 'Mis pildil on?',
  fileDescriptionHint: 'Paar sõna neile, kes pilti ei näe. Kirjuta, kui lisad pildi.',
  fileDescriptionWithNumber: (count: number) => `Mis on ${count}. pildil?`,
  keptFiles: (count: number) => `Juba lisatud faile: ${count}. Neid ei ole vaja uuesti valida.`,
  wrongFileKind: {
    image: 'Lisa pilt (JPG, PNG, WebP või AVIF).',
    document: 'Lisa dokument (näiteks PDF või DOCX), mitte pilt.',
  },
  files: (count: number) => (count === 1 ? '1 fail' : `${count} faili`),
  stopTitle: 'Seda vormi ei saa saata',
  appeared: 'Lisandus: {labels}.',
  vanished: 'Ei ole enam vaja: {labels}.',
}
export type AnswerMessages = Omit<typeof et, 'faults'> & { faults: Record<AnswerFault, Fault> }

const en: AnswerMessages = {
  faults: {
    required: () => 'Answer this question.',
    requiredChoice: () => 'Choose an answer.',
    requiredFile: () => 'Add a file.',
    tooLong: (most) => `The answer is too long. Write up to ${most} characters.`,
    notEmail: () => 'Write an e-mail address, such as mari@example.ee.',
    notPhone: () => 'Write a telephone number in digits, such as +372 5123 4567.',
    notNumber: () => 'Answer with a number, such as 12 or 3.5.',
    notWhole: () => 'Write a whole number, without decimals.',
    tooManyDecimals: (most) => `There may be at most ${most} digits after the point.`,
    tooSmall: (least) => `The number must be at least ${least}.`,
    tooLarge: (most) => `The number may be at most ${most}.`,
    notDay: () => 'Write a date, such as 15.10.2026.',
    notTime: () => 'Write a date and time, such as 15.10.2026 14:30.',
    notAnOption: () => 'Choose an answer from the list.',
    tooFewChosen: (least) => `Choose at least ${least}.`,
    tooManyChosen: (most) => `Choose at most ${most}.`,
    notSettlement: () => 'Choose a place from the list, or leave it open.',
    notFile: () => 'Add the file again.',
    tooManyFiles: (most) => `There may be at most ${most} files.`,
  },
  chooseUpTo: (most) => `Choose at most ${most}.`,
  chooseAtLeast: (least) => `Choose at least ${least}.`,
  chooseBetween: (least, most) => `Choose ${least} to ${most}.`,
  settlement: 'Village, borough or town',
  settlementHint: 'Choose it if you know.',
  anotherFile: (count) => `File ${count}`,
  fileDescription: 'What is in the picture?',
  fileDescriptionHint: 'A few words for those who cannot see it. Write them if you add a picture.',
  fileDescriptionWithNumber: (count) => `What is in picture ${count}?`,
  keptFiles: (count) => `Files already added: ${count}. There is no need to choose them again.`,
  wrongFileKind: {
    image: 'Add a picture (JPG, PNG, WebP or AVIF).',
    document: 'Add a document (such as PDF or DOCX), not a picture.',
  },
  files: (count) => (count === 1 ? '1 file' : `${count} files`),
  stopTitle: 'This form cannot be sent',
  appeared: 'Added: {labels}.',
  vanished: 'No longer needed: {labels}.',
}

const russianPlural = new Intl.PluralRules('ru')
const russianFiles = (count: number) =>
  ({ one: 'файл', few: 'файла', many: 'файлов', other: 'файла', zero: 'файлов', two: 'файла' })[
    russianPlural.select(count)
  ]

const ru: AnswerMessages = {
  faults: {
    required: () => 'Ответьте на этот вопрос.',
    requiredChoice: () => 'Выберите ответ.',
    requiredFile: () => 'Добавьте файл.',
    tooLong: (most) => `Ответ слишком длинный. Напишите не больше ${most} знаков.`,
    notEmail: () => 'Напишите адрес электронной почты, например mari@naide.ee.',
    notPhone: () => 'Напишите номер телефона цифрами, например +372 5123 4567.',
    notNumber: () => 'Ответьте числом, например 12 или 3,5.',
    notWhole: () => 'Напишите целое число, без дробной части.',
    tooManyDecimals: (most) => `Знаков после запятой может быть не больше ${most}.`,
    tooSmall: (least) => `Число должно быть не меньше ${least}.`,
    tooLarge: (most) => `Число должно быть не больше ${most}.`,
    notDay: () => 'Напишите дату, например 15.10.2026.',
    notTime: () => 'Напишите дату и время, например 15.10.2026 14:30.',
    notAnOption: () => 'Выберите ответ из списка.',
    tooFewChosen: (least) => `Выберите не меньше ${least}.`,
    tooManyChosen: (most) => `Выберите не больше ${most}.`,
    notSettlement: () => 'Выберите место из списка или оставьте поле пустым.',
    notFile: () => 'Добавьте файл ещё раз.',
    tooManyFiles: (most) => `Файлов может быть не больше ${most}.`,
  },
  chooseUpTo: (most) => `Выберите не больше ${most}.`,
  chooseAtLeast: (least) => `Выберите не меньше ${least}.`,
  chooseBetween: (least, most) => `Выберите от ${least} до ${most}.`,
  settlement: 'Деревня, посёлок или город',
  settlementHint: 'Выберите, если знаете.',
  anotherFile: (count) => `Файл ${count}`,
  fileDescription: 'Что на снимке?',
  fileDescriptionHint: 'Несколько слов для тех, кто не видит снимка. Напишите, если добавляете снимок.',
  fileDescriptionWithNumber: (count) => `Что на снимке ${count}?`,
  keptFiles: (count) => `Уже добавлено файлов: ${count}. Выбирать их снова не нужно.`,
  wrongFileKind: {
    image: 'Добавьте снимок (JPG, PNG, WebP или AVIF).',
    document: 'Добавьте документ (например, PDF или DOCX), а не снимок.',
  },
  files: (count) => `${count} ${russianFiles(count)}`,
  stopTitle: 'Эту анкету нельзя отправить',
  appeared: 'Добавилось: {labels}.',
  vanished: 'Больше не нужно: {labels}.',
}

export const answerMessages: Record<Language, AnswerMessages> = { et, en, ru }
