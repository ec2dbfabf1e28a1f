import type { ComparedCommitment } from '../difference.ts'
import type { VersionRow } from '../queries/versions.ts'

export type Compared = ComparedCommitment & { id: string; name: string; chapterTitle: string }

export type ChapterTitles = { number: string; before: string; after: string }

/** Chapters that both versions have under other titles. */
export function changedChapterTitles(before: readonly Compared[], after: readonly Compared[]): ChapterTitles[] {
  const titles = new Map(before.map(({ chapter, chapterTitle }) => [chapter, chapterTitle]))
  const present = new Map(after.map(({ chapter, chapterTitle }) => [chapter, chapterTitle]))
  return [...present].flatMap(([number, title]) => {
    const old = titles.get(number)
    return old === undefined || old === title ? [] : [{ number, before: old, after: title }]
  })
}

/** 1.2 before 1.10. */
export function compareNumbers(a: string, b: string): number {
  const [chapterA = 0, placeA = 0] = a.split('.').map(Number)
  const [chapterB = 0, placeB = 0] = b.split('.').map(Number)
  return chapterA - chapterB || placeA - placeB
}

type Dated = Pick<VersionRow, 'number' | 'state' | 'inForceFrom'>

function isLater(a: Dated, b: Dated): boolean {
  const [dayA, dayB] = [a.inForceFrom ?? '', b.inForceFrom ?? '']
  return dayA > dayB || (dayA === dayB && a.number > b.number)
}

/** The adopted version that a version replaces or would replace; null where it is the first. */
export function versionBefore<V extends Dated>(versions: readonly V[], version: V): V | null {
  const earlier = versions.filter(
    (one) =>
      one.state === 'adopted' &&
      one.number !== version.number &&
      (version.state !== 'adopted' || isLater(version, one)),
  )
  return earlier.toSorted((a, b) => (isLater(a, b) ? -1 : 1))[0] ?? null
}
