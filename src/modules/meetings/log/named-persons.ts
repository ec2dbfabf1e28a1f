import type { MeetingState } from './state.ts'

/** Everybody whose name a page of the meeting may need: those in it, and candidates from outside. */
export function personsNamed(state: MeetingState): string[] {
  const candidates = [...state.elections.values()].flatMap(({ candidateIds }) => candidateIds)
  return [...new Set([...state.people.keys(), ...candidates])]
}
