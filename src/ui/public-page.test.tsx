import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { PageFrame } from '#ui/frame.ts'
import { GalleryPage } from '#ui/gallery/gallery-page.tsx'
import { sampleDoors } from '#ui/gallery/gallery-frame.ts'
import { PublicPage } from '#ui/public-page.tsx'
import { WorkspacePage } from '#ui/workspace-page.tsx'

const frame: PageFrame = {
  language: 'et',
  path: '/arutelud/12?leht=2',
  site: {
    name: 'Jõelähtme vald',
    shortName: 'Jõelähtme',
    timeZone: 'Europe/Tallinn',
    contact: { address: 'Postijaama tee 7', email: 'kantselei@example.ee', phone: '605 4887', hours: 'E–R 8–16' },
  },
  doors: sampleDoors,
  viewer: null,
  demo: false,
  assets: { styles: ['/assets/main.css'], scripts: ['/assets/main.js'], url: (source) => `/${source}` },
  version: 1,
  lastEntryAt: new Date('2026-11-23T07:10:00Z'),
  now: new Date('2026-11-23T07:13:00Z'),
}

const page = (changes: Partial<PageFrame>, hasErrors = false) =>
  render(
    <PublicPage frame={{ ...frame, ...changes }} title="Arutelu" current="otsustamine" hasErrors={hasErrors}>
      <h1>Arutelu</h1>
    </PublicPage>,
  )

test('the page is offered in all three languages', () => {
  const html = page({ language: 'en' })
  expect(html).toContain('<html lang="en" data-zone="Europe/Tallinn">')
  expect(html).toContain('rel="alternate" hreflang="et" href="/arutelud/12"')
  expect(html).toContain('rel="alternate" hreflang="ru" href="/ru/arutelud/12"')
  expect(html).toContain('rel="canonical" href="/en/arutelud/12"')
  expect(html).toContain('href="/ru/arutelud/12?leht=2" lang="ru"')
})

test('after signing in I come back to where I was', () => {
  expect(page({})).toContain('href="/login?to=%2Farutelud%2F12%3Fleht%3D2"')
})

test('the title tells first that something is wrong', () => {
  expect(page({}, true)).toContain('<title>Viga: Arutelu – Jõelähtme</title>')
})

test('signed in I find my page and the way out; the workspace is for officials', () => {
  const viewer = { name: 'Mari Tamm', initials: 'MT', isOfficial: false, actingFor: 'MTÜ Noored' }
  const html = page({ viewer })
  expect(html).toContain('href="/minu"')
  expect(html).toContain('action="/logout"')
  expect(html).toContain('MTÜ Noored')
  expect(html).not.toContain('href="/too"')
  expect(page({ viewer: { ...viewer, isOfficial: true } })).toContain('href="/too"')
})

test('a demo says that it is one and who can be signed in as', () => {
  expect(page({ demo: true })).toContain('Kellena saab sisse logida?')
  expect(page({})).not.toContain('class="ribbon"')
})

test('no page carries script or style inside it', () => {
  const html = render(<GalleryPage frame={frame} />)
  expect(html).not.toMatch(/ style="| on[a-z]+="|<style/u)
  expect(html.match(/<script[^>]*>[^<]/gu)).toBeNull()
})

test('no two things on the gallery share an id', () => {
  const ids = [...render(<GalleryPage frame={frame} />).matchAll(/ id="([^"]+)"/gu)].map((match) => match[1])
  expect(ids.length).toBe(new Set(ids).size)
})

test('an official sees which part of the workspace is open', () => {
  const sections = [
    { label: 'Mis ootab mind', path: '/too' },
    { label: 'Istungid', path: '/too/istungid' },
  ]
  const html = render(
    <WorkspacePage frame={frame} title="Töölaud" current="/too/istungid" sections={sections}>
      <h1>Istungid</h1>
    </WorkspacePage>,
  )
  expect(html).toContain('<a href="/too/istungid" aria-current="page">')
})
