export const oparlBase = '/api/oparl/1.1'

/** What has an address of its own and a list, by its name in addresses and by that of its list. */
export const listNames = {
  organization: 'organizations',
  person: 'people',
  membership: 'memberships',
  meeting: 'meetings',
  'agenda-item': 'agenda-items',
  paper: 'papers',
  consultation: 'consultations',
  file: 'files',
  location: 'locations',
  'legislative-term': 'legislative-terms',
} as const
export type ObjectName = keyof typeof listNames
export const objectNames = Object.keys(listNames) as ObjectName[]

/** What of an organization has a list under its own address. */
export const listsOfOrganization = ['meeting', 'consultation'] as const

/** Absolute addresses: in OParl they are what objects are called by, so they never change. */
export type Addresses = ReturnType<typeof addressesAt>

export function addressesAt(origin: string, municipality: string) {
  const at = (path: string) => `${origin}${oparlBase}/${path}`
  return {
    system: at('system'),
    bodies: at('bodies'),
    body: at(`body/${municipality}`),
    list: (name: ObjectName) => at(listNames[name]),
    one: (name: ObjectName, id: string) => at(`${name}/${id}`),
    ofOrganization: (id: string, name: (typeof listsOfOrganization)[number]) =>
      at(`organization/${id}/${listNames[name]}`),
    /** The words of a draft, as they are. */
    text: (id: string) => at(`file/${id}/text`),
    /** A page of the site for people. */
    page: (path: string) => origin + path,
  }
}
