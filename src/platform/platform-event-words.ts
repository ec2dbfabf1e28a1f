import type { EventWords } from './module.ts'

const seeded = { et: 'Näidissisu lisati', en: 'Demo content was added', ru: 'Добавлено демонстрационное содержание' }

export const platformEventWords: EventWords = {
  'platform.demo-seeded': (_event, language) => ({ sentence: seeded[language], path: null }),
}
