import type { Language } from '#platform/language.ts'

const et = {
  confirm: (title: string) => `Kinnita tõend: ${title}`,
  confirmAction: 'Vaata ja kinnita',
  question: 'Vasta elaniku küsimusele',
  comment: 'Vasta ettepanekule kavandi kohta',
  answerAction: 'Vasta',
  late: 'Lubadus on hilinenud',
  dueSoon: 'Lubaduse tähtaeg läheneb',
  proveAction: 'Lisa tõend',
}
export type TaskWords = typeof et

const en: TaskWords = {
  confirm: (title) => `Confirm evidence: ${title}`,
  confirmAction: 'Look and confirm',
  question: 'Answer a resident’s question',
  comment: 'Answer a comment on the draft',
  answerAction: 'Answer',
  late: 'A commitment is late',
  dueSoon: 'A commitment falls due soon',
  proveAction: 'Add evidence',
}

const ru: TaskWords = {
  confirm: (title) => `Подтвердите доказательство: ${title}`,
  confirmAction: 'Посмотреть и подтвердить',
  question: 'Ответьте на вопрос жителя',
  comment: 'Ответьте на предложение к проекту',
  answerAction: 'Ответить',
  late: 'Обещание просрочено',
  dueSoon: 'Близится срок обещания',
  proveAction: 'Добавить доказательство',
}

export const taskMessages: Record<Language, TaskWords> = { et, en, ru }
