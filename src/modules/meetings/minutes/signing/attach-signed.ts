import * as z from 'zod'
import { authorize, inRefusableTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { LocalText } from '#platform/language.ts'
import type { Log } from '#platform/log.ts'
import type { Site } from '#platform/site.ts'
import type { Upload } from '#platform/web/read-upload.ts'
import { attachFiles, keepUpload } from '#modules/files/index.ts'
import { factsOf, meetingSubject } from '../../events.ts'
import { findMeeting, lockMeeting } from '../../queries/meetings.ts'
import { readState } from '../../read-state.ts'
import { preparesMeetings, secretaryRole } from '../../rules.ts'
import { listVersions } from '../queries.ts'
import { isChair } from '../review/rules.ts'
import { dataFiles, hashOfFile } from './build-container.ts'
import { insertSigned } from './queries.ts'
import { readContainer } from './read-container.ts'
import { validateContainer } from './validate-container.ts'

export const attachInput = z.object({ scope: z.enum(['public', 'full'], 'invalid').default('public') })

export type AttachOutcome =
  | { ok: true }
  | { ok: false; refusal: 'fileMissing' | 'notAContainer' | 'notSigned' | 'filesDiffer' | 'notPublished' }
  | { ok: false; refusal: 'fileRefused'; sentence: LocalText }

type House = { site: Pick<Site, 'store' | 'settings'>; validation: string | null; log: Pick<Log, 'warn'> }

/**
 * Takes a signed container back. Every file in it must be, byte by byte, what was made for this version, and none may
 * be missing; whose signatures there are is read, whether they hold only a validation service says.
 */
export async function attachSigned(
  context: Context,
  { site, validation, log }: House,
  number: number,
  { scope }: z.output<typeof attachInput>,
  upload: Upload | undefined,
): Promise<AttachOutcome> {
  const meeting = await findMeeting(context.db, { number })
  const state = meeting === undefined ? undefined : await readState(context.db, meeting.id)
  if (meeting === undefined || state === undefined) throw new NotFound()
  authorize(preparesMeetings(context.actor) || isChair(context.actor, state))
  const [version] = await listVersions(context.db, meeting.id)
  if (version === undefined) return { ok: false, refusal: 'notPublished' }
  if (upload === undefined) return { ok: false, refusal: 'fileMissing' }
  const container = upload.isTooLarge ? null : await readContainer(upload.path)
  if (container === null) return { ok: false, refusal: 'notAContainer' }
  if (container.signatures.length === 0) return { ok: false, refusal: 'notSigned' }
  const built = await dataFiles({ db: context.db, site }, meeting, version, scope)
  const expected = built.map((file) => `${file.name} ${hashOfFile(file)}`).toSorted()
  const given = container.files.map(({ name, hash }) => `${name} ${hash}`).toSorted()
  if (expected.join('\n') !== given.join('\n')) return { ok: false, refusal: 'filesDiffer' }
  const verdict = await validateContainer(validation, upload.path, log)
  const kept = await keepUpload(context, site, upload)
  if (!kept.ok) return { ok: false, refusal: 'fileRefused', sentence: kept.sentence }
  return inRefusableTransaction(context, async (ctx): Promise<AttachOutcome> => {
    const locked = (await lockMeeting(ctx.db, number))!
    const { signatures } = container
    const by = personOf(ctx.actor)
    const signed = { meetingId: locked.id, version: version.version, scope, fileId: kept.id }
    const { id } = await insertSigned(ctx.db, { ...signed, signatures, verdict, at: ctx.now, by })
    // Certificates in it carry personal codes: the file itself is the secretaries' to hand out.
    await attachFiles(ctx, [kept.id], {
      to: `signed-minutes:${id}`,
      readers: { visibility: 'roles', roles: [secretaryRole] },
    })
    const facts = factsOf(ctx, locked)
    const subject = meetingSubject(locked.id)
    // The public page shows the signatures of the public version alone.
    if (scope === 'full') await record(ctx, 'meetings.prepared', subject, facts)
    else await record(ctx, 'meetings.minutes-signed', subject, { ...facts, version: version.version })
    return { ok: true }
  })
}
