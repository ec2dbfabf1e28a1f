import type { Addresses, ObjectName } from './addresses.ts'
import type { Kept } from './queries/pages.ts'

export type OparlObject = { id: string; type: string; created: string; modified: string } & Record<string, unknown>

/** Who answers: addresses of this municipality, and how it writes days. */
export type Telling = {
  address: Addresses
  dayOf: (instant: Date) => string
}

const schema = 'https://schema.oparl.org/1.1/'

export const typeNames: Record<ObjectName, string> = {
  organization: 'Organization',
  person: 'Person',
  membership: 'Membership',
  meeting: 'Meeting',
  'agenda-item': 'AgendaItem',
  paper: 'Paper',
  consultation: 'Consultation',
  file: 'File',
  location: 'Location',
  'legislative-term': 'LegislativeTerm',
}

export const oparlVersion = schema

/** What is not known is left out, as the specification asks; never null. */
export function oparlObject(
  id: string,
  typeName: string,
  { created, modified }: Pick<Kept, 'created' | 'modified'>,
  facts: Record<string, unknown>,
): OparlObject {
  const told = Object.entries(facts).filter(([, value]) => value !== null && value !== undefined && value !== '')
  return {
    id,
    type: schema + typeName,
    ...Object.fromEntries(told),
    created: created.toISOString(),
    modified: modified.toISOString(),
  }
}

/** What was public and is no more keeps its address and says so (specification, 2.8). */
export const objectOf = ({ address }: Telling, name: ObjectName, row: Kept, facts: Record<string, unknown>) =>
  oparlObject(address.one(name, row.id), typeNames[name], row, row.deleted === true ? { deleted: true } : facts)

const isObject = (value: unknown): value is OparlObject =>
  typeof value === 'object' && value !== null && 'id' in value && 'type' in value

/** `omit_internal`: what has an address of its own is not told inside another object. */
export function withoutInternal(object: OparlObject): OparlObject {
  const own = Object.entries(object).filter(
    ([, value]) => !isObject(value) && !(Array.isArray(value) && value.some(isObject)),
  )
  return Object.fromEntries(own) as OparlObject
}
