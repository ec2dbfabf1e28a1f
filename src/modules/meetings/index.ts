// What other modules may use. Everything else in this folder is private.
export * as materials from './restrictions/restrict-materials.ts'
export { listDecisions, decidingEvents, type Decision, type DecisionVote } from './read-decision.ts'
