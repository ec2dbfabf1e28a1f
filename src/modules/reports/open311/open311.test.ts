import { XMLParser, XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { sendAReport } from '../testing.ts'
import { endOfDay } from './end-of-day.ts'
import { asJson, asXml, type Fields, type SparkDocument } from './spark.ts'

let app: TestApp
let roads: Client
let key: string
let reader: string
const base = '/api/open311/v2'
beforeAll(async () => {
  app = await openTestApp()
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  const administrator = await app.signIn({ name: 'Arvo Aedik', roles: ['administrator'] })
  const make = async (rights: string) => {
    const form = { name: 'Partner', rights, readsPerMinute: '50', expiresOn: '', idempotencyKey: crypto.randomUUID() }
    return /avk_[\w-]{43}/.exec((await administrator.post('/too/andmevotmed', form)).text)![0]
  }
  key = await make('reports.send')
  reader = await make('')
})

const get = async (path: string) => {
  const answer = await app.visitor.get(base + path)
  return { ...answer, json: path.includes('.json') ? (JSON.parse(answer.text) as never) : (undefined as never) }
}
const post = async (form: Record<string, string | File>, format = 'json') => {
  const answer = await app.visitor.post(`${base}/requests.${format}`, form as never)
  return { ...answer, json: (format === 'json' ? JSON.parse(answer.text) : undefined) as Record<string, string>[] }
}
const aRequest = (more: Record<string, string | File> = {}) => ({
  api_key: key,
  service_code: 'tee-auk',
  lat: '59.4345',
  long: '24.9465',
  description: 'Auk sõiduteel',
  ...more,
})

/** What the Spark convention makes of XML, by a parser that knows nothing of our writer. */
function sparkOf(xml: string, lists: readonly string[]): unknown {
  expect(XMLValidator.validate(xml)).toBe(true)
  const parser = new XMLParser({ parseTagValue: false, trimValues: false, ignoreDeclaration: true })
  const convert = (value: unknown, name: string): unknown => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const entries = Object.entries(value as Record<string, unknown>)
      if (lists.includes(name))
        return entries.flatMap(([item, of]) => (Array.isArray(of) ? of : [of]).map((one) => convert(one, item)))
      return Object.fromEntries(entries.map(([field, of]) => [field, convert(of, field)]))
    }
    if (value === '') return lists.includes(name) ? [] : null
    return value
  }
  const [root] = Object.entries(parser.parse(xml.replaceAll(/>\n</g, '><').trim()) as Record<string, unknown>)
  return convert(root![1], root![0])
}
const lists = [
  'services',
  'service_requests',
  'errors',
  'endpoints',
  'formats',
  'attributes',
  'values',
  'photos',
  'notes',
]

describe('XML and JSON', () => {
  it('say the same, whatever the words', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((one) => one.replaceAll(/[^\P{C}]|\s/gu, '') || 'x')
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), (rows) => {
        const of = rows.map(([a, b]): Fields => [
          ['description', a],
          ['zipcode', null],
          ['photos', { item: 'photo', of: [b] }],
        ])
        const document: SparkDocument = { root: 'service_requests', item: 'request', of }
        expect(sparkOf(asXml(document), lists)).toEqual(asJson(document))
      }),
    )
  })

  it.each([
    '/discovery',
    '/services',
    '/services/tanavavalgustus',
    '/requests',
    '/requests/1',
    '/tokens/x',
    '/requests/999999',
    '/requests?status=x',
  ])('are equal at %s, with their media types', async (path) => {
    await sendAReport(app, app.visitor)
    const [address, query = ''] = path.split('?')
    const [xml, json] = [await get(`${address}.xml?${query}`), await get(`${address}.json?${query}`)]
    expect(sparkOf(xml.text, lists)).toEqual(json.json)
    expect(xml.status).toBe(json.status)
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(xml.text.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true)
  })
})

