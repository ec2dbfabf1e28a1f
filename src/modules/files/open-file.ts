import type { Readable } from 'node:stream'
import { recordAccess } from '#platform/access-log.ts'
import { authorize, inTransaction, NotFound, type Context } from '#platform/context.ts'
import type { ByteRange } from '#platform/file-store/file-store.ts'
import type { Site } from '#platform/site.ts'
import { isImage, kinds, type ImageWidth } from './kinds.ts'
import { findFile, type FileRow } from './queries/files.ts'
import { findRendition, type RenditionKind } from './queries/renditions.ts'
import { canRead, canSeeRefusal } from './rules.ts'
import { judgeAddress, type AddressVerdict } from './sign-address.ts'

type Asked = {
  id: string
  width?: ImageWidth | undefined
  signed?: Parameters<typeof judgeAddress>[2] | undefined
}

export type OpenedFile = {
  name: string
  mediaType: string
  isPicture: boolean
  isForEveryone: boolean
  hash: string
  size: number
  read(range?: ByteRange): Promise<Readable>
}

export type OpenOutcome =
  | { ok: true; file: OpenedFile }
  | { ok: false; why: Exclude<AddressVerdict, 'unsigned' | 'valid'> | 'waiting' | 'refused' | 'removed' }

/**
 * The one way to a file's bytes: who may, in which state, with a trace where it is somebody's matter.
 * Throws `NotFound` and `Forbidden`.
 */
export async function openFile(ctx: Context, site: Pick<Site, 'store' | 'keys'>, asked: Asked): Promise<OpenOutcome> {
  const file = await findFile(ctx.db, asked.id)
  if (file === undefined) throw new NotFound()
  const address = judgeAddress(site.keys, file.id, asked.signed ?? {}, ctx.actor.personId, ctx.now)
  if (address === 'others' || address === 'expired') return { ok: false, why: address }
  authorize(address === 'valid' || canRead(ctx.actor, file))
  if (file.state === 'refused') {
    if (!canSeeRefusal(ctx.actor, file)) throw new NotFound()
    return { ok: false, why: 'refused' }
  }
  if (file.blob === null) return { ok: false, why: 'removed' }
  if (file.state !== 'checked') return { ok: false, why: 'waiting' }
  const smaller = await smallerPicture(ctx, file, asked.width)
  const { hash, size } = smaller ?? { hash: file.blob, size: file.size }
  return {
    ok: true,
    file: {
      name: file.name,
      mediaType: smaller === undefined ? kinds[file.kind].mediaType : kinds.webp.mediaType,
      isPicture: isImage(file.kind),
      isForEveryone: file.visibility === 'everyone',
      hash,
      size,
      read: async (range) => {
        await leaveTrace(ctx, file)
        return site.store.open(hash, range)
      },
    },
  }
}

async function smallerPicture(ctx: Context, file: FileRow, width: ImageWidth | undefined) {
  if (width === undefined || !isImage(file.kind)) return undefined
  return findRendition(ctx.db, file.id, `width-${width}` as RenditionKind)
}

/** Somebody's matter is read by persons who can be named, and the person whose it is sees who did. */
async function leaveTrace(context: Context, file: FileRow): Promise<void> {
  const subject = file.subjectPerson
  if (subject === null || file.visibility === 'everyone' || context.actor.kind === 'system') return
  await inTransaction(context, (ctx) => recordAccess(ctx, subject, 'files.file', file.name.slice(0, 290)))
}

const mostText = 4 * 1024 * 1024

/** The words of a checked file, where they could be read; for search and for its page. Leaves the same trace. */
export async function readFileText(ctx: Context, site: Pick<Site, 'store'>, id: string): Promise<string | null> {
  const file = await findFile(ctx.db, id)
  if (file === undefined) throw new NotFound()
  authorize(canRead(ctx.actor, file))
  if (file.state !== 'checked' || file.blob === null) return null
  const text = await findRendition(ctx.db, id, 'text')
  if (text === undefined || text.size > mostText) return null
  await leaveTrace(ctx, file)
  const chunks: Buffer[] = []
  for await (const chunk of (await site.store.open(text.hash)) as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
