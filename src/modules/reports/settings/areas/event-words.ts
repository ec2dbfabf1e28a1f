import type { EventWords } from '#platform/module.ts'
import { areaMessages } from './messages.ts'

export const areaEventWords: EventWords = {
  'reports.area-changed': ({ facts }, language) => ({ sentence: areaMessages[language].saved(facts.name), path: null }),
}
