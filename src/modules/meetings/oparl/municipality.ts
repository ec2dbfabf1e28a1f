import type { SiteSettings } from '#platform/site.ts'
import type { Addresses } from './addresses.ts'
import { objectOf, oparlObject, oparlVersion, type OparlObject, type Telling } from './objects.ts'
import type { TermRow } from './queries/people.ts'

const license = 'https://creativecommons.org/licenses/by/4.0/'

export type Municipality = {
  settings: SiteSettings
  address: Addresses
  since: Date
  councilId: string | null
  terms: readonly OparlObject[]
}

/** Where a harvester begins. */
export function system({ settings, address, since }: Municipality): OparlObject {
  return oparlObject(address.system, 'System', sameSince(since), {
    oparlVersion,
    license,
    body: address.bodies,
    name: settings.name.et,
    contactEmail: settings.contact.email,
    contactName: settings.name.et,
    website: address.page('/'),
  })
}

/** The one body: the municipality, with the compositions of its council. */
export function body({ settings, address, since, councilId, terms }: Municipality): OparlObject {
  return oparlObject(address.body, 'Body', sameSince(since), {
    system: address.system,
    shortName: settings.shortName,
    name: settings.name.et,
    website: address.page('/'),
    license,
    contactEmail: settings.contact.email,
    contactName: settings.name.et,
    organization: address.list('organization'),
    person: address.list('person'),
    meeting: address.list('meeting'),
    paper: address.list('paper'),
    legislativeTerm: terms,
    agendaItem: address.list('agenda-item'),
    consultation: address.list('consultation'),
    file: address.list('file'),
    locationList: address.list('location'),
    legislativeTermList: address.list('legislative-term'),
    membership: address.list('membership'),
    mainOrganization: councilId === null ? null : address.one('organization', councilId),
  })
}

/** A composition (koosseis) of the council. */
export function legislativeTerm(telling: Telling, row: TermRow): OparlObject {
  return objectOf(telling, 'legislative-term', row, {
    body: telling.address.body,
    name: `${row.number}. koosseis`,
    startDate: row.fromDate,
    endDate: row.untilDate,
  })
}

const sameSince = (since: Date) => ({ created: since, modified: since })
