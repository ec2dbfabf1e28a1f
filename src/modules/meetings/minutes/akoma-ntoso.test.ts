import { beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '#test/app.ts'
import { meetingDeskPaths as desk, meetingPaths } from '../paths.ts'
import { akomaNtoso } from './akoma-ntoso.ts'
import { holdSitting } from './testing.ts'

let app: TestApp
let number: number
beforeAll(async () => {
  app = await openTestApp()
  const secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  const [chair, member] = [await app.signIn({ name: 'Esi Mees' }), await app.signIn({ name: 'Lii Kene' })]
  const sitting = await holdSitting(app, { chair, member })
  number = sitting.number
  const summary = 'Küsis [[Mari Maasikas]] & <teised> "hinna" kohta.'
  await secretary.post(desk.minutes(number), { [`kokkuvote-${sitting.itemId}`]: summary })
  await secretary.post(desk.approveMinutes(number), { approveBecause: 'Proov' })
  expect((await secretary.post(desk.publishMinutes(number), {})).status).toBe(303)
})

/** Tags in the order in which they stand; throws where one is closed that was not open. */
function elementsOf(xml: string): { name: string; attributes: string; path: string }[] {
  const found: { name: string; attributes: string; path: string }[] = []
  const open: string[] = []
  for (const [, end, name, attributes, empty] of xml.matchAll(/<(\/?)([A-Za-z]+)((?:\s[^<>]*?)?)(\/?)>/g)) {
    if (end === '/') {
      expect(open.pop()).toBe(name)
      continue
    }
    found.push({ name: name!, attributes: attributes!, path: [...open, name].join('/') })
    if (empty !== '/') open.push(name!)
  }
  expect(open).toEqual([])
  return found
}

it('published minutes are Akoma Ntoso: work, expression, manifestation, and a section for each item', async () => {
  const answer = await app.visitor.get(meetingPaths.minutesXml(number))
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/akn+xml; charset=utf-8'])
  expect(answer.text).toContain('Küsis eraisik &amp; &lt;teised&gt; &quot;hinna&quot; kohta.')
  const elements = elementsOf(answer.text)
  const paths = elements.map(({ path }) => path)
  const meta = 'akomaNtoso/debateReport/meta/identification'
  const levels = ['FRBRWork', 'FRBRExpression', 'FRBRManifestation']
  expect(paths.filter((path) => levels.some((level) => path === `${meta}/${level}`))).toHaveLength(3)
  // The order in which the schema wants them.
  const within = (level: string) =>
    elements.filter(({ path }) => path.startsWith(`${meta}/${level}/`)).map(({ name }) => name)
  const first = ['FRBRthis', 'FRBRuri', 'FRBRdate', 'FRBRauthor']
  expect(within('FRBRWork')).toEqual([...first, 'FRBRcountry', 'FRBRnumber'])
  expect(within('FRBRExpression')).toEqual([...first, 'FRBRversionNumber', 'FRBRlanguage'])
  expect(within('FRBRManifestation')).toEqual([...first, 'FRBRformat'])
  const ids = elements.flatMap(({ attributes }) => /eId="([^"]+)"/.exec(attributes)?.[1] ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  const items = elements.filter(({ attributes }) => attributes.includes('name="agendaItem"'))
  expect(items.length).toBe(20)
  expect((await app.visitor.get(`/en${meetingPaths.minutesXml(number)}`)).text).toContain('language="eng"')
  expect((await app.visitor.get(meetingPaths.minutesXml(99_999))).status).toBe(404)
  const page = await app.visitor.get(meetingPaths.minutes(number))
  expect(page.page.querySelector(`a[href="${meetingPaths.minutesXml(number)}"]`)).not.toBeNull()
})

it('every kind of block has its place', () => {
  const meeting = {
    number: 1,
    startsAt: new Date('2026-11-23T13:00:00Z'),
    body: { slug: 'kogu', name: { et: 'Kogu' } },
  }
  const xml = akomaNtoso({
    meeting: { ...meeting, kind: 'ordinary', sessionNo: null } as never,
    version: { version: 2, publishedAt: new Date('2026-11-24T13:00:00Z') },
    language: 'et',
    timeZone: 'Europe/Tallinn',
    blocks: [
      { kind: 'definitions', entries: [['Algus', '15.00']] },
      { kind: 'heading', level: 2, text: 'Päevakord' },
      { kind: 'heading', level: 3, text: [{ text: '1. ' }, { text: 'Asi', language: 'en', strong: true }] },
      { kind: 'list', entries: ['a', [{ text: 'b', href: 'https://example.org/?a=1&b=2' }]] },
      { kind: 'table', caption: 'Tabel', columns: [{ label: 'Nimi' }], rows: [['x']] },
      { kind: 'bars', alt: 'Kolm poolt', bars: [] },
      { kind: 'heading', level: 2, text: 'Muu' },
      { kind: 'paragraph', text: 'Lõpp.' },
    ],
  })
  const paths = elementsOf(xml).map(({ path }) => path.replace('akomaNtoso/debateReport/mainBody', ''))
  for (const path of ['/ul/li/p/b', '/debateSection/debateSection/table/tr/th/p', '/debateSection/p'])
    expect(paths).toContain(path)
  expect(xml).toContain('href="https://example.org/?a=1&amp;b=2"')
  expect(xml).toContain('<span xml:lang="en"><b>Asi</b></span>')
})
