import type { EnterRefusal } from '../enter-events.ts'
import type { MeetingFacts } from '../log/events.ts'
import type { MeetingState } from '../log/state.ts'
import { agendaSteps } from './agenda.ts'
import { amendmentSteps } from './amendments.ts'
import { blockSteps } from './blocks.ts'
import { correctionSteps } from './corrections.ts'
import { electionSteps } from './elections.ts'
import { floorSteps } from './floor.ts'
import type { LeadGround } from './ground.ts'
import { leadFields, type LeadInput } from './input.ts'
import { paperSteps } from './paper.ts'
import { peopleSteps } from './people.ts'
import { phaseSteps } from './phases.ts'
import type { Step } from './step.ts'
import { newestVote, voteSteps } from './votes.ts'

const table = {
  ...phaseSteps,
  ...peopleSteps,
  ...agendaSteps,
  ...floorSteps,
  ...voteSteps,
  ...paperSteps,
  ...electionSteps,
  ...amendmentSteps,
  ...blockSteps,
  ...correctionSteps,
}
/** What the chair and the secretary can do, one button each. */
export type LeadStep = keyof typeof table

const stepOf = (name: string): Step | undefined =>
  Object.hasOwn(table, name) ? (table as Record<string, Step>)[name] : undefined

/** What is missing in a form, by the step's own needs: field and what to tell of it. */
function missing(input: LeadInput): [field: string, message: string][] {
  const { reason, words, person, persons, more, item, items, text, time, spoiled, got, type, category } = input
  const counts = [
    ['for', input.for],
    ['against', input.against],
    ['abstained', input.abstained],
  ] as const
  // An empty field is no nought: votes are counted, not guessed.
  const uncounted = counts.filter(([, value]) => value === '').map(([field]) => [field, 'countWrong'] as const)
  const found: Record<NonNullable<Step['needs']>[number], readonly (readonly [string, string])[]> = {
    reason: reason.length < 3 ? [['reason', 'reasonMissing']] : [],
    words: words === '' ? [['words', 'wordsMissing']] : [],
    person: person === '' ? [['person', 'personMissing']] : [],
    candidates: persons.length + more.length === 0 ? [['persons', 'personsMissing']] : [],
    item: item === '' ? [['item', 'itemsMissing']] : [],
    items: items.length === 0 ? [['items', 'itemsMissing']] : [],
    text: text === '' ? [['text', 'wordsMissing']] : [],
    time: time === '' ? [['time', 'timeWrong']] : [],
    category: type === 'point-of-order' && category === '' ? [['category', 'invalid']] : [],
    hands: uncounted,
    paper: [
      ...(Object.keys(got).length > 0
        ? Object.entries(got).flatMap(([id, value]) => (value === '' ? [[`got-${id}`, 'countWrong'] as const] : []))
        : uncounted),
      ...(spoiled === '' ? [['spoiled', 'countWrong'] as const] : []),
    ],
  }
  return (stepOf(input.step)?.needs ?? []).flatMap((need) =>
    found[need].map(([field, message]): [string, string] => [field, message]),
  )
}

const titled: ReadonlySet<string> = new Set<LeadStep>(['add-item', 'rename-item', 'merge-items'])
const longestTitle = 500

export const leadInput = leadFields.superRefine((input, check) => {
  if (stepOf(input.step) === undefined) check.addIssue({ code: 'custom', path: ['step'], message: 'invalid' })
  // As long as a title at the desk: the act bears it too.
  if (titled.has(input.step) && input.words.length > longestTitle)
    check.addIssue({ code: 'custom', path: ['words'], message: 'tooLong' })
  for (const [field, message] of missing(input)) check.addIssue({ code: 'custom', path: [field], message })
})

/** Why a step is not what the meeting needs, where the log itself would let it pass. */
export function whyNotStep(state: MeetingState, input: LeadInput, ground: LeadGround): EnterRefusal | null {
  const step = stepOf(input.step)
  if (step?.about === 'item' && input.onItem !== (state.currentItemId ?? '')) return 'movedOn'
  if (step?.about === 'vote' && input.onVote !== (newestVote(state)?.id ?? '')) return 'movedOn'
  return step?.whyNot?.(state, input, ground) ?? null
}

/** The events that one step of the cockpit means, as the meeting stands. */
export const eventsOfStep = (state: MeetingState, input: LeadInput, ground: LeadGround): readonly MeetingFacts[] =>
  stepOf(input.step)?.events(state, input, ground) ?? []
