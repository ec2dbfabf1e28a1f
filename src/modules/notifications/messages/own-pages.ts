import type { Language } from '#platform/language.ts'

const et = { inbox: 'Teavitused', preferences: 'Teavituste eelistused ja jälgimised' }
export type OwnPageMessages = typeof et

const en: OwnPageMessages = { inbox: 'Notices', preferences: 'Preferences of notices, and what I follow' }
const ru: OwnPageMessages = { inbox: 'Уведомления', preferences: 'Настройки уведомлений и отслеживание' }

export const ownPageMessages: Record<Language, OwnPageMessages> = { et, en, ru }
