// Controls but line breaks and tabs, and the marks that turn the direction of what stands after them.
const unseen = /[^\P{Cc}\n\t]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu
const halves = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** What a person meant to write: composed, without what cannot be seen, without space around it. */
export function cleanText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(halves, '').replace(unseen, '').normalize('NFC').trim()
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/gu, ' ')
}

/** Letters as a person counts them, not as the machine keeps them. */
export function countCharacters(text: string): number {
  return Array.from(text).length
}
