import type { FormState } from '#platform/forms.ts'
import type { MeetingState } from '../../log/state.ts'
import type { Meeting } from '../../queries/meetings.ts'
import type { Seat } from '../../take-part.ts'

/** What every part of a member's screen is made of. */
export type SeatParts = {
  meeting: Meeting
  state: MeetingState
  seat: Seat
  /** The newest text of each draft, by item. */
  drafts: ReadonlyMap<string, string>
  form: FormState
}
