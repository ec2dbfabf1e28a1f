import type { RecordedEvent } from './events.ts'
import { readText, type Language, type LocalText } from './language.ts'
import type { EventWords } from './module.ts'

type Say = (event: RecordedEvent, language: Language) => { sentence: string; path: string | null }

const words = new Map<string, Say>()
const roleWords = new Map<string, LocalText>([
  ['administrator', { et: 'administraator', en: 'administrator', ru: 'администратор' }],
  ['official', { et: 'ametnik', en: 'official', ru: 'чиновник' }],
  ['resident', { et: 'elanik', en: 'resident', ru: 'житель' }],
  ['system', { et: 'süsteem', en: 'the system', ru: 'система' }],
  ['anonymous', { et: 'külaline', en: 'visitor', ru: 'посетитель' }],
])

/** Said once by the composition: how modules' events and roles read. */
export function offerWords(events: readonly EventWords[], roles: Readonly<Record<string, LocalText>>): void {
  for (const module of events) {
    for (const [type, say] of Object.entries(module)) words.set(type, say as Say)
  }
  for (const [role, label] of Object.entries(roles)) roleWords.set(role, label)
}

/** What happened, in the reader's language, and where it can be seen. */
export function sayEvent(event: RecordedEvent, language: Language): { sentence: string; path: string | null } {
  return words.get(event.type)?.(event, language) ?? { sentence: event.type, path: null }
}

export function sayRole(role: string, language: Language): string {
  const label = roleWords.get(role)
  return label === undefined ? role : readText(label, language).text
}
