import type { Language } from '#platform/language.ts'

const et = {
  confirmSubject: (number: number) => `Kinnita oma teade ${number}`,
  confirmLead: (category: string) =>
    `Keegi andis sinu aadressiga vallale teada: „${category}“. Kui see olid sina, kinnita teade.`,
  confirmButton: 'Vaata ja kinnita',
  confirmIgnore: 'Kui see ei olnud sina, ära tee midagi: kinnitamata teade kustutatakse seitsme päeva pärast.',
  receivedSubject: (number: number) => `Teade ${number} on vallas`,
  received: (category: string, day: string) =>
    `„${category}“: teade jõudis valda. Esimene vastus tuleb hiljemalt ${day}.`,
  changedSubject: (number: number, state: string) => `Teade ${number}: ${state}`,
  changed: (category: string, meaning: string) => `„${category}“: ${meaning}`,
  answered: (category: string) => `„${category}“: vald vastas.`,
  answerSubject: (number: number) => `Vastus sinu teatele ${number}`,
  doubled: (category: string, of: number) =>
    `„${category}“: samast veast teatati juba, teade ${of}. Kirjutame sulle ka siis, kui sealne seis muutub.`,
  sameAsYours: (main: number, yours: number) =>
    `See on teade ${main}, mis räägib samast veast kui sinu teade ${yours}.`,
  toldApartSubject: (number: number) => `Teade ${number} on jälle omaette`,
  toldApart: (category: string) =>
    `„${category}“: märkisime su teate ekslikult teise teate korduseks. Nüüd on see jälle omaette ja tähtaeg kehtib.`,
  splitSubject: (from: number, number: number) => `Sinu teatest ${from} eraldati teade ${number}`,
  split: (category: string, from: number) =>
    `Sinu teates ${from} oli juttu kahest asjast. Teist lahendame omaette: „${category}“.`,
  askedSubject: (number: number) => `Küsimus sinu teate ${number} kohta`,
  asked: (category: string) =>
    `„${category}“: vallal on vaja sinult midagi teada. Kuni vastuseni teate tähtaeg ei jookse. Küsimus:`,
  undoneSubject: (number: number, state: string) => `Parandus, teade ${number}: ${state}`,
  undone: (category: string, state: string) =>
    `„${category}“: eelmine kiri selle teate kohta oli ekslik. Kehtib endine seis „${state}“ ja endine tähtaeg. Vabandame.`,
  doubtSubject: (number: number) => `Kas teates ${number} kirjeldatud viga on alles?`,
  doubtLead: (category: string, number: number) =>
    `Keegi ütles sinu aadressiga, et viga ei ole korras: „${category}“, teade ${number}. Kui see olid sina, kinnita.`,
  doubtButton: 'Vaata ja kinnita',
  doubtIgnore:
    'Kui see ei olnud sina, ära tee midagi. Sinu aadress kustub meie juurest koos selle kirjaga 30 päeva pärast.',
  checkSubject: (number: number) => `Kas teates ${number} kirjeldatud viga on korras?`,
  check: (category: string) =>
    `„${category}“: teate kohta ei ole neli nädalat midagi kuulda olnud. Ütle, kas viga on praeguseks kadunud.`,
  checkButton: 'Vasta',
  button: 'Vaata teadet',
}

export type LetterMessages = typeof et

