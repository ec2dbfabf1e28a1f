import { Hono } from 'hono'
import * as z from 'zod'
import { NotFound, todayOf, type Context } from '#platform/context.ts'
import { readForm } from '#platform/forms.ts'
import { page, seeOther, type AppEnv } from '#platform/web/http.ts'
import { pairCommitments } from '../difference.ts'
import { findImport, readImport, saveImport, shortNameOf, type FoundImport } from '../import-plan.ts'
import { deskErrorMessages } from '../messages/desk-errors.ts'
import { importMessages } from '../messages/import.ts'
import type { Compared } from '../pages/compared.ts'
import { ImportPage } from '../pages/import-page.tsx'
import { deskPaths, inAddress } from '../paths.ts'
import { listEstonianWordings } from '../queries/version-pages.ts'
import { findVersionInForce } from '../queries/versions.ts'
import { showDesk } from './desk.tsx'

export const importRoutes = new Hono<AppEnv>()

importRoutes.get(deskPaths.import, (c) => seeOther(c, `${deskPaths.desk}#import`))

importRoutes.post(deskPaths.import, async (c) => {
  const words = deskErrorMessages[c.var.language]
  const form = await readForm(c, z.object({}), words.errors)
  const document = form.ok ? form.files.document : undefined
  if (document === undefined) {
    return showDesk(c, { form: { values: {}, errors: { document: words.errors.documentMissing } } }, 422)
  }
  const bytes = new Uint8Array(await document.arrayBuffer())
  const outcome = await readImport(c.var.ctx, bytes, document.name)
  if (outcome.ok) return seeOther(c, deskPaths.importPreview(outcome.id))
  const errors = { document: importMessages[c.var.language].refusals[outcome.refusal] }
  return showDesk(c, { form: { values: { fileName: document.name }, errors } }, 422)
})

/** Paired as saving will pair them, so that what is shown is what will be. */
async function compareWithPlanInForce({ db, ...ctx }: Context, { plan }: FoundImport) {
  const inForce = await findVersionInForce(db, todayOf({ db, now: ctx.now }))
  if (inForce === undefined) return null
  const before = await listEstonianWordings(db, [inForce.number])
  const read = plan.chapters.flatMap((chapter) =>
    chapter.commitments.map((one) => ({ ...one, chapter: String(chapter.number), chapterTitle: chapter.title })),
  )
  const known = pairCommitments(
    before.map((row) => ({ row, number: row.number, text: row.text })),
    read.map((row) => ({ row, number: row.number, text: row.text })),
  )
  const after = read.map((row): Compared => {
    const old = known.get(row)
    return { ...row, id: old?.id ?? `new ${row.number}`, name: old?.name ?? shortNameOf(row.text) }
  })
  return { before, after }
}

importRoutes.get(`${deskPaths.import}/${inAddress.id}`, async (c) => {
  const found = await findImport(c.var.ctx, c.req.param('id'))
  if (found === undefined) throw new NotFound()
  const difference = await compareWithPlanInForce(c.var.ctx, found)
  return page(c, (frame) => <ImportPage {...{ frame, found, difference }} />)
})

importRoutes.post(`${deskPaths.import}/${inAddress.id}/salvestamine`, async (c) => {
  const saved = await saveImport(c.var.ctx, c.req.param('id'))
  return seeOther(c, deskPaths.version(saved.number))
})
