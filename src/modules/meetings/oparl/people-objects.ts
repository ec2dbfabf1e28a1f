import type { MembershipRow, OrganizationRow, PersonRow } from './queries/people.ts'
import { objectOf, type OparlObject, type Telling } from './objects.ts'

/** Words that the specification names itself; harvesters compare them (OParl 1.1, Organization). */
const organizationTypes: Partial<Record<string, string>> = {
  government: 'Verwaltungsbereich',
  department: 'Verwaltungsbereich',
  library: 'Institution',
  'village-community': 'externes Gremium',
  faction: 'Fraktion',
  association: 'externes Gremium',
  'student-council': 'externes Gremium',
}
const classifications: Partial<Record<string, string>> = {
  council: 'Parlament',
  faction: 'Fraktion',
  committee: 'Ausschuss',
  'working-group': 'AG',
  'youth-council': 'Beirat',
}

export function organization(telling: Telling, row: OrganizationRow): OparlObject {
  const { address } = telling
  return objectOf(telling, 'organization', row, {
    body: address.body,
    name: row.name.et,
    membership: row.memberships.map((id) => address.one('membership', id)),
    meeting: address.ofOrganization(row.id, 'meeting'),
    consultation: address.ofOrganization(row.id, 'consultation'),
    post: row.posts,
    subOrganizationOf: row.parentId === null ? null : address.one('organization', row.parentId),
    organizationType: organizationTypes[row.kind] ?? 'Gremium',
    classification: classifications[row.kind],
    startDate: row.foundedOn,
    endDate: row.dissolvedOn,
    memberCount: row.seats,
    web: address.page(`/kogud/${row.slug}`),
  })
}

export function membership(telling: Telling, row: MembershipRow): OparlObject {
  const { address } = telling
  return objectOf(telling, 'membership', row, {
    person: address.one('person', row.personId),
    organization: address.one('organization', row.organization_id),
    role: row.role,
    votingRight: row.votes,
    startDate: row.fromDate,
    endDate: row.untilDate,
    onBehalfOf: row.onBehalfOf === null ? null : address.one('organization', row.onBehalfOf),
    'avavald:suspension': row.suspensions.length === 0 ? null : row.suspensions,
  })
}

export function person(telling: Telling, row: PersonRow, memberships: readonly MembershipRow[]): OparlObject {
  const { address } = telling
  return objectOf(telling, 'person', row, {
    body: address.body,
    name: `${row.givenName} ${row.familyName}`,
    familyName: row.familyName,
    givenName: row.givenName,
    membership: memberships.map((one) => membership(telling, one)),
    web: address.page(`/inimesed/${row.slug}`),
  })
}
