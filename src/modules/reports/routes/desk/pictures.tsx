import { Hono } from 'hono'
import { NotFound, personOf, system } from '#platform/context.ts'
import { readForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import { seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { listAttached, reading } from '#modules/files/index.ts'
import { deskMessages } from '../../messages/desk.ts'
import { pictureMessages } from '../../messages/pictures.ts'
import { CoverPage, OriginalPage, type Picture } from '../../pages/work/picture-pages.tsx'
import { inAddress, reportDeskPaths as paths } from '../../paths.ts'
import { coverInput } from '../../pictures/boxes.ts'
import { coverPhoto, openOriginal, openOriginalInput, originalSubject } from '../../pictures/cover-photo.ts'
import { fileSubjectsOf } from '../../readers.ts'
import { reportAtDesk, showAtDesk } from './show-report.tsx'

export const pictureRoutes = new Hono<AppEnv>()

const minutesToLook = 10

/** A picture of one of the report's subjects, by an address for this person alone. */
async function findPicture(c: WebContext, subjects: readonly string[]): Promise<Picture> {
  const { ctx, site, language } = c.var
  const files = await listAttached({ ...ctx, actor: system }, subjects)
  const file = files.find(
    ({ id, state, removedAt }) => id === c.req.param('update') && state === 'checked' && removedAt === null,
  )
  if (file === undefined || file.width === null) throw new NotFound()
  const { id, width, height, description } = file
  const until = new Date(ctx.now.getTime() + minutesToLook * 60_000)
  const src = reading.signFileAddress(site.keys, file, personOf(ctx.actor), until)
  return { id, width, height, src, words: description === null ? '' : readText(description, language).text }
}

async function show(c: WebContext, attempt: { form?: FormState; refusal?: string } = {}): Promise<Response> {
  const { id, number } = await reportAtDesk(c)
  const picture = await findPicture(c, fileSubjectsOf(id))
  const status = attempt.form === undefined && attempt.refusal === undefined ? 200 : 422
  return privatePage(c, (frame) => <CoverPage {...{ frame, number, picture, ...attempt }} />, status)
}

const where = (c: WebContext) => ({ number: Number(c.req.param('number')), file: c.req.param('update') ?? '' })

pictureRoutes.get(paths.picture(inAddress.number, inAddress.update), (c) => show(c))
pictureRoutes.post(paths.picture(inAddress.number, inAddress.update), async (c) => {
  const { ctx, site, language } = c.var
  await reportAtDesk(c)
  const t = pictureMessages[language]
  const read = await readForm(c, coverInput, { ...deskMessages[language].errors, ...t.errors })
  if (!read.ok) return show(c, read)
  const outcome = await coverPhoto(ctx, site, where(c), read.input)
  if (outcome.ok) return seeOther(c, paths.report(where(c).number))
  return show(c, { form: { values: read.values, errors: {} }, refusal: t.errors[outcome.refusal] })
})

pictureRoutes.get(paths.original(inAddress.number, inAddress.update), (c) => seeOther(c, paths.report(where(c).number)))
pictureRoutes.post(paths.original(inAddress.number, inAddress.update), async (c) => {
  const { ctx, language } = c.var
  const { id, number } = await reportAtDesk(c)
  const words = { ...deskMessages[language].errors, ...pictureMessages[language].errors }
  const read = await readForm(c, openOriginalInput, words)
  if (!read.ok) return showAtDesk(c, read)
  await openOriginal(ctx, where(c), read.input)
  const picture = await findPicture(c, [originalSubject(id)])
  return privatePage(c, (frame) => <OriginalPage {...{ frame, number, picture }} />)
})
