import { parse, type HTMLElement } from 'node-html-parser'
import { getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp } from '#test/app.ts'
import { startServer } from '#test/server.ts'
import { readYear } from './read-year.ts'

// A year of invented work: evidence, vouched and measured, and officials' words.
let origin: string
beforeAll(async () => {
  const { port } = await startServer({ joelahtme: { host: 'localhost' } }, { AVAVALD_NOW: '2026-11-23T10:00:00+02:00' })
  origin = `http://localhost:${port}`
})

const prefixes = [
  ['et', ''],
  ['en', '/en'],
  ['ru', '/ru'],
] as const

async function pageOf(path: string): Promise<HTMLElement> {
  const answer = await fetch(origin + path)
  expect([path, answer.status]).toEqual([path, 200])
  return parse(await answer.text())
}

type Read = { raw: string; pages: string[]; links: string[]; title: string; alternatives: string[] }

async function pdfOf(path: string): Promise<Read> {
  const answer = await fetch(origin + path)
  expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'application/pdf'])
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const raw = Buffer.from(bytes).toString('latin1')
  const document = await getDocumentProxy(bytes, { verbosity: 0 })
  const { info } = (await document.getMetadata()) as { info: { Title?: string } }
  const [pages, links, alternatives]: [string[], string[], string[]] = [[], [], []]
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at)
    const { items } = await page.getTextContent()
    pages.push(items.map((one) => ('str' in one ? one.str + (one.hasEOL ? ' ' : '') : '')).join(''))
    for (const one of (await page.getAnnotations()) as { url?: string }[]) if (one.url) links.push(one.url)
    alternatives.push(
      ...[...JSON.stringify(await page.getStructTree()).matchAll(/"alt":"([^"]+)"/g)].map(([, alt]) => alt!),
    )
  }
  return { raw, pages, links, alternatives, title: info.Title ?? '' }
}

const plain = (text: string) => text.replaceAll('\u200B', '').replaceAll(/\s+/gu, ' ')

/** Every number of a text, in order of size, so that cells read in another order do not matter. */
function numbersOf(text: string): string[] {
  return (text.match(/\d+(?:[.,]\d+)*/gu) ?? []).toSorted()
}

function withoutMargins({ pages, title }: Read): string {
  return pages
    .map((page) => plain(page).replace(/(?:lk|page|стр\.) \d+ \/ \d+/u, ''))
    .map((page) => page.replace(/http:\/\/localhost:\d+\S*aruanne\/\d{4}/u, ''))
    .map((page, at) => (at === 0 ? page : page.replace(` · ${title}`, '')))
    .join(' ')
}

