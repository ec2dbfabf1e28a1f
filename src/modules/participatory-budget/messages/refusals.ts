import type { Unfit } from '../count/count.ts'
import type { Wrong, WrongCode } from '../pb/wrong-file.ts'

type Say = (about: string) => string
type Words = { atLine: (line: number) => string; codes: Record<WrongCode, Say>; unfits: Record<Unfit['code'], Say> }

const et: Words = {
  atLine: (line) => `Rida ${line}: `,
  codes: {
    notText: () => 'See ei ole .pb-fail: tekst UTF-8 kodeeringus puudub.',
    tooLarge: (most) => `Fail on liiga suur. Kõige rohkem ${most} MB.`,
    empty: () => 'Fail on tühi.',
    tooManyRows: (most) => `Ridu on liiga palju. Kõige rohkem ${most}.`,
    quoteNotClosed: () => 'jutumärgid avatakse, aga ei sulgeta.',
    textAfterQuote: () => 'sulgevate jutumärkide järel peab olema semikoolon või rea lõpp.',
    beforeSections: (text) => `fail peab algama reaga META; siin on „${text}”.`,
    sectionTwice: (name) => `osa ${name} on teist korda.`,
    sectionMissing: (name) => `Failis ei ole osa ${name}.`,
    sectionOrder: (name) => `osa ${name} on vales kohas. Järjekord on META, PROJECTS, VOTES.`,
    columnMissing: (name) => `puudub veerg ${name}.`,
    columnTwice: (name) => `veerg ${name} on kaks korda.`,
    tooManyFields: (text) => `lahtreid on rohkem kui veerge: „${text}”. Semikooloniga tekst käib jutumärkidesse.`,
    tooFewFields: (text) => `lahtreid on vähem kui veerge: „${text}”.`,
    metaTwice: (key) => `${key} on kaks korda.`,
    metaMissing: (key) => `päises puudub ${key}.`,
    voteTypeUnknown: (type) =>
      `vote_type „${type}” ei ole teada. Sobivad approval, choose-1, ordinal, cumulative, scoring.`,
    amountWrong: (text) => `„${text}” ei ole summa. Kuni 11 kohta enne ja 4 kohta pärast punkti, ilma märgita.`,
    costNotPositive: (id) => `projekti ${id} maksumus peab olema nullist suurem.`,
    countWrong: (text) => `arv ei klapi: ${text}.`,
    idEmpty: () => 'tunnus on tühi.',
    idWrong: (id) => `tunnuses „${id}” ei tohi olla koma, kõige rohkem 100 märki.`,
    projectTwice: (id) => `projekt ${id} on kaks korda.`,
    voterTwice: (id) => `hääletaja ${id} on kaks korda.`,
    projectUnknown: (id) => `projekti „${id}” ei ole projektide hulgas.`,
    projectTwiceInVote: (vote) => `üks projekt on samas hääles kaks korda: ${vote}.`,
    tooFewInVote: (least) => `hääles on liiga vähe projekte. Vähemalt ${least}.`,
    tooManyInVote: (most) => `hääles on liiga palju projekte. Kõige rohkem ${most}.`,
    pointsMissing: (type) => `puudub veerg points, mida ${type} nõuab.`,
    pointsNotMatching: (text) => `punkte peab olema sama palju kui projekte: „${text}”.`,
    pointsWrong: (text) => `„${text}” ei ole punktid. Arv nullist alates, kuni 4 kohta pärast punkti.`,
    pointsTooMany: (most) => `punkte on hääles kokku üle ${most}.`,
    noProjects: () => 'ühtegi projekti ei ole.',
  },
  unfits: {
    settlementMissing: (id) => `See reegel küsib, kus projekt on, aga projektil ${id} ei ole veerus settlement asulat.`,
    incompatibleUnknown: (id) => `Reegel nimetab projekti ${id}, mida failis ei ole.`,
    needsApproval: () =>
      'Võrdsed osad loetakse siin ainult häältest, mis projekti heaks kiidavad (approval või choose-1).',
  },
}

