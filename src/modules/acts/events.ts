import { record } from '#platform/events.ts'
import type { Context } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'
import type { ActKind, Annulment, Covers, RelationKind } from './rules.ts'

/** What the log tells of an act: which one; never what it is about, which may be restricted later. */
export type ActEventFacts = {
  act: string
  body: string
  bodyName: string
  kind: ActKind
  number: number
  on: LocalDate
}

declare module '#platform/events.ts' {
  interface Events {
    /** `seconds` from the declaration; -1 where it was entered at the desk. */
    'acts.published': ActEventFacts & { seconds: number; hash: string }
    'acts.annulled': ActEventFacts & { how: Annulment }
    'acts.text-changed': ActEventFacts & { version: number; what: string; hash: string }
    'acts.signed': ActEventFacts & { hash: string }
    'acts.restricted': ActEventFacts & { covers: Covers; until: LocalDate }
    'acts.opened': ActEventFacts
    'acts.day-set': ActEventFacts & { inForceOn: string }
    'acts.related': ActEventFacts & { other: string; how: RelationKind }
    /** Somebody outside was given what is restricted; not public. */
    'acts.handed-out': ActEventFacts
    'acts.corrected': ActEventFacts & { before: number }
    'acts.follow-up-set': ActEventFacts & { followUp: string; due: LocalDate }
    'acts.follow-up-ended': ActEventFacts & { followUp: string; how: 'done' | 'dropped' }
  }
}

export const actSubject = (id: string): string => `act:${id}`

type Told = {
  id: string
  slug: string
  body: { slug: string; name: { et: string } }
  kind: ActKind
  number: number
  adoptedOn: LocalDate
}
const factsOf = ({ slug, body, kind, number, adoptedOn }: Told): ActEventFacts => ({
  act: slug,
  body: body.slug,
  bodyName: body.name.et,
  kind,
  number,
  on: adoptedOn,
})

type ActEvents = Pick<
  import('#platform/events.ts').Events,
  Extract<keyof import('#platform/events.ts').Events, `acts.${string}`>
>

/** Records what happened to an act. */
export async function recordAct<K extends keyof ActEvents>(
  ctx: Context,
  type: K,
  act: Told,
  more: Omit<ActEvents[K], keyof ActEventFacts>,
): Promise<void> {
  // The facts of one event are those of every act and its own; TypeScript does not join them for a type that varies.
  const facts = { ...factsOf(act), ...more } as unknown as Parameters<typeof record<K>>[3]
  await record(ctx, type, actSubject(act.id), facts)
}