describe('the yearly report', () => {
  it.each(prefixes)('says the same numbers on the page and in the file (%s)', async (language, prefix) => {
    const page = await pageOf(`${prefix}/tegevuskava/aruanne/2026`)
    const article = page.querySelector('#aruanne')!
    const spaced = plain(
      article.innerHTML
        .replaceAll('<', ' <')
        .replaceAll(/<[^>]*>/gu, '')
        .replaceAll('&amp;', '&'),
    )
    const pdf = await pdfOf(`${prefix}/tegevuskava/aruanne/2026.pdf`)
    const fromPage = numbersOf(spaced)
    expect(fromPage.length).toBeGreaterThan(400)
    expect(numbersOf(withoutMargins(pdf))).toEqual(fromPage)
    expect(pdf.raw).toMatch(new RegExp(`/Lang\\s*\\(${language}\\)`))
    expect(pdf.raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf.raw).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/)
    expect(pdf.title).toBe(article.querySelector('h1')!.text)
    const counts = page.querySelectorAll('#seisud tbody tr:last-child td').map((cell) => cell.text)
    expect(counts.slice(0, -1).reduce((sum, count) => sum + Number(count), 0)).toBe(37)
    expect(pdf.alternatives.join(' ')).toMatch(/\d.*\d/u)
  })

  it('tells what was owed, done, vouched for and explained, with whole addresses in the file', async () => {
    const words = plain((await pageOf('/tegevuskava/aruanne/2026')).querySelector('#l-1-4')!.text)
    const pdf = await pdfOf('/tegevuskava/aruanne/2026.pdf')
    const file = plain(pdf.pages.join(' '))
    for (const said of ['Vähemalt üks kord kuus.', 'Vastutaja selgitus', 'kinnitatud käsitsi: lisas'])
      expect([said, words.includes(said), file.includes(said)]).toEqual([said, true, true])
    const [, all, kept, missed, open] = /(\d+) korda: täidetud (\d+), täitmata (\d+), pooleli (\d+)\./u
      .exec(words)!
      .map(Number)
    expect(kept! + missed! + open!).toBe(all)
    expect(pdf.links).toContain(`${origin}/tegevuskava/1.4`)
    expect(pdf.links.every((link) => /^https?:\/\//u.test(link))).toBe(true)
  })

  it('says that the running year is not over, and that a past one is', async () => {
    expect((await pageOf('/tegevuskava/aruanne/2026')).text).toContain('Aasta ei ole veel läbi')
    const past = plain((await pageOf('/tegevuskava/aruanne/2025')).querySelector('#aruanne')!.text)
    expect(past).toContain('Seis aasta lõpus, 31. detsember 2025.')
    expect(past).not.toContain('Aasta ei ole veel läbi')
  })

  it.each(['2021', '2027', '0000', '9999'])('does not exist for %s', async (year) => {
    for (const end of ['', '.pdf']) {
      expect((await fetch(`${origin}/tegevuskava/aruanne/${year}${end}`)).status).toBe(404)
    }
  })

  it('is listed on the page of the plan, year by year', async () => {
    const plan = await pageOf('/en/tegevuskava')
    const links = plan.querySelectorAll('a').map((link) => link.getAttribute('href'))
    for (const year of [2022, 2024, 2026]) expect(links).toContain(`/en/tegevuskava/aruanne/${year}`)
    expect(links).toContain('/en/tegevuskava.pdf')
  })

  it('needs few questions to the database', async () => {
    const app = await openTestApp()
    const count = await app.countQueries(() => app.visitor.get('/tegevuskava/aruanne/2026'))
    expect(count).toBeLessThanOrEqual(8)
  })
})

describe('files', () => {
  it('come as an archive copy too, and stay the same until something changes', async () => {
    const { raw } = await pdfOf('/tegevuskava/aruanne/2026.pdf?kuju=arhiiv')
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>')
    const first = await fetch(`${origin}/tegevuskava/aruanne/2026.pdf`)
    const tag = first.headers.get('etag')!
    const again = await fetch(`${origin}/tegevuskava/aruanne/2026.pdf`, { headers: { 'if-none-match': tag } })
    expect(again.status).toBe(304)
    const odd = await fetch(`${origin}/tegevuskava/aruanne/2026.pdf?x=1`, { redirect: 'manual' })
    expect([odd.status, odd.headers.get('location')]).toEqual([303, '/tegevuskava/aruanne/2026.pdf'])
  })

  it.each(prefixes)('hold the whole plan in force (%s)', async (language, prefix) => {
    const pdf = await pdfOf(`${prefix}/tegevuskava.pdf`)
    const words = plain(pdf.pages.join(' '))
    const plan = await pageOf(`${prefix}/tegevuskava`)
    const numbers = plan.querySelectorAll('main .data-table th .quiet').map((one) => one.text)
    expect(numbers).toHaveLength(37)
    for (const number of numbers) expect(words).toContain(`${number} `)
    expect(words).toContain(plain(plan.querySelector('.lead')!.text))
    expect(pdf.raw).toMatch(new RegExp(`/Lang\\s*\\(${language}\\)`))
  })
})

it('judges a past year by the rules that held at its end', async () => {
  const app = await openTestApp()
  const { id } = await app.db.selectFrom('plan_commitments').select('id').limit(1).executeTakeFirstOrThrow()
  const own = app.db.updateTable('plan_bindings').where('commitment_id', '=', id)
  const [monthly, quarterly] = ['month', 'quarter'].map((period) =>
    JSON.stringify({ kind: 'per-period', period, atLeast: 1 }),
  )
  await own
    .set({ created_at: new Date('2024-02-01T00:00Z'), ended_at: new Date('2026-05-01T00:00Z'), duty: monthly! })
    .execute()
  const rule = { commitment_id: id, position: 0, keys: ['newsletter.issues-sent'], measured_from: '2026-05-01' }
  await app.db
    .insertInto('plan_bindings')
    .values({ ...rule, duty: quarterly!, created_at: new Date('2026-05-01T00:00Z') })
    .execute()
  const rulesOf = async (year: number) => {
    const report = await readYear(app.context(), year)
    const commitment = report!.chapters.flatMap(({ commitments }) => commitments).find((one) => one.id === id)!
    return [...new Set(commitment.duties.map(({ duty }) => (duty.kind === 'per-period' ? duty.period : duty.kind)))]
  }
  expect(await rulesOf(2025)).toEqual(['month'])
  expect(await rulesOf(2026)).toEqual(['quarter'])
  // Before the first rule was set, the one of now says what is owed, and nothing from before it is held against anyone.
  expect(await rulesOf(2023)).toEqual(['quarter'])
})
