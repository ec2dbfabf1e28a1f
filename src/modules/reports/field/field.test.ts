import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import type { Actor } from '#platform/context.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { givenTo } from '../queries/field.ts'
import { canDoWork, reportStates } from '../rules.ts'
import { sendAReport, words } from '../testing.ts'
import { readCents } from './cost.ts'
import { routeOrder, type Stop } from './route-order.ts'

let app: TestApp
let roads: Client
let contractor: Client
let resident: Client
let post: string
beforeAll(async () => {
  app = await openTestApp()
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  contractor = await app.signIn({ name: 'Toomas Töömees', postSlugs: ['naidis-teehooldus-tootegija'] })
  resident = await app.signIn({ name: 'Rita Rebane' })
  const row = await app.db
    .selectFrom('people_posts')
    .select('id')
    .where('slug', '=', 'naidis-teehooldus-tootegija')
    .executeTakeFirstOrThrow()
  post = row.id
})

const key = () => crypto.randomUUID()
const mine = '/too/teated/minu'
const give = (number: number, given: Record<string, string> = {}, who = roads) =>
  who.post(`/too/teated/${number}/toovotja`, { contractor: post, order: '', ...given })
const publicPage = async (number: number) => words(await app.visitor.get(`/teated/${number}`))
const aPhoto = async (name = 'parast.jpg') => {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#393' } })
    .jpeg()
    .toBuffer()
  return new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' })
}

describe('a contractor', () => {
  it('sees what was given to them and nothing else: no inbox, no desk, no sender', async () => {
    const given = (
      await sendAReport(app, resident, { words: 'Auk risti peal', name: 'Rita Rebane', point: '59.4345, 24.9465' })
    ).report.number
    const other = (await sendAReport(app, app.visitor, { words: 'Teine auk' })).report.number
    expect(words(await contractor.get(mine))).toContain('ei ole sulle ühtki tööd')
    expect((await give(given, { order: 'Kuum asfalt' })).status).toBe(303)
    const page = await contractor.get(mine)
    const text = words(page)
    expect([text.includes('Auk risti peal'), text.includes('Kuum asfalt'), text.includes('Teine auk')]).toEqual([
      true,
      true,
      false,
    ])
    expect(page.text).not.toContain('Rita Rebane')
    expect(page.page.querySelector('a[href^="geo:59.43450,24.94650"]')).not.toBeNull()
    expect(await publicPage(given)).toContain('Töö on tellitud')
    expect(await publicPage(given)).not.toContain('Kuum asfalt')
    for (const number of [given, other]) {
      expect((await contractor.get(`/too/teated/${number}`)).status).toBe(403)
      const form = { idempotencyKey: key(), words: 'x', state: 'planned' }
      expect((await contractor.post(`/too/teated/${number}/vastused`, form)).status).toBe(403)
    }
    expect((await contractor.post(`${mine}/${other}/alustamine`, {})).status).toBe(403)
    expect((await contractor.get(`${mine}/${other}/tehtud`)).status).toBe(403)
    for (const who of [roads, resident]) expect((await who.get(mine)).status).toBe(403)
    expect((await app.visitor.get(mine)).location).toContain('/login')
    expect(words(await contractor.get('/minu/teated'))).toContain(`Teade ${given} on sinu korda teha`)
    expect(words(await contractor.get('/too'))).toContain(`Teade ${given}`)
    expect(words(await contractor.get('/too/teated'))).not.toContain('Auk risti peal')
  })

  it('begins, shows with pictures what was mended, and everybody sees before, after and the cost', async () => {
    const { number, id } = (await sendAReport(app, resident, { words: 'Auk', photo1: await aPhoto('enne.jpg') })).report
    await give(number)
    expect((await contractor.post(`${mine}/${number}/alustamine`, {})).status).toBe(303)
    expect((await contractor.post(`${mine}/${number}/alustamine`, {})).status).toBe(422)
    expect(await publicPage(number)).toContain('Töövõtja: Näidis-Teehooldus OÜ. Seis: Töös')
    const empty = await contractor.post(`${mine}/${number}/tehtud`, { idempotencyKey: key(), words: '', cost: 'x' })
    expect([empty.status, empty.page.querySelectorAll('.field-error').length]).toEqual([422, 1])
    const nothing = await contractor.post(`${mine}/${number}/tehtud`, { idempotencyKey: key(), words: '', cost: '' })
    expect([nothing.status, words(nothing)]).toEqual([422, expect.stringContaining('Lisa pilt või kirjuta')])
    const pdf = new File(['%PDF-1.4 x'], 'pilt.jpg', { type: 'image/jpeg' })
    const form = { idempotencyKey: key(), words: 'Lappisin ära', cost: '120,50' }
    expect((await contractor.post(`${mine}/${number}/tehtud`, { ...form, photo1: pdf })).status).toBe(422)
    const done = { ...form, photo1: await aPhoto() }
    expect((await contractor.post(`${mine}/${number}/tehtud`, done)).status).toBe(303)
    expect((await contractor.post(`${mine}/${number}/tehtud`, { ...done, photo1: await aPhoto() })).status).toBe(303)
    const page = await publicPage(number)
    for (const part of ['Korras', 'Lappisin ära', '120,50 €', 'Enne', 'Pärast', 'enne.jpg', 'parast.jpg']) {
      expect(page).toContain(part)
    }
    expect(page.split('Lappisin ära').length).toBe(2)
    expect(words(await resident.get('/minu/teated'))).toContain(`Teade ${number}: Korras`)
    expect(words(await roads.get('/minu/teated'))).toContain(`Töövõtja märkis teate ${number} tehtuks`)
    expect(words(await contractor.get(mine))).not.toContain(`${number} Auk`)
    const files = await app.db
      .selectFrom('files_files')
      .select('visibility')
      .where('attached_to', '=', `report-after:${id}`)
      .execute()
    expect(files).toEqual([{ visibility: 'everyone' }])
  })

  it('no longer sees what was taken from them or off the list, and pictures close with the report', async () => {
    const { number, id } = (await sendAReport(app, app.visitor)).report
    await give(number)
    await give(number, { contractor: '' })
    expect((await contractor.get(`${mine}/${number}/tehtud`)).status).toBe(403)
    await give(number)
    await contractor.post(`${mine}/${number}/tehtud`, {
      idempotencyKey: key(),
      words: '',
      cost: '',
      photo1: await aPhoto(),
    })
    const coordinator = await app.signIn({ name: 'Kaja Koordinaator', roles: ['official', 'reportsCoordinator'] })
    await coordinator.post(`/too/teated/${number}/peitmine`, { reason: 'Inimene pildil' })
    const file = await app.db
      .selectFrom('files_files')
      .select('visibility')
      .where('attached_to', '=', `report-after:${id}`)
      .executeTakeFirstOrThrow()
    expect(file.visibility).toBe('roles')
  })

  it('is given work by those who work on the report', async () => {
    const { number } = (await sendAReport(app, app.visitor)).report
    for (const who of [resident, contractor, app.visitor]) expect((await give(number, {}, who)).status).toBe(403)
    expect((await give(number, { contractor: key() })).status).toBe(422)
    const cost = (sum: string, who: Client) => who.post(`/too/teated/${number}/maksumus`, { cost: sum })
    expect([(await cost('12,3', contractor)).status, (await cost('kallis', roads)).status]).toEqual([403, 422])
    expect((await cost('1 200', roads)).status).toBe(303)
    expect(await publicPage(number)).toMatch(/Parandamine maksis\s*1\s?200,00\s€/u)
  })
})

