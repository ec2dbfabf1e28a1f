import { acts } from '#modules/acts/module.ts'
import { ballots } from '#modules/ballots/module.ts'
import { files } from '#modules/files/module.ts'
import { forms } from '#modules/forms/module.ts'
import { makeFrontPage } from '#modules/front-page/module.ts'
import { log } from '#modules/log/module.ts'
import { meetings } from '#modules/meetings/module.ts'
import { notifications } from '#modules/notifications/module.ts'
import { participatoryBudget } from '#modules/participatory-budget/module.ts'
import { enterPerson, findActor, listDemoPeople, registry } from '#modules/people/index.ts'
import { people } from '#modules/people/module.ts'
import { myData } from '#modules/my-data/module.ts'
import { makeOpenData } from '#modules/open-data/module.ts'
import { makeOperations } from '#modules/operations/module.ts'
import { places } from '#modules/places/module.ts'
import { plan } from '#modules/plan/module.ts'
import { reports } from '#modules/reports/module.ts'
import { makeSearch } from '#modules/search/module.ts'
import type { Role } from '#platform/context.ts'
import type { Directory } from '#platform/identity/directory.ts'
import type { Migrations } from '#platform/migrate.ts'
import type { Module } from '#platform/module.ts'
import { platformMigrations } from '#platform/platform-migrations.ts'

/** Every module, bottom to top along the module graph of `.dependency-cruiser.cjs`. */
const working: readonly Module[] = [
  places,
  people,
  files,
  forms,
  notifications,
  reports,
  meetings,
  acts,
  ballots,
  participatoryBudget,
  plan,
  log,
]
/** These know all modules below them, as the composition tells. */
const served: readonly Module[] = [...working, myData, makeSearch(working)]
const published: readonly Module[] = [...served, makeOpenData(served)]
export const modules: readonly Module[] = [...published, makeOperations(published), makeFrontPage(working)]

for (const module of modules) registry.keepRoleWords(module.roles ?? {})

/** From the most to the least telling: which of a person's roles the public log names. */
export const roleRanking: readonly Role[] = [
  'planAdopter',
  'planCoordinator',
  'meetingSecretary',
  'registrar',
  'administrator',
  'official',
  'councillor',
  'governmentMember',
  'villageElder',
  'youthCouncilMember',
]

export const migrations: readonly Migrations[] = [
  platformMigrations,
  ...modules.map(({ name, migrations: files = {} }) => ({ owner: name, files })),
]

export { listDemoPeople }

/** What signing in asks of the people module. */
export const directory: Directory = { enter: enterPerson, actorOf: findActor }
