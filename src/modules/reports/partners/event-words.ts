import type { Language } from '#platform/language.ts'
import type { EventWords } from '#platform/module.ts'
import { reportPaths } from '../paths.ts'

const handed: Record<Language, (n: number, partner: string) => string> = {
  et: (n, partner) => `Vald andis teate ${n} edasi: ${partner}`,
  en: (n, partner) => `The municipality handed report ${n} over: ${partner}`,
  ru: (n, partner) => `Волость передала сообщение ${n}: ${partner}`,
}

export const partnerEventWords: EventWords = {
  'reports.handed-over': ({ facts }, language) => ({
    sentence: handed[language](facts.number, facts.partner),
    path: `${reportPaths.report(facts.number)}#lugu`,
  }),
}