describe('the rights to field work', () => {
  it('are the same in the rules and in the list of the database', async () => {
    const other = (
      await app.db.selectFrom('people_posts').select('id').where('id', '<>', post).limit(1).executeTakeFirstOrThrow()
    ).id
    const actor = (roles: Actor['roles'], postIds: string[]): Actor => ({
      kind: 'person',
      personId: resident.personId,
      roles,
      postIds,
      bodyIds: [],
      actingFor: null,
    })
    const actors = [
      actor([], [post]),
      actor(['contractor'], [post]),
      actor(['contractor'], []),
      actor(['official'], [post]),
      actor(['contractor', 'official'], [post, other]),
    ]
    const made = reportStates.flatMap((state) =>
      [null, app.clock.now()].flatMap((hiddenAt) =>
        [null, post, other].map((contractorPost) => ({ state, hiddenAt, contractorPost })),
      ),
    )
    const rows = sql`(select (j ->> 'at')::int as at, j ->> 'state' as state, (j ->> 'hiddenAt')::timestamptz as hidden_at,
      (j ->> 'contractorPost')::uuid as contractor_post
      from jsonb_array_elements(${JSON.stringify(made.map((one, at) => ({ ...one, at })))}::jsonb) j) r`
    for (const one of actors) {
      const found = await sql<{ at: number }>`select at from ${rows} where ${givenTo(one)} order by at`.execute(app.db)
      expect(found.rows.map(({ at }) => at)).toEqual(made.flatMap((row, at) => (canDoWork(one, row) ? [at] : [])))
    }
  })
})

describe('sums and routes', () => {
  it.each([
    ['', null],
    ['120', 12_000],
    ['120,5', 12_050],
    ['1 234,50 €', 123_450],
    ['0', 0],
    ['12.345', undefined],
    ['-5', undefined],
    ['palju', undefined],
    ['99999999', undefined],
  ])('%j', (text, cents) => expect(readCents(text)).toBe(cents))

  it('a route visits everything once, settlement by settlement, beginning with the first', () => {
    const stop = fc.record({
      settlement: fc.option(fc.record({ ehak: fc.constantFrom('1', '2', '3') })),
      place: fc.option(
        fc.tuple(fc.double({ min: 59, max: 60, noNaN: true }), fc.double({ min: 24, max: 26, noNaN: true })),
      ),
    })
    fc.assert(
      fc.property(fc.array(stop, { maxLength: 25 }), (made) => {
        const stops: (Stop & { at: number })[] = made.map(({ settlement, place }, at) => ({
          at,
          settlement,
          latitude: place?.[0] ?? null,
          longitude: place?.[1] ?? null,
        }))
        const route = routeOrder(stops)
        expect(route.map(({ at }) => at).toSorted((a, b) => a - b)).toEqual(stops.map(({ at }) => at))
        expect(route[0]).toBe(stops[0])
        const visited = route.map(({ settlement }) => settlement?.ehak ?? '')
        const runs = visited.filter((ehak, at) => ehak !== visited[at - 1])
        expect(new Set(runs).size).toBe(runs.length)
      }),
    )
  })
})
