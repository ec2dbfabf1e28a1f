// What other modules may use. Everything else in this folder is private.
export { listPublicEvents } from './queries.ts'
