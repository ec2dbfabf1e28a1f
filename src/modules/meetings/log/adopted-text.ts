import { mergeAmendments, type MergedDraft } from '../rules/amendment-order.ts'
import { joinParagraphs, paragraphsOf } from '../rules/paragraphs.ts'
import { amendmentsOf } from './amendments.ts'
import type { MeetingState } from './state.ts'

export type AdoptedText = MergedDraft & {
  text: string
  /** Whether any amendment was accepted. */
  isChanged: boolean
}

/** The draft of an item with the amendments that were accepted: what the vote on the whole is about, and what it adopts. */
export function adoptedText(state: MeetingState, draftWords: string, itemId: string): AdoptedText {
  const accepted = amendmentsOf(state, itemId).filter((amendment) => amendment.state === 'accepted')
  const merged = mergeAmendments(paragraphsOf(draftWords), accepted)
  if (accepted.length === 0) return { ...merged, text: draftWords, isChanged: false }
  return { ...merged, text: joinParagraphs(merged.paragraphs, draftWords), isChanged: true }
}
