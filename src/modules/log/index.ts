// What other modules may use. Everything else in this folder is private.
export { listEventsAbout, listPublicEvents } from './queries.ts'
