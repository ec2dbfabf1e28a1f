import { Hono } from 'hono'
import { NotFound } from '#platform/context.ts'
import { page, seeOther, type AppEnv } from '#platform/web/http.ts'
import { registry } from '#modules/people/index.ts'
import { personsNamed } from '../log/named-persons.ts'
import { publicView } from '../pages/live/public-view.ts'
import { inAddress, meetingPaths } from '../paths.ts'
import { listItems } from '../queries/items.ts'
import { findMeeting } from '../queries/meetings.ts'
import { readState } from '../read-state.ts'
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
  const view = publicView(stateAt(replay, moment), bases)
  const names = await registry.listNamesOf(db, personsNamed(state))
  return page(c, (frame) => <ReplayPage {...{ frame, meeting, names, replay, moment, view }} />)
})
