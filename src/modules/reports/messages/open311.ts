import type { Language } from '#platform/language.ts'

const et = {
  keyWrong: 'Võti (api_key) puudub või ei anna õigust teateid saata.',
  serviceUnknown: 'Sellist teemat (service_code) ei ole.',
  serviceMissing: 'Teema (service_code) on puudu.',
  requestUnknown: 'Sellise numbriga avalikku teadet ei ole.',
  tokenUnknown: 'Sellist märgist (token) ei ole: teade saab numbri kohe.',
  tooMany: 'Selle võtmega on minuti jooksul saadetud liiga palju.',
  dateWrong: 'Kuupäev peab olema ISO 8601 kujul koos ajavööndiga, näiteks 2026-11-23T10:00:00+02:00.',
  statusWrong: 'Seis (status) on open või closed.',
  idWrong: 'Teate number (service_request_id) koosneb numbritest.',
  pageWrong: 'Lehe number ja suurus on positiivsed täisarvud.',
  placeMissing: 'Koht on puudu: anna lat ja long, address_string või address_id.',
  mediaMissing: 'Pilti ei õnnestunud laadida; teade on vastu võetud ilma selleta.',
  resourceUnknown: 'Sellist aadressi siin ei ole: vaata üle tee ja lõpp (.json või .xml).',
  malformed: 'Päringu sisu ei õnnestunud lugeda.',
  keyService: 'Võtme saab valla administraatorilt: kirjuta aadressil',
}

export type Open311Messages = typeof et

const en: Open311Messages = {
  keyWrong: 'The key (api_key) is missing or gives no right to send reports.',
  serviceUnknown: 'There is no such subject (service_code).',
  serviceMissing: 'The subject (service_code) is missing.',
  requestUnknown: 'There is no public report with that number.',
  tokenUnknown: 'There is no such token: a report has its number at once.',
  tooMany: 'Too much was sent with this key within a minute.',
  dateWrong: 'A date must be ISO 8601 with its zone, 2026-11-23T10:00:00+02:00 for example.',
  statusWrong: 'The status is open or closed.',
  idWrong: 'A report’s number (service_request_id) is made of digits.',
  pageWrong: 'Page number and size are positive whole numbers.',
  placeMissing: 'The place is missing: give lat and long, address_string or address_id.',
  mediaMissing: 'The picture could not be loaded; the report was taken without it.',
  resourceUnknown: 'There is no such address here: check the path and its ending (.json or .xml).',
  malformed: 'The body of the request could not be read.',
  keyService: 'The municipality’s administrator gives keys: write to',
}

const ru: Open311Messages = {
  keyWrong: 'Ключ (api_key) отсутствует или не даёт права отправлять сообщения.',
  serviceUnknown: 'Такой темы (service_code) нет.',
  serviceMissing: 'Не указана тема (service_code).',
  requestUnknown: 'Открытого сообщения с таким номером нет.',
  tokenUnknown: 'Такого токена нет: сообщение сразу получает номер.',
  tooMany: 'С этим ключом за минуту отправлено слишком много.',
  dateWrong: 'Дата должна быть в виде ISO 8601 с часовым поясом, например 2026-11-23T10:00:00+02:00.',
  statusWrong: 'Состояние (status): open или closed.',
  idWrong: 'Номер сообщения (service_request_id) состоит из цифр.',
  pageWrong: 'Номер и размер страницы: положительные целые числа.',
  placeMissing: 'Не указано место: дайте lat и long, address_string или address_id.',
  mediaMissing: 'Фотографию не удалось загрузить; сообщение принято без неё.',
  resourceUnknown: 'Такого адреса здесь нет: проверьте путь и окончание (.json или .xml).',
  malformed: 'Содержимое запроса не удалось прочитать.',
  keyService: 'Ключ выдаёт администратор волости: напишите на',
}

export const open311Messages: Record<Language, Open311Messages> = { et, en, ru }
