import type { Language } from '#platform/language.ts'
import type { FileKind, FieldType, TextKind } from '../definition.ts'

const et = {
  types: {
    text: 'Lühike tekst',
    'long-text': 'Pikem tekst',
    number: 'Arv',
    date: 'Kuupäev',
    'date-time': 'Kuupäev ja kellaaeg',
    choice: 'Üks vastus loetelust',
    choices: 'Mitu vastust loetelust',
    'yes-no': 'Jah või ei',
    address: 'Aadress',
    file: 'Fail',
    note: 'Selgitav tekst, ei küsi midagi',
  } satisfies Record<FieldType, string>,
  kinds: { plain: 'Tavaline tekst', 'e-mail': 'E-posti aadress', phone: 'Telefoninumber' } satisfies Record<
    TextKind,
    string
  >,
  files: { image: 'Pildid', document: 'Dokumendid' } satisfies Record<FileKind, string>,
}
type FieldTypeMessages = typeof et

const en: FieldTypeMessages = {
  types: {
    text: 'Short text',
    'long-text': 'Longer text',
    number: 'Number',
    date: 'Date',
    'date-time': 'Date and time',
    choice: 'One answer from a list',
    choices: 'Several answers from a list',
    'yes-no': 'Yes or no',
    address: 'Address',
    file: 'File',
    note: 'Text to read, asks nothing',
  },
  kinds: { plain: 'Plain text', 'e-mail': 'E-mail address', phone: 'Telephone number' },
  files: { image: 'Pictures', document: 'Documents' },
}

const ru: FieldTypeMessages = {
  types: {
    text: 'Короткий текст',
    'long-text': 'Длинный текст',
    number: 'Число',
    date: 'Дата',
    'date-time': 'Дата и время',
    choice: 'Один ответ из списка',
    choices: 'Несколько ответов из списка',
    'yes-no': 'Да или нет',
    address: 'Адрес',
    file: 'Файл',
    note: 'Пояснительный текст, ничего не спрашивает',
  },
  kinds: { plain: 'Обычный текст', 'e-mail': 'Адрес электронной почты', phone: 'Номер телефона' },
  files: { image: 'Снимки', document: 'Документы' },
}

export const fieldTypeMessages: Record<Language, FieldTypeMessages> = { et, en, ru }
