import type { EventKind, EventOf } from '../log/events.ts'

/** How ids of an entry are said. */
export type Known = {
  nameOf: (personId: string) => string
  titleOf: (itemId: string) => string
  questionOf: (voteId: string) => string
  speakerOf: (speechId: string) => string
}
export type Sayings = { readonly [Kind in EventKind]: (event: EventOf<Kind>, known: Known) => string }
