import { beforeAll, describe, expect, it } from 'vitest'
import { openDemo, overflow, type Demo, type Visit } from './chromium.ts'

const languages = ['et', 'en', 'ru'] as const
const paths = [
  '/',
  '/teated',
  '/teated?seis=open&koht=4496',
  '/teated/1',
  '/teated/uus',
  '/tegevuskava',
  '/tegevuskava?vaade=ajatelg',
  '/tegevuskava/1.1',
  '/tegevuskava/1.4',
  '/tegevuskava/versioonid',
  '/tegevuskava/versioonid/1',
  '/tegevuskava/versioonid/1/muudatused',
  '/tegevuskava/ulevaated',
  '/kogud',
  '/kogud/vallavolikogu',
  '/inimesed',
  '/inimesed/tiina-annus',
  '/asulad',
  '/asulad/3472',
  '/otsused',
  '/otsused/vallavolikogu-2026-maarus-7',
  '/logi',
  '/otsing',
  '/otsing?q=volikogus',
  '/otsing?q=volikgu',
  '/andmed',
  '/andmed/tegevuskava',
  '/andmed/liides',
  '/jalgimised?leht=/tegevuskava/1.3',
  '/dev/mail',
  '/ligipaasetavus',
  '/privaatsus',
  '/seda-lehte-ei-ole',
  '/dev/ui',
  '/login',
]
const inLanguage = (path: string, language: string) =>
  language === 'et' ? path : `/${language}${path === '/' ? '' : path}`

let demo: Demo
beforeAll(async () => {
  demo = await openDemo()
})

describe.each(languages)('every public page in %s', (language) => {
  let visit: Visit
  beforeAll(async () => {
    visit = await demo.visit()
  })

  it.each(paths)('%s is sound to read, to hear and to enlarge', async (path) => {
    const { page, complaints, open } = visit
    complaints.length = 0
    await page.setViewportSize({ width: 1280, height: 900 })
    const response = await open(inLanguage(path, language))
    expect(response?.status()).toBe(path === '/seda-lehte-ei-ole' ? 404 : 200)
    const found = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      title: document.title,
      headings: [...document.querySelectorAll('h1')].map((one) => one.textContent?.trim()),
      rawWords: /undefined|NaN|\[object|Invalid Date/u.exec(document.body.innerText)?.[0],
    }))
    expect(found.lang).toBe(language)
    expect(found.title).not.toBe('')
    expect(found.headings).toHaveLength(1)
    expect(found.headings[0]).not.toBe('')
    expect(found.rawWords).toBeUndefined()
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await overflow(page), 'wider than a phone').toBeLessThanOrEqual(0)
    // 1280 pixels at 200 % are 640.
    await page.setViewportSize({ width: 640, height: 450 })
    expect(await overflow(page), 'wider than the window at 200 %').toBeLessThanOrEqual(0)
    // A page that is not there is announced by the browser itself.
    expect(complaints.filter((one) => response?.status() !== 404 || !one.includes('404 (Not Found)'))).toEqual([])
  })
})

describe('at night', () => {
  let visit: Visit
  beforeAll(async () => {
    visit = await demo.visit({ colorScheme: 'dark' })
  })

  it.each(['/', '/tegevuskava', '/tegevuskava/1.4', '/asulad/3472', '/dev/ui', '/login'])(
    '%s keeps its contrasts',
    async (path) => {
      const { page, open } = visit
      // Another address, so that the page is audited anew.
      await open(`${path}?oo`)
      expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
    },
  )
})

describe('on a screen of two pixels to one', () => {
  it.each(['/', '/tegevuskava', '/tegevuskava/1.4', '/asulad'])('%s fits at 200 %', async (path) => {
    const { page, close } = await demo.visit({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 })
    await page.goto(path)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await close()
  })
})

describe('on paper', () => {
  it('the plan keeps its words and loses its buttons', async () => {
    const { page, close } = await demo.visit()
    await page.goto('/tegevuskava')
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['.site-header nav', '.site-footer', '.filter-bar form', '.skip-link']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false)
    }
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
    expect(await page.locator('tbody tr').count()).toBe(37)
    const pdf = await page.pdf({ format: 'A4' })
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0
    expect(sheets).toBeGreaterThan(1)
    expect(sheets).toBeLessThan(10)
    await close()
  })
})

describe('before anything is clicked', () => {
  it('the home page is light and asks nobody else', async () => {
    const { page, close } = await demo.visit()
    const asked: string[] = []
    let bytes = 0
    page.on('request', (request) => asked.push(request.url()))
    page.on('requestfinished', async (request) => {
      const sizes = await request.sizes()
      bytes += sizes.responseBodySize + sizes.responseHeadersSize
    })
    await page.goto('/', { waitUntil: 'networkidle' })
    expect(asked.filter((url) => !url.startsWith(demo.origin) && !url.startsWith('data:'))).toEqual([])
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(60_000)
    await close()
  })
})
