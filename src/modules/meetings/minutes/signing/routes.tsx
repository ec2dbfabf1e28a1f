import { Hono } from 'hono'
import { reading } from '#modules/files/index.ts'
import { authorize, NotFound } from '#platform/context.ts'
import { emptyForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { readUpload } from '#platform/web/read-upload.ts'
import { inAddress, meetingDeskPaths, meetingPaths } from '../../paths.ts'
import { findMeeting } from '../../queries/meetings.ts'
import { readState } from '../../read-state.ts'
import { preparesMeetings } from '../../rules.ts'
import { listVersions } from '../queries.ts'
import { isChair } from '../review/rules.ts'
import { attachInput, attachSigned } from './attach-signed.ts'
import { buildContainer, dataFiles } from './build-container.ts'
import { signingMessages } from './messages.ts'
import { listSigned } from './queries.ts'
import { SigningPage } from './signing-page.tsx'
import { writeArchive } from './write-archive.ts'

export const signingRoutes = new Hono<AppEnv>()

const numberOf = (c: WebContext): number => Number(c.req.param('number'))

/** The published meeting of the address, for its chair and the secretaries. */
async function signable(c: WebContext) {
  const { db, actor } = c.var.ctx
  authorize(actor.personId !== null)
  const meeting = await findMeeting(db, { number: numberOf(c) })
  const state = meeting === undefined ? undefined : await readState(db, meeting.id)
  if (meeting === undefined || state === undefined) throw new NotFound()
  authorize(preparesMeetings(actor) || isChair(actor, state))
  const [version] = await listVersions(db, meeting.id)
  if (version === undefined) throw new NotFound()
  return { meeting, state, version }
}

const asFile = (name: string, type: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${name}"`,
  'Cache-Control': 'no-store',
})

signingRoutes.get(meetingPaths.container(inAddress.number), async (c) => {
  const { ctx, site } = c.var
  const { meeting, version } = await signable(c)
  const scope = c.req.query('versioon') === 'taielik' ? 'full' : 'public'
  const files = await dataFiles({ db: ctx.db, site }, meeting, version, scope)
  const bytes = await buildContainer(files, version.publishedAt)
  const name = `protokoll-${meeting.number}${scope === 'full' ? '-taielik' : ''}.asice`
  return c.body(new Uint8Array(bytes), 200, asFile(name, 'application/vnd.etsi.asic-e+zip'))
})

signingRoutes.get(meetingPaths.archive(inAddress.number), async (c) => {
  const { ctx, site } = c.var
  authorize(preparesMeetings(ctx.actor))
  const { meeting, state, version } = await signable(c)
  const bytes = await writeArchive({ db: ctx.db, site }, { meeting, state, version })
  return c.body(new Uint8Array(bytes), 200, asFile(`istung-${meeting.number}.zip`, 'application/zip'))
})

async function show(c: WebContext, form: FormState = emptyForm, refusal?: string): Promise<Response> {
  const { meeting, version } = await signable(c)
  const { db } = c.var.ctx
  const signed = [
    ...(await listSigned(db, meeting.id, version.version, 'public')),
    ...(await listSigned(db, meeting.id, version.version, 'full')),
  ]
  const parts = { meeting, signed, form: { ...form, values: { scope: 'public', ...form.values } }, refusal }
  const isWrong = refusal !== undefined || Object.keys(form.errors).length > 0
  return privatePage(c, (frame) => <SigningPage {...{ frame, ...parts }} />, isWrong ? 422 : 200)
}

signingRoutes.get(meetingDeskPaths.signedMinutes(inAddress.number), (c) => show(c))
signingRoutes.post(meetingDeskPaths.signedMinutes(inAddress.number), async (c) => {
  const { ctx, site, config, log, language } = c.var
  const t = signingMessages[language]
  // Before a byte of the form is read: nobody else may fill the disk.
  await signable(c)
  const limits = { bytesPerFile: reading.uploadLimits.bytesPerFile, files: 1 }
  return readUpload(c, attachInput, t.errors, limits, async (form) => {
    if (!form.ok) return show(c, form.form)
    const house = { site, validation: config.signatureValidation, log }
    const outcome = await attachSigned(ctx, house, numberOf(c), form.input, form.uploads['container'])
    if (outcome.ok) return seeOther(c, meetingDeskPaths.signedMinutes(numberOf(c)))
    const words =
      outcome.refusal === 'fileRefused' ? readText(outcome.sentence, language).text : t.refusals[outcome.refusal]
    return show(c, { values: form.values, errors: { container: words } })
  })
})
