// What other modules may use. Everything else in this folder is private.
export { reportPaths } from './paths.ts'
