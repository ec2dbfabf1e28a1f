import { createHash } from 'node:crypto'
import type { ValidateFunction } from 'ajv'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '#test/app.ts'
import { anItem, planAMeeting } from '../testing.ts'
import { meetingDeskPaths as desk } from '../paths.ts'
import { listNames, objectNames, oparlBase } from './addresses.ts'
import type { OparlObject } from './objects.ts'
import { schemaOf } from './schema-testing.ts'
import { aCouncil, holdASitting } from './testing.ts'

let app: TestApp
let council: Awaited<ReturnType<typeof aCouncil>>
let held: { number: number; id: string }
beforeAll(async () => {
  app = await openTestApp()
  council = await aCouncil(app)
  held = await holdASitting(app, council, [
    { title: 'Eelarve', draft: '§ 1. Kinnitada eelarve.' },
    { title: 'Kinnistu ost', visibility: 'closed', closedBasis: 'AvTS § 35', memo: 'Salamemo', draft: 'Salaeelnõu' },
  ])
  const secret = await planAMeeting(app, council.secretary, 'vallavolikogu', { place: 'Salajane saal' })
  await council.secretary.post(desk.newItem(secret), anItem({ title: 'Välja kuulutamata', draft: 'Varane tekst' }))
})

type Page = {
  data: OparlObject[]
  pagination: { totalElements: number; elementsPerPage: number; currentPage: number; totalPages: number }
  links: Record<'first' | 'self' | 'last', string> & { prev?: string; next?: string }
}
const origin = 'http://localhost'
const ask = (address: string) => app.visitor.get(address.replace(origin, ''))
const read = async <T = OparlObject>(address: string): Promise<T> => {
  const answer = await ask(address)
  expect([answer.status, answer.headers.get('content-type')], address).toEqual([200, 'application/json; charset=utf-8'])
  return JSON.parse(answer.text) as T
}
const list = (name: string, query = '') => read<Page>(`${oparlBase}/${name}${query}`)
const one = (name: string, id: string) => read(`${oparlBase}/${name}/${id}`)

/** Whatever can be reached from the System by its links, objects inside objects too. */
async function crawl(): Promise<{ objects: Map<string, OparlObject>; seen: string[] }> {
  const objects = new Map<string, OparlObject>()
  const seen = new Set<string>()
  const waiting = [`${origin}${oparlBase}/system`]
  const visit = (value: unknown): void => {
    if (typeof value === 'string' && value.startsWith(`${origin}${oparlBase}`)) waiting.push(value)
    else if (Array.isArray(value)) for (const inner of value) visit(inner)
    else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) visit(inner)
  }
  while (waiting.length > 0) {
    const address = waiting.pop()!
    if (seen.has(address)) continue
    seen.add(address)
    if (address.endsWith('/text')) {
      expect((await ask(address)).status, address).toBe(200)
      continue
    }
    const document: OparlObject | Page = await read<OparlObject | Page>(address)
    if ('pagination' in document) expect(address).not.toMatch(/[0-9a-f]-[0-9a-f]{12}$/)
    else {
      expect(document.id).toBe(address)
      objects.set(address, document)
    }
    visit(document)
  }
  return { objects, seen: [...seen] }
}

const demanded: Record<string, readonly string[]> = {
  System: ['oparlVersion', 'body'],
  Body: ['name', 'organization', 'person', 'meeting', 'paper', 'legislativeTerm'],
  File: ['accessUrl'],
  AgendaItem: ['order'],
}

function* withInner(value: unknown): Generator<OparlObject> {
  if (Array.isArray(value)) for (const inner of value) yield* withInner(inner)
  else if (typeof value === 'object' && value !== null) {
    if ('id' in value && 'type' in value) yield value as OparlObject
    for (const inner of Object.values(value)) yield* withInner(inner)
  }
}

