import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import ICAL from 'ical.js'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { describe, expect, it } from 'vitest'
import { Readable } from 'node:stream'
import { modules } from '../../modules.ts'
import { openTestApp } from '#test/app.ts'
import { dcatShapes } from './testing.ts'

const datasets = modules.flatMap((module) => module.datasets ?? [])
const operations = modules.flatMap((module) => module.operations ?? [])

describe('open data', async () => {
  const app = await openTestApp()
  const { visitor } = app

  it('lists every dataset with its page and files', async () => {
    expect(datasets.length).toBeGreaterThanOrEqual(6)
    const catalogue = await visitor.get('/andmed')
    for (const { name } of datasets) {
      expect(catalogue.page.querySelector(`a[href="/andmed/${name}"]`), name).not.toBeNull()
      for (const language of ['', '/en', '/ru']) {
        expect((await visitor.get(`${language}/andmed/${name}`)).status, name).toBe(200)
      }
    }
  })

  it.each(datasets.map(({ name }) => name))(
    '%s says the same in CSV and JSON, and keeps to its schema',
    async (name) => {
      const csv = await visitor.get(`/andmed/${name}.csv`)
      expect(csv.headers.get('content-type')).toContain('text/csv')
      const json = await visitor.get(`/andmed/${name}.json`)
      const document = JSON.parse(json.text) as { rows: Record<string, unknown>[] }
      const schema = JSON.parse((await visitor.get(`/andmed/${name}.schema.json`)).text) as object
      const ajv = new Ajv2020({ strict: false, formats: { date: true, 'date-time': true, uri: true } })
      const validate = ajv.compile(schema)
      expect(validate(document), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
      const quotes = csv.text.split('"').length - 1
      expect(quotes % 2).toBe(0)
      const lines = csv.text
        .replaceAll(/"(?:[^"]|"")*"/g, 'x')
        .trimEnd()
        .split('\r\n')
      expect(lines.length - 1).toBe(document.rows.length)
    },
  )

  it('answers 304 to whoever has it already', async () => {
    const first = await visitor.get('/andmed/asulad.csv')
    const again = await visitor.get('/andmed/asulad.csv', { 'if-none-match': first.headers.get('etag')! })
    expect(again.status).toBe(304)
    expect((await visitor.get('/andmed/puudub.csv')).status).toBe(404)
  })

  it('is a DCAT-AP catalogue by its shapes, and a broken one is not', async () => {
    const document = JSON.parse((await visitor.get('/andmed/dcat.jsonld')).text) as Record<string, unknown>
    const conforms = async (value: object) => {
      const data = new Store()
      const parser = new JsonLdParser()
      await new Promise<void>((resolve, reject) => {
        Readable.from([JSON.stringify(value)])
          .pipe(parser as never as NodeJS.WritableStream)
          .on('data', (quad: unknown) => data.addQuad(quad as never))
          .on('error', reject)
          .on('end', () => resolve())
      })
      const shapes = new Store(new Parser().parse(dcatShapes))
      const report = await new SHACLValidator(shapes as never).validate(data as never)
      return report.conforms
    }
    expect(await conforms(document)).toBe(true)
    const broken = structuredClone(document) as { 'dcat:dataset': Record<string, unknown>[] }
    delete broken['dcat:dataset'][0]!['dct:title']
    expect(await conforms(broken)).toBe(false)
  })

  it('describes the interface as valid OpenAPI 3.1', async () => {
    const document = JSON.parse((await visitor.get('/api/openapi.json')).text) as object
    const result = await new Validator().validate(structuredClone(document) as never)
    expect(result.valid, JSON.stringify(result).slice(0, 500)).toBe(true)
    expect(Object.keys((document as { paths: object }).paths).length).toBeGreaterThanOrEqual(9)
    for (const language of ['', '/en', '/ru']) expect((await visitor.get(`${language}/andmed/liides`)).status).toBe(200)
  })

  it('answers as the description says', async () => {
    const slug = { '{slug}': 'vallavolikogu', '{ehak}': '4496', '{number}': '1.3', '{version}': '1' }
    let asked = 0
    for (const { method, path, answer, right } of operations) {
      if (method !== 'get' || right !== undefined || /\/people\/|\{meeting\}/.test(path)) continue
      let address = path.replaceAll(/\{\w+\}/g, (name) => slug[name as keyof typeof slug] ?? 'x')
      if (path === '/api/v1/search') address += '?q=vald'
      const found = await visitor.get(address)
      expect(found.status, address).toBe(200)
      const parsed = answer.schema.safeParse(JSON.parse(found.text))
      expect(parsed.error?.issues.slice(0, 2), address).toBeUndefined()
      asked += 1
    }
    expect(asked).toBeGreaterThanOrEqual(8)
  })

  it('gives the due days of the plan to people’s own calendars', async () => {
    const answer = await visitor.get('/tegevuskava/kalender.ics')
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const events = new ICAL.Component(ICAL.parse(answer.text) as never).getAllSubcomponents('vevent')
    expect(events.length).toBeGreaterThan(0)
    for (const event of events) expect(event.getFirstPropertyValue('uid')).toMatch(/^commitment-/)
  })

  it('tells machines what they ask of every site', async () => {
    const sitemap = await visitor.get('/sitemap.xml')
    expect(sitemap.text).toContain('<loc>http://localhost/tegevuskava/1.1</loc>')
    expect(sitemap.text).toContain('<loc>http://localhost/ru/kogud/vallavolikogu</loc>')
    const paths = [...sitemap.text.matchAll(/<loc>http:\/\/localhost([^<]*)<\/loc>/g)].map(([, path]) => path!)
    for (const path of paths.filter((_path, at) => at % 12 === 0)) {
      expect((await visitor.get(path)).status, path).toBe(200)
    }
    expect((await visitor.get('/robots.txt')).text).toContain('Disallow: /')
    expect((await visitor.get('/.well-known/security.txt')).text).toMatch(/^Contact: mailto:.*\nExpires: 20/)
    const manifest = JSON.parse((await visitor.get('/manifest.webmanifest')).text) as {
      name: string
      icons: { src: string; type: string }[]
    }
    expect(manifest.name).toBe('Jõelähtme vald')
    for (const { src, type } of manifest.icons) {
      const icon = await visitor.get(src)
      expect(icon.status, src).toBe(200)
      expect(icon.headers.get('content-type')).toBe(type)
    }
  })
})

