import type { MeetingState } from '../log/state.ts'
import { currentItem, type StepTable } from './step.ts'

/** Beside the one whose seat it is; at the end where nobody is replaced. */
function sortKeyFor(state: MeetingState, replaces: string | undefined): string {
  const seat = state.people.get(replaces ?? '')
  return seat === undefined ? `9${state.people.size}` : `${seat.sortKey}a`
}

/** Who is here, who sits, who presides, who is barred. */
export const peopleSteps = {
  arrive: {
    events: (_, { person, channel }) => [{ kind: 'arrived', personId: person, channel, source: 'clerk' }],
  },
  leave: { events: (_, { person }) => [{ kind: 'left', personId: person, source: 'clerk' }] },
  excuse: { events: (_, { person }) => [{ kind: 'excused', personId: person }] },
  disconnect: { events: (_, { person }) => [{ kind: 'disconnected', personId: person, source: 'clerk' }] },
  reconnect: { events: (_, { person }) => [{ kind: 'reconnected', personId: person, source: 'clerk' }] },
  bar: {
    about: 'item',
    events: (state, { person }) => [{ kind: 'recused', itemId: currentItem(state), personId: person, hasNote: false }],
  },
  unbar: {
    about: 'item',
    events: (state, { person }) => [{ kind: 'recusal-ended', itemId: currentItem(state), personId: person }],
  },
  'recusals-asked': {
    about: 'item',
    events: (state) => [{ kind: 'recusals-asked', itemId: currentItem(state) }],
  },
  'take-chair': {
    about: 'item',
    needs: ['person'],
    events: (state, { person, scope }) => [
      { kind: 'chair-taken', personId: person, itemId: scope === 'item' ? state.currentItemId : null },
    ],
  },
  entitle: {
    needs: ['person'],
    whyNot: (state, { person, replaces }, { persons }) => {
      if (!persons.has(person) && !state.people.has(person)) return 'unknownPerson'
      return replaces === '' || state.people.get(replaces)?.kind === 'member' ? null : 'unknownPerson'
    },
    events: (state, { person, replaces }) => [
      {
        kind: 'member-entitled',
        personId: person,
        sortKey: state.people.get(person)?.sortKey ?? sortKeyFor(state, replaces),
        votingRight: true,
        replaces: replaces === '' ? null : replaces,
      },
    ],
  },
  'end-mandate': { events: (_, { person }) => [{ kind: 'mandate-ended', personId: person }] },
  'admit-guest': {
    needs: ['person'],
    whyNot: (state, { person, items }, { persons }) => {
      if (!persons.has(person)) return 'unknownPerson'
      return items.every((itemId) => state.items.has(itemId)) ? null : 'unknownItem'
    },
    events: (state, { person, items }) => [
      {
        kind: 'guest-admitted',
        personId: person,
        sortKey: sortKeyFor(state, undefined),
        itemIds: items.length === 0 ? null : items,
      },
    ],
  },
} satisfies StepTable
