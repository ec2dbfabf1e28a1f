import { Hono } from 'hono'
import { NotFound } from '#platform/context.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { fieldTypes, type FieldType } from '../definition.ts'
import { withField } from '../edit-definition.ts'
import { fieldFrom, fieldInput, type FieldBefore } from '../field-input.ts'
import { valuesOfField, valuesOfNewField } from '../field-values.ts'
import { editorErrorMessages } from '../messages/editor-errors.ts'
import { FieldPage } from '../pages/field-page.tsx'
import { formsPaths, inAddress } from '../paths.ts'
import { saveDraft } from '../save-draft.ts'
import { shownForm, type ShownForm } from './shown-form.ts'

export const fieldRoutes = new Hono<AppEnv>()

const at = `${formsPaths.desk}/${inAddress.id}`

type Edited = FieldBefore & { form: ShownForm }
type Attempt = { state: FormState; refusal?: string }

/** The question of the address, or the new one of the kind that was asked for. */
async function editedField(c: WebContext, type?: FieldType): Promise<Edited> {
  const form = await shownForm(c)
  const taken = form.draft.fields.map(({ code }) => code)
  if (type !== undefined) return { form, type, field: undefined, taken }
  const field = form.draft.fields.find(({ code }) => code === c.req.param('code'))
  if (field === undefined) throw new NotFound()
  return { form, type: field.type, field, taken }
}

function show(c: WebContext, edited: Edited, { state, refusal }: Attempt, status: 200 | 422 = 200): Promise<Response> {
  return page(c, (frame) => <FieldPage {...{ frame, ...edited, state, refusal }} />, status)
}

async function save(c: WebContext, edited: Edited): Promise<Response> {
  const { form, field } = edited
  const words = editorErrorMessages[c.var.language]
  const read = await readForm(c, fieldInput, words.errors)
  if (!read.ok) return show(c, edited, { state: read.form }, 422)
  const made = fieldFrom(read.input, read.values, edited)
  if (!made.ok) {
    const errors = Object.fromEntries(Object.entries(made.errors).map(([name, code]) => [name, words.errors[code]]))
    return show(c, edited, { state: { values: read.values, errors } }, 422)
  }
  const definition = withField(form.draft, made.field)
  const outcome = await saveDraft(c.var.ctx, form.id, { revision: read.input.revision, definition })
  if (outcome.ok) return seeOther(c, `${formsPaths.form(form.id)}#kusimus-${made.field.code}`)
  // The page comes back with the newest draft's number: sent again, the question goes into that draft.
  const state = { values: read.values, errors: {} }
  const newest = field === undefined ? await editedField(c, edited.type) : await editedField(c)
  return show(c, newest, { state, refusal: words.refusals[outcome.refusal] }, 422)
}

function typeIn(text: string | undefined): FieldType {
  const type = fieldTypes.find((one) => one === text)
  if (type === undefined) throw new NotFound()
  return type
}

fieldRoutes.get(`${at}/uus-kusimus`, async (c) => {
  const edited = await editedField(c, typeIn(c.req.query('liik')))
  return show(c, edited, { state: { values: valuesOfNewField(edited.type), errors: {} } })
})

fieldRoutes.post(`${at}/uus-kusimus`, async (c) => save(c, await editedField(c, typeIn(c.req.query('liik')))))

fieldRoutes.get(`${at}/kusimused/${inAddress.code}`, async (c) => {
  const edited = await editedField(c)
  const values = edited.field === undefined ? {} : valuesOfField(edited.field)
  return show(c, edited, { state: { values, errors: {} } })
})

fieldRoutes.post(`${at}/kusimused/${inAddress.code}`, async (c) => save(c, await editedField(c)))
