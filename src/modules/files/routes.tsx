import { Hono } from 'hono'
import { authorize, NotFound } from '#platform/context.ts'
import { saySubjects } from '#platform/subject-words.ts'
import { page, seeOther, type AppEnv } from '#platform/web/http.ts'
import { imageWidths } from './kinds.ts'
import { openFile } from './open-file.ts'
import { AddressPage } from './pages/address-page.tsx'
import { FilePage } from './pages/file-page.tsx'
import { WorkFilesPage } from './pages/work-files-page.tsx'
import { filePaths, idPattern } from './paths.ts'
import { listForAdministrators } from './queries/files.ts'
import { canSeeAllFiles } from './rules.ts'
import { serveFile } from './serve-file.ts'
import { showFile } from './show-file.ts'

export const fileRoutes = new Hono<AppEnv>()

fileRoutes.get(`/failid/${idPattern}`, async (c) => {
  const file = await showFile(c.var.ctx, c.var.site, c.req.param('id'))
  return page(c, (frame) => <FilePage {...{ frame, file }} />)
})

fileRoutes.get(`/failid/${idPattern}/:name`, async (c) => {
  const { ctx, site } = c.var
  const id = c.req.param('id')
  const asked = c.req.query('laius')
  const width = imageWidths.find((one) => String(one) === asked)
  if (asked !== undefined && width === undefined) throw new NotFound()
  const { kuni, kellele, allkiri } = c.req.query()
  const outcome = await openFile(ctx, site, { id, width, signed: { kuni, kellele, allkiri } })
  if (outcome.ok) return serveFile(c, outcome.file)
  const { why } = outcome
  if (why === 'others') return page(c, (frame) => <AddressPage {...{ frame, why }} />, 403)
  if (why === 'expired') return page(c, (frame) => <AddressPage {...{ frame, why }} />, 410)
  if (why === 'removed') {
    const file = await showFile(ctx, site, id)
    return page(c, (frame) => <FilePage {...{ frame, file }} />, 410)
  }
  return seeOther(c, filePaths.page(id))
})

fileRoutes.get(filePaths.work, async (c) => {
  authorize(canSeeAllFiles(c.var.ctx.actor))
  const files = await listForAdministrators(c.var.ctx.db)
  const belongings = await saySubjects(
    c.var.ctx,
    files.flatMap(({ attachedTo }) => attachedTo ?? []),
  )
  return page(c, (frame) => <WorkFilesPage {...{ frame, files, belongings }} />)
})
