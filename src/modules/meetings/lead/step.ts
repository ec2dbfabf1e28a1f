import type { EnterRefusal } from '../enter-events.ts'
import type { MeetingFacts } from '../log/events.ts'
import type { MeetingState } from '../log/state.ts'
import type { LeadGround } from './ground.ts'
import type { LeadInput } from './input.ts'

/** What a form must not leave empty. */
type Need =
  | 'reason'
  | 'words'
  | 'person'
  | 'candidates'
  | 'item'
  | 'items'
  | 'text'
  | 'time'
  | 'hands'
  | 'paper'
  | 'category'

/** One thing that the chair and the secretary can do from the cockpit: one button, and the events that it means. */
export type Step = {
  /** The step is about what stood on the screen, and about nothing that came after. */
  about?: 'item' | 'vote'
  needs?: readonly Need[]
  /** Why it is not what the meeting needs, where the log itself would let it pass. */
  whyNot?: (state: MeetingState, input: LeadInput, ground: LeadGround) => EnterRefusal | null
  events: (state: MeetingState, input: LeadInput, ground: LeadGround) => readonly MeetingFacts[]
}
export type StepTable = Readonly<Record<string, Step>>

export const currentItem = (state: MeetingState): string => state.currentItemId ?? ''
