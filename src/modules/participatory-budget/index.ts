// What others may use. Everything else in this folder is private.
export { tallyCommand } from './tally-command.ts'
