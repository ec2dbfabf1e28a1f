import type { Paragraph } from './amendment-order.ts'

const blankLine = /\n[^\S\n]*\n/u

/**
 * The paragraphs of a draft, numbered from 1. Where the text has blank lines they part it; otherwise each line is one.
 * A draft does not change while a meeting is held, so a number always means the same paragraph.
 */
export function paragraphsOf(words: string): Paragraph[] {
  const parts = blankLine.test(words) ? words.split(/\n(?:[^\S\n]*\n)+/u) : words.split('\n')
  return parts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text, at) => ({ id: String(at + 1), text }))
}

/** Paragraphs as one text, parted as the draft itself is. */
export function joinParagraphs(paragraphs: readonly Pick<Paragraph, 'text'>[], like: string): string {
  return paragraphs.map(({ text }) => text).join(blankLine.test(like) ? '\n\n' : '\n')
}
