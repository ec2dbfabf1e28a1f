import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { startServer } from '../server.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** One Chromium for a test file. `CHROMIUM` names another than the system's; without either, Playwright's own. */
export async function openChromium(): Promise<Browser> {
  const found = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path !== '' && existsSync(path),
  )
  const browser = await chromium.launch({ args: flags, ...(found === undefined ? {} : { executablePath: found }) })
  afterAll(() => browser.close())
  return browser
}

export type DemoPerson = { personalCode: string; name: string; roles: string[] }

/** The demo in a browser: one server and one Chromium for a test file. */
export async function openDemo(variables: Record<string, string> = {}) {
  const settings = { AVAVALD_NOW: '2026-11-23T10:00:00+02:00', ...variables }
  const running = await startServer({ joelahtme: { host: 'localhost' } }, settings)
  // Search finds nothing before its first index is made.
  for (const delivery of running.deliveries) await delivery.settle(60_000)
  const browser = await openChromium()
  const origin = `http://localhost:${running.port}`
  const people = (await (await fetch(`${origin}/dev/people.json`)).json()) as DemoPerson[]
  const audited = new Set<string>()
  const reader = await browser.newPage({ bypassCSP: true, viewport: { width: 1280, height: 900 } })

  /** What axe finds on the page as it stands. A page without script is read by a scripted one. */
  const axe = async (page: Page, hasScript: boolean): Promise<string[]> => {
    if (hasScript) return runAxe(page)
    const html = await page.content()
    await reader.goto(`${origin}/healthz`)
    await reader.setContent(html.replace('<head>', `<head><base href="${origin}/">`), { waitUntil: 'load' })
    return runAxe(reader)
  }

  /** A browser of its own, with script or without; it remembers everything that went wrong in it. */
  const visit = async (options: BrowserContextOptions & { script?: boolean } = {}) => {
    const { script = true, ...rest } = options
    const context = await browser.newContext({
      baseURL: origin,
      javaScriptEnabled: script,
      bypassCSP: false,
      locale: 'et-EE',
      timezoneId: 'Europe/Tallinn',
      viewport: { width: 1280, height: 900 },
      ...rest,
    })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))

    /** Audits a page once in each file, however often it is passed. */
    const check = async (name = new URL(page.url()).pathname) => {
      const key = `${name} ${script}`
      if (audited.has(key)) return
      audited.add(key)
      expect(await axe(page, script), `axe on ${name}`).toEqual([])
    }
    const open = async (path: string) => {
      const response = await page.goto(path)
      await check(path)
      return response
    }
    const signIn = async (person: DemoPerson, to = '/') => {
      await page.goto(`/login?login_hint=${person.personalCode}&auto=1&to=${encodeURIComponent(to)}`)
    }
    return { context, page, complaints, check, open, signIn, close: () => context.close() }
  }

  const personWith = (post: string): DemoPerson => {
    const found = people.find(({ roles }) => roles.includes(post))
    if (found === undefined) throw new Error(`nobody holds the post ${post}`)
    return found
  }
  /** Waits for a letter to the address with a link that begins so, and answers where it leads. */
  const letterLink = async (to: string, path: string): Promise<string> => {
    const find = async () => {
      const mails = (await (await fetch(`${origin}/dev/mail.json`)).json()) as { to: string; text: string }[]
      const links = mails
        .filter((mail) => mail.to === to)
        .flatMap(({ text }) => text.match(/https?:[\w./:?=&%-]+/gu) ?? [])
      return links.map((link) => new URL(link).pathname).find((one) => one.startsWith(path))
    }
    await expect.poll(find, { timeout: 15_000 }).toBeDefined()
    return (await find())!
  }
  const resident = (nth = 0): DemoPerson => people.filter(({ roles }) => roles.length === 0)[nth]!
  return { running, browser, origin, people, visit, axe, personWith, letterLink, resident }
}

export type Demo = Awaited<ReturnType<typeof openDemo>>
export type Visit = Awaited<ReturnType<Demo['visit']>>

async function runAxe(page: Page): Promise<string[]> {
  // Evaluated by the browser itself, so that the page's own policy stays in force.
  // A colour on its way from one to another is neither: what moves comes to rest first.
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
  await page.evaluate(axeSource)
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as typeof globalThis & { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    })
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}; ${nodes
          .map(({ html }) => html.slice(0, 200))
          .slice(0, 3)
          .join(' | ')}`,
    )
  }, wcag)
}

/** How many pixels the page is wider than its window; a table may scroll inside its own frame. */
export async function overflow(page: Page): Promise<number> {
  // A click that leads elsewhere is over before the page it leads to is there.
  await page.waitForLoadState('load')
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

export const scriptModes = [
  ['with script', true],
  ['without script', false],
] as const
