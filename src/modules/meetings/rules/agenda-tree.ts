import type { ItemVisibility } from '../rules.ts'

/** What the tree needs of an item; lists are in the order of their positions. */
export type Node = { id: string; parentId: string | null }
export type Placed<T> = { number: string; depth: number; item: T }

/** An item, what is below it, and what is below that. */
export const deepest = 2

/** The agenda as it is read: each item followed by those below it, numbered `1`, `1.1`, `2`. */
export function inTree<T extends Node>(items: readonly T[]): Placed<T>[] {
  const below = Map.groupBy(items, ({ parentId }) => parentId)
  const walk = (parentId: string | null, prefix: string, depth: number): Placed<T>[] =>
    (below.get(parentId) ?? []).flatMap((item, at) => {
      const number = `${prefix}${at + 1}`
      return [{ number, depth, item }, ...walk(item.id, `${number}.`, depth + 1)]
    })
  return walk(null, '', 0)
}

/** Ids of the item and of all below it. */
export function branchOf(items: readonly Node[], id: string): ReadonlySet<string> {
  const branch = new Set([id])
  for (const { item } of inTree(items)) if (item.parentId !== null && branch.has(item.parentId)) branch.add(item.id)
  return branch
}

/** Where an item may stand: below none of its own branch, and nothing of the branch deeper than the agenda goes. */
export function possibleParents<T extends Node>(items: readonly T[], id: string | null): Placed<T>[] {
  const tree = inTree(items)
  const branch = id === null ? new Set<string>() : branchOf(items, id)
  const ofBranch = tree.filter(({ item }) => branch.has(item.id)).map(({ depth }) => depth)
  const height = ofBranch.length === 0 ? 0 : Math.max(...ofBranch) - Math.min(...ofBranch)
  return tree.filter(({ item, depth }) => !branch.has(item.id) && depth + 1 + height <= deepest)
}

/** The agenda after an item, with its branch, has changed places with its neighbour above or below. */
export function treeMoved<T extends Node>(items: readonly T[], id: string, where: 'up' | 'down'): Placed<T>[] {
  const moved = items.find((item) => item.id === id)
  const siblings = items.filter(({ parentId }) => parentId === moved?.parentId)
  const at = siblings.findIndex((item) => item.id === id)
  const other = siblings[where === 'up' ? at - 1 : at + 1]
  const swapped = items.map((item) => (item.id === id ? (other ?? item) : item.id === other?.id ? moved! : item))
  return inTree(swapped)
}

const strictness: Readonly<Record<ItemVisibility, number>> = { public: 0, closed: 1, internal: 2 }

/** What is below a closed item is no more open than the item itself. */
export const isMoreOpen = (one: ItemVisibility, other: ItemVisibility): boolean => strictness[one] < strictness[other]

/** How far below the first level it stands, by its number. */
export const depthOf = ({ number }: { number: string }): number => number.split('.').length - 1
