/** Estonian is the official language and the unprefixed one; the others are translations for information. */
export const languages = ['et', 'en', 'ru'] as const
export type Language = (typeof languages)[number]

export function isLanguage(value: string): value is Language {
  return (languages as readonly string[]).includes(value)
}

/** Officials' content. `behind` names the translations that were not touched when the Estonian text last changed. */
export type LocalText = { et: string; en?: string; ru?: string; behind?: Exclude<Language, 'et'>[] }

/** What a module says in each of the languages. */
export const inAllLanguages = (say: (language: Language) => string): LocalText => ({
  et: say('et'),
  en: say('en'),
  ru: say('ru'),
})

export type ReadText = { text: string; language: Language; behind: boolean }

/** The text in the reader's language, else the Estonian original, with what the reader must know about it. */
export function readText(content: LocalText, language: Language): ReadText {
  const text = content[language]
  if (language === 'et' || text === undefined || text === '') return { text: content.et, language: 'et', behind: false }
  return { text, language, behind: content.behind?.includes(language) ?? false }
}

/** A saved revision: a translation left as it was while the Estonian text changed is marked as behind. */
export function reviseText(before: LocalText | undefined, after: Omit<LocalText, 'behind'>): LocalText {
  const revised: LocalText = { et: after.et }
  const behind: Exclude<Language, 'et'>[] = []
  for (const language of ['en', 'ru'] as const) {
    const text = after[language]
    if (text === undefined || text === '') continue
    revised[language] = text
    const untouched = before?.[language] === text
    const wasBehind = before?.behind?.includes(language) ?? false
    if (untouched && (wasBehind || before?.et !== after.et)) behind.push(language)
  }
  return behind.length === 0 ? revised : { ...revised, behind }
}