describe('a harvester that begins at the system', () => {
  it('finds every object at its own address, valid by the schema of its type', async () => {
    const { objects, seen } = await crawl()
    const judges = new Map<string, ValidateFunction | undefined>()
    const types = new Map<string, number>()
    for (const object of [...objects.values()].flatMap((outer) => [...withInner(outer)])) {
      expect(object.type).toMatch(/^https:\/\/schema\.oparl\.org\/1\.1\/\w+$/)
      const type = object.type.split('/').at(-1)!
      types.set(type, (types.get(type) ?? 0) + 1)
      if (!judges.has(type)) judges.set(type, schemaOf(type))
      const judge = judges.get(type)
      if (judge !== undefined) expect(judge(object), `${object.id} ${JSON.stringify(judge.errors)}`).toBe(true)
      for (const field of [...(demanded[type] ?? []), 'created', 'modified'])
        expect(object, object.id).toHaveProperty(field)
      expect(Date.parse(object.modified)).toBeGreaterThanOrEqual(Date.parse(object.created))
      expect(Object.values(object)).not.toContain(null)
      // What is told inside another is what its own address tells.
      expect(objects.get(object.id), object.id).toEqual(object)
    }
    const all = ['System', 'Body', 'Organization', 'Person', 'Membership', 'Meeting', 'AgendaItem', 'Paper', 'File']
    expect([...types.keys()].toSorted()).toEqual([...all, 'Consultation', 'Location'].toSorted())
    expect(seen.filter((address) => address.endsWith('/text')).length).toBeGreaterThan(5)
    expect(seen).toContain(`${origin}${oparlBase}/legislative-terms`)
  })

  it('is led to the system from the address above it, in any language', async () => {
    for (const path of [oparlBase, `${oparlBase}/`, `/en${oparlBase}`])
      expect((await ask(path)).location).toBe(`${origin}${oparlBase}/system`)
    expect((await ask(`/ru${oparlBase}/meetings`)).text).toBe((await ask(`${oparlBase}/meetings`)).text)
  })
})

describe('a sitting that was held', () => {
  it('tells its times, who took part and what was decided', async () => {
    const meeting = await one('meeting', held.id)
    expect(meeting).toMatchObject({
      meetingState: 'durchgeführt',
      cancelled: false,
      start: expect.stringMatching(/^2026-11-23T08:0/),
      location: { description: 'Vallamaja saal' },
    })
    // Nineteen took part; two of them are not in public life.
    expect(meeting['participant']).toHaveLength(17)
    const [open, closed] = meeting['agendaItem'] as OparlObject[]
    expect(open).toMatchObject({ number: '1', order: 1, name: 'Eelarve', public: true, result: 'Vastu võetud' })
    expect(open!['resolutionText']).toContain('Kas võtta avalikult vastu?\n19 poolt, 0 vastu')
    expect(closed).toMatchObject({ number: '2', name: 'Kinnistu ost', public: false, result: 'Vastu võetud' })
    for (const absent of ['resolutionText', 'consultation', 'auxiliaryFile', 'start', 'end'])
      expect(closed).not.toHaveProperty(absent)
  })

  it('has for its open item a paper with a file that can be checked', async () => {
    const [open] = (await one('meeting', held.id))['agendaItem'] as OparlObject[]
    const consultation = await read(String(open!['consultation']))
    expect(consultation).toMatchObject({ agendaItem: open!.id, meeting: open!['meeting'], authoritative: true })
    const paper = await read(String(consultation['paper']))
    expect(paper).toMatchObject({ name: 'Eelarve', paperType: 'määrus', date: '2026-11-23' })
    const file = paper['mainFile'] as OparlObject
    const words = await ask(String(file['downloadUrl']))
    expect([words.text, words.headers.get('content-type')]).toEqual([
      '§ 1. Kinnitada eelarve.',
      'text/plain; charset=utf-8',
    ])
    expect(file['size']).toBe(Buffer.byteLength(words.text))
    expect(file['sha512Checksum']).toBe(createHash('sha512').update(words.text).digest('hex'))
  })
})

