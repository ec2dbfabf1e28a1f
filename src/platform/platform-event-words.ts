import type { EventWords } from './module.ts'

const seeded = { et: 'Näidissisu lisati', en: 'Demo content was added', ru: 'Добавлено демонстрационное содержание' }

const loaded = {
  et: (residents: number) => `Lisati sünteetiline koormus: ${residents} elaniku suurune omavalitsus`,
  en: (residents: number) => `Synthetic load was added: a municipality of ${residents} residents`,
  ru: (residents: number) => `Добавлена синтетическая нагрузка: самоуправление с числом жителей ${residents}`,
}

export const platformEventWords: EventWords = {
  'platform.demo-seeded': (_event, language) => ({ sentence: seeded[language], path: null }),
  'platform.synthetic-loaded': ({ facts }, language) => ({ sentence: loaded[language](facts.residents), path: null }),
}
