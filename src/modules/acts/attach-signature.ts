import { createHash } from 'node:crypto'
import { openPromise } from 'yauzl'
import { authorize, inRefusableTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import type { LocalText } from '#platform/language.ts'
import type { Site } from '#platform/site.ts'
import type { Upload } from '#platform/web/read-upload.ts'
import { attachFiles, keepUpload } from '#modules/files/index.ts'
import { actSubject, recordAct } from './events.ts'
import { findAct, lockAct } from './queries/acts.ts'
import { readersOfSigned } from './match-readers.ts'
import { updateAct } from './queries/change-acts.ts'
import { insertSignature, listVersions, type Version } from './queries/versions.ts'
import { keepsActs } from './rules.ts'
import { fullVersion } from './seen-act.ts'

export type AttachSignatureOutcome =
  | { ok: true }
  | { ok: false; refusal: 'fileMissing' | 'noText' | 'textDiffers' | 'notAContainer' }
  | { ok: false; refusal: 'fileRefused'; sentence: LocalText }

const largestText = 2 * 1024 * 1024

/**
 * The signed container (ASiC-E) of an act. It is taken only when one of the files in it is, byte by byte, the adopted
 * text or the newest editorial version: a text that was changed between vote and signature is refused. Whose
 * signature it is and when it was given is not judged here.
 */
export async function attachSignature(
  context: Context,
  site: Pick<Site, 'store'>,
  slug: string,
  upload: Upload | undefined,
): Promise<AttachSignatureOutcome> {
  authorize(keepsActs(context.actor))
  const act = await findAct(context.db, { slug })
  if (act === undefined) throw new NotFound()
  if (upload === undefined) return { ok: false, refusal: 'fileMissing' }
  const versions = await listVersions(context.db, act.id)
  const signable = signableVersions(versions)
  if (signable.length === 0) return { ok: false, refusal: 'noText' }
  const hashes = upload.isTooLarge ? null : await hashesInside(upload.path)
  if (hashes === null) return { ok: false, refusal: 'notAContainer' }
  const signed = signable.find(({ hash }) => hashes.includes(hash))
  if (signed === undefined) return { ok: false, refusal: 'textDiffers' }
  const kept = await keepUpload(context, site, upload)
  if (!kept.ok) return { ok: false, refusal: 'fileRefused', sentence: kept.sentence }
  return inRefusableTransaction(context, async (ctx): Promise<AttachSignatureOutcome> => {
    const locked = (await lockAct(ctx.db, slug))!
    await attachFiles(ctx, [kept.id], { to: actSubject(locked.id), readers: readersOfSigned(ctx, locked, versions) })
    const { version } = signed
    await insertSignature(ctx.db, {
      actId: locked.id,
      fileId: kept.id,
      version,
      at: ctx.now,
      byPerson: personOf(ctx.actor),
    })
    await updateAct(ctx.db, locked.id, { signedAt: locked.signedAt ?? ctx.now }, ctx.now)
    await recordAct(ctx, 'acts.signed', locked, { hash: signed.hash })
    return { ok: true }
  })
}

/** The text as it was adopted, and as it stands after editorial mending. */
export function signableVersions(versions: readonly Version[]): Version[] {
  const adopted = versions.find(({ kind }) => kind === 'adopted' || kind === 'entered')
  const newest = fullVersion(versions)
  return [newest, adopted].filter((one, at, all) => one !== undefined && all.indexOf(one) === at) as Version[]
}

/** SHA-256 of the signed files of a container; null where it is none. */
async function hashesInside(path: string): Promise<string[] | null> {
  try {
    const archive = await openPromise(path, { strictFileNames: true, validateEntrySizes: true, autoClose: false })
    try {
      const hashes: string[] = []
      let isContainer = false
      for await (const entry of archive.eachEntry()) {
        if (entry.fileName === 'mimetype') isContainer = true
        if (entry.fileName === 'mimetype' || /^META-INF\/|\/$/.test(entry.fileName)) continue
        if (entry.uncompressedSize > largestText || hashes.length > 50) continue
        const digest = createHash('sha256')
        for await (const chunk of await archive.openReadStreamPromise(entry)) digest.update(chunk as Buffer)
        hashes.push(digest.digest('hex'))
      }
      return isContainer ? hashes : null
    } finally {
      archive.close()
    }
  } catch {
    // Whatever cannot be opened as an archive is no signed container.
    return null
  }
}
