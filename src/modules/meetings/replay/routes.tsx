import { Hono } from 'hono'
import { NotFound, todayOf } from '#platform/context.ts'
import { page, seeOther, type AppEnv } from '#platform/web/http.ts'
import { listNames } from '../list-names.ts'
import { publicView } from '../pages/live/public-view.ts'
import { inAddress, meetingPaths } from '../paths.ts'
import { listItems } from '../queries/items.ts'
import { findMeeting } from '../queries/meetings.ts'
import { readState } from '../read-state.ts'
import { listWithheld } from '../restrictions/queries.ts'
import { isPublic } from '../rules.ts'
import { replayOf, stateAt } from './moments.ts'
import { ReplayPage } from './replay-page.tsx'

export const replayRoutes = new Hono<AppEnv>()

replayRoutes.get(meetingPaths.replay(inAddress.number), async (c) => {
  const { db } = c.var.ctx
  const number = Number(c.req.param('number'))
  const meeting = await findMeeting(db, { number })
  if (meeting === undefined || !isPublic(meeting)) throw new NotFound()
  const state = meeting.state === 'held' ? await readState(db, meeting.id) : undefined
  if (state === undefined || !state.setup.statute.sittings.public) return seeOther(c, meetingPaths.meeting(number))
  const items = await listItems(db, meeting.id)
  const bases = new Map(items.map(({ id, closedBasis }) => [id, closedBasis]))
  const replay = replayOf(state, bases)
  const asked = Number(c.req.query('hetk') ?? '1')
  const moment = Number.isSafeInteger(asked) ? Math.min(Math.max(asked, 1), replay.events.length) : 1
  const withheld = await listWithheld(db, meeting.id, todayOf(c.var.ctx))
  const view = publicView(stateAt(replay, moment), bases, new Map(), withheld)
  const names = await listNames(db, state)
  return page(c, (frame) => <ReplayPage {...{ frame, meeting, names, replay, moment, view }} />)
})
