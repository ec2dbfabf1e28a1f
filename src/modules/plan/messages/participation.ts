import type { Language } from '#platform/language.ts'

const et = {
  answerThis: (isAnswered: boolean): string => (isAnswered ? 'Muuda vastust' : 'Vasta'),
  question: 'Küsimus',
  answer: 'Vastus',
  errors: {
    wordsTooShort: 'Kirjuta vähemalt 10 tähemärki.',
    wordsTooLong: 'Kirjuta kuni 5000 tähemärki.',
    invalid: 'Kontrolli seda välja.',
  },
  refusals: {
    tooManyToday: 'Oled täna saatnud juba 20 sõnumit. Proovi homme uuesti.',
    discussionClosed: 'Arutelu on lõppenud või ei ole veel alanud. Kommentaari ei salvestatud.',
  },
}
export type ParticipationWords = typeof et

const en: ParticipationWords = {
  answerThis: (isAnswered) => (isAnswered ? 'Change the answer' : 'Answer'),
  question: 'Question',
  answer: 'Answer',
  errors: {
    wordsTooShort: 'Write at least 10 characters.',
    wordsTooLong: 'Write up to 5000 characters.',
    invalid: 'Check this field.',
  },
  refusals: {
    tooManyToday: 'You have sent 20 messages today already. Try again tomorrow.',
    discussionClosed: 'The discussion has ended or has not begun. Your comment was not saved.',
  },
}

const ru: ParticipationWords = {
  answerThis: (isAnswered) => (isAnswered ? 'Изменить ответ' : 'Ответить'),
  question: 'Вопрос',
  answer: 'Ответ',
  errors: {
    wordsTooShort: 'Напишите не меньше 10 знаков.',
    wordsTooLong: 'Напишите не больше 5000 знаков.',
    invalid: 'Проверьте это поле.',
  },
  refusals: {
    tooManyToday: 'Сегодня вы уже отправили 20 сообщений. Попробуйте завтра.',
    discussionClosed: 'Обсуждение закончилось или ещё не началось. Комментарий не сохранён.',
  },
}

export const participationMessages: Record<Language, ParticipationWords> = { et, en, ru }
