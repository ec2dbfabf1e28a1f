import { Hono } from 'hono'
import { atomFeed } from '#platform/atom.ts'
import { NotFound, todayOf, type Context } from '#platform/context.ts'
import { icalendar, type CalendarEntry } from '#platform/icalendar.ts'
import { readText } from '#platform/language.ts'
import { keepUntilChange, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { originOf } from '#platform/web/open-request.ts'
import { localPath } from '#ui/links.ts'
import { nameMessages } from '../messages/names.ts'
import { publicMessages } from '../messages/public.ts'
import { sayVoteOf } from '../pages/act-parts.tsx'
import { actPaths, actsAddress, slugInAddress } from '../paths.ts'
import { findAct, listActsById } from '../queries/acts.ts'
import { listDueSince, listFollowUps, type FollowUp } from '../queries/follow-ups.ts'
import { listActs } from '../queries/list-acts.ts'
import { daysAfter, followUpStateOn } from '../rules.ts'
import { nameOfAct, publicAct, titleOfAct, type SeenAct } from '../seen-act.ts'

export const feedRoutes = new Hono<AppEnv>()

const newest = 50
const halfYear = 182

const hostOf = ({ var: { site } }: WebContext): string => site.settings.hosts[0] ?? site.name
const addressIn = (c: WebContext) => (path: string) => `${originOf(c)}${localPath(path, c.var.language)}`

function answer(c: WebContext, body: string, type: string): Response {
  // The addresses inside come from the request: one with a port of its own must not be kept for everybody.
  if (c.var.config.baseUrl !== null) keepUntilChange(c)
  return c.body(body, 200, { 'Content-Type': `${type}; charset=utf-8` })
}

feedRoutes.get(actPaths.feed, async (c) => {
  const { ctx, site, language } = c.var
  const [t, address, today] = [publicMessages[language], addressIn(c), todayOf(ctx)]
  const body = c.req.query('kogu') ?? ''
  const filter = { body, kind: '', year: '', state: '', words: '', after: null } as const
  const acts = (await listActs(ctx.db, filter, today, newest)).map((act) => publicAct(act, today))
  const municipality = readText(site.settings.name, language).text
  const xml = atomFeed({
    id: `tag:${hostOf(c)},2026:acts/feed${body === '' ? '' : `/${body}`}`,
    title: `${municipality}: ${t.title.toLowerCase()}`,
    language,
    selfUrl: address(actsAddress({ kogu: body }, actPaths.feed)),
    htmlUrl: address(actsAddress({ kogu: body })),
    author: municipality,
    updated: acts.reduce((last, { changedAt }) => (changedAt > last ? changedAt : last), new Date(0)),
    entries: acts.map((act) => ({
      id: `tag:${hostOf(c)},2026:acts/${act.id}`,
      title: readText(titleOfAct(act), language).text,
      url: address(actPaths.act(act.slug)),
      updated: act.changedAt,
      summary: [nameMessages[language].states[act.state], sayVoteOf(act, language)]
        .filter((part) => part !== '')
        .join('. '),
    })),
  })
  return answer(c, xml, 'application/atom+xml')
})

/** Deadlines of what acts ask to be done; of an act that is restricted as a whole none. */
async function openFollowUps(ctx: Context, followUps: readonly FollowUp[]) {
  const today = todayOf(ctx)
  const acts = await listActsById(ctx.db, [...new Set(followUps.map(({ actId }) => actId))])
  const seen = new Map(acts.map((act) => [act.id, publicAct(act, today)]))
  return followUps.flatMap((one) => {
    const act = seen.get(one.actId)
    return act === undefined || act.title === null ? [] : [{ one, act }]
  })
}

function entryOf(c: WebContext, one: FollowUp, act: SeenAct): CalendarEntry {
  const { language, ctx } = c.var
  const state = nameMessages[language].followUps[followUpStateOn(one, todayOf(ctx))]
  return {
    uid: `act-follow-up-${one.id}@${hostOf(c)}`,
    sequence: one.sequence,
    title: `${nameOfAct(act, language)}: ${one.who[language] ?? one.who.et}`,
    description: `${state}. ${one.task}`,
    url: addressIn(c)(`${actPaths.act(act.slug)}#taitmine`),
    status: one.state === 'dropped' ? 'CANCELLED' : 'CONFIRMED',
    day: one.dueOn,
    updated: one.changedAt,
  }
}

async function answerCalendar(c: WebContext, followUps: readonly FollowUp[], name: string): Promise<Response> {
  const open = await openFollowUps(c.var.ctx, followUps)
  return answer(c, icalendar({ name, entries: open.map(({ one, act }) => entryOf(c, one, act)) }), 'text/calendar')
}

feedRoutes.get(actPaths.deadlines, async (c) => {
  const { ctx, site, language } = c.var
  const since = daysAfter(todayOf(ctx), -halfYear)
  const t = publicMessages[language]
  const name = `${readText(site.settings.name, language).text}: ${t.followUps.toLowerCase()}`
  return answerCalendar(c, await listDueSince(ctx.db, since, 500), name)
})

feedRoutes.get(actPaths.ownDeadlines(slugInAddress), async (c) => {
  const { ctx, language } = c.var
  const act = await findAct(ctx.db, { slug: c.req.param('slug') ?? '' })
  if (act === undefined) throw new NotFound()
  return answerCalendar(c, await listFollowUps(ctx.db, act.id), nameOfAct(publicAct(act, todayOf(ctx)), language))
})
