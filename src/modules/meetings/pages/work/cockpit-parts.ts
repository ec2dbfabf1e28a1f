import type { FormState } from '#platform/forms.ts'
import type { MeetingState } from '../../log/state.ts'
import type { Meeting } from '../../queries/meetings.ts'

/** What every part of the cockpit is made of. */
export type CockpitParts = {
  meeting: Meeting
  state: MeetingState
  /** Names of everybody in the meeting. */
  names: ReadonlyMap<string, string>
  form: FormState
}
