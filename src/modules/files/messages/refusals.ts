import type { Language } from '#platform/language.ts'
import type { Refusal } from '../inspect/refusals.ts'

type RefusalWords = Record<Refusal, string>

const et: RefusalWords = {
  empty: 'Fail on tühi. Vali teine fail.',
  tooLarge: 'Fail on liiga suur. Suurim lubatud fail on 25 MB.',
  nameUnsafe: 'Faili nimes on kaldkriips või peidetud märk. Nimeta fail ümber ja proovi uuesti.',
  typeUnknown:
    'Seda liiki faili ei saa vastu võtta. Sobivad pildid (JPG, PNG, WebP, AVIF), PDF, Wordi, Exceli, PowerPointi ja LibreOffice’i failid, digiallkirjaga ümbrikud (ASiC-E), TXT ja CSV.',
  typeDiffers: 'Faili sisu ei vasta nime lõpule. Salvesta fail õiges vormingus ja proovi uuesti.',
  virus: 'Failist leiti viirus. Faili ei võetud vastu ja see kustutati.',
  polyglot: 'Failis on peale dokumendi veel midagi muud. Salvesta dokument uuesti ja proovi siis.',
  archiveBomb: 'Fail paisub lahtipakkimisel hiiglaslikuks ja võib olla rünne. Seda ei võetud vastu.',
  archiveBroken: 'Fail on vigane ega avane. Salvesta see uuesti ja proovi siis.',
  archivePaths: 'Failis on osi, mille nimed viivad failist välja. See võib olla rünne ja faili ei võetud vastu.',
  encrypted: 'Fail on parooliga kaitstud. Eemalda parool, sest muidu ei saa seda kontrollida.',
  macros: 'Dokumendis on makrosid. Salvesta see ilma makrodeta ja proovi uuesti.',
  pdfBroken: 'PDF on poolik või vigane. Salvesta see uuesti ja proovi siis.',
  textBroken: 'Tekstifailis on märke, mida tekstis ei ole. Salvesta see UTF-8 kodeeringus.',
  imageBroken: 'Pilti ei õnnestu avada. Salvesta see uuesti JPG- või PNG-failina.',
  imageTooLarge: 'Pildis on liiga palju pildipunkte. Suurim lubatud pilt on 50 megapikslit.',
  notAPicture: 'See ei ole pilt. Sobivad JPG, PNG, WebP ja AVIF.',
  descriptionMissing: 'Kirjuta, mis pildil näha on. Seda loevad need, kes pilti ei näe.',
}

const en: RefusalWords = {
  empty: 'The file is empty. Choose another one.',
  tooLarge: 'The file is too large. The largest file allowed is 25 MB.',
  nameUnsafe: 'The name of the file has a slash or a hidden character. Rename the file and try again.',
  typeUnknown:
    'Files of this kind cannot be taken. Suitable are pictures (JPG, PNG, WebP, AVIF), PDF, files of Word, Excel, PowerPoint and LibreOffice, digitally signed containers (ASiC-E), TXT and CSV.',
  typeDiffers: 'What is in the file does not match the ending of its name. Save it in the right format and try again.',
  virus: 'A virus was found in the file. It was not taken and has been deleted.',
  polyglot: 'There is something else in the file besides the document. Save the document anew and try again.',
  archiveBomb: 'Unpacked, the file grows enormous; it may be an attack. It was not taken.',
  archiveBroken: 'The file is damaged and does not open. Save it anew and try again.',
  archivePaths: 'The file has parts whose names lead out of it. This may be an attack, and it was not taken.',
  encrypted: 'The file is protected by a password. Remove it, because the file cannot be checked otherwise.',
  macros: 'The document has macros. Save it without macros and try again.',
  pdfBroken: 'The PDF is incomplete or damaged. Save it anew and try again.',
  textBroken: 'The text file has characters that do not belong in text. Save it in UTF-8.',
  imageBroken: 'The picture cannot be opened. Save it anew as JPG or PNG.',
  imageTooLarge: 'The picture has too many pixels. The largest picture allowed has 50 megapixels.',
  notAPicture: 'This is no picture. JPG, PNG, WebP and AVIF are taken.',
  descriptionMissing: 'Write what the picture shows. Those who cannot see it will read this.',
}

const ru: RefusalWords = {
  empty: 'Файл пуст. Выберите другой.',
  tooLarge: 'Файл слишком большой. Наибольший размер – 25 МБ.',
  nameUnsafe: 'В имени файла есть косая черта или скрытый знак. Переименуйте файл и попробуйте снова.',
  typeUnknown:
    'Файлы этого вида не принимаются. Подходят изображения (JPG, PNG, WebP, AVIF), PDF, файлы Word, Excel, PowerPoint и LibreOffice, контейнеры с цифровой подписью (ASiC-E), TXT и CSV.',
  typeDiffers:
    'Содержимое файла не соответствует окончанию имени. Сохраните файл в правильном формате и попробуйте снова.',
  virus: 'В файле найден вирус. Файл не принят и удалён.',
  polyglot: 'В файле кроме документа есть что-то ещё. Сохраните документ заново и попробуйте снова.',
  archiveBomb: 'При распаковке файл становится огромным; это может быть атака. Файл не принят.',
  archiveBroken: 'Файл повреждён и не открывается. Сохраните его заново и попробуйте снова.',
  archivePaths: 'В файле есть части, имена которых ведут за его пределы. Это может быть атака, файл не принят.',
  encrypted: 'Файл защищён паролем. Снимите пароль: иначе файл нельзя проверить.',
  macros: 'В документе есть макросы. Сохраните его без макросов и попробуйте снова.',
  pdfBroken: 'PDF неполный или повреждён. Сохраните его заново и попробуйте снова.',
  textBroken: 'В текстовом файле есть знаки, которых в тексте не бывает. Сохраните его в кодировке UTF-8.',
  imageBroken: 'Изображение не открывается. Сохраните его заново как JPG или PNG.',
  imageTooLarge: 'В изображении слишком много точек. Наибольшее изображение – 50 мегапикселей.',
  notAPicture: 'Это не изображение. Подходят JPG, PNG, WebP и AVIF.',
  descriptionMissing: 'Напишите, что видно на изображении. Это прочтут те, кто его не видит.',
}

export const refusalMessages: Record<Language, RefusalWords> = { et, en, ru }
