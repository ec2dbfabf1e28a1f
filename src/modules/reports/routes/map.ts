import { Hono } from 'hono'
import { todayOf } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'
import { readText, type Language } from '#platform/language.ts'
import { keepUntilChange, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { problem } from '#platform/web/problem.ts'
import { listAttached, reading } from '#modules/files/index.ts'
import { listSettlements, nameOfSettlement } from '#modules/places/index.ts'
import { followPath } from '#ui/follow-box.tsx'
import { localPath } from '#ui/links.ts'
import { reportSubject } from '../events.ts'
import type { PinKind, PinsAnswer, SimilarAnswer } from '../map-answers.ts'
import { clusterReports } from '../map-clusters.ts'
import { outlinesAnswer, outlinesVersion } from '../map-outlines.ts'
import { metresBetween, readPoint } from '../map-point.ts'
import { readMapView } from '../map-view.ts'
import { mapMessages } from '../messages/map.ts'
import { stateMessages } from '../messages/states.ts'
import { toneOf } from '../pages/report-parts.tsx'
import { reportPaths } from '../paths.ts'
import { readStretch, startOf } from '../stretch.ts'
import { ownerAt, sayOwner } from '../settings/areas/owner-at.ts'
import { similarRuleOf } from '../settings/similar-rule.ts'
import { listNearby, listPins, type PinRow } from '../queries/map.ts'
import { isFixed, isOpen, listFilters, mostSimilar, type ReportState } from '../rules.ts'

export const mapRoutes = new Hono<AppEnv>()

const wrong = (c: WebContext, title: string) => problem(c, { status: 400, title })
const code = /^[a-z0-9][a-z0-9-]{0,59}$/
const chosen = (c: WebContext, name: string, form: RegExp) => {
  const asked = c.req.query(name) ?? ''
  return form.test(asked) ? asked : null
}

function kindOf(state: ReportState): PinKind {
  if (isFixed(state)) return 'fixed'
  return isOpen(state) ? 'open' : 'closed'
}

function nameOf({ categoryName, settlement, address }: PinRow, language: Language): string {
  const place = settlement === null ? address : nameOfSettlement(settlement, language)
  return [readText(categoryName, language).text, place].filter((part) => part !== '').join(', ')
}

/** From which day on reports are asked for; all of them when the address names no known stretch. */
export function sinceOf(c: WebContext): LocalDate | null {
  const stretch = readStretch(c.req.query('aeg'))
  return stretch === null ? null : startOf(stretch, todayOf(c.var.ctx))
}

const toMetre = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** The reports of a view as GeoJSON, with the same filters as the list. */
mapRoutes.get(reportPaths.mapPins, async (c) => {
  const { ctx, language } = c.var
  const view = readMapView(c.req.query('bbox') ?? '', c.req.query('zoom') ?? '')
  if (view === null) return wrong(c, mapMessages[language].wrongView)
  const filter = {
    state: listFilters.find((one) => one === c.req.query('seis')) ?? null,
    group: chosen(c, 'teema', code),
    settlement: chosen(c, 'koht', /^\d{4}$/),
    since: sinceOf(c),
  }
  const { zoom, placed, clusters, singles, isLate } = await clusterReports(ctx.db, filter, view)
  const rows = new Map(
    (
      await listPins(
        ctx.db,
        singles.map(({ number }) => number),
      )
    ).map((row) => [row.number, row]),
  )
  const at = (longitude: number, latitude: number) => ({
    type: 'Feature' as const,
    geometry: {
      type: 'Point' as const,
      coordinates: [toMetre(longitude), toMetre(latitude)] as [number, number],
    },
  })
  const answer: PinsAnswer = {
    type: 'FeatureCollection',
    zoom,
    placed,
    features: [
      ...clusters.map(({ longitude, latitude, count, opensAt }) => ({
        ...at(longitude, latitude),
        properties: { count, opensAt },
      })),
      ...singles.flatMap(({ longitude, latitude, number }) => {
        const row = rows.get(number)
        if (row === undefined) return []
        const { state } = row
        const properties = {
          number,
          name: nameOf(row, language),
          state: stateMessages[language][state].name,
          kind: kindOf(state),
          tone: toneOf(state),
          href: localPath(reportPaths.report(number), language),
        }
        return [{ ...at(longitude, latitude), properties }]
      }),
    ],
  }
  if (!isLate) keepUntilChange(c)
  return c.json(answer, 200, { 'Content-Type': 'application/geo+json; charset=utf-8' })
})

mapRoutes.get(reportPaths.mapOutlines, async (c) => {
  const { ctx, language } = c.var
  const settlements = await listSettlements(ctx.db)
  const isNamed = c.req.query('v') === outlinesVersion(settlements)
  c.header('Cache-Control', isNamed ? 'public, max-age=31536000, immutable' : 'public, no-cache')
  return c.json(outlinesAnswer(settlements, language), 200, { 'Content-Type': 'application/geo+json; charset=utf-8' })
})

const longestExcerpt = 160

/** What has been reported near a place, so that nobody reports it twice. */
mapRoutes.get(reportPaths.similar, async (c) => {
  const { ctx, language } = c.var
  const point = readPoint((c.req.query('point') ?? '').slice(0, 100))
  if (point === null) return wrong(c, mapMessages[language].wrongPoint)
  const category = chosen(c, 'teema', code) ?? ''
  const { metres, days } = await similarRuleOf(ctx.db, category)
  const since = new Date(ctx.now.getTime() - days * 86_400_000)
  const rows = metres === 0 ? [] : await listNearby(ctx.db, point, { metres, category, since, limit: mostSimilar })
  const files = await listAttached(
    ctx,
    rows.map(({ id }) => reportSubject(id)),
  )
  const owner = await ownerAt(ctx.db, point, category)
  const answer: SimilarAnswer = {
    notOurs: owner === undefined ? null : { sentence: sayOwner(owner, language), mayInsist: owner.letsThrough },
    reports: rows.map((row) => {
      const picture = files.find(
        ({ subject, state, removedAt, width }) =>
          subject === reportSubject(row.id) && state === 'checked' && removedAt === null && width !== null,
      )
      const letters = [...row.words]
      return {
        number: row.number,
        name: nameOf(row, language),
        words: letters.length > longestExcerpt ? `${letters.slice(0, longestExcerpt).join('')}…` : row.words,
        language: row.language,
        state: stateMessages[language][row.state].name,
        metres: Math.round(metresBetween(point, row)),
        picture: picture === undefined ? null : reading.thumbnailAddress(picture),
        href: localPath(reportPaths.report(row.number), language),
        follow: localPath(followPath(reportPaths.report(row.number)), language),
      }
    }),
  }
  keepUntilChange(c)
  return c.json(answer)
})
