import { Hono } from 'hono'
import { cors } from 'hono/cors'
import * as z from 'zod'
import type { ApiOperation } from '#platform/api-operation.ts'
import { NotFound, timeZoneOf, todayOf } from '#platform/context.ts'
import type { AppEnv, WebContext } from '#platform/web/http.ts'
import { listPublicIds } from '../oparl/queries/people.ts'
import { listItems } from '../queries/items.ts'
import { findMeeting, type Meeting } from '../queries/meetings.ts'
import { readState } from '../read-state.ts'
import { isPublic } from '../rules.ts'
import { listVoteRows } from './queries.ts'
import { publicSpeeches } from './speeches.ts'
import { voteEvent } from './vote-events.ts'

export const popoloRoutes = new Hono<AppEnv>()

const base = '/api/v1/meetings'
popoloRoutes.use(`${base}/*`, cors({ origin: '*', allowMethods: ['GET', 'HEAD'], maxAge: 86_400 }))

async function meetingOf(c: WebContext): Promise<Meeting> {
  const meeting = await findMeeting(c.var.ctx.db, { number: Number(c.req.param('number')) })
  if (meeting === undefined || !isPublic(meeting)) throw new NotFound()
  return meeting
}

/** Persons who are nobody of public life are not told of by their ids. */
async function publicOf(c: WebContext, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { ctx } = c.var
  return listPublicIds(ctx.db, { today: todayOf(ctx), timeZone: timeZoneOf(ctx.db) }, [...new Set(ids)])
}

popoloRoutes.get(`${base}/:number{\\d{1,9}}/votes`, async (c) => {
  const meeting = await meetingOf(c)
  const rows = await listVoteRows(c.var.ctx.db, meeting.id, todayOf(c.var.ctx))
  const shown = await publicOf(
    c,
    rows.flatMap(({ choices }) => choices.map(({ person }) => person)),
  )
  const told = rows.map((row) => ({ ...row, choices: row.choices.filter(({ person }) => shown.has(person)) }))
  return c.json({ vote_events: told.map((row) => voteEvent(meeting, row)) })
})

popoloRoutes.get(`${base}/:number{\\d{1,9}}/speeches`, async (c) => {
  const { db } = c.var.ctx
  const meeting = await meetingOf(c)
  const state = await readState(db, meeting.id)
  const items = await listItems(db, meeting.id)
  const bases = new Map(items.map(({ id, closedBasis }) => [id, closedBasis]))
  const speeches = state === undefined ? [] : publicSpeeches(state, bases)
  const shown = await publicOf(
    c,
    speeches.map(({ creator_id: id }) => id),
  )
  return c.json({ speeches: speeches.filter(({ creator_id: id }) => shown.has(id)) })
})

const ofMeeting = z.object({ meeting: z.int().min(1) })
const nullable = z.string().nullable()

/** Votes and speeches in the terms of Popolo, to which meetings in OParl lead by `avavald:voteEvents`. */
export const popoloOperations: readonly ApiOperation[] = [
  {
    method: 'get',
    path: `${base}/{meeting}/votes`,
    id: 'listVoteEvents',
    summary: 'Votes of a meeting with their motions and, where it was by name, who voted how (Popolo vote events)',
    parameters: { path: ofMeeting },
    answer: {
      contentType: 'application/json',
      schema: z.object({
        vote_events: z.array(
          z.object({
            id: z.string(),
            identifier: z.string(),
            organization_id: z.string(),
            legislative_session_id: z.string(),
            classification: nullable,
            motion: z.looseObject({ text: z.string(), result: nullable }),
            end_date: z.iso.datetime(),
            result: nullable,
            counts: z.array(z.object({ option: z.string(), value: z.int().nullable() })),
            votes: z.array(z.object({ vote_event_id: z.string(), voter_id: z.string(), option: z.string() })),
          }),
        ),
      }),
    },
    problems: [404],
  },
  {
    method: 'get',
    path: `${base}/{meeting}/speeches`,
    id: 'listSpeeches',
    summary: 'Who spoke at a meeting, on what and when (Popolo speeches)',
    parameters: { path: ofMeeting },
    answer: {
      contentType: 'application/json',
      schema: z.object({
        speeches: z.array(
          z.object({
            id: z.string(),
            creator_id: z.string(),
            type: z.string(),
            role: z.string(),
            title: z.string(),
            date: z.iso.datetime(),
            end_date: nullable,
            position: z.int(),
          }),
        ),
      }),
    },
    problems: [404],
  },
]
