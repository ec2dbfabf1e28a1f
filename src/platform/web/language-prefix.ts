import type { Language } from '../language.ts'

/** The language of an address: `/en/…` and `/ru/…`, else Estonian. */
export function languageOf(path: string): Language {
  const found = /^\/(en|ru)(?=\/|$)/.exec(path)?.[1]
  return found === 'en' || found === 'ru' ? found : 'et'
}

export function withoutLanguage(path: string): string {
  return path.replace(/^\/(?:en|ru)(?=\/|$)/, '') || '/'
}
