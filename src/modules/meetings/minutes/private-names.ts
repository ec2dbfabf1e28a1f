/** How somebody who is no public figure stands in the version for everybody (AvTS § 12 lg 3¹). */
export type PrivateNames = 'word' | 'initials'

const marked = /\[\[([^[\]\n]{1,200})\]\]/gu

/** Whether every mark is closed in the line in which it was opened, and none is empty or stands in another. */
export const isMarkedWell = (text: string): boolean =>
  !/\[\[|\]\]/u.test(text.replaceAll(marked, (_, name: string) => (name.trim() === '' ? '[[' : '')))

/** How many names somebody has marked. */
export const countMarked = (text: string): number => text.match(marked)?.length ?? 0

/** The text for those who may read the names: without the marks. */
export const withNames = (text: string): string => text.replaceAll(marked, (_, name: string) => name.trim())

/**
 * The text for everybody: a word stands for each marked name. A mark that was never closed takes the rest of its line
 * with it, for nobody can tell where the name ends.
 */
export function withoutNames(text: string, how: PrivateNames): string {
  return text
    .replaceAll(marked, (_, name: string) => (how === 'initials' ? initialsOf(name) : 'eraisik'))
    .replaceAll(/\[\[.*$/gmu, 'eraisik')
    .replaceAll(/^.*\]\]/gmu, 'eraisik')
}

function initialsOf(name: string): string {
  const parts = name.trim().split(/[\s-]+/u)
  return parts.map((part) => `${[...part][0]?.toLocaleUpperCase('et') ?? ''}.`).join(' ')
}
