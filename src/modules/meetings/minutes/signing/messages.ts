import type { Language } from '#platform/language.ts'

const et = {
  title: 'Protokolli allkirjad',
  lead: 'Laadi ümbrik alla, allkirjasta DigiDocis ja lisa siia tagasi. Avaldatud protokoll allkirja ei oota.',
  download: 'Avalik protokoll ja logi (ASiC-E)',
  downloadFull: 'Täielik protokoll ja logi (ASiC-E), ainult kogu sees',
  container: 'Allkirjastatud ümbrik',
  containerHint: 'Fail lõpuga .asice. Sees peavad olema täpselt need failid, mis siit alla laaditi.',
  scope: 'Milline versioon',
  scopes: { public: 'avalik', full: 'täielik' },
  attach: 'Lisa allkirjastatud ümbrik',
  signatures: 'Allkirjad',
  signedBy: (name: string) => `Allkirjastas ${name === '' ? '(nimi sertifikaadist loetamatu)' : name}`,
  notChecked: 'Allkirja kehtivust ei ole siin kontrollitud.',
  checked: (valid: number, all: number) => `Valideerimisteenus: ${all} allkirjast on kehtivad ${valid}.`,
  archive: 'Istungi kogu arhiiv (ZIP)',
  errors: { invalid: 'Vigane väärtus.' },
  refusals: {
    fileMissing: 'Vali ümbrik.',
    notAContainer: 'See ei ole allkirjaümbrik (ASiC-E).',
    notSigned: 'Ümbrikus ei ole ühtegi allkirja.',
    filesDiffer:
      'Ümbriku failid ei ole need, mis selle versiooni jaoks koostati. Laadi ümbrik uuesti alla ja allkirjasta see.',
    notPublished: 'Protokoll ei ole veel avaldatud.',
  },
}
type Words = typeof et

const en: Words = {
  title: 'Signatures of the minutes',
  lead: 'Download the container, sign it in DigiDoc and bring it back here. Published minutes do not wait for the signature.',
  download: 'Public minutes and log (ASiC-E)',
  downloadFull: 'Full minutes and log (ASiC-E), within the body alone',
  container: 'Signed container',
  containerHint: 'A file that ends in .asice, with exactly the files that were downloaded here.',
  scope: 'Which version',
  scopes: { public: 'public', full: 'full' },
  attach: 'Add the signed container',
  signatures: 'Signatures',
  signedBy: (name) => `Signed by ${name === '' ? '(the certificate’s name cannot be read)' : name}`,
  notChecked: 'Whether the signature is valid has not been checked here.',
  checked: (valid, all) =>
    `Validation service: ${valid} of ${all} ${all === 1 ? 'signature is' : 'signatures are'} valid.`,
  archive: 'Archive of the whole meeting (ZIP)',
  errors: { invalid: 'Not a valid value.' },
  refusals: {
    fileMissing: 'Choose the container.',
    notAContainer: 'This is not a signature container (ASiC-E).',
    notSigned: 'There is no signature in the container.',
    filesDiffer:
      'The files in it are not those that were made for this version. Download the container again and sign that.',
    notPublished: 'The minutes have not been published yet.',
  },
}

const ru: Words = {
  title: 'Подписи протокола',
  lead: 'Скачайте контейнер, подпишите его в DigiDoc и добавьте сюда. Опубликованный протокол не ждёт подписи.',
  download: 'Открытый протокол и журнал (ASiC-E)',
  downloadFull: 'Полный протокол и журнал (ASiC-E), только внутри органа',
  container: 'Подписанный контейнер',
  containerHint: 'Файл с окончанием .asice, и в нём ровно те файлы, что были скачаны здесь.',
  scope: 'Какая версия',
  scopes: { public: 'открытая', full: 'полная' },
  attach: 'Добавить подписанный контейнер',
  signatures: 'Подписи',
  signedBy: (name) => `Подписал(а) ${name === '' ? '(имя в сертификате не читается)' : name}`,
  notChecked: 'Действительность подписи здесь не проверялась.',
  checked: (valid, all) => `Служба проверки: действительных подписей ${valid} из ${all}.`,
  archive: 'Архив всего заседания (ZIP)',
  errors: { invalid: 'Неверное значение.' },
  refusals: {
    fileMissing: 'Выберите контейнер.',
    notAContainer: 'Это не контейнер подписи (ASiC-E).',
    notSigned: 'В контейнере нет ни одной подписи.',
    filesDiffer:
      'Файлы в контейнере не те, что были составлены для этой версии. Скачайте контейнер снова и подпишите его.',
    notPublished: 'Протокол ещё не опубликован.',
  },
}

export const signingMessages: Record<Language, Words> = { et, en, ru }
