// What other modules may use. Everything else in this folder is private.
export { listDecisions, decidingEvents, type Decision, type DecisionVote } from './read-decision.ts'
