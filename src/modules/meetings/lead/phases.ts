import type { StepTable } from './step.ts'

/** The course of the meeting as a whole. */
export const phaseSteps = {
  open: { events: () => [{ kind: 'opened' }] },
  'no-quorum': { events: () => [{ kind: 'no-quorum-at-roll-call' }] },
  pause: { events: (_, { reason }) => [{ kind: 'paused', reason: reason.length < 3 ? null : reason, until: null }] },
  resume: { events: () => [{ kind: 'resumed' }] },
  adjourn: { needs: ['reason'], events: (_, { reason }) => [{ kind: 'adjourned', reason, continuesAt: null }] },
  end: { events: () => [{ kind: 'ended' }] },
  override: {
    about: 'item',
    needs: ['reason'],
    // Without a quorum there is no result, whatever reason is given.
    whyNot: (_, { check }) => (check === 'quorum' ? 'noQuorum' : check === 'majority' ? 'unknownRule' : null),
    events: (state, { check, reason }) => [
      { kind: 'overridden', check, voteId: null, itemId: state.currentItemId, reason },
    ],
  },
  note: {
    needs: ['words'],
    // A form sent twice notes once.
    whyNot: ({ notes, currentItemId }, { words }) => {
      const last = notes.at(-1)
      return last?.text === words && last.itemId === currentItemId ? 'alreadySo' : null
    },
    events: (state, { words }) => [{ kind: 'noted', itemId: state.currentItemId, text: words }],
  },
} satisfies StepTable
