import type { Language } from '#platform/language.ts'
import type { EventWords } from '#platform/module.ts'
import { reportsAddress } from '../../paths.ts'
import { announcementMessages } from './messages.ts'

type Facts = { settlement: string; place: string }

const say = ({ settlement, place }: Facts, language: Language, what: 'published' | 'begun' | 'over') => {
  const t = announcementMessages[language]
  const where = place === '' ? t.everywhere.toLowerCase() : place
  return { sentence: t[what](where), path: reportsAddress({ koht: settlement }) }
}

export const announcementEventWords: EventWords = {
  'reports.announced': ({ facts }, language) => say(facts, language, 'published'),
  'reports.announcement-begun': ({ facts }, language) => say(facts, language, 'begun'),
  'reports.announcement-over': ({ facts }, language) => say(facts, language, 'over'),
}
