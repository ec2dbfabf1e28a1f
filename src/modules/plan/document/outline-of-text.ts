import type { Block } from './block.ts'
import { cutIntoCells, type LooseParagraph } from './cell-boundaries.ts'
import {
  chapterOf,
  columnTitled,
  splitHeading,
  splitNumber,
  withoutFullStop,
  type Outline,
  type OutlineEntry,
} from './outline.ts'

type OpenActivity = { number: string; paragraphs: LooseParagraph[] }

/** In running text only a capital letter after the number tells an activity from "2.5 miljonit" or "15.10. kuni". */
function activityStart(text: string): { number: string; rest: string } | undefined {
  const split = splitNumber(text)
  return split !== undefined && /^["„«]?\p{Lu}/u.test(split.rest) ? split : undefined
}

/** A numbered line opens a chapter when the table's header or the first activity of another chapter follows it. */
function headingAt(texts: readonly string[], index: number, chapter: number | undefined) {
  const heading = splitHeading(texts[index]!)
  if (heading === undefined || activityStart(texts[index]!) !== undefined) return undefined
  const next = texts.slice(index + 1, index + 4).find((text) => text !== '')
  if (next === undefined) return undefined
  const start = activityStart(next)
  const opensChapter = columnTitled(next) !== undefined || (start && chapterOf(start.number) !== chapter)
  return opensChapter ? heading : undefined
}

/** Reads a table that was saved as plain text: every cell has become paragraphs, and the cells' borders are gone. */
export function outlineOfText(blocks: readonly Block[]): Outline {
  const texts = blocks.map((block) => (block.kind === 'row' ? block.cells.flat().join(' ') : block.text))
  const front: string[] = []
  const entries: OutlineEntry[] = []
  let open: OpenActivity | undefined
  let headingWaits = false
  let lastBeforeHeader: { text: string; takeBack: () => void } | undefined
  let hasTableHeader = false
  let afterGap = false

  const close = () => {
    if (open) entries.push({ kind: 'activity', number: open.number, ...cutIntoCells(open.paragraphs) })
    open = undefined
  }
  const takeUnnumberedHeading = () => {
    if (!lastBeforeHeader) return
    lastBeforeHeader.takeBack()
    const title = withoutFullStop(lastBeforeHeader.text)
    close()
    entries.push({ kind: 'heading', title })
  }
  for (const [index, text] of texts.entries()) {
    const chapter = open && chapterOf(open.number)
    const start = activityStart(text)
    const heading = headingAt(texts, index, chapter)
    if (text === '') afterGap = true
    else if (columnTitled(text) !== undefined) {
      hasTableHeader = true
      const holder = open?.paragraphs ?? front.map((line) => ({ text: line, afterGap: false }))
      const isFirstTitle = columnTitled(texts.slice(0, index).findLast((line) => line !== '') ?? '') === undefined
      const last = holder.at(-1)
      if (isFirstTitle && last && holder.length > (open ? 4 : 0)) {
        const list: unknown[] = open?.paragraphs ?? front
        lastBeforeHeader = { text: last.text, takeBack: () => void list.pop() }
      }
    } else if (heading) {
      close()
      entries.push({ kind: 'heading', ...heading })
      headingWaits = true
      lastBeforeHeader = undefined
    } else if (start) {
      const opensChapter = chapterOf(start.number) !== chapter
      if (opensChapter && !headingWaits) takeUnnumberedHeading()
      close()
      open = { number: start.number, paragraphs: [{ text: start.rest, afterGap: false }] }
      headingWaits = false
      lastBeforeHeader = undefined
      afterGap = false
    } else {
      if (open) open.paragraphs.push({ text, afterGap })
      else if (entries.length === 0) front.push(text)
      lastBeforeHeader = undefined
      afterGap = false
    }
  }
  close()
  return { front, entries, hasTableHeader }
}
