// What modules above ask of kept files, under one name: `reading.readFileText(ctx, site, id)`, `reading.uploadLimits` …
export { coverPicture, type Box } from './cover-picture.ts'
export { copyAttached } from './copy-attached.ts'
export { kinds, pictureTypes, uploadLimits } from './kinds.ts'
export type { AttachedFile } from './list-attached.ts'
export { openFile, readFileText } from './open-file.ts'
export { filePaths, thumbnailAddress } from './paths.ts'
export { signFileAddress } from './sign-address.ts'
