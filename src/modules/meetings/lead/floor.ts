import { randomUUID } from 'node:crypto'
import { isOverBudget } from '../log/factions.ts'
import { currentItem, type StepTable } from './step.ts'

/** The floor: who asked for it, who has it, and the clock. */
export const floorSteps = {
  'ask-floor': {
    about: 'item',
    needs: ['person', 'category'],
    // A form sent twice asks once.
    whyNot: (state, { person, type }) => {
      const waiting = [...state.waiting].map((speechId) => state.speeches.get(speechId)!)
      const isAsked = waiting.some(
        (one) => one.personId === person && one.type === type && one.itemId === currentItem(state),
      )
      return isAsked ? 'alreadySo' : null
    },
    events: (state, { person, type, category }) => [
      {
        kind: 'floor-requested',
        speechId: randomUUID(),
        itemId: currentItem(state),
        personId: person,
        type,
        category: type === 'point-of-order' && category !== '' ? category : null,
      },
    ],
  },
  'drop-request': { events: (_, { speech }) => [{ kind: 'floor-request-withdrawn', speechId: speech }] },
  'give-floor': {
    events: (state, { speech }, { now }) => [
      { kind: 'floor-given', speechId: speech, ...(isOverBudget(state, speech, now) ? { overBudget: true } : {}) },
    ],
  },
  'pause-speech': { events: (_, { speech }) => [{ kind: 'speech-paused', speechId: speech }] },
  'resume-speech': { events: (_, { speech }) => [{ kind: 'speech-resumed', speechId: speech }] },
  'end-speech': { events: (state) => [{ kind: 'speech-ended', speechId: state.speakingId ?? '' }] },
} satisfies StepTable
