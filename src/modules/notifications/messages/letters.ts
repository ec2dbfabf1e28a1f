import type { Language } from '#platform/language.ts'

const et = {
  confirmSubject: 'Kinnita oma meiliaadress',
  confirmLead: 'Keegi – arvatavasti sina – palus, et siia aadressile saadetaks kirju.',
  confirmFollow: (page: string) => `Soovitud on teateid lehe „${page}“ kohta.`,
  confirmButton: 'Kinnita aadress',
  confirmIgnore: (hours: number) =>
    `Kui see ei olnud sina, ära tee midagi: kinnitamata aadressile me rohkem ei kirjuta. Link kehtib ${hours} tundi.`,
  openPage: 'Ava leht',
  followSubject: (page: string) => `Uut: ${page}`,
  digestSubject: {
    daily: (day: string) => `Päeva kokkuvõte, ${day}`,
    weekly: (day: string) => `Nädala kokkuvõte, ${day}`,
  },
  digestLead: { daily: 'Mis viimase kokkuvõtte järel juhtus:', weekly: 'Mis viimase nädala jooksul juhtus:' },
  digestMore: (count: number) => `… ja veel ${count}`,
  from: (site: string, contact: string) => `${site}${contact}. See kiri on saadetud automaatselt.`,
  why: {
    confirm: 'Said selle kirja, sest see aadress anti meie lehel.',
    matter: 'Said selle kirja, sest see puudutab sinu enda asja. Sellistest kirjadest ei saa loobuda.',
    notice: 'Said selle kirja, sest oled lubanud endale sellest teatada.',
    follow: 'Said selle kirja, sest jälgid seda lehte.',
    digest: 'Said selle kirja, sest oled tellinud kokkuvõtte.',
    news: 'Said selle kirja, sest oled selle tellinud.',
  },
  preferences: 'Muuda, mida ja kui tihti saadame, või loobu kirjadest',
}
export type LetterMessages = typeof et

const en: LetterMessages = {
  confirmSubject: 'Confirm your mail address',
  confirmLead: 'Someone – probably you – asked for letters to be sent to this address.',
  confirmFollow: (page) => `The letters would be about the page “${page}”.`,
  confirmButton: 'Confirm the address',
  confirmIgnore: (hours) =>
    `If it was not you, do nothing: we do not write to an unconfirmed address again. The link works for ${hours} hours.`,
  openPage: 'Open the page',
  followSubject: (page) => `News: ${page}`,
  digestSubject: {
    daily: (day) => `Summary of the day, ${day}`,
    weekly: (day) => `Summary of the week, ${day}`,
  },
  digestLead: { daily: 'What happened since the last summary:', weekly: 'What happened in the last week:' },
  digestMore: (count) => `… and ${count} more`,
  from: (site, contact) => `${site}${contact}. This letter was sent automatically.`,
  why: {
    confirm: 'You get this letter because this address was given on our site.',
    matter: 'You get this letter because it concerns a matter of your own. Such letters cannot be refused.',
    notice: 'You get this letter because you have asked to be told of this.',
    follow: 'You get this letter because you follow this page.',
    digest: 'You get this letter because you have asked for a summary.',
    news: 'You get this letter because you have subscribed to it.',
  },
  preferences: 'Change what we send and how often, or stop the letters',
}

const ru: LetterMessages = {
  confirmSubject: 'Подтвердите свой адрес электронной почты',
  confirmLead: 'Кто-то – вероятно, вы – попросил присылать письма на этот адрес.',
  confirmFollow: (page) => `Письма будут о странице «${page}».`,
  confirmButton: 'Подтвердить адрес',
  confirmIgnore: (hours) =>
    `Если это были не вы, ничего не делайте: на неподтверждённый адрес мы больше не пишем. Ссылка действует (часов): ${hours}.`,
  openPage: 'Открыть страницу',
  followSubject: (page) => `Новое: ${page}`,
  digestSubject: {
    daily: (day) => `Сводка за день, ${day}`,
    weekly: (day) => `Сводка за неделю, ${day}`,
  },
  digestLead: { daily: 'Что произошло после прошлой сводки:', weekly: 'Что произошло за последнюю неделю:' },
  digestMore: (count) => `… и ещё ${count}`,
  from: (site, contact) => `${site}${contact}. Это письмо отправлено автоматически.`,
  why: {
    confirm: 'Вы получили это письмо, потому что этот адрес указали на нашем сайте.',
    matter: 'Вы получили это письмо, потому что оно касается вашего дела. От таких писем нельзя отказаться.',
    notice: 'Вы получили это письмо, потому что разрешили сообщать вам об этом.',
    follow: 'Вы получили это письмо, потому что следите за этой страницей.',
    digest: 'Вы получили это письмо, потому что заказали сводку.',
    news: 'Вы получили это письмо, потому что подписались на него.',
  },
  preferences: 'Изменить, что и как часто мы присылаем, или отказаться от писем',
}

export const letterMessages: Record<Language, LetterMessages> = { et, en, ru }
