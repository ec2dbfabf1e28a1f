import { formatNumber } from '#platform/format.ts'
import type { Language } from '#platform/language.ts'

const units: Record<Language, readonly [string, string, string]> = {
  et: ['B', 'KB', 'MB'],
  en: ['B', 'KB', 'MB'],
  ru: ['Б', 'КБ', 'МБ'],
}

/** `1,4 MB`; small numbers with one decimal. */
export function sayFileSize(bytes: number, language: Language): string {
  const [whole, thousand, million] = units[language]
  if (bytes < 1000) return `${bytes} ${whole}`
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, thousand] : [bytes / 1_000_000, million]
  return `${formatNumber(amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount), language)} ${unit}`
}
