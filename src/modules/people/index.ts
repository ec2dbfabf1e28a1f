// What other modules and the composition may use. Everything else in this folder is private.
export { findActor } from './find-actor.ts'
export { enterPerson } from './enter-person.ts'
export { grantRoleCommand } from './grant-role.ts'
export { importResidentsCommand } from './import-residents.ts'
export { listDemoPeople } from './demo/list-demo-people.ts'
export * as registry from './registry.ts'
