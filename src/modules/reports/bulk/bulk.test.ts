import { beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { openTestApp, testNow, type Answer, type Client, type TestApp } from '#test/app.ts'
import { sendAReport, words } from '../testing.ts'
import { canStillUndo } from './bulk-input.ts'

let app: TestApp
let roads: Client
let resident: Client
beforeEach(async () => {
  app ??= await openTestApp()
  app.clock.move(testNow)
  roads ??= await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  resident ??= await app.signIn({ name: 'Rita Rebane' })
})

const key = () => crypto.randomUUID()
const chosen = '/too/teated/valitud'
const several = async (count: number, who: Client = app.visitor) => {
  const numbers: number[] = []
  for (let at = 0; at < count; at += 1) numbers.push((await sendAReport(app, who)).report.number)
  return numbers
}
const step = (numbers: readonly number[], given: Record<string, string>, who = roads) =>
  who.post(`${chosen}/tegemine`, { idempotencyKey: key(), n: numbers.map(String), ...given })
const postId = async (slug: string) =>
  (await app.db.selectFrom('people_posts').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id
const rows = (answer: Answer) =>
  answer.page.querySelectorAll('main tbody tr').map((row) => row.text.replaceAll(/\s+/gu, ' '))
const undo = (made: Answer, who = roads) => who.post(`${made.location!}/tagasi`, {})
const publicPage = async (number: number) => words(await app.visitor.get(`/teated/${number}`))

describe('several reports at once', () => {
  it('are chosen in the list, looked at once more, and nothing is changed by looking', async () => {
    const numbers = await several(2)
    const page = await roads.get('/too/teated')
    expect(page.page.querySelectorAll('tbody input[name=n]').length).toBeGreaterThanOrEqual(2)
    const asked = await roads.post(chosen, { n: numbers.map(String), what: 'state' })
    expect([asked.status, words(asked)]).toEqual([200, expect.stringContaining('Muuda seisu ja vasta: teateid 2')])
    expect(words(asked)).toContain('saatja ja jälgijad saavad kirja')
    const none = await roads.post(chosen, { what: 'state' })
    expect([none.status, words(none)]).toEqual([422, expect.stringContaining('Vali loendist vähemalt üks teade.')])
    expect((await roads.post(chosen, { n: String(numbers[0]) })).status).toBe(422)
    expect(await publicPage(numbers[0]!)).toContain('Vastu võetud')
  })

  it('change their state with a ready answer, each in its own words, and go back with a correction', async () => {
    const [first, second, third] = (await several(3, resident)) as [number, number, number]
    const option = (await roads.post(chosen, { n: String(first), what: 'state' })).page
      .querySelectorAll('select[name=template] option')
      .find((one) => one.text === 'Korras')!
    const given = { what: 'state', state: 'fixed-by-parish', words: '', template: option.getAttribute('value')! }
    await roads.post(`/too/teated/${third}/vastused`, { idempotencyKey: key(), words: '', state: 'fixed-by-parish' })
    const form = { idempotencyKey: key(), n: [first, second, third].map(String), ...given }
    const made = await roads.post(`${chosen}/tegemine`, form)
    expect((await roads.post(`${chosen}/tegemine`, form)).location).toBe(made.location)
    const told = rows(await roads.get(made.location!))
    expect(told[0]).toContain('tehtud')
    expect(told[2]).toContain('Seda seisu ei saa nüüd valida')
    expect(await publicPage(second)).toContain(`ava teade ${second} uuesti`)
    await roads.post(`/too/teated/${second}/markused`, { idempotencyKey: key(), note: 'Märkus ei muuda midagi' })
    await resident.post(`/teated/${first}/lisandused`, { idempotencyKey: key(), words: 'Aitäh' })
    expect((await undo(made)).status).toBe(303)
    const after = rows(await roads.get(made.location!))
    expect(after[0]).toContain('keegi on teadet vahepeal muutnud')
    expect(after[1]).toContain('tagasi võetud')
    expect(await publicPage(first)).toContain('Vald tegi selle korda.')
    const back = await publicPage(second)
    expect(back).toContain('Eelmine muudatus oli ekslik ja võeti tagasi.')
    expect(back).toContain('Esimene vastus tuleb hiljemalt 24. november 2026')
    expect(words(await resident.get('/minu/teated'))).toContain(`Parandus, teade ${second}: Vastu võetud`)
    expect((await undo(made)).status).toBe(422)
  })

  it('are given to another, moved and made urgent, and each can be taken back', async () => {
    const [first, second] = (await several(2)) as [number, number]
    const before = async () => words(await roads.get(`/too/teated/${first}`))
    const was = await before()
    for (const given of [
      { what: 'assign', post: await postId('heakorraspetsialist') },
      { what: 'move', category: 'prugi' },
      { what: 'priority', priority: 'urgent' },
    ]) {
      const made = await step([first, second], given)
      expect(
        rows(await roads.get(made.location!)).every((row) => row.includes('tehtud')),
        given.what,
      ).toBe(true)
      expect(await before()).not.toBe(was)
      expect((await undo(made)).status).toBe(303)
      expect(await before(), given.what).toBe(was)
    }
    const same = await step([first], { what: 'priority', priority: 'usual' })
    expect(rows(await roads.get(same.location!))[0]).toContain('oli juba nii')
    const personal = await step([first], { what: 'move', category: 'abi-vajav-inimene' })
    expect(rows(await roads.get(personal.location!))[0]).toContain('ükshaaval')
  })

  it('are merged into one, and told apart again', async () => {
    const [main, second, third] = (await several(3)) as [number, number, number]
    const made = await step([main, second, third], { what: 'double', of: String(main) })
    const told = rows(await roads.get(made.location!))
    expect(told[0]).toContain('iseenda kordus')
    expect(await publicPage(main)).toContain(`Samast veast on teatanud ka: ${second}, ${third}`)
    await undo(made)
    expect(await publicPage(main)).not.toContain('Samast veast')
    expect(await publicPage(third)).toContain('Vastu võetud')
  })

  it('are told why when they are closed unmended, and the choice is kept when something is missing', async () => {
    const numbers = await several(1)
    const wrong = await step(numbers, { what: 'state', state: 'no-further-action', words: '', template: '' })
    expect([wrong.status, words(wrong)]).toEqual([422, expect.stringContaining('ütle saatjale miks')])
    expect(wrong.page.querySelector('option[value=no-further-action]')?.hasAttribute('selected')).toBe(true)
    expect((await step(numbers, { what: 'double', of: 'x' })).status).toBe(422)
  })

  it('are never those that the official may not see', async () => {
    const hidden = (await sendAReport(app, app.visitor, { category: 'abi-vajav-inimene' })).report.number
    const [open] = (await several(1)) as [number]
    const asked = await roads.post(chosen, { n: [hidden, open].map(String), what: 'priority' })
    expect(words(asked)).toContain('teateid 1')
    const made = await step([hidden, open], { what: 'priority', priority: 'low' })
    expect(rows(await roads.get(made.location!))).toHaveLength(1)
    const social = await app.signIn({ name: 'Siiri Sots', postSlugs: ['sotsiaaltoospetsialist'] })
    expect(words(await social.get(`/too/teated/${hidden}`))).toMatch(/Kiireloomulisus\s*tavaline/)
  })

  it('are for officials; a step is taken back by who took it or the coordinator, within half an hour', async () => {
    const numbers = await several(1)
    const urgent = { what: 'priority', priority: 'urgent' }
    for (const who of [resident, app.visitor]) {
      expect((await who.post(chosen, { n: String(numbers[0]), what: 'priority' })).status).toBe(403)
      expect((await step(numbers, urgent, who)).status).toBe(403)
    }
    const made = await step(numbers, urgent)
    const other = await app.signIn({ name: 'Fiina Finants', postSlugs: ['finantsjuht'] })
    expect([(await other.get(made.location!)).status, (await undo(made, other)).status]).toEqual([403, 403])
    expect((await undo(made, resident)).status).toBe(403)
    app.clock.move(new Date(testNow.getTime() + 31 * 60_000))
    const late = await undo(made)
    expect([late.status, words(late)]).toEqual([422, expect.stringContaining('Pool tundi on möödas')])
    app.clock.move(new Date(testNow.getTime() + 10 * 60_000))
    const coordinator = await app.signIn({ name: 'Kaja Koordinaator', roles: ['official', 'reportsCoordinator'] })
    expect((await undo(made, coordinator)).status).toBe(303)
  })

  it('can be taken back as long as the half hour lasts, and once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7200 }), fc.boolean(), (seconds, undone) => {
        const now = new Date(testNow.getTime() + seconds * 1000)
        const can = canStillUndo({ at: testNow, undoneAt: undone ? testNow : null }, now)
        expect(can).toBe(!undone && seconds <= 1800)
      }),
    )
  })
})

