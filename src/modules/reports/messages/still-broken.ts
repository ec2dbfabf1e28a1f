import type { Language } from '#platform/language.ts'

const et = {
  title: 'Ei ole korras?',
  lead: (needed: number, said: number, day: string) =>
    `Kui ${needed} elanikku ütlevad kuni ${day}, et viga on alles, avatakse teade uuesti. Seni on öelnud: ${said}.`,
  email: 'Sinu e-posti aadress',
  emailHint:
    'Saadame kirja, milles kinnitad. Aadress kustub koos kirjaga 30 päeva pärast. Sisse logituna aadressi vaja ei ole.',
  button: 'Viga on alles',
  asked: 'Saatsime kirja. Sinu sõna loeb, kui vajutad kirjas oleval lehel „Viga on alles“.',
  counted: 'Kirjas: sinu sõnul ei ole see korras.',
  confirmTitle: 'Kas viga on alles?',
  confirmLead: (number: number) => `Ütlesid, et teates ${number} kirjeldatud viga ei ole korras. Kinnita see.`,
  checkTitle: 'Kas on korras?',
  checkLead: (number: number) =>
    `Teate ${number} kohta ei ole neli nädalat midagi kuulda olnud. Kas viga on praeguseks kadunud?`,
  yes: 'Jah, on korras',
  no: 'Ei, viga on alles',
  stop: 'Ära selle teate kohta enam küsi',
  checkDone: 'Sellele küsimusele on juba vastatud.',
  thanksFixed: 'Aitäh! Hea, et on korras.',
  errors: { invalid: 'Vaata see väli üle.', emailWrong: 'Kirjuta aadress kujul nimi@näide.ee.' },
  refusals: {
    cannotDoubt: 'Seda teadet ei saa praegu nii avada: seis on muutunud, aeg on läbi või oled ise teate saatja.',
    emailMissing: 'Kirjuta oma e-posti aadress või logi sisse.',
    tooManyLetters: 'Liiga palju kirju ühe päeva kohta. Proovi homme uuesti.',
    nothingAsked: 'Sellele küsimusele on juba vastatud.',
  },
}
type Words = typeof et

const en: Words = {
  title: 'Not mended?',
  lead: (needed, said, day) =>
    `When ${needed} residents say until ${day} that the fault is still there, the report is opened again. So far: ${said}.`,
  email: 'Your e-mail address',
  emailHint:
    'We send a letter in which you confirm it. The address is deleted with the letter after 30 days. Signed in you need none.',
  button: 'The fault is still there',
  asked: 'We have sent a letter. Your word counts when you press “The fault is still there” on the page in it.',
  counted: 'Noted: by your word it is not mended.',
  confirmTitle: 'Is the fault still there?',
  confirmLead: (number) => `You said that the fault in report ${number} is not mended. Confirm it.`,
  checkTitle: 'Is it mended?',
  checkLead: (number) => `Nothing was heard about report ${number} for four weeks. Is the fault gone by now?`,
  yes: 'Yes, it is mended',
  no: 'No, it is still there',
  stop: 'Do not ask about this report again',
  checkDone: 'This question has been answered.',
  thanksFixed: 'Thank you! Good that it is mended.',
  errors: { invalid: 'Look at this field again.', emailWrong: 'Write the address like name@example.ee.' },
  refusals: {
    cannotDoubt:
      'This report cannot be opened so now: its state has changed, the time is over, or you sent it yourself.',
    emailMissing: 'Write your e-mail address or sign in.',
    tooManyLetters: 'Too many letters for one day. Try again tomorrow.',
    nothingAsked: 'This question has been answered.',
  },
}

const ru: Words = {
  title: 'Не исправлено?',
  lead: (needed, said, day) =>
    `Если до ${day} жители (${needed}) скажут, что неисправность осталась, сообщение откроют снова. Уже сказали: ${said}.`,
  email: 'Ваш адрес э-почты',
  emailHint:
    'Мы пришлём письмо для подтверждения. Адрес удаляется вместе с письмом через 30 дней. После входа адрес не нужен.',
  button: 'Неисправность осталась',
  asked: 'Мы отправили письмо. Ваше слово учтут, когда вы нажмёте «Неисправность осталась» на странице из письма.',
  counted: 'Записано: по вашим словам, не исправлено.',
  confirmTitle: 'Неисправность осталась?',
  confirmLead: (number) => `Вы сказали, что неисправность из сообщения ${number} не устранена. Подтвердите это.`,
  checkTitle: 'Исправлено ли?',
  checkLead: (number) => `О сообщении ${number} четыре недели ничего не было слышно. Неисправности уже нет?`,
  yes: 'Да, исправлено',
  no: 'Нет, неисправность осталась',
  stop: 'Больше не спрашивайте об этом сообщении',
  checkDone: 'На этот вопрос уже ответили.',
  thanksFixed: 'Спасибо! Хорошо, что исправлено.',
  errors: { invalid: 'Проверьте это поле.', emailWrong: 'Напишите адрес в виде imya@primer.ee.' },
  refusals: {
    cannotDoubt:
      'Так открыть это сообщение сейчас нельзя: состояние изменилось, время вышло или вы сами его отправили.',
    emailMissing: 'Напишите адрес э-почты или войдите.',
    tooManyLetters: 'Слишком много писем за день. Попробуйте завтра.',
    nothingAsked: 'На этот вопрос уже ответили.',
  },
}

export const stillBrokenMessages: Record<Language, Words> = { et, en, ru }
