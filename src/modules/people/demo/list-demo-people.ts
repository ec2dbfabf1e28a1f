import { todayOf } from '#platform/context.ts'
import type { Site } from '#platform/site.ts'
import type { DemoPerson } from '#platform/tara-double/demo-person.ts'
import { listSyntheticPersons, type SyntheticPerson } from '../queries/installed.ts'

const mostTelling = [
  'administrator',
  'registrar',
  'planAdopter',
  'planCoordinator',
  'governmentMember',
  'official',
  'contractor',
  'councillor',
  'villageElder',
  'youthCouncilMember',
]
const most = 76

function rankOf({ seats }: SyntheticPerson): number {
  const ranks = seats.flatMap(({ roles }) => roles.map((role) => mostTelling.indexOf(role))).filter((rank) => rank >= 0)
  return ranks.length === 0 ? mostTelling.length : Math.min(...ranks)
}

/** As whom one may sign in to the demo: officials first, plain residents last. Only invented persons are here. */
export async function listDemoPeople(site: Site): Promise<DemoPerson[]> {
  const today = todayOf({ db: site.database.db, now: new Date() })
  const persons = await listSyntheticPersons(site.database.db, today)
  const holders = persons.filter((person) => person.seats.length > 0).toSorted((a, b) => rankOf(a) - rankOf(b))
  const residents = persons.filter((person) => person.isPlain)
  const shown = [...holders.slice(0, most), ...residents.slice(0, 80 - most)]
  return shown.map(({ codeSealed, givenName, familyName, seats }) => ({
    code: site.keys.unseal(codeSealed).slice(2),
    givenName,
    familyName,
    roles: [...new Set(seats.map(({ title }) => title.et))],
  }))
}
