import { z } from 'zod'
import { changeSchema } from '../rules/amendment-order.ts'
import { id } from './meeting-facts.ts'

const reason = z.string().min(3).max(2000)
const votes = z.number().int().min(0)
export const voteMethods = ['hands', 'named', 'roll-call', 'secret'] as const
export const choices = ['for', 'against', 'abstained'] as const
const choice = z.enum(choices)

/** What is voted on. */
const voteObject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draft') }),
  z.strictObject({ kind: z.literal('agenda') }),
  z.strictObject({ kind: z.literal('procedure') }),
  z.strictObject({ kind: z.literal('no-confidence') }),
  /** Of a member of the government: bars do not touch it, KOKS § 17(6). */
  z.strictObject({ kind: z.literal('confirmation') }),
  z.strictObject({ kind: z.literal('amendment'), amendmentId: id }),
  z.strictObject({
    kind: z.literal('election'),
    electionId: id,
    /** Name of an election rule of the statute. */
    rule: z.string(),
    candidateIds: z.array(id).min(1),
  }),
])

const tally = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choices'), for: votes, against: votes, abstained: votes, spoiled: votes }),
  z.strictObject({ kind: z.literal('candidates'), votes: z.record(id, votes), spoiled: votes }),
])

const cast = { voteId: id, personId: id, choice, channel: z.enum(['self', 'clerk']) }

export const voteFacts = [
  z.strictObject({
    kind: z.literal('vote-prepared'),
    voteId: id,
    /** Several items make a block vote; none is a vote on procedure outside items. */
    itemIds: z.array(id),
    question: z.string().min(1).max(4000),
    object: voteObject,
    method: z.enum(voteMethods),
    /** Name of a majority rule of the statute. */
    rule: z.string(),
  }),
  z.strictObject({ kind: z.literal('vote-opened'), voteId: id, rollCallFrom: id.nullable() }),
  z.strictObject({ kind: z.literal('vote-cast'), ...cast }),
  z.strictObject({ kind: z.literal('vote-changed'), ...cast }),
  z.strictObject({ kind: z.literal('roll-call-skipped'), voteId: id, personId: id }),
  z.strictObject({ kind: z.literal('entitled-added'), voteId: id, personId: id }),
  /** The hands as the clerk counted them, without names. */
  z.strictObject({ kind: z.literal('hands-counted'), voteId: id, for: votes, against: votes, abstained: votes }),
  z.strictObject({ kind: z.literal('ballot-handed-out'), voteId: id, personId: id }),
  z.strictObject({ kind: z.literal('vote-closed'), voteId: id }),
  z.strictObject({
    kind: z.literal('paper-counted'),
    voteId: id,
    counter: z.literal([1, 2]),
    counterPersonId: id,
    tally,
  }),
  z.strictObject({ kind: z.literal('paper-agreed'), voteId: id }),
  z.strictObject({ kind: z.literal('paper-disagreed'), voteId: id }),
  z.strictObject({ kind: z.literal('lot-drawn'), electionId: id, voteId: id, order: z.array(id).min(1) }),
  z.strictObject({ kind: z.literal('candidate-withdrawn'), electionId: id, candidateId: id }),
  z.strictObject({
    kind: z.literal('result-stated'),
    voteId: id,
    outcome: z.enum(['adopted', 'not-adopted', 'elected', 'next-round', 'not-elected']),
  }),
  z.strictObject({ kind: z.literal('vote-cancelled'), voteId: id, cause: z.enum(['quorum', 'chair']) }),
  z.strictObject({ kind: z.literal('vote-annulled'), voteId: id, reason }),
  z.strictObject({ kind: z.literal('vote-repeated'), voteId: id, supersedes: id, reason }),
  z.strictObject({ kind: z.literal('taken-out-of-block'), voteId: id, itemId: id, personId: id }),
] as const

export const amendmentFacts = [
  z.strictObject({
    kind: z.literal('amendment-moved'),
    amendmentId: id,
    itemId: id,
    moverPersonId: id,
    change: changeSchema,
  }),
  z.strictObject({ kind: z.literal('amendment-withdrawn'), amendmentId: id }),
  z.strictObject({ kind: z.literal('amendment-void'), amendmentId: id, passedAmendmentId: id }),
] as const
