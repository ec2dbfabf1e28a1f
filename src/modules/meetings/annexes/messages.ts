import type { Language } from '#platform/language.ts'

const et = {
  title: 'Lisad',
  none: 'Lisasid ei ole.',
  add: 'Lisa fail',
  file: 'Fail',
  fileHint: 'PDF, DOCX, XLSX, ODT, ODS, ASiC-E, pilt või tekst, kuni 25 MB.',
  otherFile: 'Teine fail selle asemele',
  fileIsHere: (name: string) => `Fail „${name}” on juba siin ja jääb alles.`,
  annexTitle: 'Mis dokument see on',
  lateBecause: 'Miks lisatakse pärast kutset',
  late: (because: string) => `Lisati pärast kutset. Põhjus: ${because}`,
  withdraw: 'Võta fail tagasi',
  because: 'Miks tagasi võetakse',
  withdrawn: (because: string) => `Tagasi võetud. Põhjus: ${because}`,
  errors: {
    annexTitleMissing: 'Kirjuta, mis dokument see on.',
    becauseMissing: 'Kirjuta põhjus.',
    tooLong: 'Tekst on liiga pikk.',
    invalid: 'See väärtus ei sobi.',
  },
  refusals: {
    fileMissing: 'Vali fail.',
    lateBecauseMissing: 'Kutsed on saadetud: kirjuta, miks fail lisatakse hiljem.',
    cancelled: 'Istung jääb ära.',
    begun: 'Istung on alanud, materjale enam ei muudeta.',
    withdrawnAlready: 'See fail on juba tagasi võetud.',
  },
}
export type AnnexWords = typeof et

const en: AnnexWords = {
  title: 'Annexes',
  none: 'There are no annexes.',
  add: 'Add a file',
  file: 'File',
  fileHint: 'PDF, DOCX, XLSX, ODT, ODS, ASiC-E, a picture or text, up to 25 MB.',
  otherFile: 'Another file in its place',
  fileIsHere: (name) => `The file “${name}” is here already and stays.`,
  annexTitle: 'What document this is',
  lateBecause: 'Why it is added after the call',
  late: (because) => `Added after the call. Why: ${because}`,
  withdraw: 'Withdraw the file',
  because: 'Why it is withdrawn',
  withdrawn: (because) => `Withdrawn. Why: ${because}`,
  errors: {
    annexTitleMissing: 'Write what document this is.',
    becauseMissing: 'Write the reason.',
    tooLong: 'The text is too long.',
    invalid: 'This value does not fit.',
  },
  refusals: {
    fileMissing: 'Choose a file.',
    lateBecauseMissing: 'Members have been called: write why the file is added later.',
    cancelled: 'The meeting is cancelled.',
    begun: 'The meeting has begun; materials are not changed any more.',
    withdrawnAlready: 'This file has been withdrawn already.',
  },
}

const ru: AnnexWords = {
  title: 'Приложения',
  none: 'Приложений нет.',
  add: 'Добавить файл',
  file: 'Файл',
  fileHint: 'PDF, DOCX, XLSX, ODT, ODS, ASiC-E, изображение или текст, до 25 МБ.',
  otherFile: 'Другой файл вместо него',
  fileIsHere: (name) => `Файл «${name}» уже здесь и останется.`,
  annexTitle: 'Что это за документ',
  lateBecause: 'Почему добавляется после приглашения',
  late: (because) => `Добавлено после приглашения. Причина: ${because}`,
  withdraw: 'Отозвать файл',
  because: 'Почему отзывается',
  withdrawn: (because) => `Отозвано. Причина: ${because}`,
  errors: {
    annexTitleMissing: 'Напишите, что это за документ.',
    becauseMissing: 'Напишите причину.',
    tooLong: 'Текст слишком длинный.',
    invalid: 'Это значение не подходит.',
  },
  refusals: {
    fileMissing: 'Выберите файл.',
    lateBecauseMissing: 'Приглашения отправлены: напишите, почему файл добавляется позже.',
    cancelled: 'Заседание не состоится.',
    begun: 'Заседание началось, материалы больше не меняются.',
    withdrawnAlready: 'Этот файл уже отозван.',
  },
}

export const annexMessages: Record<Language, AnnexWords> = { et, en, ru }