describe('what is not for everybody', () => {
  it('appears in no list and at no address, whoever asks', async () => {
    const { seen } = await crawl()
    const texts = await Promise.all(seen.map(async (address) => (await ask(address)).text))
    for (const secret of [
      'Salamemo',
      'Salaeelnõu',
      'salajase hinnaga',
      'Salajane saal',
      'Välja kuulutamata',
      'Varane tekst',
    ])
      expect(
        texts.filter((text) => text.includes(secret)),
        secret,
      ).toEqual([])
    const hidden = await app.db
      .selectFrom('meetings_items as i')
      .innerJoin('meetings_meetings as m', 'm.id', 'i.meeting_id')
      .select(['i.id', 'm.id as meetingId', 'i.visibility'])
      .where((is) => is.or([is('m.announced_at', 'is', null), is('i.visibility', '=', 'closed')]))
      .execute()
    const notTold = hidden.flatMap(({ id, meetingId, visibility }) => [
      ...['paper', 'file', 'consultation'].map((name) => `${name}/${id}`),
      `file/${id}/text`,
      ...(visibility === 'closed' ? [] : [`agenda-item/${id}`, `meeting/${meetingId}`, `location/${meetingId}`]),
    ])
    for (const path of [...notTold, `person/${council.seats[0]!.personId}`])
      for (const who of [app.visitor, council.secretary])
        expect((await who.get(`${oparlBase}/${path}`)).status, path).toBe(404)
  })

  it('of persons is all but their names and seats', async () => {
    const { data } = await list('people')
    const told = new Set(data.flatMap((person) => Object.keys(person)))
    expect([...told].toSorted()).toEqual(
      ['body', 'created', 'familyName', 'givenName', 'id', 'membership', 'modified', 'name', 'type', 'web'].toSorted(),
    )
  })

  it('stays so when a text was written while the item was closed', async () => {
    const number = await planAMeeting(app, council.secretary, 'vallavolikogu')
    const closed = anItem({
      title: 'Avatud asi',
      visibility: 'closed',
      closedBasis: 'AvTS § 35',
      draft: 'Suletud sõnad',
    })
    await council.secretary.post(desk.newItem(number), closed)
    const { id } = await app.db
      .selectFrom('meetings_items')
      .select('id')
      .where('title', '=', 'Avatud asi')
      .executeTakeFirstOrThrow()
    await app.db.updateTable('meetings_items').set({ visibility: 'public' }).where('id', '=', id).execute()
    await council.secretary.post(desk.announce(number), {})
    expect(await one('agenda-item', id)).not.toHaveProperty('consultation')
    for (const path of [`paper/${id}`, `file/${id}/text`]) expect((await ask(`${oparlBase}/${path}`)).status).toBe(404)
  })
})

