import { sql } from 'kysely'
import { todayOf, type Context } from '#platform/context.ts'
import type { LocalDate } from '#platform/format.ts'
import type { LocalText } from '#platform/language.ts'
import { listSettlements, type Settlement } from '#modules/places/index.ts'
import { startOf, type Stretch } from '../stretch.ts'
import { listCategories } from '../queries/categories.ts'
import { listAssignablePosts, workableBy } from '../queries/inbox.ts'
import { isPublicRow } from '../queries/reports.ts'
import { readFigures, type Figures, type FiguresRow, type Grouping } from './queries.ts'

export type NamedFigures = Figures & { code: string; name: LocalText | Pick<Settlement, 'name' | 'kind'> }
export type Overview = {
  from: LocalDate
  until: LocalDate
  all: Figures
  categories: NamedFigures[]
  settlements: NamedFigures[]
  /** Of the posts that answer; for officials alone. */
  posts: NamedFigures[]
}

const none: Figures = {
  received: 0,
  answered: 0,
  fixed: 0,
  medianToAnswer: null,
  slowToAnswer: null,
  medianToFixed: null,
  slowToFixed: null,
  overdue: 0,
  reopened: 0,
  promised: 0,
  kept: 0,
}

/**
 * How promptly reports of the last days were answered and mended. The public one is of public reports alone; officials
 * see those that they may work on, private ones too.
 */
export async function readOverview(ctx: Context, stretch: Stretch, whose: 'public' | 'own'): Promise<Overview> {
  const until = todayOf(ctx)
  const from = startOf(stretch, until)
  const visible = whose === 'public' ? isPublicRow : sql`(${workableBy(ctx.actor)})`
  const rows = await readFigures(ctx.db, visible, { from, until, today: until })
  const categories = new Map((await listCategories(ctx.db)).map(({ code, name }) => [code, name]))
  const settlements = new Map((await listSettlements(ctx.db)).map((one) => [one.ehak, one]))
  const posts = new Map(
    whose === 'public' ? [] : (await listAssignablePosts(ctx.db)).map(({ id, title }) => [id, title] as const),
  )
  const named = <N extends NamedFigures['name']>(grouping: Grouping, names: ReadonlyMap<string, N>): NamedFigures[] =>
    rows
      .filter((row): row is FiguresRow & { code: string } => row.grouping === grouping && row.code !== null)
      .flatMap((row) => {
        const name = names.get(row.code)
        return name === undefined ? [] : [{ ...row, name }]
      })
      .toSorted((a, b) => b.received - a.received || (a.code < b.code ? -1 : 1))
  return {
    from,
    until,
    all: rows.find(({ grouping }) => grouping === 'all') ?? none,
    categories: named('category', categories),
    settlements: named('settlement', settlements),
    posts: named('post', posts),
  }
}
