import type { EventWords } from '#platform/module.ts'

const words = {
  'notifications.confirmation-asked': {
    et: 'Saadeti aadressi kinnituskiri',
    en: 'A letter to confirm an address was sent',
    ru: 'Отправлено письмо для подтверждения адреса',
  },
  'notifications.address-confirmed': {
    et: 'Meiliaadress kinnitati',
    en: 'A mail address was confirmed',
    ru: 'Подтверждён адрес электронной почты',
  },
  'notifications.follows-changed': {
    et: 'Jälgitavad lehed muutusid',
    en: 'The followed pages changed',
    ru: 'Изменились отслеживаемые страницы',
  },
  'notifications.followers-carried': {
    et: 'Lehe jälgijad viidi teisele lehele',
    en: 'The followers of a page were carried to another',
    ru: 'Следящие за страницей перенесены на другую',
  },
  'notifications.preferences-changed': {
    et: 'Teavituste valikud muutusid',
    en: 'Choices of notifications changed',
    ru: 'Изменился выбор уведомлений',
  },
  'notifications.letters-stopped': {
    et: 'Lugeja loobus kirjadest',
    en: 'A reader stopped letters',
    ru: 'Читатель отказался от писем',
  },
  'notifications.bounce-taken': { et: 'Kiri tuli tagasi', en: 'A letter came back', ru: 'Письмо вернулось' },
  'notifications.mail-sent-again': {
    et: 'Kiri saadeti uuesti',
    en: 'A letter was sent again',
    ru: 'Письмо отправлено снова',
  },
} as const

/** Hidden from the public log; administrators and the person concerned read them. */
export const notificationEventWords: EventWords = Object.fromEntries(
  Object.entries(words).map(([type, say]) => [
    type,
    (_event: unknown, language: 'et' | 'en' | 'ru') => ({ sentence: say[language], path: null }),
  ]),
)