describe('a client that knows the specification alone', () => {
  it('discovers the interface, lists services and their definitions', async () => {
    const { endpoints, changeset } = (await get('/discovery.json')).json as {
      endpoints: { url: string; formats: string[] }[]
      changeset: string
    }
    expect(endpoints[0]).toMatchObject({
      url: `http://localhost${base}`,
      type: 'test',
      formats: ['text/xml', 'application/json'],
    })
    expect(Date.parse(changeset)).toBeGreaterThan(0)
    const services = (await get('/services.json')).json as { service_code: string; metadata: string; type: string }[]
    expect(services.length).toBeGreaterThan(15)
    for (const { service_code, metadata, type } of services) {
      expect([type, (await get(`/services/${service_code}.json`)).status]).toEqual([
        'realtime',
        metadata === 'true' ? 200 : 404,
      ])
    }
    expect((await get('/services/olematu.json')).json).toEqual([
      { code: '404', description: expect.stringContaining('service_code') },
    ])
    expect((await get('/services.json?locale=ru')).text).toContain('Не горит уличный фонарь')
  })

  it('creates a report, reads it, and reads what became of it', async () => {
    const sent = await post(
      aRequest({ email: 'partner@naidis.example', first_name: 'Pille', phone: '5555', device_id: 'secret-device' }),
    )
    expect(sent.status).toBe(201)
    const id = sent.json[0]!.service_request_id!
    expect(sent.json[0]).toMatchObject({ service_notice: expect.stringContaining('1510'), account_id: null })
    const [request] = (await get(`/requests/${id}.json`)).json as Record<string, string>[]
    expect(request).toMatchObject({
      service_request_id: id,
      status: 'open',
      service_code: 'tee-auk',
      description: 'Auk sõiduteel',
      agency_responsible: 'Teedespetsialist',
      expected_datetime: '2026-12-07T21:59:59.000Z',
      lat: '59.4345',
      long: '24.9465',
      media_url: null,
    })
    for (const secret of ['partner@naidis', 'Pille', '5555', 'secret-device'])
      expect(JSON.stringify(request)).not.toContain(secret)
    await roads.post(`/too/teated/${id}/vastused`, {
      idempotencyKey: crypto.randomUUID(),
      words: 'Täidetud.',
      state: 'fixed-by-parish',
    })
    const [after] = (await get(`/request/${id}.json?extensions=true`)).json as {
      status: string
      status_notes: string
      notes: unknown[]
    }[]
    expect(after).toMatchObject({
      status: 'closed',
      status_notes: 'Korras. Täidetud.',
      notes: [{ type: 'official', description: 'Korras. Täidetud.' }],
    })
    expect(sparkOf((await get(`/requests/${id}.xml?extensions=true`)).text, lists)).toEqual(
      (await get(`/requests/${id}.json?extensions=true`)).json,
    )
    const letters = await app.db
      .selectFrom('notifications_mails')
      .select('purpose')
      .where('literal_address', '=', 'partner@naidis.example')
      .execute()
    expect(letters.map(({ purpose }) => purpose)).toEqual(['matter', 'matter'])
  })

  it('sends a picture along; a linked one is never fetched from inside, and the report is taken all the same', async () => {
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a62' } })
      .jpeg()
      .toBuffer()
    const media = new File([new Uint8Array(bytes)], 'auk.jpg', { type: 'image/jpeg' })
    const sent = await post(aRequest({ media }))
    expect([sent.status, sent.json[0]!.service_notice!.includes('Pilti ei')]).toEqual([201, false])
    for (const url of [
      'http://127.0.0.1/x.jpg',
      'http://[::1]/x.jpg',
      'http://169.254.169.254/latest',
      'file:///etc/passwd',
      'http://localhost:3000/',
      'x',
    ]) {
      const answer = await post(aRequest({ media_url: url }))
      expect([answer.status, answer.json[0]!.service_notice], url).toEqual([
        201,
        expect.stringContaining('Pilti ei õnnestunud'),
      ])
    }
  })

  it('is told by number and word what is wrong', async () => {
    const wrong = async (form: Record<string, string>, format = 'json') => {
      const { api_key: _key, ...rest } = aRequest() as Record<string, string>
      const answer = await post('api_key' in form || 'bare' in form ? { ...rest, ...form } : aRequest(form), format)
      return [answer.status, answer.json?.[0]?.code]
    }
    expect(await wrong({ bare: '' })).toEqual([403, '403'])
    expect(await wrong({ api_key: 'avk_x' })).toEqual([403, '403'])
    expect(await wrong({ api_key: reader })).toEqual([403, '403'])
    expect(await wrong({ service_code: '' })).toEqual([400, '400'])
    expect(await wrong({ service_code: 'olematu' })).toEqual([404, '404'])
    expect(await wrong({ lat: '', long: '' })).toEqual([400, '400'])
    expect(await wrong({ lat: '59.4', long: '' })).toEqual([400, '400'])
    expect(await wrong({ lat: '58.38', long: '26.72' })).toEqual([400, '400'])
    expect(await wrong({ description: 'x'.repeat(4001) })).toEqual([400, '400'])
    expect(await wrong({ lat: '', long: '', address_string: 'Mõisa tee 3' })).toEqual([201, undefined])
    expect((await post({ ...aRequest(), api_key: '' }, 'xml')).text).toContain('<code>403</code>')
  })
})

