import { Hono } from 'hono'
import * as z from 'zod'
import type { LocalText } from '#platform/language.ts'
import { page, type AppEnv, type WebContext } from '#platform/web/http.ts'
import { problem } from '#platform/web/problem.ts'
import { localPath } from '#ui/links.ts'
import { searchMessages } from './messages.ts'
import { SearchPage } from './pages/search-page.tsx'
import { searchPaths, type SearchAddress } from './paths.ts'
import { longestQuery, mostPages } from './rules.ts'
import { searchDocuments } from './search-documents.ts'
import { searchApiQuery } from './operations.ts'

type Kind = { kind: string; name: LocalText }

export function makeSearchRoutes(kinds: readonly Kind[]): Hono<AppEnv> {
  const routes = new Hono<AppEnv>()
  const known = new Set(kinds.map(({ kind }) => kind))

  routes.get(searchPaths.search, async (c) => {
    const t = searchMessages[c.var.language]
    const address = readAddress(c, known)
    const errors: Record<string, string> = {}
    for (const [field, day] of [
      ['alates', address.from],
      ['kuni', address.until],
    ] as const) {
      if (day !== '' && !isDay(day)) errors[field] = t.dayWrong
    }
    const isAsked = address.query.trim() !== ''
    const filter = { kinds: address.kinds, from: dayOrNull(address.from), until: dayOrNull(address.until) }
    const isRight = Object.keys(errors).length === 0
    const answer = isAsked && isRight ? await searchDocuments(c.var.ctx, address.query, filter, address.page) : null
    const values = { q: address.query, liik: address.kinds.join(','), alates: address.from, kuni: address.until }
    const shown = await page(
      c,
      (frame) => <SearchPage {...{ frame, address, kinds, answer }} form={{ values, errors }} />,
      isRight ? 200 : 422,
    )
    // The index follows a change a moment later and without a record of its own: nothing here is kept.
    c.set('cacheable', false)
    return shown
  })

  routes.get('/api/v1/search', async (c) => {
    const asked = searchApiQuery.safeParse(c.req.query())
    if (!asked.success) return problem(c, { status: 400, title: 'wrongQuery', detail: z.prettifyError(asked.error) })
    const { q, kind, from, until, page: at } = asked.data
    const filter = { kinds: kind === undefined ? [] : [kind], from: from ?? null, until: until ?? null }
    const { found, count, suggestion } = await searchDocuments(c.var.ctx, q, filter, at - 1)
    const { language } = c.var
    return c.json({
      count,
      suggestion,
      results: found.map(({ kind: ofKind, path, title, on }) => ({
        kind: ofKind,
        title,
        date: on,
        url: localPath(path, language),
      })),
    })
  })
  return routes
}

function readAddress(c: WebContext, known: ReadonlySet<string>): SearchAddress {
  const number = Number(c.req.query('leht') ?? '1')
  const page = Number.isInteger(number) && number >= 1 && number <= mostPages ? number - 1 : 0
  return {
    query: (c.req.query('q') ?? '').replaceAll('\0', '').slice(0, longestQuery),
    kinds: (c.req.queries('liik') ?? []).filter((kind) => known.has(kind)),
    from: (c.req.query('alates') ?? '').trim().slice(0, 20),
    until: (c.req.query('kuni') ?? '').trim().slice(0, 20),
    page,
  }
}

function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success
}

function dayOrNull(text: string): string | null {
  return isDay(text) ? text : null
}
