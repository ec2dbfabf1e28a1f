import { z } from 'zod'

export const id = z.string().min(1).max(100)
const words = z.string().min(1).max(4000)
const reason = z.string().min(3).max(2000)
/** An instant inside facts is text, so that jsonb gives back exactly what it took. */
export const instant = z.iso.datetime()

export const channels = ['room', 'remote'] as const
const source = z.enum(['self', 'clerk', 'system'])
export const bodyKinds = [
  'council',
  'government',
  'committee',
  'audit',
  'youth',
  'assembly',
  'board',
  'round-table',
  'discussion',
] as const

/** What a secretary may set aside, on the chair's instruction, with a reason that goes to the minutes. */
export const legalityChecks = ['quorum', 'notice', 'annexes', 'recusals', 'agenda', 'majority', 'result'] as const

export const meetingFacts = [
  z.strictObject({ kind: z.literal('convened') }),
  /** The roll call has shown a quorum: the sitting begins. */
  z.strictObject({ kind: z.literal('opened') }),
  z.strictObject({ kind: z.literal('no-quorum-at-roll-call') }),
  z.strictObject({ kind: z.literal('paused'), reason: reason.nullable(), until: instant.nullable() }),
  z.strictObject({ kind: z.literal('resumed') }),
  z.strictObject({ kind: z.literal('suspended') }),
  z.strictObject({ kind: z.literal('adjourned'), reason, continuesAt: instant.nullable() }),
  z.strictObject({ kind: z.literal('ended') }),
  z.strictObject({ kind: z.literal('cancelled'), reason }),
  z.strictObject({ kind: z.literal('postponed'), reason, until: instant.nullable() }),
  z.strictObject({
    kind: z.literal('overridden'),
    check: z.enum(legalityChecks),
    voteId: id.nullable(),
    /** The item whose vote was put all the same; before a vote was prepared it has no id. */
    itemId: id.nullable().exactOptional(),
    reason,
  }),
  z.strictObject({ kind: z.literal('noted'), itemId: id.nullable(), text: words }),
] as const

export const presenceFacts = [
  z.strictObject({ kind: z.literal('arrived'), personId: id, channel: z.enum(channels), source }),
  z.strictObject({ kind: z.literal('left'), personId: id, source }),
  z.strictObject({ kind: z.literal('disconnected'), personId: id, source }),
  z.strictObject({ kind: z.literal('reconnected'), personId: id, source }),
  /** Why is restricted and not in the log. */
  z.strictObject({ kind: z.literal('excused'), personId: id }),
  z.strictObject({
    kind: z.literal('guest-admitted'),
    personId: id,
    sortKey: z.string(),
    itemIds: z.array(id).nullable(),
  }),
  z.strictObject({
    kind: z.literal('member-entitled'),
    personId: id,
    sortKey: z.string(),
    votingRight: z.boolean(),
    replaces: id.nullable(),
  }),
  z.strictObject({ kind: z.literal('mandate-ended'), personId: id }),
  z.strictObject({ kind: z.literal('chair-taken'), personId: id, itemId: id.nullable() }),
  /** The ground itself is a restricted note beside the log; here only that there is one. */
  z.strictObject({ kind: z.literal('recused'), itemId: id, personId: id, hasNote: z.boolean() }),
  z.strictObject({ kind: z.literal('recusal-ended'), itemId: id, personId: id }),
  /** Everybody was asked whether they are barred from the item. */
  z.strictObject({ kind: z.literal('recusals-asked'), itemId: id }),
] as const

export const itemKinds = [
  'decision',
  'regulation',
  'information',
  'election',
  'interpellation',
  'no-confidence',
  'procedural',
] as const
export const visibilities = ['public', 'closed', 'internal'] as const
export const itemOutcomes = [
  'decided',
  'rejected',
  'postponed',
  'withdrawn',
  'sent-to-committee',
  'taken-note-of',
] as const

export const agendaFacts = [
  z.strictObject({
    kind: z.literal('item-added'),
    itemId: id,
    title: words,
    itemKind: z.enum(itemKinds),
    visibility: z.enum(visibilities),
    parentId: id.nullable(),
    /** The sibling that it stands before; null: last. */
    before: id.nullable(),
    reason,
    moverPersonId: id.nullable(),
    late: z.boolean(),
    voteId: id.nullable(),
  }),
  z.strictObject({
    kind: z.literal('item-removed'),
    itemId: id,
    reason,
    moverPersonId: id.nullable(),
    voteId: id.nullable(),
  }),
  z.strictObject({ kind: z.literal('item-moved'), itemId: id, before: id.nullable(), reason: reason.nullable() }),
  z.strictObject({ kind: z.literal('items-merged'), itemId: id, mergedIds: z.array(id).min(1), title: words }),
  z.strictObject({ kind: z.literal('item-renamed'), itemId: id, title: words }),
  z.strictObject({ kind: z.literal('agenda-adopted'), voteId: id.nullable() }),
  z.strictObject({ kind: z.literal('item-opened'), itemId: id }),
  z.strictObject({ kind: z.literal('debate-closed'), itemId: id }),
  z.strictObject({
    kind: z.literal('item-concluded'),
    itemId: id,
    outcome: z.enum(itemOutcomes),
    voteId: id.nullable(),
    committeeId: id.nullable(),
  }),
  z.strictObject({ kind: z.literal('item-reopened'), itemId: id, reason: words }),
  z.strictObject({ kind: z.literal('item-closed-to-public'), itemId: id, basis: words }),
  z.strictObject({ kind: z.literal('item-opened-to-public'), itemId: id }),
] as const

export const speechTypes = ['for', 'against', 'question', 'reply', 'point-of-order'] as const
/** The first is heard first. */
export const pointOfOrderCategories = ['breach', 'roll-call', 'break', 'vote', 'close-debate', 'other'] as const

export const speakingFacts = [
  z.strictObject({
    kind: z.literal('floor-requested'),
    speechId: id,
    itemId: id,
    personId: id,
    type: z.enum(speechTypes),
    category: z.enum(pointOfOrderCategories).nullable(),
  }),
  z.strictObject({ kind: z.literal('floor-request-withdrawn'), speechId: id }),
  z.strictObject({
    kind: z.literal('floor-given'),
    speechId: id,
    /** The faction had used up its time on the item, and the chair gave the floor all the same. */
    overBudget: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('speech-paused'), speechId: id }),
  z.strictObject({ kind: z.literal('speech-resumed'), speechId: id }),
  z.strictObject({ kind: z.literal('speech-ended'), speechId: id }),
] as const
