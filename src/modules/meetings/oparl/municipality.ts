import type { SiteSettings } from '#platform/site.ts'
import type { Addresses } from './addresses.ts'
import { oparlObject, oparlVersion, type OparlObject } from './objects.ts'

const license = 'https://creativecommons.org/licenses/by/4.0/'

export type Municipality = { settings: SiteSettings; address: Addresses; since: Date; councilId: string | null }

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

/** The one body: the municipality. Terms of the council are not kept as such, so none are told. */
export function body({ settings, address, since, councilId }: Municipality): OparlObject {
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
    legislativeTerm: [],
    agendaItem: address.list('agenda-item'),
    consultation: address.list('consultation'),
    file: address.list('file'),
    locationList: address.list('location'),
    legislativeTermList: address.legislativeTerms,
    membership: address.list('membership'),
    mainOrganization: councilId === null ? null : address.one('organization', councilId),
  })
}

const sameSince = (since: Date) => ({ created: since, modified: since })