const en: LetterMessages = {
  confirmSubject: (number) => `Confirm your report ${number}`,
  confirmLead: (category) => `Somebody reported with your address: “${category}”. If it was you, confirm the report.`,
  confirmButton: 'Look and confirm',
  confirmIgnore: 'If it was not you, do nothing: a report that is not confirmed is deleted after seven days.',
  receivedSubject: (number) => `The municipality has report ${number}`,
  received: (category, day) => `“${category}”: the report reached the municipality. The first answer comes by ${day}.`,
  changedSubject: (number, state) => `Report ${number}: ${state}`,
  changed: (category, meaning) => `“${category}”: ${meaning}`,
  answered: (category) => `“${category}”: the municipality has answered.`,
  answerSubject: (number) => `An answer to your report ${number}`,
  doubled: (category, of) =>
    `“${category}”: the same fault was reported before, report ${of}. We write to you when its state changes too.`,
  sameAsYours: (main, yours) => `This is report ${main}, which tells of the same fault as your report ${yours}.`,
  toldApartSubject: (number) => `Report ${number} stands on its own again`,
  toldApart: (category) =>
    `“${category}”: we took your report for a double of another by mistake. It stands on its own again, and its term holds.`,
  splitSubject: (from, number) => `Report ${number} was split off your report ${from}`,
  split: (category, from) => `Your report ${from} told of two things. We deal with the second apart: “${category}”.`,
  askedSubject: (number) => `A question about your report ${number}`,
  asked: (category) =>
    `“${category}”: the municipality needs to know something from you. Until you answer, the term stands still. The question:`,
  undoneSubject: (number, state) => `Correction, report ${number}: ${state}`,
  undone: (category, state) =>
    `“${category}”: the last letter about this report was a mistake. The former state “${state}” and the former term hold. We are sorry.`,
  doubtSubject: (number) => `Is the fault in report ${number} still there?`,
  doubtLead: (category, number) =>
    `Somebody said with your address that it is not mended: “${category}”, report ${number}. If it was you, confirm it.`,
  doubtButton: 'Look and confirm',
  doubtIgnore: 'If it was not you, do nothing. Your address is deleted here with this letter after 30 days.',
  checkSubject: (number) => `Is the fault in report ${number} mended?`,
  check: (category) =>
    `“${category}”: nothing was heard about the report for four weeks. Tell us whether the fault is gone.`,
  checkButton: 'Answer',
  button: 'See the report',
}

const ru: LetterMessages = {
  confirmSubject: (number) => `Подтвердите своё сообщение ${number}`,
  confirmLead: (category) =>
    `Кто-то сообщил волости с вашим адресом: «${category}». Если это вы, подтвердите сообщение.`,
  confirmButton: 'Посмотреть и подтвердить',
  confirmIgnore: 'Если это не вы, ничего не делайте: неподтверждённое сообщение удалят через семь дней.',
  receivedSubject: (number) => `Сообщение ${number} в волости`,
  received: (category, day) => `«${category}»: сообщение получено. Первый ответ придёт не позднее ${day}.`,
  changedSubject: (number, state) => `Сообщение ${number}: ${state}`,
  changed: (category, meaning) => `«${category}»: ${meaning}`,
  answered: (category) => `«${category}»: волость ответила.`,
  answerSubject: (number) => `Ответ на ваше сообщение ${number}`,
  doubled: (category, of) =>
    `«${category}»: об этой неисправности уже сообщили, сообщение ${of}. Мы напишем вам и тогда, когда изменится его состояние.`,
  sameAsYours: (main, yours) =>
    `Это сообщение ${main}: в нём речь о той же неисправности, что в вашем сообщении ${yours}.`,
  toldApartSubject: (number) => `Сообщение ${number} снова отдельное`,
  toldApart: (category) =>
    `«${category}»: мы по ошибке приняли ваше сообщение за повтор другого. Теперь оно снова отдельное, и срок действует.`,
  splitSubject: (from, number) => `Из вашего сообщения ${from} выделено сообщение ${number}`,
  split: (category, from) =>
    `В вашем сообщении ${from} речь шла о двух вещах. Второй занимаемся отдельно: «${category}».`,
  askedSubject: (number) => `Вопрос о вашем сообщении ${number}`,
  asked: (category) => `«${category}»: волости нужно кое-что от вас узнать. До ответа срок сообщения не идёт. Вопрос:`,
  undoneSubject: (number, state) => `Исправление, сообщение ${number}: ${state}`,
  undone: (category, state) =>
    `«${category}»: предыдущее письмо об этом сообщении было ошибкой. Действуют прежнее состояние «${state}» и прежний срок. Приносим извинения.`,
  doubtSubject: (number) => `Неисправность из сообщения ${number} осталась?`,
  doubtLead: (category, number) =>
    `Кто-то с вашим адресом сказал, что не исправлено: «${category}», сообщение ${number}. Если это вы, подтвердите.`,
  doubtButton: 'Посмотреть и подтвердить',
  doubtIgnore: 'Если это не вы, ничего не делайте. Ваш адрес удалится у нас вместе с этим письмом через 30 дней.',
  checkSubject: (number) => `Исправлена ли неисправность из сообщения ${number}?`,
  check: (category) =>
    `«${category}»: о сообщении четыре недели ничего не было слышно. Скажите, исчезла ли неисправность.`,
  checkButton: 'Ответить',
  button: 'Открыть сообщение',
}

export const letterMessages: Record<Language, LetterMessages> = { et, en, ru }
