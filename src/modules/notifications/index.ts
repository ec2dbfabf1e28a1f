// What other modules may use. Everything else in this folder is private.
export { notify, type Notice } from './notify.ts'
export { writeLetter } from './write-letter.ts'
export * as followers from './carry-followers.ts'
export { findRepliedPaths } from './find-replied-letter.ts'
export * as inbox from './inbox.ts'