describe('the list', () => {
  it('is narrowed by service, status, days and ids, ids overriding all others', async () => {
    const old = (await sendAReport(app, app.visitor, { category: 'prugi' })).report
    await app.db
      .updateTable('reports_reports')
      .set({ created_at: new Date('2026-06-01T10:00:00Z') })
      .where('id', '=', old.id)
      .execute()
    const numbers = async (query: string) =>
      ((await get(`/requests.json?${query}`)).json as { service_request_id: string }[]).map(
        (one) => one.service_request_id,
      )
    const id = String(old.number)
    expect(await numbers('')).not.toContain(id)
    expect(await numbers(`service_request_id=${id}&status=closed`)).toEqual([id])
    expect(await numbers('start_date=2026-05-20T00:00:00Z&service_code=prugi')).toContain(id)
    expect(await numbers('start_date=2026-05-20T00:00:00Z&service_code=tee-auk')).not.toContain(id)
    expect(await numbers('start_date=2026-01-01T00:00:00Z&end_date=2026-11-01T00:00:00Z')).not.toContain(id)
    expect(await numbers('start_date=&status=&service_code=')).toEqual(await numbers(''))
    const [first, second] = [await numbers('page_size=2'), await numbers('page_size=2&page=2')]
    expect([first.length, second.length, first.filter((one) => second.includes(one))]).toEqual([2, 2, []])
    for (const query of [
      'start_date=eile',
      'status=done',
      'service_request_id=x',
      'page=0',
      'start_date=2026-13-45T00:00:00Z',
    ]) {
      expect((await get(`/requests.json?${query}`)).status, query).toBe(400)
    }
  })

  it('never shows what is private, hidden or not confirmed', async () => {
    const hidden = [
      (await sendAReport(app, app.visitor, { category: 'abi-vajav-inimene' })).report.number,
      (await sendAReport(app, app.visitor, { email: 'keegi@naidis.example' })).report.number,
    ]
    for (const number of hidden) {
      expect((await get(`/requests/${number}.json`)).status).toBe(404)
      expect((await get(`/requests.json?service_request_id=${number}`)).json).toEqual([])
      expect((await get('/requests.xml')).text).not.toContain(`<service_request_id>${number}<`)
    }
  })

  it('takes few questions to the database', async () => {
    app.site.cache.clear()
    expect(await app.countQueries(() => app.visitor.get(`${base}/requests.json`))).toBeLessThanOrEqual(6)
  })
})

it.each([
  ['2026-12-07', 'Europe/Tallinn', '2026-12-07T21:59:59.000Z'],
  ['2026-07-01', 'Europe/Tallinn', '2026-07-01T20:59:59.000Z'],
  ['2026-10-25', 'Europe/Tallinn', '2026-10-25T21:59:59.000Z'],
  ['2026-12-07', 'UTC', '2026-12-07T23:59:59.000Z'],
])('the day %s in %s ends at %s', (day, zone, end) => expect(endOfDay(day, zone).toISOString()).toBe(end))
