import { randomUUID } from 'node:crypto'
import { isPending } from '../log/agenda.ts'
import { decisionOn, isAdopted } from '../log/decision.ts'
import { currentItem, type StepTable } from './step.ts'

const decides: ReadonlySet<string> = new Set(['decision', 'regulation', 'no-confidence', 'election'])

/** The agenda and its items. */
export const agendaSteps = {
  'open-item': { events: (_, { item }) => [{ kind: 'item-opened', itemId: item }] },
  'close-debate': {
    about: 'item',
    events: (state) => [{ kind: 'debate-closed', itemId: currentItem(state) }],
  },
  'conclude-item': {
    about: 'item',
    whyNot: (state, { outcome, committee }, { committees }) => {
      if (outcome === 'sent-to-committee' && !committees.has(committee)) return 'unknownBody'
      const item = state.items.get(currentItem(state))
      if (item === undefined || !decides.has(item.kind)) return null
      // Adopted it is decided, and nothing else: its act is out already.
      return isAdopted(state, item) === (outcome === 'decided') ? null : 'otherResult'
    },
    events: (state, { outcome, committee }) => {
      const item = state.items.get(currentItem(state))
      const voteId = item === undefined ? null : (decisionOn(state, item)?.id ?? null)
      const committeeId = outcome === 'sent-to-committee' ? committee : null
      return [{ kind: 'item-concluded', itemId: currentItem(state), outcome, voteId, committeeId }]
    },
  },
  'close-to-public': {
    about: 'item',
    needs: ['reason'],
    events: (state, { reason }) => [{ kind: 'item-closed-to-public', itemId: currentItem(state), basis: reason }],
  },
  'open-to-public': {
    about: 'item',
    events: (state) => [{ kind: 'item-opened-to-public', itemId: currentItem(state) }],
  },
  'remove-item': {
    needs: ['reason'],
    events: (_, { item, reason }) => [
      { kind: 'item-removed', itemId: item, reason, moverPersonId: null, voteId: null },
    ],
  },
  'move-item': {
    needs: ['item'],
    events: (_, { item, before, reason }) => [
      {
        kind: 'item-moved',
        itemId: item,
        before: before === '' ? null : before,
        reason: reason.length < 3 ? null : reason,
      },
    ],
  },
  'rename-item': {
    needs: ['item', 'words'],
    events: (_, { item, words }) => [{ kind: 'item-renamed', itemId: item, title: words }],
  },
  'merge-items': {
    needs: ['item', 'items', 'words'],
    events: (_, { item, items, words }) => [{ kind: 'items-merged', itemId: item, mergedIds: items, title: words }],
  },
  'add-item': {
    needs: ['words', 'reason'],
    // A form sent twice adds one item.
    whyNot: (state, { words }) => {
      const isThere = [...state.items.values()].some(
        (item) => item.added !== null && item.title === words && isPending(item),
      )
      return isThere ? 'alreadySo' : null
    },
    events: (_, { words, kind, reason }) => [
      {
        kind: 'item-added',
        itemId: randomUUID(),
        title: words,
        itemKind: kind,
        visibility: 'public',
        parentId: null,
        before: null,
        reason,
        moverPersonId: null,
        late: true,
        voteId: null,
      },
    ],
  },
} satisfies StepTable
