import type { Language } from '#platform/language.ts'
import type { EventWords } from '#platform/module.ts'

const anonymised: Record<Language, (count: number) => string> = {
  et: (count) => `Säilitustähtaja järgi eemaldati saatja andmed lõpetatud teadetelt: ${count}`,
  en: (count) => `By the term of keeping, senders’ details were removed from closed reports: ${count}`,
  ru: (count) => `По сроку хранения данные отправителей удалены из завершённых сообщений: ${count}`,
}
const deleted: Record<Language, (n: number) => string> = {
  et: (n) => `Säilitustähtaja järgi kustutati teade ${n}`,
  en: (n) => `By the term of keeping, report ${n} was deleted`,
  ru: (n) => `По сроку хранения удалено сообщение ${n}`,
}

export const retentionEventWords: EventWords = {
  'reports.anonymised': ({ facts }, language) => ({ sentence: anonymised[language](facts.count), path: null }),
  'reports.deleted': ({ facts }, language) => ({ sentence: deleted[language](facts.number), path: null }),
}
