// What others may use. Everything else in this folder is private.
export { checkCommand } from './check-command.ts'
