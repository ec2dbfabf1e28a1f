/** A document as the plan's reader sees it, wherever it came from: paragraphs, and rows of cells of paragraphs. */
export type Block = { kind: 'paragraph'; text: string } | { kind: 'row'; cells: string[][] }

export const readRefusals = ['unreadable', 'tooLarge', 'unsupportedType', 'empty'] as const
export type ReadRefusal = (typeof readRefusals)[number]

export type ReadDocument =
  | { ok: true; format: 'text' | 'docx' | 'html'; blocks: Block[] }
  | { ok: false; refusal: ReadRefusal }

/** One line of plain text: every kind of space is a space, and marks that do not print are gone. */
export function plainLine(text: string): string {
  return text
    .replaceAll(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}
