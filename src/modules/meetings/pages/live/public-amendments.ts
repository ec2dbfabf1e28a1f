import { adoptedText } from '../../log/adopted-text.ts'
import { amendmentsOf } from '../../log/amendments.ts'
import type { ItemState, MeetingState } from '../../log/state.ts'
import { paragraphsOf } from '../../rules/paragraphs.ts'
import type { PublicAmendment, PublicItem } from './public-meeting.ts'

/** Amendments to an item that everybody may follow, and the draft with those that were accepted. */
export function publicAmendments(
  state: MeetingState,
  { id }: Pick<ItemState, 'id'>,
  draft: string | undefined,
): Pick<PublicItem, 'amendments' | 'merged'> {
  const paragraphs = paragraphsOf(draft ?? '')
  const all = amendmentsOf(state, id)
  const numberOf = (amendmentId: string | null) => {
    const at = all.findIndex((one) => one.id === amendmentId)
    return at === -1 ? null : at + 1
  }
  const amendments = all.map(({ moverPersonId, change, state: stands, voidBecauseOf }, at): PublicAmendment => {
    const paragraph = change.kind === 'insert' ? (change.after ?? '0') : change.paragraphId
    const before = change.kind === 'insert' ? null : (paragraphs.find((one) => one.id === paragraph)?.text ?? null)
    const after = change.kind === 'delete' ? null : change.text
    const because = numberOf(voidBecauseOf)
    return { number: at + 1, moverPersonId, kind: change.kind, paragraph, before, after, state: stands, because }
  })
  const merged = draft === undefined ? null : adoptedText(state, draft, id)
  return {
    amendments,
    merged: merged?.isChanged === true ? { before: draft!, after: merged.text } : null,
  }
}