describe('the list', () => {
  it('is narrowed by place, subject, post, urgency and due day, late ones first, then the urgent', async () => {
    const own = await openTestApp()
    const old = (await sendAReport(own, own.visitor, { words: 'Vana auk' })).report.number
    own.clock.move(new Date('2026-12-10T10:00:00+02:00'))
    await sendAReport(own, own.visitor, { words: 'Uus auk', settlement: '3472' })
    const urgent = (await sendAReport(own, own.visitor, { words: 'Kiire prügi', category: 'prugi' })).report.number
    const official = await own.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
    await official.post(`/too/teated/${urgent}/kiireloomulisus`, { priority: 'urgent' })
    const list = async (query = '') => words(await official.get(`/too/teated?${query}`))
    const all = await list()
    expect(all.indexOf('Vana auk')).toBeLessThan(all.indexOf('Kiire prügi'))
    expect(all.indexOf('Kiire prügi')).toBeLessThan(all.indexOf('Uus auk'))
    for (const [query, has, not] of [
      ['koht=3472', 'Uus auk', 'Vana auk'],
      ['teema=prugi', 'Kiire prügi', 'Uus auk'],
      ['kiirus=urgent', 'Kiire prügi', 'Uus auk'],
      ['tahtaeg=late', 'Vana auk', 'Uus auk'],
      ['tahtaeg=week', 'Uus auk', 'Vana auk'],
      ['vaade=late', 'Vana auk', 'Uus auk'],
    ] as const) {
      const found = await list(query)
      expect([found.includes(has), found.includes(not)], query).toEqual([true, false])
    }
    expect(await list('koht=x&teema=y&kiirus=z&tahtaeg=w')).toContain(`${old} Auk`)
  })
})
