import * as fc from 'fast-check'
import type { z } from 'zod'
import {
  actingAs,
  meetingFactsSchema,
  type ActedBy,
  type EventKind,
  type MeetingEvent,
  type MeetingFacts,
} from './events.ts'

const pools: Record<string, string[]> = {
  personId: ['m1', 'm2', 'm3', 'm4', 'm5', 'new'],
  replaces: ['m1', 'm2'],
  moverPersonId: ['m2', 'm3'],
  counterPersonId: ['teller1', 'teller2'],
  itemId: ['a', 'b', 'c', 'x'],
  itemIds: ['a'],
  mergedIds: ['b', 'c'],
  before: ['a', 'b', 'c'],
  parentId: ['a', 'x'],
  voteId: ['v', 'v', 'w'],
  supersedes: ['v'],
  speechId: ['s', 't', 'q'],
  amendmentId: ['p', 'r'],
  passedAmendmentId: ['p', 'r'],
  electionId: ['e'],
  rollCallFrom: ['m2'],
  candidateIds: ['k', 'l', 'n'],
  candidateId: ['k', 'l'],
  order: ['k', 'l', 'n'],
  rule: ['simple', 'membership', 'mayor'],
  happenedAt: ['2026-09-17T13:00:05.000Z', '2026-09-17T13:00:20.000Z', '2026-09-17T13:10:00.000Z'],
  until: ['2026-09-17T15:00:00.000Z'],
  continuesAt: ['2026-09-24T13:00:00.000Z'],
}

/** Any value that a schema takes; text from a small pool by the field's name, so that events meet each other. */
function valueOf(schema: z.ZodType, field: string): fc.Arbitrary<unknown> {
  const def = schema.def as unknown as Record<string, unknown> & { type: string }
  const inner = (name: string) => def[name] as z.ZodType
  switch (def.type) {
    case 'literal':
      return fc.constantFrom(...(def['values'] as unknown[]))
    case 'enum':
      return fc.constantFrom(...Object.values(def['entries'] as Record<string, string>))
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: 1, max: 12 })
    case 'nullable':
      return fc.option(valueOf(inner('innerType'), field))
    case 'optional':
      return valueOf(inner('innerType'), field)
    case 'array':
      return fc.uniqueArray(valueOf(inner('element'), field), { minLength: 1, maxLength: 3 })
    case 'union':
      return fc.oneof(...(def['options'] as z.ZodType[]).map((option) => valueOf(option, field)))
    case 'record':
      return fc.dictionary(fc.constantFrom('k', 'l', 'n'), fc.nat(6), { noNullPrototype: true })
    case 'object': {
      const fields = Object.entries(def['shape'] as Record<string, z.ZodType>)
      return fc.record(Object.fromEntries(fields.map(([name, one]) => [name, valueOf(one, name)])), {
        requiredKeys: fields.filter(([, one]) => one.def.type !== 'optional').map(([name]) => name),
      })
    }
    default:
      return fc.constantFrom(...(pools[field] ?? ['Kolm sõna siin', 'Muu tekst']))
  }
}

const lively = new Set<EventKind>([
  'vote-prepared',
  'vote-opened',
  'vote-cast',
  'vote-changed',
  'vote-closed',
  'hands-counted',
  'result-stated',
  'vote-repeated',
  'arrived',
  'left',
  'recused',
  'member-entitled',
  'entitled-added',
  'item-opened',
  'paper-counted',
  'paper-agreed',
  'ballot-handed-out',
  'item-concluded',
  'resumed',
])

export const anyFacts = valueOf(meetingFactsSchema, '') as fc.Arbitrary<MeetingFacts>

const choiceOf = meetingFactsSchema.options.filter(({ shape }) => lively.has(shape.kind.value))

/** What a vote is made of, drawn more often, so that votes come to an end. */
const livelyFacts = fc.oneof(...choiceOf.map((option) => valueOf(option, ''))) as fc.Arbitrary<MeetingFacts>

const anyBy: fc.Arbitrary<ActedBy> = fc.constantFrom(
  ...actingAs.map((as): ActedBy => ({ personId: as === 'system' ? null : 'm1', as, onInstructionOfChair: true })),
)

/** The first item with a vote open on it. */
export const inAVote: readonly MeetingFacts[] = [
  { kind: 'item-opened', itemId: 'a' },
  {
    kind: 'vote-prepared',
    voteId: 'v',
    itemIds: ['a'],
    question: 'Kas võtta vastu?',
    object: { kind: 'draft' },
    method: 'named',
    rule: 'membership',
  },
  { kind: 'vote-opened', voteId: 'v', rollCallFrom: null },
]

/** A log of anything at all: a sitting that has begun, then events that need not make sense. */
export function anyLog(maxLength: number, then: readonly MeetingFacts[] = []): fc.Arbitrary<MeetingEvent[]> {
  const begins: MeetingFacts[] = [
    { kind: 'convened' },
    ...['m1', 'm2', 'm3', 'm4'].map((personId): MeetingFacts => ({
      kind: 'arrived',
      personId,
      channel: 'room',
      source: 'clerk',
    })),
    { kind: 'opened' },
    ...then,
  ]
  const entry = fc.record({
    facts: fc.oneof(anyFacts, { arbitrary: livelyFacts, weight: 3 }),
    by: anyBy,
    wait: fc.nat(9_000),
  })
  return fc.array(entry, { maxLength, size: 'max' }).map((entries) => {
    let time = Date.parse('2026-09-17T13:00:00Z')
    const all = [
      ...begins.map((facts) => ({
        facts,
        by: { personId: 'clerk', as: 'secretary', onInstructionOfChair: true } as const,
        wait: 0,
      })),
      ...entries,
    ]
    return all.map(({ facts, by, wait }, at): MeetingEvent => {
      time += wait
      return { id: at + 1, at: new Date(time), by, ...facts }
    })
  })
}
