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
  button: 'Открыть сообщение',
}

export const letterMessages: Record<Language, LetterMessages> = { et, en, ru }
