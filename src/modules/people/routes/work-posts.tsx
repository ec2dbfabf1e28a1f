import { Hono } from 'hono'
import { authorize, NotFound, todayOf } from '#platform/context.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { closePost, closePostInput } from '../close-post.ts'
import { createPost, createPostInput } from '../create-post.ts'
import { editPost, editPostInput } from '../edit-post.ts'
import { workMessages } from '../messages/work.ts'
import { EndPage } from '../pages/work/end-page.tsx'
import { PostFormPage } from '../pages/work/post-form-page.tsx'
import type { WorkRefusal } from '../pages/work/work-form-page.tsx'
import { idPattern, peoplePaths } from '../paths.ts'
import { findPost, type Body, type Post } from '../queries/bodies.ts'
import { listRoles } from '../roles.ts'
import { canManageBodies } from '../rules.ts'
import { bodyOf } from './work-bodies.tsx'

export const workPostRoutes = new Hono<AppEnv>()

const wordsOf = (c: WebContext) => workMessages[c.var.language].errors

type PostFormState = { body: Body; post: Post | null; form: FormState; refusal?: WorkRefusal }

function statusOf({ form, refusal }: Pick<PostFormState, 'form' | 'refusal'>) {
  return refusal === undefined && Object.keys(form.errors).length === 0 ? 200 : 422
}

function showForm(c: WebContext, state: PostFormState) {
  const { post, form } = state
  const roles = [...new Set([...listRoles(), ...(post?.roles ?? [])])]
  const idempotencyKey = post === null ? (form.values.idempotencyKey ?? crypto.randomUUID()) : undefined
  return page(c, (frame) => <PostFormPage {...{ frame, ...state, roles, idempotencyKey }} />, statusOf(state))
}

async function postOf(c: WebContext, id: string): Promise<{ post: Post; body: Body }> {
  authorize(canManageBodies(c.var.ctx.actor))
  const post = await findPost(c.var.ctx.db, id, todayOf(c.var.ctx))
  if (post === undefined) throw new NotFound()
  return { post, body: await bodyOf(c, post.bodyId) }
}

workPostRoutes.get(`/too/kogud/${idPattern}/ametikohad/uus`, async (c) => {
  const body = await bodyOf(c, c.req.param('id'))
  return showForm(c, { body, post: null, form: { values: { seats: '1' }, errors: {} } })
})

workPostRoutes.post(`/too/kogud/${idPattern}/ametikohad`, async (c) => {
  const body = await bodyOf(c, c.req.param('id'))
  const read = await readForm(c, createPostInput, wordsOf(c))
  if (!read.ok) return showForm(c, { body, post: null, form: read.form })
  const outcome = await createPost(c.var.ctx, body.id, read.input)
  if (outcome.ok) return seeOther(c, peoplePaths.workBody(body.id))
  return showForm(c, { body, post: null, form: { values: read.values, errors: {} }, refusal: outcome.refusal })
})

workPostRoutes.get(`/too/ametikohad/${idPattern}/muutmine`, async (c) => {
  const { body, post } = await postOf(c, c.req.param('id'))
  return showForm(c, { body, post, form: { values: valuesOf(post), errors: {} } })
})

workPostRoutes.post(`/too/ametikohad/${idPattern}/muutmine`, async (c) => {
  const { body, post } = await postOf(c, c.req.param('id'))
  const read = await readForm(c, editPostInput, wordsOf(c))
  if (!read.ok) return showForm(c, { body, post, form: read.form })
  const outcome = await editPost(c.var.ctx, post.id, read.input)
  if (outcome.ok) return seeOther(c, peoplePaths.workBody(body.id))
  return showForm(c, { body, post, form: { values: read.values, errors: {} }, refusal: outcome.refusal })
})

function valuesOf({ title, aliases, roles, represents, seats }: Post): Record<string, string> {
  return {
    'title.et': title.et,
    'title.en': title.en ?? '',
    'title.ru': title.ru ?? '',
    aliases: aliases.join('\n'),
    roles: roles.join(','),
    seats: String(seats),
    ...(represents ? { represents: 'on' } : {}),
  }
}

type CloseState = { body: Body; post: Post; form: FormState; refusal?: WorkRefusal }

function showClose(c: WebContext, { body, post, form, refusal }: CloseState) {
  const about = readText(post.title, c.var.language).text
  const crumb = { label: readText(body.name, c.var.language).text, path: peoplePaths.workBody(body.id) }
  const parts = { form, refusal, about, action: peoplePaths.workPostClose(post.id), body: crumb }
  const status = statusOf({ form, ...(refusal === undefined ? {} : { refusal }) })
  return page(c, (frame) => <EndPage frame={frame} what="post" {...parts} />, status)
}

workPostRoutes.get(`/too/ametikohad/${idPattern}/sulgemine`, async (c) => {
  const found = await postOf(c, c.req.param('id'))
  return showClose(c, { ...found, form: { values: { on: todayOf(c.var.ctx) }, errors: {} } })
})

workPostRoutes.post(`/too/ametikohad/${idPattern}/sulgemine`, async (c) => {
  const found = await postOf(c, c.req.param('id'))
  const read = await readForm(c, closePostInput, wordsOf(c))
  if (!read.ok) return showClose(c, { ...found, form: read.form })
  const outcome = await closePost(c.var.ctx, found.post.id, read.input)
  if (outcome.ok) return seeOther(c, peoplePaths.workBody(found.body.id))
  return showClose(c, { ...found, form: { values: read.values, errors: {} }, refusal: outcome.refusal })
})