const en: Words = {
  atLine: (line) => `Line ${line}: `,
  codes: {
    notText: () => 'This is no .pb file: it is not text in UTF-8.',
    tooLarge: (most) => `The file is too large. At most ${most} MB.`,
    empty: () => 'The file is empty.',
    tooManyRows: (most) => `There are too many rows. At most ${most}.`,
    quoteNotClosed: () => 'a quotation mark opens and does not close.',
    textAfterQuote: () => 'after a closing quotation mark comes a semicolon or the end of the line.',
    beforeSections: (text) => `the file must begin with the row META; here stands “${text}”.`,
    sectionTwice: (name) => `the section ${name} is there a second time.`,
    sectionMissing: (name) => `The file has no section ${name}.`,
    sectionOrder: (name) => `the section ${name} is out of place. The order is META, PROJECTS, VOTES.`,
    columnMissing: (name) => `the column ${name} is missing.`,
    columnTwice: (name) => `the column ${name} is there twice.`,
    tooManyFields: (text) =>
      `there are more fields than columns: “${text}”. Text with a semicolon goes in quotation marks.`,
    tooFewFields: (text) => `there are fewer fields than columns: “${text}”.`,
    metaTwice: (key) => `${key} is there twice.`,
    metaMissing: (key) => `the head has no ${key}.`,
    voteTypeUnknown: (type) =>
      `the vote_type “${type}” is not known. There are approval, choose-1, ordinal, cumulative, scoring.`,
    amountWrong: (text) => `“${text}” is no amount. Up to 11 digits before and 4 after the point, without a sign.`,
    costNotPositive: (id) => `the cost of project ${id} must be above zero.`,
    countWrong: (text) => `the number does not agree: ${text}.`,
    idEmpty: () => 'the identifier is empty.',
    idWrong: (id) => `the identifier “${id}” may hold no comma and at most 100 characters.`,
    projectTwice: (id) => `the project ${id} is there twice.`,
    voterTwice: (id) => `the voter ${id} is there twice.`,
    projectUnknown: (id) => `there is no project “${id}” among the projects.`,
    projectTwiceInVote: (vote) => `a project stands twice in the same vote: ${vote}.`,
    tooFewInVote: (least) => `the vote names too few projects. At least ${least}.`,
    tooManyInVote: (most) => `the vote names too many projects. At most ${most}.`,
    pointsMissing: (type) => `the column points is missing, which ${type} asks for.`,
    pointsNotMatching: (text) => `there must be as many points as projects: “${text}”.`,
    pointsWrong: (text) => `“${text}” is no number of points. A number from zero on, up to 4 digits after the point.`,
    pointsTooMany: (most) => `the points of the vote come to more than ${most}.`,
    noProjects: () => 'there is no project.',
  },
  unfits: {
    settlementMissing: (id) =>
      `This rule asks where a project is, and project ${id} has no settlement in the column settlement.`,
    incompatibleUnknown: (id) => `The rule names the project ${id}, which the file does not have.`,
    needsApproval: () =>
      'Equal shares are counted here only from votes that approve of projects (approval or choose-1).',
  },
}

const ru: Words = {
  atLine: (line) => `Строка ${line}: `,
  codes: {
    notText: () => 'Это не файл .pb: в нём нет текста в кодировке UTF-8.',
    tooLarge: (most) => `Файл слишком большой. Не больше ${most} МБ.`,
    empty: () => 'Файл пуст.',
    tooManyRows: (most) => `Строк слишком много. Не больше ${most}.`,
    quoteNotClosed: () => 'кавычки открыты, но не закрыты.',
    textAfterQuote: () => 'после закрывающих кавычек должна идти точка с запятой или конец строки.',
    beforeSections: (text) => `файл должен начинаться строкой META; здесь стоит «${text}».`,
    sectionTwice: (name) => `раздел ${name} встречается второй раз.`,
    sectionMissing: (name) => `В файле нет раздела ${name}.`,
    sectionOrder: (name) => `раздел ${name} стоит не на месте. Порядок: META, PROJECTS, VOTES.`,
    columnMissing: (name) => `нет столбца ${name}.`,
    columnTwice: (name) => `столбец ${name} встречается дважды.`,
    tooManyFields: (text) => `полей больше, чем столбцов: «${text}». Текст с точкой с запятой берут в кавычки.`,
    tooFewFields: (text) => `полей меньше, чем столбцов: «${text}».`,
    metaTwice: (key) => `${key} встречается дважды.`,
    metaMissing: (key) => `в заголовке нет ${key}.`,
    voteTypeUnknown: (type) =>
      `vote_type «${type}» неизвестен. Подходят approval, choose-1, ordinal, cumulative, scoring.`,
    amountWrong: (text) => `«${text}» — не сумма. До 11 цифр перед точкой и до 4 после неё, без знака.`,
    costNotPositive: (id) => `стоимость проекта ${id} должна быть больше нуля.`,
    countWrong: (text) => `число не сходится: ${text}.`,
    idEmpty: () => 'обозначение пусто.',
    idWrong: (id) => `в обозначении «${id}» не может быть запятой и больше 100 знаков.`,
    projectTwice: (id) => `проект ${id} встречается дважды.`,
    voterTwice: (id) => `голосующий ${id} встречается дважды.`,
    projectUnknown: (id) => `проекта «${id}» нет среди проектов.`,
    projectTwiceInVote: (vote) => `один проект стоит в голосе дважды: ${vote}.`,
    tooFewInVote: (least) => `в голосе слишком мало проектов. Не меньше ${least}.`,
    tooManyInVote: (most) => `в голосе слишком много проектов. Не больше ${most}.`,
    pointsMissing: (type) => `нет столбца points, который нужен для ${type}.`,
    pointsNotMatching: (text) => `баллов должно быть столько же, сколько проектов: «${text}».`,
    pointsWrong: (text) => `«${text}» — не баллы. Число от нуля, до 4 цифр после точки.`,
    pointsTooMany: (most) => `баллов в голосе вместе больше ${most}.`,
    noProjects: () => 'нет ни одного проекта.',
  },
  unfits: {
    settlementMissing: (id) =>
      `Это правило спрашивает, где находится проект, а у проекта ${id} в столбце settlement нет населённого пункта.`,
    incompatibleUnknown: (id) => `Правило называет проект ${id}, которого в файле нет.`,
    needsApproval: () =>
      'Равные доли считаются здесь только по голосам, которые одобряют проекты (approval или choose-1).',
  },
}

const sayIn = ({ atLine, codes, unfits }: Words) => ({
  /** A whole sentence, with the line where there is one. */
  wrong: ({ code, line, about = '' }: Wrong) => {
    const sentence = codes[code](about)
    return line === undefined ? sentence : `${atLine(line)}${sentence}`
  },
  unfit: ({ code, about = '' }: Unfit) => unfits[code](about),
})

export const refusalMessages = { et: sayIn(et), en: sayIn(en), ru: sayIn(ru) }
