import { formatDay, type LocalDate } from '#platform/format.ts'
import { readText, type Language, type LocalText } from '#platform/language.ts'

/** What a ready answer may leave open. */
export const placeholders = ['number', 'due'] as const

/** The names in braces that mean nothing here. */
export function unknownPlaceholders(text: string): string[] {
  const found = [...text.matchAll(/\{([^{}\n]{0,40})\}/g)].map(([, name]) => name!)
  return found.filter((name) => !(placeholders as readonly string[]).includes(name))
}

/** A ready answer for one report, in its sender's language. */
export function fillTemplate(
  text: LocalText,
  report: { number: number; fixDue: LocalDate | null; language: Language },
): string {
  const due = report.fixDue === null ? '–' : formatDay(report.fixDue, report.language)
  return readText(text, report.language).text.replaceAll('{number}', String(report.number)).replaceAll('{due}', due)
}
