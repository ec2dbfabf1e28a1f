// What modules above ask of people, under one name: `registry.listParties(db)`, `registry.paths.body(slug)` …
export { contactsOf, listSyntheticContacts } from './queries/contacts.ts'
export { listBodyChoices, listParties, listPostsOf, type BodyChoice, type Party } from './queries/bodies.ts'
export { listNamesOf } from './queries/persons.ts'
export { listSyntheticAccounts } from './queries/synthetic.ts'
export { residentsRegister, type Resident, type ResidentsRegister } from './residents-register.ts'
export { keepRoleWords } from './roles.ts'
export { listHolders, listMembersOf, listPersonsInRole, listRepresented, type Member } from './queries/memberships.ts'
export { isPublicOn } from './queries/in-force.ts'
