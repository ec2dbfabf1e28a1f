import { Hono } from 'hono'
import { NotFound } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { checkDefinition } from '../check-definition.ts'
import { differenceOf } from '../difference.ts'
import { editorErrorMessages } from '../messages/editor-errors.ts'
import { PublicationPage } from '../pages/publication-page.tsx'
import { VersionPage } from '../pages/version-page.tsx'
import { VersionsPage } from '../pages/versions-page.tsx'
import { formsPaths, inAddress } from '../paths.ts'
import { publishVersion, publishVersionInput } from '../publish-version.ts'
import { listVersions, type PublishedVersion } from '../queries/forms.ts'
import { restoreVersion, restoreVersionInput } from '../restore-version.ts'
import { shownForm } from './shown-form.ts'

export const versionRoutes = new Hono<AppEnv>()

const at = `${formsPaths.desk}/${inAddress.id}`

async function showPublication(c: WebContext, state: FormState = emptyForm, refusal?: string): Promise<Response> {
  const form = await shownForm(c)
  const parts = {
    form,
    faults: checkDefinition(form.draft),
    changes: differenceOf(form.published, form.draft, c.var.language),
    idempotencyKey: state.values.idempotencyKey ?? crypto.randomUUID(),
    state,
    refusal,
  }
  const isRefused = refusal !== undefined || Object.keys(state.errors).length > 0
  return page(c, (frame) => <PublicationPage {...{ frame, ...parts }} />, isRefused ? 422 : 200)
}

versionRoutes.get(`${at}/avaldamine`, (c) => showPublication(c))

versionRoutes.post(`${at}/avaldamine`, async (c) => {
  const form = await shownForm(c)
  const words = editorErrorMessages[c.var.language]
  const read = await readForm(c, publishVersionInput, words.errors)
  if (!read.ok) return showPublication(c, read.form)
  const outcome = await publishVersion(c.var.ctx, form.id, read.input)
  if (outcome.ok) return seeOther(c, formsPaths.version(form.id, outcome.version))
  return showPublication(c, { values: read.values, errors: {} }, words.refusals[outcome.refusal])
})

versionRoutes.get(`${at}/versioonid`, async (c) => {
  const form = await shownForm(c)
  const versions = await listVersions(c.var.ctx.db, form.id)
  return page(c, (frame) => <VersionsPage {...{ frame, form, versions }} />)
})

async function showVersion(c: WebContext, refusal?: string): Promise<Response> {
  const form = await shownForm(c)
  const versions = await listVersions(c.var.ctx.db, form.id)
  const isWanted = ({ number }: PublishedVersion) => number === Number(c.req.param('version'))
  const version = versions.find(isWanted)
  const before = versions[versions.findIndex(isWanted) + 1]
  if (version === undefined) throw new NotFound()
  const changes = before === undefined ? null : differenceOf(before.definition, version.definition, c.var.language)
  const parts = { form, version, changes, refusal }
  return page(c, (frame) => <VersionPage {...{ frame, ...parts }} />, refusal === undefined ? 200 : 422)
}

versionRoutes.get(`${at}/versioonid/${inAddress.version}`, (c) => showVersion(c))

const restoration = `${at}/versioonid/${inAddress.version}/taastamine`

versionRoutes.get(restoration, (c) =>
  seeOther(c, formsPaths.version(c.req.param('id') ?? '', Number(c.req.param('version')))),
)

versionRoutes.post(restoration, async (c) => {
  const form = await shownForm(c)
  const words = editorErrorMessages[c.var.language]
  const read = await readForm(c, restoreVersionInput, words.errors)
  if (!read.ok) return showVersion(c, words.errors.invalid)
  const outcome = await restoreVersion(c.var.ctx, form.id, Number(c.req.param('version')), read.input)
  if (outcome.ok) return seeOther(c, formsPaths.form(form.id))
  return showVersion(c, words.refusals[outcome.refusal])
})
