const et = {
  notFound: {
    title: 'Sellist lehte ei ole',
    text: 'Aadress võib olla vale või leht on ära viidud. Kontrolli aadressi või alusta avalehelt.',
  },
  forbidden: {
    title: 'See leht ei ole sulle avatud',
    text: 'Sinu praegustel ametikohtadel ja rollidel pole selleks õigust.',
  },
  broken: {
    title: 'Midagi läks katki',
    text: 'Viga on meie poolel ja jõudis logisse. Proovi hetke pärast uuesti. Kui teatad veast, lisa päringu number.',
  },
  unavailable: {
    title: 'Teenus on hetkeks kinni',
    text: 'Andmebaas, failihoidla või riigi autentimisteenus ei vasta. Midagi ei läinud kaotsi. Proovi minuti pärast uuesti.',
  },
  tooMany: { title: 'Liiga palju päringuid', text: 'Oota minut ja proovi uuesti.' },
  tooLarge: { title: 'Saadetud sisu on liiga suur', text: 'Lühenda teksti või saada väiksem fail.' },
  forged: {
    title: 'Päring ei tulnud meie lehelt',
    text: 'Turvalisuse pärast võtame muudatusi vastu ainult oma lehtedelt. Ava leht uuesti ja proovi veel kord.',
  },
  malformed: { title: 'Päringust ei saanud aru', text: 'Saadetud andmed on vigased.' },
  unknownSite: 'Sellel aadressil ei ole ühtegi omavalitsust.',
  requestNumber: 'Päringu number',
  home: 'Avalehele',
  signIn: {
    title: 'Sisse logimine ei õnnestunud',
    cancelled: 'Katkestasid sisselogimise.',
    expired: 'Sisselogimine aegus või algas teises brauseris.',
    rejected: 'Autentimisteenuse vastust ei saanud usaldada.',
    tooMany: 'Liiga palju sisselogimisi lühikese ajaga. Oota kümme minutit.',
    again: 'Logi uuesti sisse',
  },
  back: 'Tagasi',
}
export type WebMessages = typeof et

const en: WebMessages = {
  notFound: {
    title: 'There is no such page',
    text: 'The address may be wrong or the page has moved. Check the address or start from the front page.',
  },
  forbidden: {
    title: 'This page is not open to you',
    text: 'Your present posts and roles do not give the right to it.',
  },
  broken: {
    title: 'Something broke',
    text: 'The fault is ours and has been logged. Try again in a moment. If you report it, add the request number.',
  },
  unavailable: {
    title: 'The service is briefly closed',
    text: 'The database, the file store or the state authentication service does not answer. Nothing was lost. Try again in a minute.',
  },
  tooMany: { title: 'Too many requests', text: 'Wait a minute and try again.' },
  tooLarge: { title: 'What you sent is too large', text: 'Shorten the text or send a smaller file.' },
  forged: {
    title: 'The request did not come from our page',
    text: 'For safety, changes are accepted from our own pages only. Open the page again and retry.',
  },
  malformed: { title: 'The request could not be understood', text: 'What was sent is malformed.' },
  unknownSite: 'There is no municipality at this address.',
  requestNumber: 'Request number',
  home: 'To the front page',
  signIn: {
    title: 'Signing in did not work',
    cancelled: 'You cancelled signing in.',
    expired: 'Signing in expired or began in another browser.',
    rejected: 'The answer of the authentication service could not be trusted.',
    tooMany: 'Too many sign-ins in a short time. Wait ten minutes.',
    again: 'Sign in again',
  },
  back: 'Back',
}

const ru: WebMessages = {
  notFound: {
    title: 'Такой страницы нет',
    text: 'Возможно, адрес неверен или страница перенесена. Проверьте адрес или начните с главной.',
  },
  forbidden: { title: 'Эта страница вам не открыта', text: 'Ваши нынешние должности и роли не дают на неё права.' },
  broken: {
    title: 'Что-то сломалось',
    text: 'Ошибка на нашей стороне и записана в журнал. Попробуйте чуть позже. Сообщая об ошибке, укажите номер запроса.',
  },
  unavailable: {
    title: 'Услуга ненадолго закрыта',
    text: 'База данных, хранилище файлов или государственная служба аутентификации не отвечает. Ничего не потеряно. Попробуйте через минуту.',
  },
  tooMany: { title: 'Слишком много запросов', text: 'Подождите минуту и попробуйте снова.' },
  tooLarge: { title: 'Отправленное слишком велико', text: 'Сократите текст или отправьте файл поменьше.' },
  forged: {
    title: 'Запрос пришёл не с нашей страницы',
    text: 'Ради безопасности изменения принимаются только с наших страниц. Откройте страницу заново и повторите.',
  },
  malformed: { title: 'Запрос непонятен', text: 'Отправленные данные содержат ошибки.' },
  unknownSite: 'По этому адресу нет самоуправления.',
  requestNumber: 'Номер запроса',
  home: 'На главную',
  signIn: {
    title: 'Войти не удалось',
    cancelled: 'Вы отменили вход.',
    expired: 'Вход просрочен или начат в другом браузере.',
    rejected: 'Ответу службы аутентификации нельзя доверять.',
    tooMany: 'Слишком много входов за короткое время. Подождите десять минут.',
    again: 'Войти снова',
  },
  back: 'Назад',
}

export const webMessages = { et, en, ru }
