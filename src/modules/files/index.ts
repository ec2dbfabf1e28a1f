// What other modules and the composition may use. Everything else in this folder is private.
export { keepUpload } from './keep-upload.ts'
export { attachFiles } from './attach-files.ts'
export { changeReaders } from './change-readers.ts'
export { listAttached } from './list-attached.ts'
export { AttachmentList } from './pages/attachment-list.tsx'
export * as reading from './reading.ts'
