import type { Language } from '#platform/language.ts'
import type { FaultReason } from '../check-definition.ts'

type Say = (about: string) => string
type Faults = Record<FaultReason, Say>

/** Why a form cannot be published as it is. */
const et: Faults = {
  tooManyFields: () => 'Vormis võib olla kuni 100 küsimust.',
  tooManyFiles: () => 'Kõik küsimused kokku võivad küsida kuni 20 faili.',
  codeWrong: (code) => `Tunnus „${code}“ ei sobi: kasuta väikesi ladina tähti, numbreid ja sidekriipse, alusta tähega.`,
  codeTwice: (code) => `Tunnus „${code}“ on vormis juba olemas.`,
  labelMissing: () => 'Küsimusel ei ole eestikeelset sõnastust.',
  labelTooLong: () => 'Sõnastus on liiga pikk: küsimusel ja vastusel kuni 300, selgitaval tekstil kuni 3000 tähemärki.',
  hintTooLong: () => 'Selgitus või teade võib olla kuni 1000 tähemärki.',
  optionsMissing: () =>
    'Loetelus on liiga vähe vastuseid: ühe vastusega küsimusel on vaja vähemalt kaht, mitmega vähemalt üht.',
  tooManyOptions: () => 'Loetelus võib olla kuni 100 vastust.',
  optionCodeWrong: (code) => `Vastuse tunnus „${code}“ ei sobi: kasuta väikesi ladina tähti, numbreid ja sidekriipse.`,
  optionCodeTwice: (code) => `Vastuse tunnus „${code}“ on selles küsimuses juba olemas.`,
  optionLabelMissing: () => 'Ühel vastusel ei ole eestikeelset sõnastust.',
  everyOptionStops: () => 'Kõik vastused peatavad vormi. Vähemalt ühega peab saama edasi minna.',
  lengthWrong: () => 'Vastuse pikkus peab olema 1 kuni 10 000 tähemärki.',
  decimalsWrong: () => 'Komakohti võib olla 0 kuni 3.',
  boundsWrong: () => 'Vähim arv ei saa olla suurem kui suurim.',
  countsWrong: () => 'Valikute arvu piirid ei sobi: kontrolli, et vähim ei ole suurem kui suurim ega vastuste arv.',
  filesWrong: () => 'Faile võib küsida 1 kuni 5 ja vähemalt üht liiki.',
  conditionUnknown: (code) => `Tingimus viitab küsimusele „${code}“, mida vormis ei ole.`,
  conditionForward: (code) => `Tingimus viitab küsimusele „${code}“, mis ei ole enne seda küsimust.`,
  conditionOnNote: (code) => `Tingimus viitab selgitavale tekstile „${code}“, millele ei vastata.`,
  conditionOption: (code) => `Tingimus nimetab vastust „${code}“, mida loetelus ei ole.`,
  conditionKind: (code) => `Küsimuse „${code}“ vastust ei saa nii võrrelda.`,
  conditionEmpty: () => 'Tingimus on pooleli või vastuoluline: vali vastus või anna arv.',
  conditionDeep: () => 'Tingimuses on liiga palju tingimusi üksteise sees.',
}

