import { Hono } from 'hono'
import * as z from 'zod'
import { authorize } from '#platform/context.ts'
import { emptyForm, readForm } from '#platform/forms.ts'
import { compareText } from '#platform/format.ts'
import { readText } from '#platform/language.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { listSettlements, nameOfSettlement } from '#modules/places/index.ts'
import { withMoved, withoutField } from '../edit-definition.ts'
import type { Definition } from '../definition.ts'
import { editorErrorMessages } from '../messages/editor-errors.ts'
import { listOwners } from '../owners.ts'
import { FormPage } from '../pages/form-page.tsx'
import { FormsPage, type FormGroup } from '../pages/forms-page.tsx'
import { PreviewPage } from '../pages/preview-page.tsx'
import { formsPaths, inAddress } from '../paths.ts'
import { listForms } from '../queries/forms.ts'
import { readAnswers } from '../read-answers.ts'
import { editablePrefixes, prefixOf } from '../rules.ts'
import { revisionField, saveDraft } from '../save-draft.ts'
import { sayAnswers, sayErrors } from '../say-answers.ts'
import { shownForm } from './shown-form.ts'

export const draftRoutes = new Hono<AppEnv>()

draftRoutes.get(formsPaths.desk, async (c) => {
  const { ctx, language } = c.var
  const prefixes = editablePrefixes(ctx.actor, listOwners())
  authorize(prefixes.length > 0)
  const forms = await listForms(ctx.db, prefixes)
  const groups: FormGroup[] = []
  for (const owner of listOwners().filter(({ prefix }) => prefixes.includes(prefix))) {
    const own = forms.filter((form) => prefixOf(form.owner) === owner.prefix)
    const titles = await owner.titlesOf(
      ctx.db,
      own.map((form) => form.owner),
    )
    const titled = own.map((form) => ({
      ...form,
      title: readText(titles.get(form.owner) ?? { et: form.owner }, language).text,
    }))
    const compare = compareText(language)
    groups.push({ name: owner.name, forms: titled.toSorted((a, b) => compare(a.title, b.title)) })
  }
  return page(c, (frame) => <FormsPage frame={frame} groups={groups} />)
})

const at = `${formsPaths.desk}/${inAddress.id}`

async function showForm(c: WebContext, refusal?: string): Promise<Response> {
  const form = await shownForm(c)
  return page(c, (frame) => <FormPage {...{ frame, form, refusal }} />, refusal === undefined ? 200 : 422)
}

draftRoutes.get(at, (c) => showForm(c))

const changes: Readonly<Record<string, (draft: Definition, code: string) => Definition>> = {
  ulespoole: (draft, code) => withMoved(draft, code, -1),
  allapoole: (draft, code) => withMoved(draft, code, 1),
  eemaldamine: withoutField,
}

for (const [step, change] of Object.entries(changes)) {
  const path = `${at}/kusimused/${inAddress.code}/${step}`
  draftRoutes.get(path, (c) => seeOther(c, formsPaths.form(c.req.param('id') ?? '')))
  draftRoutes.post(path, async (c) => {
    const form = await shownForm(c)
    const words = editorErrorMessages[c.var.language]
    const read = await readForm(c, z.object({ revision: revisionField }), words.errors)
    if (!read.ok) return showForm(c, words.errors.invalid)
    const definition = change(form.draft, c.req.param('code') ?? '')
    const outcome = await saveDraft(c.var.ctx, form.id, { revision: read.input.revision, definition })
    if (outcome.ok) return seeOther(c, formsPaths.form(form.id))
    return showForm(c, words.refusals[outcome.refusal])
  })
}

draftRoutes.get(`${at}/eelvaade`, async (c) => {
  const { ctx, language } = c.var
  const form = await shownForm(c)
  const query = new URL(c.req.url).searchParams
  const values: Record<string, string> = {}
  for (const name of new Set(query.keys())) values[name] = query.getAll(name).join(',')
  const hasAddress = form.draft.fields.some(({ type }) => type === 'address')
  const settlements = hasAddress
    ? (await listSettlements(ctx.db)).map((one) => ({ code: one.ehak, name: nameOfSettlement(one, 'et') }))
    : []
  const read = query.size === 0 ? null : readAnswers(form.draft, values, { settlements })
  const tried = read === null ? null : read.ok ? sayAnswers(form.draft, read.answers, language, 'staff') : []
  const errors = read === null || read.ok ? {} : sayErrors(read.errors, language)
  const shown = { form: read === null ? emptyForm : { values, errors }, settlements, tried }
  const stop = read !== null && !read.ok && read.stop !== undefined ? readText(read.stop, language).text : undefined
  return page(c, (frame) => <PreviewPage frame={frame} edited={form} stop={stop} {...shown} />)
})