describe('a list', () => {
  it.each(Object.values(listNames))('of %s comes by pages that neither overlap nor leave out', async (name) => {
    const whole = await list(name, '?limit=100')
    const { totalElements } = whole.pagination
    expect(whole.data).toHaveLength(Math.min(100, totalElements))
    const ids: string[] = []
    const limit = Math.max(1, Math.ceil(totalElements / 4))
    for (let next: string | undefined = `${oparlBase}/${name}?limit=${limit}`; next !== undefined;) {
      const page: Page = await read<Page>(next)
      expect(page.pagination).toMatchObject({ totalElements, elementsPerPage: limit })
      expect(page.links.prev === undefined).toBe(page.pagination.currentPage === 1)
      expect(await read<Page>(page.links.self)).toEqual(page)
      ids.push(...page.data.map(({ id }) => id))
      next = page.links.next
    }
    expect(new Set(ids).size).toBe(totalElements)
    expect(ids.slice(0, 100)).toEqual(whole.data.map(({ id }) => id))
  })

  it('is narrowed by when things came to be and changed, and its pages keep that', async () => {
    const { data, pagination } = await list('agenda-items', '?limit=100')
    for (const field of ['created', 'modified'] as const) {
      const at = data.map((object) => object[field]).toSorted()[Math.floor(data.length / 2)]!
      for (const [side, holds] of [
        ['since', (time: string) => time >= at],
        ['until', (time: string) => time <= at],
      ] as const) {
        const some = await list('agenda-items', `?limit=1&${field}_${side}=${at}`)
        expect(some.pagination.totalElements).toBe(data.filter((object) => holds(object[field])).length)
        expect(new URL(some.links.last).searchParams.get(`${field}_${side}`)).toBe(at)
      }
    }
    expect((await list('agenda-items', '?created_since=2030-01-01T00:00:00+02:00')).data).toEqual([])
    expect((await list('bodies', '?modified_since=2030-01-01T00:00:00Z')).pagination.totalElements).toBe(0)
    const beyond = await list('agenda-items', '?page=999')
    expect([beyond.data, beyond.pagination.totalElements]).toEqual([[], pagination.totalElements])
  })

  it('tells what has changed since a harvester was here last', async () => {
    const number = await planAMeeting(app, council.secretary, 'vallavolikogu', { place: 'Uus saal' })
    await council.secretary.post(desk.newItem(number), anItem({ title: 'Hilisem asi' }))
    app.clock.move(new Date(app.clock.now().getTime() + 60_000))
    const here = app.clock.now().toISOString()
    app.clock.move(new Date(app.clock.now().getTime() + 60_000))
    expect((await list('meetings', `?modified_since=${here}`)).data).toEqual([])
    await council.secretary.post(desk.announce(number), {})
    for (const name of ['meetings', 'agenda-items', 'papers', 'files']) {
      expect((await list(name, `?created_since=${here}`)).data, name).toHaveLength(1)
      expect((await list(name, `?modified_since=${here}`)).data, name).toHaveLength(1)
    }
    await council.secretary.post(desk.cancel(number), { because: 'Torm' })
    expect((await list('meetings', `?modified_since=${here}`)).data).toMatchObject([{ cancelled: true }])
  })

  it('is without embedded objects where that is asked for', async () => {
    const { data, links } = await list('meetings', '?omit_internal=true')
    expect(data.every((meeting) => !('agendaItem' in meeting) && !('location' in meeting))).toBe(true)
    expect(links.first).toContain('omit_internal=true')
    expect(await read(`${oparlBase}/meeting/${held.id}?omit_internal=true`)).not.toHaveProperty('agendaItem')
  })

  it.each(Object.values(listNames))('of %s takes at most four statements', async (name) => {
    expect(await app.countQueries(() => list(name, '?limit=100'))).toBeLessThanOrEqual(4)
  })
})

describe('whoever asks wrongly', () => {
  it.each(['created_since=eile', 'page=0', 'limit=-1', 'omit_internal=võibolla', 'modified_until=2026-11-23'])(
    'is told that %s cannot be understood',
    async (query) => {
      const answer = await ask(`${oparlBase}/meetings?${query}`)
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
        400,
        { errors: { [query.split('=')[0]!]: 'invalid' } },
      ])
    },
  )

  it('finds nothing under an unknown name, and can change nothing', async () => {
    const unknown = objectNames.flatMap((name) => [`${name}/${crypto.randomUUID()}`, `${name}/1`])
    const more = ['body/0000', `organization/${crypto.randomUUID()}/meetings`, 'nothing']
    for (const path of [...unknown, ...more]) {
      const answer = await ask(`${oparlBase}/${path}`)
      expect([answer.status, JSON.parse(answer.text)], path).toMatchObject([404, { status: 404 }])
      expect(answer.headers.get('content-type')).toContain('json')
    }
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await app.request(`${oparlBase}/meeting/${held.id}`, { method })).status, method).toBe(404)
  })
})

it('may be read from pages elsewhere, and tells when nothing is new', async () => {
  const first = await ask(`${oparlBase}/meetings`)
  expect(first.headers.get('access-control-allow-origin')).toBe('*')
  const mark = first.headers.get('etag')!
  expect((await app.visitor.get(`${oparlBase}/meetings`, { 'if-none-match': mark })).status).toBe(304)
  expect(first.headers.get('cache-control')).toBe('public, no-cache')
})
