import { wordDifference, type Segment } from '#platform/word-difference.ts'

export type ComparedCommitment = {
  number: string
  text: string
  deadlineAsWritten: string
  parties: readonly string[]
  fulfilment: string
  chapter: string
}

export const comparedFields = ['chapter', 'text', 'deadline', 'parties', 'fulfilment'] as const
export type ComparedField = (typeof comparedFields)[number]

export type ChangedCommitment = { number: string; fields: Partial<Record<ComparedField, Segment[]>> }

export type PlanDifference<C extends ComparedCommitment = ComparedCommitment> = {
  added: C[]
  removed: C[]
  renumbered: { from: string; to: string }[]
  /** Under the number in the later version. */
  changed: ChangedCommitment[]
  unchanged: number
}

/** Below this two texts under the same number are two commitments. */
const alikeUnderOneNumber = 0.25
/** Above this two texts under different numbers are one commitment that was moved. */
const alikeElsewhere = 0.6

function trigrams(text: string): Map<string, number> {
  const plain = ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  const counts = new Map<string, number>()
  for (let at = 0; at + 3 <= plain.length; at++) {
    const three = plain.slice(at, at + 3)
    counts.set(three, (counts.get(three) ?? 0) + 1)
  }
  return counts
}

function size(counts: ReadonlyMap<string, number>): number {
  return counts.values().reduce((sum, count) => sum + count, 0)
}

/** Dice's measure on runs of three letters: 1 for the same words, 0 for nothing in common. */
export function likenessOf(one: string, other: string): number {
  const left = trigrams(one)
  const right = trigrams(other)
  const total = size(left) + size(right)
  if (total === 0) return one === other ? 1 : 0
  const common = left.entries().reduce((sum, [three, count]) => sum + Math.min(count, right.get(three) ?? 0), 0)
  return (2 * common) / total
}

function fieldText(commitment: ComparedCommitment, field: ComparedField): string {
  if (field === 'deadline') return commitment.deadlineAsWritten
  if (field === 'parties') return commitment.parties.join(', ')
  return commitment[field]
}

function changedFields(before: ComparedCommitment, after: ComparedCommitment): ChangedCommitment['fields'] {
  const fields: ChangedCommitment['fields'] = {}
  for (const field of comparedFields) {
    const old = fieldText(before, field)
    const young = fieldText(after, field)
    if (old.toLowerCase() !== young.toLowerCase()) fields[field] = wordDifference(old, young)
  }
  return fields
}

/** Pairs under one number first; then, from the most alike, what stands under another number now. */
function pairUp<C extends Pick<ComparedCommitment, 'number' | 'text'>>(
  before: readonly C[],
  after: readonly C[],
): [C, C][] {
  const pairs: [C, C][] = []
  const freeBefore = new Set(before)
  const freeAfter = new Set(after)
  const pair = (old: C, young: C) => {
    pairs.push([old, young])
    freeBefore.delete(old)
    freeAfter.delete(young)
  }
  for (const young of after) {
    const old = [...freeBefore].find(({ number }) => number === young.number)
    if (old && likenessOf(old.text, young.text) >= alikeElsewhere) pair(old, young)
  }
  const candidates = [...freeBefore].flatMap((old) =>
    [...freeAfter].map((young) => ({ old, young, likeness: likenessOf(old.text, young.text) })),
  )
  for (const { old, young, likeness } of candidates.toSorted((a, b) => b.likeness - a.likeness)) {
    const needed = old.number === young.number ? alikeUnderOneNumber : alikeElsewhere
    if (likeness >= needed && freeBefore.has(old) && freeAfter.has(young)) pair(old, young)
  }
  return pairs
}

/**
 * Which known commitment each of a document's words anew. What is alike goes first; what is left keeps its number,
 * since a promise that was rewritten from the ground up under its number is still that promise.
 */
export function pairCommitments<Old, Young>(
  before: readonly { row: Old; number: string; text: string }[],
  after: readonly { row: Young; number: string; text: string }[],
): Map<Young, Old> {
  const pairs = pairUp<{ row: Old | Young; number: string; text: string }>(before, after)
  const known = new Map(pairs.map(([old, young]) => [young.row as Young, old.row as Old]))
  const taken = new Set(known.values())
  for (const { row, number } of after) {
    const old = before.find((one) => one.number === number && !taken.has(one.row))
    if (known.has(row) || old === undefined) continue
    known.set(row, old.row)
    taken.add(old.row)
  }
  return known
}

/** Like `differenceBetween`, for versions whose commitments are known to be the same by their identity. */
export function differenceByIdentity<C extends ComparedCommitment & { id: string }>(
  before: readonly C[],
  after: readonly C[],
): PlanDifference<C> {
  const known = new Map(before.map((old) => [old.id, old]))
  return describe(
    before,
    after,
    new Map(after.flatMap((young) => (known.has(young.id) ? [[young, known.get(young.id)!]] : []))),
  )
}

export function differenceBetween<C extends ComparedCommitment>(
  before: readonly C[],
  after: readonly C[],
): PlanDifference<C> {
  return describe(before, after, new Map(pairUp(before, after).map(([old, young]) => [young, old])))
}

function describe<C extends ComparedCommitment>(
  before: readonly C[],
  after: readonly C[],
  pairs: ReadonlyMap<C, C>,
): PlanDifference<C> {
  const paired = new Set(pairs.values())
  const difference: PlanDifference<C> = {
    added: after.filter((young) => !pairs.has(young)),
    removed: before.filter((old) => !paired.has(old)),
    renumbered: [],
    changed: [],
    unchanged: 0,
  }
  for (const young of after) {
    const old = pairs.get(young)
    if (!old) continue
    const fields = changedFields(old, young)
    const isRenumbered = old.number !== young.number
    if (isRenumbered) difference.renumbered.push({ from: old.number, to: young.number })
    if (Object.keys(fields).length > 0) difference.changed.push({ number: young.number, fields })
    else if (!isRenumbered) difference.unchanged++
  }
  return difference
}