const en: Faults = {
  tooManyFields: () => 'A form may have up to 100 questions.',
  tooManyFiles: () => 'All questions together may ask for up to 20 files.',
  codeWrong: (code) => `The code “${code}” does not do: use small Latin letters, digits and hyphens, a letter first.`,
  codeTwice: (code) => `The code “${code}” is in this form already.`,
  labelMissing: () => 'The question has no Estonian wording.',
  labelTooLong: () => 'The wording is too long: up to 300 characters for questions and answers, 3000 for text to read.',
  hintTooLong: () => 'A hint or notice may have up to 1000 characters.',
  optionsMissing: () => 'The list has too few answers: at least two where one is chosen, one where several may be.',
  tooManyOptions: () => 'The list may have up to 100 answers.',
  optionCodeWrong: (code) => `The answer’s code “${code}” does not do: use small Latin letters, digits and hyphens.`,
  optionCodeTwice: (code) => `The answer’s code “${code}” is in this question already.`,
  optionLabelMissing: () => 'One of the answers has no Estonian wording.',
  everyOptionStops: () => 'Every answer stops the form. At least one must lead on.',
  lengthWrong: () => 'The length of an answer must be 1 to 10,000 characters.',
  decimalsWrong: () => 'There may be 0 to 3 decimals.',
  boundsWrong: () => 'The smallest number cannot be larger than the largest.',
  countsWrong: () => 'The counts do not fit: the least cannot exceed the most, nor the number of answers.',
  filesWrong: () => 'Ask for 1 to 5 files, of at least one kind.',
  conditionUnknown: (code) => `The condition names the question “${code}”, which is not in the form.`,
  conditionForward: (code) => `The condition names the question “${code}”, which does not stand before this one.`,
  conditionOnNote: (code) => `The condition names the text “${code}”, which nobody answers.`,
  conditionOption: (code) => `The condition names the answer “${code}”, which is not in the list.`,
  conditionKind: (code) => `The answer to “${code}” cannot be compared in this way.`,
  conditionEmpty: () => 'The condition is unfinished or contradicts itself: choose an answer or give a number.',
  conditionDeep: () => 'There are too many conditions within conditions.',
}

const ru: Faults = {
  tooManyFields: () => 'В анкете может быть не больше 100 вопросов.',
  tooManyFiles: () => 'Все вопросы вместе могут просить не больше 20 файлов.',
  codeWrong: (code) => `Код «${code}» не подходит: строчные латинские буквы, цифры и дефисы, первой – буква.`,
  codeTwice: (code) => `Код «${code}» уже есть в анкете.`,
  labelMissing: () => 'У вопроса нет текста на эстонском языке.',
  labelTooLong: () => 'Текст слишком длинный: у вопросов и ответов до 300 знаков, у пояснительного текста до 3000.',
  hintTooLong: () => 'Пояснение или сообщение может быть не длиннее 1000 знаков.',
  optionsMissing: () => 'В списке мало ответов: где выбирают один, нужно хотя бы два, где несколько – хотя бы один.',
  tooManyOptions: () => 'В списке может быть не больше 100 ответов.',
  optionCodeWrong: (code) => `Код ответа «${code}» не подходит: строчные латинские буквы, цифры и дефисы.`,
  optionCodeTwice: (code) => `Код ответа «${code}» уже есть в этом вопросе.`,
  optionLabelMissing: () => 'У одного из ответов нет текста на эстонском языке.',
  everyOptionStops: () => 'Каждый ответ останавливает анкету. Хотя бы с одним должно быть можно продолжить.',
  lengthWrong: () => 'Длина ответа должна быть от 1 до 10 000 знаков.',
  decimalsWrong: () => 'Знаков после запятой может быть от 0 до 3.',
  boundsWrong: () => 'Наименьшее число не может быть больше наибольшего.',
  countsWrong: () => 'Границы числа ответов не подходят: наименьшее не больше наибольшего и числа ответов.',
  filesWrong: () => 'Можно попросить от 1 до 5 файлов, хотя бы одного вида.',
  conditionUnknown: (code) => `Условие ссылается на вопрос «${code}», которого в анкете нет.`,
  conditionForward: (code) => `Условие ссылается на вопрос «${code}», который стоит не раньше этого вопроса.`,
  conditionOnNote: (code) => `Условие ссылается на текст «${code}», на который не отвечают.`,
  conditionOption: (code) => `Условие называет ответ «${code}», которого нет в списке.`,
  conditionKind: (code) => `Ответ на вопрос «${code}» нельзя так сравнивать.`,
  conditionEmpty: () => 'Условие не закончено или противоречиво: выберите ответ или укажите число.',
  conditionDeep: () => 'Слишком много условий внутри условий.',
}

export const faultMessages: Record<Language, Faults> = { et, en, ru }
