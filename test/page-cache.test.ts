import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, system } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { endOfDay } from '#platform/web/cache-pages.ts'
import { openTestApp, type TestApp } from './app.ts'

let app: TestApp
const change = () =>
  inTransaction(app.context(system), (ctx) =>
    record(ctx, 'platform.demo-seeded', 'site:x', { site: crypto.randomUUID() }),
  )

beforeAll(async () => {
  app = await openTestApp()
})

describe('pages that come ready from memory', () => {
  it('ask the database nothing the second time', async () => {
    expect(await app.countQueries(() => app.visitor.get('/tegevuskava'))).toBeGreaterThan(0)
    expect(await app.countQueries(() => app.visitor.get('/tegevuskava'))).toBe(0)
  })

  it('show a change on the very next request, and stay ready until then', async () => {
    await app.visitor.get('/logi')
    await app.visitor.get('/kogud')
    expect(await app.countQueries(() => app.visitor.get('/kogud'))).toBe(0)
    const before = await app.visitor.get('/logi')
    const id = await change()
    const after = await app.visitor.get('/logi')
    expect(before.text).not.toContain(`>${id}<`)
    expect(after.text).toContain(`>${id}<`)
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'))
  })

  it('are rendered once, however many ask at the same moment', async () => {
    await change()
    const alone = await app.countQueries(() => app.visitor.get('/en/tegevuskava'))
    await change()
    const crowd = await app.countQueries(() =>
      Promise.all(Array.from({ length: 50 }, () => app.visitor.get('/en/tegevuskava'))),
    )
    // The newest log entry is asked for once per version as well.
    expect(crowd).toBeLessThanOrEqual(alone + 1)
  })

  it('are not what a signed-in person gets, nor are that person’s pages kept', async () => {
    const mari = await app.signIn({ name: 'Mari Maasikas' })
    const own = await mari.get('/tegevuskava')
    expect(own.headers.get('cache-control')).toBe('private, no-store')
    expect(own.text).toContain('Mari Maasikas')
    expect((await app.visitor.get('/tegevuskava')).text).not.toContain('Mari Maasikas')
  })

  it('answer an unchanged page without sending it again', async () => {
    const page = await app.visitor.get('/asulad')
    const again = await app.visitor.get('/asulad', { 'if-none-match': page.headers.get('etag')! })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  it('come compressed as the browser wishes', async () => {
    await app.visitor.get('/asulad')
    for (const encoding of ['br', 'gzip']) {
      const page = await app.visitor.get('/asulad', { 'accept-encoding': encoding })
      expect(page.headers.get('content-encoding')).toBe(encoding)
    }
    expect(
      (await app.visitor.get('/asulad', { 'accept-encoding': 'br;q=0, gzip;q=0' })).headers.get('content-encoding'),
    ).toBeNull()
  })

  it('do not keep what is not there', async () => {
    const size = app.site.cache.size
    expect((await app.visitor.get('/kogud/seda-ei-ole')).status).toBe(404)
    expect(app.site.cache.size).toBe(size)
  })

  it('grow stale at midnight of the municipality, clock changes included', () => {
    const end = (now: string) => new Date(endOfDay(new Date(now), 'Europe/Tallinn')).toISOString()
    expect(end('2026-11-23T10:00:00Z')).toBe('2026-11-23T22:00:00.000Z')
    expect(end('2026-10-25T10:00:00Z')).toBe('2026-10-25T22:00:00.000Z')
    expect(end('2026-03-29T10:00:00Z')).toBe('2026-03-29T21:00:00.000Z')
    expect(end('2026-07-01T20:59:59Z')).toBe('2026-07-01T21:00:00.000Z')
  })
})

describe('every answer', () => {
  it.each(['/', '/tegevuskava', '/logi', '/nosuch', '/en/kogud'])(
    'carries the rules that browsers enforce (%s)',
    async (path) => {
      const { headers } = await app.visitor.get(path)
      expect(headers.get('content-security-policy')).toContain("script-src 'self'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    },
  )

  it('has no style or script in its markup', async () => {
    for (const path of ['/', '/tegevuskava', '/tegevuskava?vaade=ajatelg', '/asulad', '/kogud/vallavolikogu']) {
      const { text } = await app.visitor.get(path)
      expect(text, path).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on[a-z]+=/)
    }
  })

  it('speaks the language of its address', async () => {
    for (const [path, language] of [
      ['/tegevuskava', 'et'],
      ['/en/tegevuskava', 'en'],
      ['/ru/tegevuskava', 'ru'],
    ] as const) {
      const { page } = await app.visitor.get(path)
      expect(page.querySelector('html')?.getAttribute('lang')).toBe(language)
      expect(page.querySelectorAll('link[hreflang]').length).toBe(4)
    }
  })
})

it('stays within some few statements on every public page, for a visitor and for a signed-in person', async () => {
  const mari = await app.signIn()
  // A person's own page asks every module about them, the home page and a village's page those with something to say.
  const more: Record<string, number> = { '/minu': 12, '/': 9, '/asulad/4496': 8 }
  const mostFor = (path: string) => more[path] ?? 7
  const paths = [
    '/',
    '/tegevuskava',
    '/tegevuskava?vaade=ajatelg',
    '/tegevuskava/1.1',
    '/tegevuskava/versioonid',
    '/tegevuskava/versioonid/1',
    '/tegevuskava/ulevaated',
    '/kogud',
    '/kogud/vallavolikogu',
    '/inimesed',
    '/asulad',
    '/asulad/4496',
    '/otsused',
    '/istungid',
    '/istungid/osalemine',
    '/istungid/haaletused',
    '/logi',
    '/ligipaasetavus',
    '/privaatsus',
    '/minu',
  ]
  for (const path of paths) {
    await change()
    expect(await app.countQueries(() => app.visitor.get(path)), `visitor ${path}`).toBeLessThanOrEqual(mostFor(path))
    expect(await app.countQueries(() => mari.get(path)), `signed in ${path}`).toBeLessThanOrEqual(mostFor(path))
  }
})
