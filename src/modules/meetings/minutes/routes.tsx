import { Hono } from 'hono'
import { authorize, NotFound, todayOf } from '#platform/context.ts'
import { emptyForm, readForm } from '#platform/forms.ts'
import { makePdf } from '#platform/typst/make-pdf.ts'
import { answerPdf } from '#platform/web/answer-pdf.ts'
import { keepUntilChange, page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { inAddress, meetingDeskPaths, meetingPaths } from '../paths.ts'
import { findMeeting } from '../queries/meetings.ts'
import { readState } from '../read-state.ts'
import { showMeetingAtDesk } from '../routes/desk.tsx'
import { isPublic } from '../rules.ts'
import { akomaNtoso } from './akoma-ntoso.ts'
import { blocksOf } from './keep-version.ts'
import { minutesMessages } from './messages.ts'
import { minutesDocument } from './minutes-document.ts'
import { FullMinutesPage, MinutesPage } from './minutes-pages.tsx'
import { listVersions } from './queries.ts'
import { isOfBody } from './review/rules.ts'
import { showMinutesDesk } from './show-desk.tsx'
import { shownBlocks } from './shown-blocks.ts'
import { listSigned } from './signing/queries.ts'
import {
  publishMinutes,
  publishMinutesInput,
  summariesInput,
  writeMinutes,
  type WriteOutcome,
} from './write-minutes.ts'

export const minutesRoutes = new Hono<AppEnv>()

const numberOf = (c: WebContext): number => Number(c.req.param('number'))

async function publishedOf(c: WebContext) {
  const { db } = c.var.ctx
  const meeting = await findMeeting(db, { number: numberOf(c) })
  const versions = meeting === undefined || !isPublic(meeting) ? [] : await listVersions(db, meeting.id)
  if (meeting === undefined || versions.length === 0) throw new NotFound()
  const asked = c.req.query('versioon')
  const version = asked === undefined ? versions[0] : versions.find((one) => String(one.version) === asked)
  if (version === undefined) throw new NotFound()
  const state = await readState(db, meeting.id)
  const readsFull = state !== undefined && isOfBody(c.var.ctx.actor, meeting, state)
  return { meeting, versions, version, readsFull }
}

minutesRoutes.get(meetingPaths.minutes(inAddress.number), async (c) => {
  const { ctx, language } = c.var
  const { meeting, version, versions, readsFull } = await publishedOf(c)
  const { blocks, isInPart } = await shownBlocks(ctx.db, meeting, version, { language, today: todayOf(ctx) })
  const hash = version.hashes?.public ?? null
  const signed = await listSigned(ctx.db, meeting.id, version.version, 'public')
  const parts = { meeting, version, versions, blocks, isInPart, hash, readsFull, signed }
  return page(c, (frame) => <MinutesPage {...{ frame, ...parts }} />)
})

minutesRoutes.get(meetingPaths.minutesPdf(inAddress.number), async (c) => {
  const { site, language, ctx } = c.var
  const { meeting, versions } = await publishedOf(c)
  return answerPdf(c, async () => {
    const { blocks } = await shownBlocks(ctx.db, meeting, versions[0]!, { language, today: todayOf(ctx) })
    return minutesDocument({ db: ctx.db, site }, meeting, blocks, language)
  })
})

minutesRoutes.get(meetingPaths.minutesXml(inAddress.number), async (c) => {
  const { site, language, ctx } = c.var
  const { meeting, version } = await publishedOf(c)
  const { blocks } = await shownBlocks(ctx.db, meeting, version, { language, today: todayOf(ctx) })
  keepUntilChange(c)
  const xml = akomaNtoso({ meeting, version, blocks, language, timeZone: site.settings.timeZone })
  return c.body(xml, 200, { 'Content-Type': 'application/akn+xml; charset=utf-8' })
})

minutesRoutes.get(meetingPaths.fullMinutes(inAddress.number), async (c) => {
  const { ctx, language } = c.var
  const { meeting, version, readsFull } = await publishedOf(c)
  authorize(readsFull)
  const blocks = (await blocksOf(ctx.db, meeting, version, 'full'))[language]
  const signed = await listSigned(ctx.db, meeting.id, version.version, 'full')
  const parts = { meeting, version, blocks, hash: version.hashes?.full ?? null, signed }
  return privatePage(c, (frame) => <FullMinutesPage {...{ frame, ...parts }} />)
})

minutesRoutes.get(meetingPaths.fullMinutesPdf(inAddress.number), async (c) => {
  const { ctx, language, site } = c.var
  const { meeting, version, readsFull } = await publishedOf(c)
  authorize(readsFull)
  const blocks = (await blocksOf(ctx.db, meeting, version, 'full'))[language]
  const bytes = await makePdf(minutesDocument({ db: ctx.db, site }, meeting, blocks, language), 'ua-1')
  return c.body(bytes, 200, { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' })
})

minutesRoutes.get(meetingDeskPaths.minutes(inAddress.number), (c) => showMinutesDesk(c))
minutesRoutes.get(meetingDeskPaths.publishMinutes(inAddress.number), (c) =>
  seeOther(c, meetingDeskPaths.minutes(numberOf(c))),
)

async function finish(c: WebContext, values: Record<string, string>, outcome: WriteOutcome): Promise<Response> {
  if (outcome.ok) return seeOther(c, meetingDeskPaths.minutes(numberOf(c)))
  const words = minutesMessages[c.var.language].refusals[outcome.refusal]
  if (outcome.refusal === 'becauseMissing') return showMinutesDesk(c, { values, errors: { because: words } })
  if (outcome.refusal === 'notHeld') return showMeetingAtDesk(c, { form: emptyForm, refusal: words })
  return showMinutesDesk(c, { ...emptyForm, values }, words)
}

minutesRoutes.post(meetingDeskPaths.minutes(inAddress.number), async (c) => {
  const read = await readForm(c, summariesInput, minutesMessages[c.var.language].errors)
  if (!read.ok) return showMinutesDesk(c, read.form)
  return finish(c, read.values, await writeMinutes(c.var.ctx, numberOf(c), read.input))
})

minutesRoutes.post(meetingDeskPaths.publishMinutes(inAddress.number), async (c) => {
  const read = await readForm(c, publishMinutesInput, minutesMessages[c.var.language].errors)
  if (!read.ok) return showMinutesDesk(c, read.form)
  return finish(c, read.values, await publishMinutes(c.var.ctx, numberOf(c), read.input))
})
