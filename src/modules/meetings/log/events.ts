import { z } from 'zod'
import { agendaFacts, id, instant, meetingFacts, presenceFacts, speakingFacts } from './meeting-facts.ts'
import { amendmentFacts, voteFacts } from './vote-facts.ts'

const plainFacts = z.discriminatedUnion('kind', [
  ...meetingFacts,
  ...presenceFacts,
  ...agendaFacts,
  ...speakingFacts,
  ...amendmentFacts,
  ...voteFacts,
])

const eventId = z.number().int().min(1)
const reason = z.string().min(3).max(2000)

const correctedFacts = z.strictObject({
  kind: z.literal('corrected'),
  reason,
  correction: z.discriminatedUnion('how', [
    z.strictObject({ how: z.literal('void'), eventId }),
    /** The same kind with other facts, or another time, or both. */
    z.strictObject({ how: z.literal('replace'), eventId, facts: plainFacts, happenedAt: instant.nullable() }),
    /** What happened and nobody entered. */
    z.strictObject({ how: z.literal('insert'), facts: plainFacts, happenedAt: instant }),
  ]),
})

/** Everything that can happen in a meeting; the shape in which jsonb keeps it. */
export const meetingFactsSchema = z.discriminatedUnion('kind', [...plainFacts.options, correctedFacts])

export const actingAs = ['chair', 'secretary', 'member', 'system'] as const
const bySchema = z.strictObject({
  personId: id.nullable(),
  as: z.enum(actingAs),
  /** What a secretary does in the chair's place is done on the chair's word, and the log says so. */
  onInstructionOfChair: z.boolean().exactOptional(),
})

const headSchema = z.strictObject({ id: eventId, at: z.date(), by: bySchema })

export type MeetingFacts = z.infer<typeof meetingFactsSchema>
export type PlainFacts = z.infer<typeof plainFacts>
export type EventKind = MeetingFacts['kind']
export type ActedBy = z.infer<typeof bySchema>
export type EventHead = z.infer<typeof headSchema>
export type MeetingEvent = EventHead & MeetingFacts
/** Any event but a correction: what folds really apply. */
export type PlainEvent = EventHead & PlainFacts
export type EventOf<Kind extends EventKind> = Extract<MeetingEvent, { kind: Kind }>
export type FactsOf<Kind extends EventKind> = Extract<MeetingFacts, { kind: Kind }>

export const eventKinds: readonly EventKind[] = meetingFactsSchema.options.map((option) => option.shape.kind.value)

/** An event from its columns and its jsonb. Throws where the row is not what this program wrote. */
export function readEvent(row: { id: number; at: Date; by: unknown; facts: unknown }): MeetingEvent {
  const { id: number, at, by, facts } = row
  return { ...headSchema.parse({ id: number, at, by }), ...meetingFactsSchema.parse(facts) }
}

/** What jsonb keeps of an event: everything but its number, its time and who entered it. */
export function factsOf(event: MeetingEvent): MeetingFacts {
  const { id: _id, at: _at, by: _by, ...facts } = event
  return facts as MeetingFacts
}