describe('keys of programs', async () => {
  const app = await openTestApp()
  const administrator = await app.signIn({ name: 'Arvo Aedik', roles: ['administrator'] })
  const idempotencyKey = crypto.randomUUID()
  const form = { name: 'Ajaleht', rights: 'mail.bounces,olematu', readsPerMinute: '5', expiresOn: '', idempotencyKey }

  it('are made by an administrator, shown once, and open what their rights say', async () => {
    const official = await app.signIn({ name: 'Olev Ojamaa', roles: ['official'] })
    expect((await official.get('/too/andmevotmed')).status).toBe(403)
    expect((await official.post('/too/andmevotmed', form)).status).toBe(403)
    const wrong = await administrator.post('/too/andmevotmed', { ...form, name: 'x', readsPerMinute: 'palju' })
    expect(wrong.status).toBe(422)
    expect(wrong.page.querySelector('main [name=readsPerMinute]')!.getAttribute('value')).toBe('palju')
    const made = await administrator.post('/too/andmevotmed', form)
    const token = /avk_[\w-]{43}/.exec(made.text)![0]
    expect((await administrator.get('/too/andmevotmed')).text).not.toContain(token)
    const again = await administrator.post('/too/andmevotmed', form)
    expect([again.status, again.text.includes('oli juba saadetud'), /avk_[\w-]{43}/.test(again.text)]).toEqual([
      200,
      true,
      false,
    ])
    const past = await administrator.post('/too/andmevotmed', { ...form, expiresOn: '2020-01-01' })
    expect([past.status, past.page.querySelector('.field-error')?.text]).toEqual([
      422,
      expect.stringContaining('möödas'),
    ])

    const asked = (headers: Record<string, string>) => app.visitor.get('/api/v1/plan', headers)
    expect((await asked({ authorization: `Bearer ${token}` })).status).toBe(200)
    expect((await asked({ authorization: `Bearer avk_${'x'.repeat(43)}` })).status).toBe(401)
    const post = (key?: string) =>
      app.visitor.post('/api/v1/mail/bounces', {}, key === undefined ? {} : { authorization: `Bearer ${key}` })
    expect((await post()).status).toBe(403)
    expect((await post(token)).status).not.toBe(403)

    // Its own limit of reading.
    const statuses: number[] = []
    for (let at = 0; at < 6; at += 1) statuses.push((await asked({ authorization: `Bearer ${token}` })).status)
    expect(statuses).toContain(429)
    expect((await asked({})).status).toBe(200)

    const action = (await administrator.get('/too/andmevotmed')).page
      .querySelector('form[action$="/tuhistamine"]')!
      .getAttribute('action')!
    expect((await administrator.post(action, {})).status).toBe(303)
    expect((await asked({ authorization: `Bearer ${token}` })).status).toBe(401)
  })

  it('cannot be guessed for long', async () => {
    const guess = (at: number) =>
      app.visitor.get('/api/v1/plan', { authorization: `Bearer avk_${at}${'y'.repeat(40)}` })
    const statuses: number[] = []
    for (let at = 0; at < 70; at += 1) statuses.push((await guess(at)).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429])
    expect(await app.countQueries(() => guess(99))).toBe(0)
    expect((await app.visitor.get('/api/v1/plan')).status).toBe(200)
  })

  it('are kept as hashes alone', async () => {
    const rows = await app.db.selectFrom('platform_api_keys').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/avk_[\w-]{43}/)
    expect(rows[0]!.rights).toEqual(['mail.bounces'])
  })
})
