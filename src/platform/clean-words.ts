/** A letter, a digit or a sign that is seen; the blanks that count as letters are not. */
const visible = /[^\P{L}\u115F\u1160\u3164\uFFA0]|\p{N}|\p{P}|[^\P{S}\u2800]/u

/**
 * As it was meant: composed letters, no control characters, nothing that turns or hides other text; words of which
 * nothing is seen are none.
 */
export function cleanWords(text: string): string {
  const cleaned = text
    .normalize('NFC')
    .replaceAll(/[^\P{Cc}\n\t]|[\u200B\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .replaceAll(/\n{4,}/g, '\n\n\n')
    .trim()
  return visible.test(cleaned) ? cleaned : ''
}
