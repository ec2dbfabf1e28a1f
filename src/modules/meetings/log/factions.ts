import type { LocalText } from '#platform/language.ts'
import { spokenSeconds } from './speaking.ts'
import type { MeetingSetup, MeetingState, SetupFaction } from './state.ts'

type Kept = Pick<MeetingSetup, 'factions'>

/** The faction of a person in this meeting; meetings that were held before factions were kept have none. */
export function factionOf({ factions = [] }: Kept, personId: string): SetupFaction | null {
  return factions.find(({ personIds }) => personIds.includes(personId)) ?? null
}

export type FactionTime = {
  faction: SetupFaction
  /** Of the faction, those who had a mandate when the meeting was called to order. */
  members: number
  /** Seconds that the statute gives it for one item; null: no limit. */
  budget: number | null
  seconds: number
  isSpeaking: boolean
}

/** How long a faction's members may speak on one item altogether, by the statute. */
export function budgetOf(setup: MeetingSetup, members: number): number | null {
  const rule = setup.statute.speaking.factions
  if (rule === undefined) return null
  return rule.budget.kind === 'fixed' ? rule.budget.seconds : rule.budget.seconds * members
}

/**
 * How long the factions have spoken on an item, pauses left out, and what they may; without `now` only speeches that
 * are over. Kinds of speech that the statute does not count are nobody's.
 */
export function factionTimes(state: MeetingState, itemId: string, now: Date | null): FactionTime[] {
  const { setup } = state
  const seated = new Set(setup.members.map(({ personId }) => personId))
  return (setup.factions ?? []).map((faction) => {
    const speeches = countedSpeeches(state, itemId).filter(({ personId }) => faction.personIds.includes(personId))
    const members = faction.personIds.filter((personId) => seated.has(personId)).length
    return {
      faction,
      members,
      budget: budgetOf(setup, members),
      seconds: speeches
        .filter(({ endedAt }) => now !== null || endedAt !== null)
        .reduce((sum, speech) => sum + spokenSeconds(speech, now ?? speech.endedAt!), 0),
      isSpeaking: speeches.some(({ id }) => id === state.speakingId),
    }
  })
}

/** Speeches on an item of the kinds that count. */
export function countedSpeeches(state: MeetingState, itemId: string) {
  const left = state.setup.statute.speaking.factions?.notCounted ?? []
  const speeches = (state.items.get(itemId)?.speechIds ?? []).flatMap((id) => state.speeches.get(id) ?? [])
  return speeches.filter(({ type }) => !left.includes(type))
}

/** Whether the faction of whoever asks to speak has used up its time on the item. */
export function isOverBudget(state: MeetingState, speechId: string, now: Date): boolean {
  const speech = state.speeches.get(speechId)
  if (speech === undefined || state.setup.statute.speaking.factions?.notCounted?.includes(speech.type)) return false
  const own = factionTimes(state, speech.itemId, now).find(({ faction }) => faction.personIds.includes(speech.personId))
  return own !== undefined && own.budget !== null && own.seconds >= own.budget
}

const choices = ['for', 'against', 'abstained', 'didNotVote'] as const
type ByName = Readonly<Record<(typeof choices)[number], readonly string[]>>
export type FactionCounts = {
  /** Null: members of no faction. */
  name: LocalText | null
  counts: Record<(typeof choices)[number], number>
}

/** How factions voted, worked out from who voted how; null where there were none. */
export function countsByFaction(setup: Kept, byName: ByName): FactionCounts[] | null {
  if (setup.factions === undefined || setup.factions.length === 0) return null
  const countsOf = (isTheirs: (personId: string) => boolean): FactionCounts['counts'] => ({
    for: byName.for.filter(isTheirs).length,
    against: byName.against.filter(isTheirs).length,
    abstained: byName.abstained.filter(isTheirs).length,
    didNotVote: byName.didNotVote.filter(isTheirs).length,
  })
  const all = [
    ...setup.factions.map(({ id, name }) => ({
      name,
      counts: countsOf((personId) => factionOf(setup, personId)?.id === id),
    })),
    { name: null, counts: countsOf((personId) => factionOf(setup, personId) === null) },
  ]
  return all.filter(({ counts }) => choices.some((choice) => counts[choice] > 0))
}
