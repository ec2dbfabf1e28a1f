import { Hono } from 'hono'
import { authorize, NotFound, timeZoneOf, todayOf, type Context } from '#platform/context.ts'
import { readForm } from '#platform/forms.ts'
import { page, seeOther, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { privatePage } from '#platform/web/private-page.ts'
import { registry } from '#modules/people/index.ts'
import { preparesMeetings } from '../rules.ts'
import { AttendancePage } from './attendance-page.tsx'
import { keepTerm, termInput } from './keep-term.ts'
import { recordMessages } from './messages.ts'
import { recordPaths } from './paths.ts'
import { RecordPage } from './person-page.tsx'
import {
  attendanceOfPerson,
  findRecordedPerson,
  listVotes,
  meetingsOfPerson,
  votesOfPerson,
  type VoteCursor,
} from './person-queries.ts'
import { attendanceByMeeting, attendanceByPerson, listRecordedBodies } from './queries.ts'
import { stretchesOf } from './stretch.ts'
import { listAllTerms, listTerms } from './terms.ts'
import { TermsPage, type TermsAttempt } from './terms-page.tsx'
import { VotesPage } from './votes-page.tsx'

export const recordRoutes = new Hono<AppEnv>()

const pageLength = 50
const pageOf = (ctx: Context) => ({ limit: pageLength + 1, today: todayOf(ctx) })
const mostMeetings = 30

recordRoutes.get(recordPaths.attendance, async (c) => {
  const { ctx } = c.var
  const zone = timeZoneOf(ctx.db)
  const bodies = await listRecordedBodies(ctx.db, zone)
  const body = bodies.find(({ slug }) => slug === c.req.query('kogu')) ?? bodies[0]
  if (body === undefined)
    return page(c, (frame) => (
      <AttendancePage
        {...{ frame, bodies, stretches: [], persons: [], meetings: [] }}
        chosen={{ body: '', stretch: '' }}
      />
    ))
  const stretches = stretchesOf(await listTerms(ctx.db, body.id), body.firstYear, body.lastYear)
  const stretch = stretches.find(({ value }) => value === c.req.query('aeg')) ?? stretches[0]!
  const days = { bodyId: body.id, from: stretch.from, until: stretch.until }
  const persons = await attendanceByPerson(ctx.db, days, zone)
  const meetings = await attendanceByMeeting(ctx.db, days, zone)
  const chosen = { body: body.slug, stretch: stretch.value }
  return page(c, (frame) => <AttendancePage {...{ frame, bodies, chosen, stretches, persons, meetings }} />)
})

/** „2026-11-23T10:00:00.000Z_id” */
function cursorOf(text: string | undefined): VoteCursor | null {
  const found = /^(\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z)_([\w-]{1,100})$/.exec(text ?? '')
  if (found === null) return null
  const at = new Date(found[1]!)
  return Number.isNaN(at.getTime()) ? null : { at, voteId: found[2]! }
}

/** The page and where it goes on. */
function paged<Line extends { statedAt: Date; voteId: string }>(found: readonly Line[]) {
  const votes = found.slice(0, pageLength)
  const last = votes.at(-1)
  const hasMore = found.length > pageLength && last !== undefined
  return { votes, older: hasMore ? `${last.statedAt.toISOString()}_${last.voteId}` : null }
}

recordRoutes.get(recordPaths.votes, async (c) => {
  const { ctx } = c.var
  const bodies = await registry.listBodyChoices(ctx.db)
  const asked = c.req.query('kogu') ?? ''
  const body = bodies.some(({ slug }) => slug === asked) ? asked : ''
  const { votes, older } = paged(await listVotes(ctx.db, body, cursorOf(c.req.query('enne')), pageOf(ctx)))
  return page(c, (frame) => <VotesPage {...{ frame, bodies, body, votes, older }} />)
})

recordRoutes.get(recordPaths.person(':slug{[a-z0-9-]{1,200}}'), async (c) => {
  const { ctx } = c.var
  const person = await findRecordedPerson(ctx.db, c.req.param('slug') ?? '', todayOf(ctx))
  if (person === undefined) throw new NotFound()
  const years = await attendanceOfPerson(ctx.db, person.id, timeZoneOf(ctx.db))
  const meetings = await meetingsOfPerson(ctx.db, person.id, mostMeetings)
  const cursor = cursorOf(c.req.query('enne'))
  const { votes, older } = paged(await votesOfPerson(ctx.db, person.id, cursor, pageOf(ctx)))
  return page(c, (frame) => <RecordPage {...{ frame, person, years, meetings, votes, older }} />)
})

async function showTerms(c: WebContext, attempt?: TermsAttempt): Promise<Response> {
  const { ctx } = c.var
  authorize(preparesMeetings(ctx.actor))
  const bodies = await registry.listBodyChoices(ctx.db)
  const terms = await listAllTerms(ctx.db)
  return privatePage(
    c,
    (frame) => <TermsPage {...{ frame, bodies, terms, attempt }} />,
    attempt === undefined ? 200 : 422,
  )
}

recordRoutes.get(recordPaths.terms, (c) => showTerms(c))

recordRoutes.post(recordPaths.terms, async (c) => {
  const t = recordMessages[c.var.language]
  const read = await readForm(c, termInput, t.errors)
  if (!read.ok) return showTerms(c, { form: read.form })
  const outcome = await keepTerm(c.var.ctx, read.input)
  if (outcome.ok) return seeOther(c, recordPaths.terms)
  return showTerms(c, { form: { values: read.values, errors: {} }, refusal: t.refusals[outcome.refusal] })
})
