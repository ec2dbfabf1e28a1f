import type { Block } from './block.ts'
import {
  columns,
  columnTitled,
  splitHeading,
  splitNumber,
  withoutFullStop,
  type Cells,
  type Column,
  type Outline,
  type OutlineEntry,
} from './outline.ts'

type Places = Partial<Record<Column, number>>

/** Where the header row says that each column stands; a row is a header when it names at least two of them. */
function headerPlaces(cells: readonly string[][]): Places | undefined {
  const places: Places = {}
  for (const [index, cell] of cells.entries()) {
    const column = columnTitled(cell.join(' '))
    if (column !== undefined) places[column] ??= index
  }
  return Object.keys(places).length >= 2 && places.text !== undefined ? places : undefined
}

function isNumberOnly(text: string): boolean {
  return splitNumber(text)?.rest === ''
}

/** Without a header: the four columns in their usual order, after a column of numbers where there is one. */
function usualPlaces(cells: readonly string[][]): Places {
  const first = isNumberOnly((cells[0] ?? []).join(' ')) ? 1 : 0
  return { text: first, deadline: first + 1, parties: first + 2, fulfilment: first + 3 }
}

function cellsAt(places: Places, row: readonly string[][]): Cells {
  const cell = (column: Column) => row[places[column] ?? -1] ?? []
  return {
    text: cell('text'),
    deadline: cell('deadline'),
    parties: cell('parties'),
    fulfilment: cell('fulfilment'),
  }
}

function headingFrom(text: string): OutlineEntry {
  return { kind: 'heading', ...(splitHeading(text) ?? { title: withoutFullStop(text) }) }
}

function readActivity(places: Places, row: readonly string[][]): OutlineEntry & { kind: 'activity' } {
  const cells = cellsAt(places, row)
  const ownNumber = row
    .slice(0, places.text ?? 0)
    .map((cell) => splitNumber(cell.join(' ')))
    .find((split) => split?.rest === '')
  const [first, ...more] = cells.text
  const split = first === undefined ? undefined : splitNumber(first)
  const text = split ? [split.rest, ...more].filter((paragraph) => paragraph !== '') : cells.text
  const number = split?.number ?? ownNumber?.number
  return {
    kind: 'activity',
    ...(number === undefined ? {} : { number }),
    cells: { ...cells, text },
    boundaryGuessed: false,
  }
}

/** A page break inside a row leaves its rest in a row without an activity. */
function append(entry: OutlineEntry | undefined, rest: Cells): void {
  if (entry?.kind !== 'activity') return
  for (const column of columns) entry.cells[column] = [...entry.cells[column], ...rest[column]]
}

/** Reads a real table; headings stand in rows of their own or as paragraphs between tables. */
export function outlineOfTable(blocks: readonly Block[]): Outline {
  const entries: OutlineEntry[] = []
  let front: string[] = []
  let between: string[] = []
  let places: Places | undefined
  let hasTableHeader = false

  const takeHeadingBetween = () => {
    const last = between.at(-1)
    const isFirst = entries.length === 0
    if (last !== undefined && !(isFirst && /tegevuskava/iu.test(last))) {
      entries.push(headingFrom(last))
      between = between.slice(0, -1)
    }
    if (isFirst) front = [...front, ...between]
    between = []
  }
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (block.text !== '') between.push(block.text)
      continue
    }
    const filled = block.cells.filter((cell) => cell.length > 0)
    if (filled.length === 0) continue
    const header = headerPlaces(block.cells)
    takeHeadingBetween()
    if (header) {
      places = header
      hasTableHeader = true
      continue
    }
    const known = places ?? usualPlaces(block.cells)
    const activity = readActivity(known, block.cells)
    const only = filled.length === 1 ? filled[0]!.join(' ') : undefined
    if (activity.number === undefined && only !== undefined && block.cells[0]!.length > 0) {
      entries.push(headingFrom(only))
    } else if (activity.number === undefined && activity.cells.text.length === 0) append(entries.at(-1), activity.cells)
    else entries.push(activity)
  }
  return { front, entries, hasTableHeader }
}
