import type { LocalText } from '#platform/language.ts'

/** A name with its number before it, in every language that it has. */
export function numbered(number: string, name: LocalText): LocalText {
  return {
    et: `${number} ${name.et}`,
    ...(name.en && { en: `${number} ${name.en}` }),
    ...(name.ru && { ru: `${number} ${name.ru}` }),
  }
}
