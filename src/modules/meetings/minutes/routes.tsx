import { Hono } from 'hono'
import { authorize, NotFound } from '#platform/context.ts'
import { emptyForm, readForm, type FormState } from '#platform/forms.ts'
import { readText } from '#platform/language.ts'
import type { PdfDocument } from '#platform/typst/pdf-document.ts'
import { answerPdf } from '#platform/web/answer-pdf.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { nameOfMeeting } from '../messages/names.ts'
import { inAddress, meetingDeskPaths, meetingPaths } from '../paths.ts'
import { findMeeting } from '../queries/meetings.ts'
import { showMeetingAtDesk } from '../routes/desk.tsx'
import { isPublic, preparesMeetings } from '../rules.ts'
import { dayOf, minutesBlocks, type MinutesOf } from './blocks.ts'
import { minutesMessages } from './messages.ts'
import { MinutesDeskPage, MinutesPage } from './minutes-pages.tsx'
import { findSummaries, listVersions, type Summaries } from './queries.ts'
import { readMinutes } from './read-minutes.ts'
import {
  publishMinutes,
  publishMinutesInput,
  summariesInput,
  writeMinutes,
  type WriteOutcome,
} from './write-minutes.ts'

export const minutesRoutes = new Hono<AppEnv>()

const numberOf = (c: WebContext): number => Number(c.req.param('number'))
const readerOf = ({ var: { language, site } }: WebContext) => ({ language, timeZone: site.settings.timeZone })

async function publishedOf(c: WebContext) {
  const { db } = c.var.ctx
  const meeting = await findMeeting(db, { number: numberOf(c) })
  const versions = meeting === undefined || !isPublic(meeting) ? [] : await listVersions(db, meeting.id)
  if (meeting === undefined || versions.length === 0) throw new NotFound()
  return { meeting, versions }
}

minutesRoutes.get(meetingPaths.minutes(inAddress.number), async (c) => {
  const { meeting, versions } = await publishedOf(c)
  const asked = c.req.query('versioon')
  const version = asked === undefined ? versions[0] : versions.find((one) => String(one.version) === asked)
  if (version === undefined) throw new NotFound()
  const blocks = minutesBlocks(await readMinutes(c.var.ctx.db, meeting, version.summaries), readerOf(c))
  return page(c, (frame) => <MinutesPage {...{ frame, meeting, version, versions, blocks }} />)
})

minutesRoutes.get(meetingPaths.minutesPdf(inAddress.number), async (c) => {
  const { site, language, ctx } = c.var
  const { meeting, versions } = await publishedOf(c)
  return answerPdf(c, async (): Promise<PdfDocument> => {
    const of = await readMinutes(ctx.db, meeting, versions[0]!.summaries)
    return document(of, c, readText(site.settings.name, language).text)
  })
})

function document(of: MinutesOf, c: WebContext, author: string): PdfDocument {
  const reader = readerOf(c)
  const title = minutesMessages[reader.language].fullTitle(nameOfMeeting(of.meeting, reader.language))
  return {
    title,
    language: reader.language,
    author,
    date: dayOf(of, reader.timeZone),
    header: title,
    footer: author,
    pageWord: minutesMessages[reader.language].page,
    blocks: [{ kind: 'heading', level: 1, text: title }, ...minutesBlocks(of, reader)],
  }
}

async function showDesk(c: WebContext, attempt?: FormState, refusal?: string): Promise<Response> {
  const { ctx } = c.var
  authorize(preparesMeetings(ctx.actor))
  const meeting = await findMeeting(ctx.db, { number: numberOf(c) })
  if (meeting?.state !== 'held') throw new NotFound()
  const summaries = await findSummaries(ctx.db, meeting.id)
  const of = await readMinutes(ctx.db, meeting, summaries)
  const parts = {
    meeting,
    items: of.view.agenda.filter(({ closed }) => closed === null).map(({ id, title }) => ({ id, title })),
    isPublished: (await listVersions(ctx.db, meeting.id)).length > 0,
    blocks: minutesBlocks(of, readerOf(c)),
    form: { values: { ...valuesOf(summaries), ...attempt?.values }, errors: attempt?.errors ?? {} },
    refusal,
  }
  const isWrong = attempt !== undefined || refusal !== undefined
  return privatePage(c, (frame) => <MinutesDeskPage {...{ frame, ...parts }} />, isWrong ? 422 : 200)
}

const valuesOf = (summaries: Summaries): Record<string, string> =>
  Object.fromEntries(Object.entries(summaries).map(([item, words]) => [`kokkuvote-${item}`, words]))

minutesRoutes.get(meetingDeskPaths.minutes(inAddress.number), (c) => showDesk(c))
minutesRoutes.get(meetingDeskPaths.publishMinutes(inAddress.number), (c) =>
  seeOther(c, meetingDeskPaths.minutes(numberOf(c))),
)

async function finish(c: WebContext, values: Record<string, string>, outcome: WriteOutcome): Promise<Response> {
  if (outcome.ok) return seeOther(c, meetingDeskPaths.minutes(numberOf(c)))
  const words = minutesMessages[c.var.language].refusals[outcome.refusal]
  if (outcome.refusal === 'becauseMissing') return showDesk(c, { values, errors: { because: words } })
  if (outcome.refusal === 'notHeld') return showMeetingAtDesk(c, { form: emptyForm, refusal: words })
  return showDesk(c, { ...emptyForm, values }, words)
}

minutesRoutes.post(meetingDeskPaths.minutes(inAddress.number), async (c) => {
  const read = await readForm(c, summariesInput, minutesMessages[c.var.language].errors)
  if (!read.ok) return showDesk(c, read.form)
  return finish(c, read.values, await writeMinutes(c.var.ctx, numberOf(c), read.input))
})

minutesRoutes.post(meetingDeskPaths.publishMinutes(inAddress.number), async (c) => {
  const read = await readForm(c, publishMinutesInput, minutesMessages[c.var.language].errors)
  if (!read.ok) return showDesk(c, read.form)
  return finish(c, read.values, await publishMinutes(c.var.ctx, numberOf(c), read.input))
})
