import type { Language } from '#platform/language.ts'

const list = (parts: readonly string[], last: string) =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')}${last}${parts.at(-1) ?? ''}`

/** Conditions in words: they stand after „kui“. */
const et = {
  quote: (words: string) => `„${words}“`,
  answerIf: (words: string) => `Vasta, kui ${words}.`,
  appliesIf: (words: string) => `Kehtib, kui ${words}.`,
  and: ' ja ',
  or: ' või ',
  is: (question: string, options: readonly string[]) => `${question} on ${list(options, ' või ')}`,
  isNot: (question: string, options: readonly string[]) => `${question} ei ole ${list(options, ' ega ')}`,
  answered: (question: string) => `küsimusele ${question} on vastatud`,
  unanswered: (question: string) => `küsimusele ${question} ei ole vastatud`,
  atLeast: (question: string, least: string) => `${question} on vähemalt ${least}`,
  atMost: (question: string, most: string) => `${question} on kõige rohkem ${most}`,
  between: (question: string, least: string, most: string) => `${question} on ${least} kuni ${most}`,
  yesNo: { yes: 'Jah', no: 'Ei' },
}
type ConditionMessages = typeof et

const en: ConditionMessages = {
  quote: (words) => `“${words}”`,
  answerIf: (words) => `Answer if ${words}.`,
  appliesIf: (words) => `Applies if ${words}.`,
  and: ' and ',
  or: ' or ',
  is: (question, options) => `${question} is ${list(options, ' or ')}`,
  isNot: (question, options) => `${question} is not ${list(options, ' or ')}`,
  answered: (question) => `${question} is answered`,
  unanswered: (question) => `${question} is not answered`,
  atLeast: (question, least) => `${question} is at least ${least}`,
  atMost: (question, most) => `${question} is at most ${most}`,
  between: (question, least, most) => `${question} is from ${least} to ${most}`,
  yesNo: { yes: 'Yes', no: 'No' },
}

const ru: ConditionMessages = {
  quote: (words) => `«${words}»`,
  answerIf: (words) => `Ответьте, если ${words}.`,
  appliesIf: (words) => `Относится к вам, если ${words}.`,
  and: ' и ',
  or: ' или ',
  is: (question, options) => `ответ на вопрос ${question} – ${list(options, ' или ')}`,
  isNot: (question, options) => `ответ на вопрос ${question} – не ${list(options, ' и не ')}`,
  answered: (question) => `на вопрос ${question} дан ответ`,
  unanswered: (question) => `на вопрос ${question} нет ответа`,
  atLeast: (question, least) => `ответ на вопрос ${question} – не меньше ${least}`,
  atMost: (question, most) => `ответ на вопрос ${question} – не больше ${most}`,
  between: (question, least, most) => `ответ на вопрос ${question} – от ${least} до ${most}`,
  yesNo: { yes: 'Да', no: 'Нет' },
}

export const conditionMessages: Record<Language, ConditionMessages> = { et, en, ru }
