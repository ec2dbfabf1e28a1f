import type { Language } from '#platform/language.ts'
import type { ComparedField } from '../difference.ts'
import type { ImportRefusal, UncertaintyCode } from '../document/parsed-plan.ts'

type ImportWords = {
  refusals: Record<ImportRefusal, string>
  uncertainties: Record<UncertaintyCode, string>
  fields: Record<ComparedField, string>
}

const et = {
  refusals: {
    unreadable: 'Faili ei saa lugeda: see on katki või krüpteeritud. Midagi ei muudetud.',
    tooLarge: 'Fail on liiga suur. Lubatud on kuni 5 MB. Midagi ei muudetud.',
    unsupportedType: 'Seda liiki faili ei saa importida. Sobivad .docx, .html ja .txt. Midagi ei muudetud.',
    empty: 'Fail on tühi. Midagi ei muudetud.',
    notAPlan: 'Failist ei leitud tegevuskava tabelit: tegevus, tähtaeg, osapool, täitmine. Midagi ei muudetud.',
    tooFewActivities: 'Failist leiti ainult üks tegevus. Tegevuskavas on neid vähemalt kaks. Midagi ei muudetud.',
  },
  uncertainties: {
    approvalNotFound: 'Kinnitamise kuupäeva ei leitud.',
    titleNotFound: 'Tegevuskava pealkirja ei leitud.',
    chapterNumberMissing: 'Peatüki number on võetud tegevuste numbritest.',
    chapterTitleMissing: 'Peatükil ei ole pealkirja.',
    headingIgnored: 'Pealkiri jäi kasutamata, sest sellele ei järgne oma tegevusi.',
    numberMissing: 'Tegevusel ei olnud numbrit; see on antud järjekorra järgi.',
    numberOutOfOrder: 'Tegevuse number ei ole järjekorras.',
    duplicateNumber: 'See number on juba teisel tegevusel.',
    subNumberNotSplit: 'Tekstis on alapunkt, mida ei tehtud eraldi tegevuseks.',
    cellBoundaryGuessed: 'Lahtrite piirid on oletatud. Kontrollige tähtaega, osapooli ja täitmist.',
    textMissing: 'Tegevuse tekst puudub.',
    deadlineMissing: 'Tähtaeg puudub.',
    deadlineNotUnderstood: 'Tähtajast ei saadud aru; see jääb nii, nagu kirjas.',
    deadlineHasTwoRhythms: 'Tähtaeg ütleb mitu asja korraga.',
    deadlineHasOtherWords: 'Tähtajas on sõnu, mis aega ei näita.',
    noParty: 'Osapool puudub.',
    partySeparatorMissing: 'Osapoolte vahel puudus koma; need on eraldatud rea järgi.',
    partyNotSplit: 'Osapoole nimi on pikk. Võib-olla on neid mitu.',
    fulfilmentMissing: 'Täitmine on kirjeldamata.',
  },
  fields: { chapter: 'peatükk', text: 'tekst', deadline: 'tähtaeg', parties: 'osapooled', fulfilment: 'täitmine' },
} satisfies ImportWords

const en: ImportWords = {
  refusals: {
    unreadable: 'The file cannot be read: it is damaged or encrypted. Nothing was changed.',
    tooLarge: 'The file is too large. Up to 5 MB is allowed. Nothing was changed.',
    unsupportedType: 'Files of this kind cannot be imported. Use .docx, .html or .txt. Nothing was changed.',
    empty: 'The file is empty. Nothing was changed.',
    notAPlan: 'No action plan table was found: activity, deadline, parties, fulfilment. Nothing was changed.',
    tooFewActivities: 'Only one activity was found. An action plan has at least two. Nothing was changed.',
  },
  uncertainties: {
    approvalNotFound: 'The date of approval was not found.',
    titleNotFound: 'The title of the plan was not found.',
    chapterNumberMissing: 'The chapter’s number was taken from its activities.',
    chapterTitleMissing: 'The chapter has no title.',
    headingIgnored: 'A heading was left out, because no activities of its own follow it.',
    numberMissing: 'The activity had no number; it was given one by its place.',
    numberOutOfOrder: 'The activity’s number is out of order.',
    duplicateNumber: 'Another activity already has this number.',
    subNumberNotSplit: 'The text has a sub-item that was not made an activity of its own.',
    cellBoundaryGuessed: 'The cell borders were guessed. Check the deadline, the parties and the fulfilment.',
    textMissing: 'The activity has no text.',
    deadlineMissing: 'There is no deadline.',
    deadlineNotUnderstood: 'The deadline was not understood; it stays as written.',
    deadlineHasTwoRhythms: 'The deadline says several things at once.',
    deadlineHasOtherWords: 'The deadline has words that tell no time.',
    noParty: 'No responsible party is named.',
    partySeparatorMissing: 'A comma was missing between parties; they were split by line.',
    partyNotSplit: 'The party’s name is long. There may be several in it.',
    fulfilmentMissing: 'The fulfilment is not described.',
  },
  fields: { chapter: 'chapter', text: 'text', deadline: 'deadline', parties: 'parties', fulfilment: 'fulfilment' },
}

const ru: ImportWords = {
  refusals: {
    unreadable: 'Файл не удаётся прочитать: он повреждён или зашифрован. Ничего не изменено.',
    tooLarge: 'Файл слишком большой. Допускается до 5 МБ. Ничего не изменено.',
    unsupportedType: 'Файл такого вида нельзя импортировать. Подходят .docx, .html и .txt. Ничего не изменено.',
    empty: 'Файл пуст. Ничего не изменено.',
    notAPlan: 'Таблица плана не найдена: действие, срок, ответственные, выполнение. Ничего не изменено.',
    tooFewActivities: 'Найдено только одно действие. В плане их не меньше двух. Ничего не изменено.',
  },
  uncertainties: {
    approvalNotFound: 'Дата утверждения не найдена.',
    titleNotFound: 'Название плана не найдено.',
    chapterNumberMissing: 'Номер главы взят из номеров её действий.',
    chapterTitleMissing: 'У главы нет названия.',
    headingIgnored: 'Заголовок пропущен: за ним не следуют свои действия.',
    numberMissing: 'У действия не было номера; он присвоен по порядку.',
    numberOutOfOrder: 'Номер действия идёт не по порядку.',
    duplicateNumber: 'Этот номер уже есть у другого действия.',
    subNumberNotSplit: 'В тексте есть подпункт, который не стал отдельным действием.',
    cellBoundaryGuessed: 'Границы ячеек угаданы. Проверьте срок, ответственных и выполнение.',
    textMissing: 'У действия нет текста.',
    deadlineMissing: 'Срок не указан.',
    deadlineNotUnderstood: 'Срок не понят; он остаётся как написано.',
    deadlineHasTwoRhythms: 'Срок говорит сразу о нескольких вещах.',
    deadlineHasOtherWords: 'В сроке есть слова, не связанные со временем.',
    noParty: 'Ответственный не указан.',
    partySeparatorMissing: 'Между ответственными не было запятой; они разделены по строкам.',
    partyNotSplit: 'Название ответственного длинное. Возможно, их несколько.',
    fulfilmentMissing: 'Выполнение не описано.',
  },
  fields: {
    chapter: 'глава',
    text: 'текст',
    deadline: 'срок',
    parties: 'ответственные',
    fulfilment: 'выполнение',
  },
}

export const importMessages: Record<Language, ImportWords> = { et, en, ru }
