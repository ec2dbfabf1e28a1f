import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '#platform/language.ts'
import { uiMessages, type UiMessages } from '#ui/messages.ts'

/** In which language and time zone a page is read; the layouts provide it from the frame. */
export type Reader = { language: Language; timeZone: string }

export const ReaderContext = createContext<Reader>({ language: 'et', timeZone: 'Europe/Tallinn' })

export function useReader(): Reader & { words: UiMessages } {
  const reader = useContext(ReaderContext)
  return { ...reader, words: uiMessages[reader.language] }
}
