import type { Language } from '#platform/language.ts'

const et = {
  question: 'Küsimus tegevuskava kohta',
  comment: (version: number) => `Kommentaar versioonile ${version}`,
  answered: 'vastatud',
  waits: 'ootab vastust',
  hidden: 'peidetud',
}
export type OwnDataMessages = typeof et

const en: OwnDataMessages = {
  question: 'Question about the action plan',
  comment: (version) => `Comment on version ${version}`,
  answered: 'answered',
  waits: 'waits for an answer',
  hidden: 'hidden',
}

const ru: OwnDataMessages = {
  question: 'Вопрос о плане действий',
  comment: (version) => `Комментарий к версии ${version}`,
  answered: 'отвечено',
  waits: 'ждёт ответа',
  hidden: 'скрыто',
}

export const ownDataMessages: Record<Language, OwnDataMessages> = { et, en, ru }
