import type { Language } from '../language.ts'

/** Paths are without language; they become whole addresses when the letter is sent. */
export type LetterBlock =
  | { paragraph: string }
  | { heading: string; path?: string }
  | { lines: readonly { text: string; path?: string }[] }
  | { button: string; path: string }

/** What a letter says, in one language. Plain text throughout: nothing in it is markup. */
export type Letter = { language: Language; subject: string; blocks: readonly LetterBlock[] }

const longestSubject = 200

/** One line without control characters: what stands in a header can never begin another. */
export function oneLine(text: string, longest = longestSubject): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters that must not get through
  const line = text.replaceAll(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/gu, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`
}
