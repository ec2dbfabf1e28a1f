import { randomUUID } from 'node:crypto'
import { votingOrder, type Change, type PlaceInOrder } from '../rules/amendment-order.ts'
import { paragraphsOf } from '../rules/paragraphs.ts'
import { amendmentsOf, amendmentsToVoid } from '../log/amendments.ts'
import type { AmendmentState, MeetingState } from '../log/state.ts'
import type { EnterRefusal } from '../enter-events.ts'
import type { LeadGround } from './ground.ts'
import { legalityOf, whyIllegal } from './legality.ts'
import { currentItem, type StepTable } from './step.ts'
import { openedAtOnce } from './votes.ts'

export type ChangeInput = { change: Change['kind']; paragraph: string; text: string }

/** What somebody filled in, as a change of the draft; `0` stands for the place before the first paragraph. */
export function changeOf({ change, paragraph, text }: ChangeInput): Change {
  if (change === 'delete') return { kind: 'delete', paragraphId: paragraph }
  if (change === 'replace') return { kind: 'replace', paragraphId: paragraph, text }
  return { kind: 'insert', after: paragraph === '0' ? null : paragraph, text }
}

/** Why a change is none of this draft: no such paragraph, no words, or moved already. */
export function whyNotChange(
  state: MeetingState,
  { drafts }: Pick<LeadGround, 'drafts'>,
  { itemId, personId, ...input }: ChangeInput & { itemId: string; personId: string },
): EnterRefusal | null {
  const paragraphs = paragraphsOf(drafts.get(itemId) ?? '')
  if (paragraphs.length === 0) return 'annexMissing'
  const { change, paragraph, text } = input
  if (!(change === 'insert' && paragraph === '0') && !paragraphs.some(({ id }) => id === paragraph))
    return 'noParagraph'
  if (change !== 'delete' && text === '') return 'textMissing'
  const wanted = JSON.stringify(changeOf(input))
  const isDouble = amendmentsOf(state, itemId).some(
    (one) => one.state === 'moved' && one.moverPersonId === personId && JSON.stringify(one.change) === wanted,
  )
  return isDouble ? 'alreadySo' : null
}

/** Amendments that wait for their vote, in the order that is proposed: the most far-reaching first. */
export function proposedOrder(state: MeetingState, draftWords: string, itemId: string): PlaceInOrder[] {
  const isVoid = new Set(amendmentsToVoid(state, itemId).map(({ amendmentId }) => amendmentId))
  const waiting = amendmentsOf(state, itemId).filter(({ id, state: stands }) => stands === 'moved' && !isVoid.has(id))
  return votingOrder(paragraphsOf(draftWords), waiting)
}

/** Amendments are numbered as they were moved. */
export const numberOf = (state: MeetingState, { id, itemId }: Pick<AmendmentState, 'id' | 'itemId'>): number =>
  (state.items.get(itemId)?.amendmentIds.indexOf(id) ?? -1) + 1

/** The minutes are kept in Estonian, and so is the question. */
function questionOn(state: MeetingState, amendment: AmendmentState): string {
  const { change } = amendment
  const what =
    change.kind === 'delete'
      ? `lõik ${change.paragraphId} välja jätta`
      : change.kind === 'replace'
        ? `lõik ${change.paragraphId} uues sõnastuses`
        : change.after === null
          ? 'uus lõik teksti algusse'
          : `uus lõik lõigu ${change.after} järele`
  return `Muudatusettepanek ${numberOf(state, amendment)}: ${what}`
}

/** Amendments (muudatusettepanekud) to the draft of the item that is open. */
export const amendmentSteps = {
  'move-amendment': {
    about: 'item',
    needs: ['person'],
    whyNot: (state, input, ground) =>
      whyNotChange(state, ground, { ...input, itemId: currentItem(state), personId: input.person }),
    events: (state, input) => [
      {
        kind: 'amendment-moved',
        amendmentId: randomUUID(),
        itemId: currentItem(state),
        moverPersonId: input.person,
        change: changeOf(input),
      },
    ],
  },
  'withdraw-amendment': {
    events: (_, { amendment }) => [{ kind: 'amendment-withdrawn', amendmentId: amendment }],
  },
  'vote-on-amendment': {
    about: 'item',
    whyNot: (state, { rule }, ground) => {
      const itemIds = [currentItem(state)]
      return whyIllegal(legalityOf(state, ground, { object: 'amendment', itemIds, rule }))
    },
    events: (state, { amendment: amendmentId, rule, method }) => {
      const amendment = state.amendments.get(amendmentId)
      return openedAtOnce(state, {
        itemIds: [currentItem(state)],
        question: amendment === undefined ? 'Muudatusettepanek' : questionOn(state, amendment),
        object: { kind: 'amendment', amendmentId },
        rule,
        method,
      })
    },
  },
} satisfies StepTable
