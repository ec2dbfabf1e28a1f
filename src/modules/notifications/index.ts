// What other modules may use. Everything else in this folder is private.
export { notify, type Notice } from './notify.ts'
export * as inbox from './inbox.ts'
