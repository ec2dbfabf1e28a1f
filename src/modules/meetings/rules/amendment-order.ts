import { z } from 'zod'

const paragraphId = z.string().min(1)
const text = z.string().min(1).max(20_000)

/** What an amendment (muudatusettepanek) does to one paragraph of a draft. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delete'), paragraphId }),
  z.strictObject({ kind: z.literal('replace'), paragraphId, text }),
  /** After that paragraph, which may be one that another amendment inserts; null: before the first. */
  z.strictObject({ kind: z.literal('insert'), after: paragraphId.nullable(), text }),
])
export type Change = z.infer<typeof changeSchema>

export type Paragraph = { id: string; text: string }
/** In the order in which they were moved. */
export type Amendment = { id: string; change: Change }

export type Reach = { kind: Change['kind']; share: number }
export type PlaceInOrder = { amendmentId: string; reach: Reach; conflictsWith: readonly string[] }

const rankOf: Record<Change['kind'], number> = { delete: 0, replace: 1, insert: 2 }

/**
 * How far an amendment reaches. Deleting a paragraph reaches further than replacing it, replacing further than inserting;
 * within a kind by the share of changed text: of a deletion its share of the draft, of a replacement the words lost and
 * gained among all words before and after, of an insertion its length against the draft with it.
 */
export function reachOf(change: Change, draft: readonly Paragraph[]): Reach {
  const length = (words: string) => wordsOf(words).length
  const total = draft.reduce((sum, paragraph) => sum + length(paragraph.text), 0)
  if (change.kind === 'insert')
    return { kind: 'insert', share: shareOf(length(change.text), total + length(change.text)) }
  const before = draft.find(({ id }) => id === change.paragraphId)?.text ?? ''
  if (change.kind === 'delete') return { kind: 'delete', share: shareOf(length(before), total) }
  const [from, to] = [wordsOf(before), wordsOf(change.text)]
  return {
    kind: 'replace',
    share: shareOf(from.length + to.length - 2 * wordsInCommon(from, to), from.length + to.length),
  }
}

const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
const wordsOf = (words: string) => words.split(/\s+/u).filter((word) => word !== '')

/** Length of the longest common run of words in order, with gaps. */
function wordsInCommon(a: readonly string[], b: readonly string[]): number {
  let previous = Array.from({ length: b.length + 1 }, () => 0)
  for (const word of a) {
    const row = [0]
    for (const [at, other] of b.entries())
      row.push(word === other ? previous[at]! + 1 : Math.max(previous[at + 1]!, row[at]!))
    previous = row
  }
  return previous.at(-1)!
}

/** Only one of the two can stand: both change the same paragraph. Insertions conflict with nothing. */
export function areInConflict(a: Change, b: Change): boolean {
  return a.kind !== 'insert' && b.kind !== 'insert' && a.paragraphId === b.paragraphId
}

/** The most far-reaching first; of equals the one moved earlier. A proposal: the chair decides. */
export function votingOrder(draft: readonly Paragraph[], amendments: readonly Amendment[]): PlaceInOrder[] {
  const placed = amendments.map(({ id, change }) => ({
    amendmentId: id,
    reach: reachOf(change, draft),
    conflictsWith: amendments
      .filter((other) => other.id !== id && areInConflict(change, other.change))
      .map((o) => o.id),
  }))
  return placed.toSorted((a, b) => rankOf[a.reach.kind] - rankOf[b.reach.kind] || b.reach.share - a.reach.share)
}

/** What can no longer be voted on once this one has passed. */
export function voidWhenPassed(passed: Amendment, others: readonly Amendment[]): string[] {
  return others.filter((other) => other.id !== passed.id && areInConflict(passed.change, other.change)).map((o) => o.id)
}

export type MergedParagraph = Paragraph & { changedBy: string | null }
export type MergedDraft = {
  paragraphs: readonly MergedParagraph[]
  deleted: readonly { paragraphId: string; amendmentId: string }[]
  /** Accepted, but against each other: the paragraph keeps its old text until somebody decides. */
  conflicts: readonly { paragraphId: string; amendmentIds: readonly string[] }[]
  /** They name a paragraph that is not in the draft. */
  misplaced: readonly string[]
}

/** The draft with accepted amendments. An inserted paragraph bears its amendment's id. */
export function mergeAmendments(draft: readonly Paragraph[], accepted: readonly Amendment[]): MergedDraft {
  const changing = new Map<string | null, Amendment[]>()
  const inserted = new Map<string | null, Amendment[]>()
  for (const amendment of accepted) {
    const { change } = amendment
    const [places, at] = change.kind === 'insert' ? [inserted, change.after] : [changing, change.paragraphId]
    const list = places.get(at)
    if (list === undefined) places.set(at, [amendment])
    else list.push(amendment)
  }
  const merged = { paragraphs: [] as MergedParagraph[], deleted: [] as { paragraphId: string; amendmentId: string }[] }
  const conflicts: { paragraphId: string; amendmentIds: string[] }[] = []
  const placed = new Set<string>()
  const insertAfter = (at: string | null) => {
    for (const { id, change } of inserted.get(at) ?? []) {
      if (placed.has(id) || change.kind !== 'insert') continue
      placed.add(id)
      place({ id, text: change.text }, id)
    }
  }
  const place = (paragraph: Paragraph, changedBy: string | null) => {
    const changes = changing.get(paragraph.id) ?? []
    for (const { id } of changes) placed.add(id)
    const [only] = changes
    if (changes.length > 1) conflicts.push({ paragraphId: paragraph.id, amendmentIds: changes.map(({ id }) => id) })
    if (changes.length !== 1 || only === undefined) merged.paragraphs.push({ ...paragraph, changedBy })
    else if (only.change.kind === 'replace')
      merged.paragraphs.push({ id: paragraph.id, text: only.change.text, changedBy: only.id })
    else merged.deleted.push({ paragraphId: paragraph.id, amendmentId: only.id })
    insertAfter(paragraph.id)
  }
  insertAfter(null)
  for (const paragraph of draft) place(paragraph, null)
  const misplaced = accepted.filter(({ id }) => !placed.has(id)).map(({ id }) => id)
  return { ...merged, conflicts, misplaced }
}
