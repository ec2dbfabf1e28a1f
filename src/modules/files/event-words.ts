import type { Language } from '#platform/language.ts'
import type { EventWords } from '#platform/module.ts'
import './events.ts'
import { isKind } from './kinds.ts'
import { fileEventMessages } from './messages/events.ts'
import { fileMessages } from './messages/pages.ts'
import { filePaths } from './paths.ts'

const kindIn = (kind: string, language: Language) => (isKind(kind) ? fileMessages[language].kinds[kind] : kind)
const say = (sentence: string) => ({ sentence, path: null })

export const fileEventWords: EventWords = {
  'files.received': (_event, language) => say(fileEventMessages[language].received),
  'files.checked': (_event, language) => say(fileEventMessages[language].checked),
  'files.refused': (_event, language) => say(fileEventMessages[language].refused),
  'files.attached': (_event, language) => say(fileEventMessages[language].attached),
  'files.readers-changed': (_event, language) => say(fileEventMessages[language].readersChanged),
  'files.removed': (_event, language) => say(fileEventMessages[language].removed),
  'files.published': ({ facts }, language) => ({
    sentence: fileEventMessages[language].published(kindIn(facts.kind, language)),
    path: filePaths.page(facts.file),
  }),
  'files.withdrawn': ({ facts }, language) => ({
    sentence: fileEventMessages[language].withdrawn(kindIn(facts.kind, language)),
    path: filePaths.page(facts.file),
  }),
}
