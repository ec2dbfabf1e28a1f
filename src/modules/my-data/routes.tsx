import { Readable } from 'node:stream'
import { Hono } from 'hono'
import * as z from 'zod'
import { personOf } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { page, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { collectData } from './collect-data.ts'
import { findHindrance, forgetPerson } from './forget-person.ts'
import { myDataMessages } from './messages.ts'
import { ForgottenPage } from './pages/forgotten-page.tsx'
import { MyDataPage } from './pages/my-data-page.tsx'
import { myDataPaths } from './paths.ts'
import { writeArchive } from './write-archive.ts'

const deletionInput = z.object({ sure: z.literal('on', 'notSure') })

export const myDataRoutes = new Hono<AppEnv>()

async function show(c: WebContext, form: FormState = emptyForm) {
  const { ctx, site, language } = c.var
  personOf(ctx.actor)
  const { lists, files } = await collectData(ctx, site)
  const hindrance = await findHindrance(ctx)
  const counts = Object.entries(lists).map(([name, rows]) => ({ name, count: rows.length }))
  const why = hindrance === null ? null : readText(hindrance, language).text
  const isWrong = Object.keys(form.errors).length > 0
  return page(c, (frame) => <MyDataPage {...{ frame, counts, form, why }} files={files.length} />, isWrong ? 422 : 200)
}

myDataRoutes.get(myDataPaths.home, (c) => show(c))

myDataRoutes.get(myDataPaths.archive, async (c) => {
  const { ctx, site, language } = c.var
  personOf(ctx.actor)
  const data = await collectData(ctx, site)
  const letter = myDataMessages[language].letter(readText(site.settings.name, language).text, ctx.now.toISOString())
  const body = Readable.toWeb(writeArchive(data, letter, ctx.now)) as ReadableStream
  return c.body(body, 200, {
    'Content-Type': 'application/zip',
    'Content-Disposition': 'attachment; filename="minu-andmed.zip"',
    'Cache-Control': 'private, no-store',
  })
})

myDataRoutes.post(myDataPaths.deletion, async (c) => {
  personOf(c.var.ctx.actor)
  const read = await readForm(c, deletionInput, myDataMessages[c.var.language].errors)
  if (!read.ok) return show(c, read.form)
  const outcome = await forgetPerson(c.var.ctx)
  if (!outcome.ok) {
    return show(c, { values: read.values, errors: { form: readText(outcome.why, c.var.language).text } })
  }
  // Nobody is signed in any more; the cookie that the browser still holds opens nothing.
  return page(c, (frame) => <ForgottenPage frame={{ ...frame, viewer: null, workspace: [] }} kept={outcome.kept} />)
})
