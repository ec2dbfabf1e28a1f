import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Config } from '#platform/config.ts'
import { jobWork } from '#modules/files/testing.ts'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { sendAReport } from '../testing.ts'
import { followHandovers } from './follow-handovers.ts'
import { queueTellings } from './queries.ts'
import { tellPartners } from './tell-partners.ts'

const base = '/api/open311/v2'
let app: TestApp
let coordinator: Client
let roads: Client
let key: string
let other: string

/** Another municipality's desk, as far as these tests need one. */
type Asked = { method: string; path: string; form: Record<string, string> }
const asked: Asked[] = []
let answers: (one: Asked) => { status: number; body: unknown }
let partner: Server
let endpoint: string
let config: Config

beforeAll(async () => {
  partner = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://partner')
      const sent = request.method === 'POST' ? new URLSearchParams(body) : searchParams
      const one = { method: request.method ?? '', path: pathname, form: Object.fromEntries(sent) }
      asked.push(one)
      const { status, body: said } = answers(one)
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said))
    })
  })
  await new Promise<void>((done) => partner.listen(0, '127.0.0.1', done))
  const { port } = partner.address() as AddressInfo
  endpoint = `http://127.0.0.1:${port}/open311/v2`
  app = await openTestApp()
  config = { ...app.config, partnerHosts: [`127.0.0.1:${port}`] }
  coordinator = await app.signIn({ name: 'Kaja Koordinaator', roles: ['official', 'reportsCoordinator'] })
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  const administrator = await app.signIn({ name: 'Arvo Aedik', roles: ['administrator'] })
  const make = async (name: string) => {
    const form = {
      name,
      rights: 'reports.send',
      readsPerMinute: '60',
      expiresOn: '',
      idempotencyKey: crypto.randomUUID(),
    }
    return /avk_[\w-]{43}/.exec((await administrator.post('/too/andmevotmed', form)).text)![0]
  }
  key = await make('Elaniku rakendus')
  other = await make('Teine rakendus')
})
afterAll(() => new Promise((done) => partner.close(done)))
beforeEach(() => {
  asked.length = 0
  answers = ({ form }) => ({ status: 200, body: [{ update_id: form.update_id }] })
})

const post = async (path: string, form: Record<string, string>) => {
  const answer = await app.visitor.post(base + path, form)
  return { status: answer.status, text: answer.text }
}
const bring = async (more: Record<string, string> = {}): Promise<number> => {
  const form = { api_key: key, service_code: 'tee-auk', lat: '59.4345', long: '24.9465', description: 'Auk', ...more }
  return Number(
    (JSON.parse((await post('/requests.json', form)).text) as { service_request_id: string }[])[0]!.service_request_id,
  )
}
const update = (number: number, more: Record<string, string>, format = 'json') =>
  post(`/servicerequestupdates.${format}`, {
    api_key: key,
    service_request_id: String(number),
    update_id: crypto.randomUUID(),
    updated_datetime: '2026-11-20T10:00:00Z',
    status: 'OPEN',
    description: '',
    ...more,
  })
const stateOf = async (number: number) => {
  const found = app.db.selectFrom('reports_reports').select(['id', 'state']).where('number', '=', number)
  return found.executeTakeFirstOrThrow()
}

describe('what a partner tells of its own report', () => {
  it('stands on the page as the words of the sender, once for each number of theirs', async () => {
    const number = await bring()
    expect(await update(number, { update_id: 'a-1', description: 'Auk läks suuremaks.' })).toMatchObject({
      status: 201,
    })
    const again = await update(number, { update_id: 'a-1', description: 'Auk läks suuremaks.' })
    expect(again.status).toBe(400)
    expect(again.text).toContain('update_id')
    const { text } = await app.visitor.get(`/teated/${number}`)
    expect(text.split('Auk läks suuremaks.')).toHaveLength(2)
  })

  it('says that the fault is gone or is still there', async () => {
    const number = await bring()
    const xml = await update(number, { status: 'CLOSED' }, 'xml')
    expect(xml.status).toBe(201)
    expect(xml.text).toContain('<update_id>')
    expect((await stateOf(number)).state).toBe('fixed-by-user')
    expect((await update(number, { status: 'open' })).status).toBe(201)
    expect((await stateOf(number)).state).toBe('confirmed')
  })

  it.each([
    ['an unknown key', { api_key: 'avk_x' }, 403],
    ['another partner', { api_key: '' }, 404],
    ['an unknown report', { service_request_id: '999999' }, 404],
    ['no report', { service_request_id: 'x' }, 400],
    ['no number of theirs', { update_id: '' }, 400],
    ['a status of its own', { status: 'MAYBE' }, 400],
    ['nothing new', { description: '' }, 400],
    ['a wrong time', { description: 'x', updated_datetime: 'eile' }, 400],
    ['too long words', { description: 'x'.repeat(4001) }, 400],
  ] as [string, Record<string, string>, number][])('is refused for %s', async (_what, wrong, status) => {
    const number = await bring()
    const form = 'api_key' in wrong && wrong.api_key === '' ? { api_key: other } : wrong
    const answer = await update(number, form)
    expect(answer.status).toBe(status)
    const [complaint] = JSON.parse(answer.text) as { code: string; description: string }[]
    expect(complaint!.code).toBe(String(status))
    expect(complaint!.description).not.toBe('')
  })

  it('keeps its number for another try when it was refused', async () => {
    const number = await bring()
    expect((await update(number, { update_id: 'b-1' })).status).toBe(400)
    expect((await update(number, { update_id: 'b-1', description: 'Nüüd on tekst.' })).status).toBe(201)
  })
})

describe('the list of updates', () => {
  it('holds what is public, in both formats alike', async () => {
    const number = await bring()
    await roads.post(`/too/teated/${number}/vastused`, {
      words: 'Vaatame üle.',
      state: 'investigating',
      idempotencyKey: crypto.randomUUID(),
    })
    const json = JSON.parse((await app.visitor.get(`${base}/servicerequestupdates.json`)).text) as Record<
      string,
      string
    >[]
    const ours = json.filter((one) => one.service_request_id === String(number))
    expect(ours).toMatchObject([{ status: 'OPEN', external_status_code: 'investigating', description: 'Vaatame üle.' }])
    const { text } = await app.visitor.get(`${base}/servicerequestupdates.xml`)
    expect(text).toContain(`<update_id>${ours[0]!.update_id}</update_id>`)
    await coordinator.post(`/too/teated/${number}/peitmine`, { reason: 'Proov' })
    expect((await app.visitor.get(`${base}/servicerequestupdates.json`)).text).not.toContain('Vaatame üle.')
    expect((await app.visitor.get(`${base}/servicerequestupdates.json?start_date=eile`)).status).toBe(400)
  })
})

async function addPartner(name: string, more: Record<string, string> = {}): Promise<string> {
  const id = crypto.randomUUID()
  const form = {
    name,
    endpoint,
    toldOf: 'none',
    theirKey: 'salajane',
    usualService: '77',
    isOpen: 'on',
    services: '',
    ...more,
  }
  expect((await coordinator.post(`/too/teated/partnerid/${id}`, form)).status).toBe(303)
  return id
}

describe('partners', () => {
  it('are kept by coordinators alone', async () => {
    for (const path of ['/too/teated/partnerid', `/too/teated/partnerid/${crypto.randomUUID()}`]) {
      expect((await roads.get(path)).status).toBe(403)
      expect((await app.visitor.get(path)).status).not.toBe(200)
    }
    const form = { name: 'X', toldOf: 'none' }
    expect((await roads.post(`/too/teated/partnerid/${crypto.randomUUID()}`, form)).status).toBe(403)
  })

  it('have their mistakes named, and keep what was typed but the key', async () => {
    const form = { name: '', endpoint: 'ftp://x', toldOf: 'all', services: 'olematu = 1', theirKey: 'salajane' }
    const answer = await coordinator.post(`/too/teated/partnerid/${crypto.randomUUID()}`, form)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Nimi on puudu.')
    expect(answer.text).toContain('ftp://x')
    expect(answer.text).not.toContain('salajane')
    const named = { ...form, name: 'Uus', endpoint }
    const services = await coordinator.post(`/too/teated/partnerid/${crypto.randomUUID()}`, named)
    expect(services.text).toContain('sellise tunnusega teemat meil ei ole')
  })

  it('keep their key sealed, and keep it when the field is left empty', async () => {
    const id = await addPartner('Võtmega')
    const page = await coordinator.get(`/too/teated/partnerid/${id}`)
    expect(page.text).not.toContain('salajane')
    await coordinator.post(`/too/teated/partnerid/${id}`, { name: 'Võtmega', endpoint, toldOf: 'none', theirKey: '' })
    const row = await sql<{ sealed_key: Buffer }>`select sealed_key from reports_partners where id = ${id}`.execute(
      app.db,
    )
    expect(app.site.keys.unseal(row.rows[0]!.sealed_key)).toBe('salajane')
  })
})

const work = () => jobWork({ ctx: app.context(), site: app.site, config })

describe('a partner that is told of changes', () => {
  it('gets them once, with the words, and not what was hidden meanwhile', async () => {
    await addPartner('Kõigest teada', { toldOf: 'all', jurisdiction: 'joelahtme.ee' })
    const number = await bring()
    const { id } = await stateOf(number)
    const answerWith = (words: string) =>
      roads.post(`/too/teated/${number}/vastused`, { words, state: '', idempotencyKey: crypto.randomUUID() })
    await answerWith('Esimene')
    await queueTellings(app.db, id, new Date(0), app.context().now)
    await queueTellings(app.db, id, new Date(0), app.context().now)
    await Promise.all([tellPartners(work()), tellPartners(work())])
    await tellPartners(work())
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({
      path: '/open311/v2/servicerequestupdates.json',
      form: {
        api_key: 'salajane',
        jurisdiction_id: 'joelahtme.ee',
        service_request_id: String(number),
        status: 'OPEN',
      },
    })
    expect(asked[0]!.form.description).toBe('Esimene')
    await answerWith('Teine')
    await queueTellings(app.db, id, new Date(0), app.context().now)
    await coordinator.post(`/too/teated/${number}/peitmine`, { reason: 'Proov' })
    await tellPartners(work())
    expect(asked).toHaveLength(1)
  })

  it('is tried again later and given up at last, and an official may try anew', async () => {
    const partnerId = await addPartner('Maas', { toldOf: 'own' })
    await sql`update reports_partners set key_id = (select id from platform_api_keys where name = 'Elaniku rakendus')
      where id = ${partnerId}`.execute(app.db)
    await sql`update reports_partners set is_open = false where id <> ${partnerId}`.execute(app.db)
    answers = () => ({ status: 500, body: [{ code: '500', description: 'Andmebaas on maas' }] })
    const number = await bring()
    const { id } = await stateOf(number)
    await update(number, { description: 'Lisan.' })
    await queueTellings(app.db, id, new Date(0), app.context().now)
    for (let tries = 0; tries < 12; tries += 1) {
      await sql`update reports_tellings set next_at = '2000-01-01'`.execute(app.db)
      await tellPartners(work())
    }
    expect(asked).toHaveLength(10)
    const telling = async () =>
      (
        await sql<{
          state: string
          fault: string
        }>`select state, fault from reports_tellings where report_id = ${id}`.execute(app.db)
      ).rows
    expect(await telling()).toEqual([{ state: 'given-up', fault: '500: Andmebaas on maas' }])
    answers = () => ({ status: 200, body: [{ update_id: 'x' }] })
    expect((await coordinator.post(`/too/teated/partnerid/${partnerId}/uuesti`, {})).status).toBe(303)
    await tellPartners(work())
    expect(await telling()).toEqual([{ state: 'told', fault: null }])
  })
})

describe('a report that is handed over', () => {
  const handOver = (number: number, partnerId: string, by = roads) =>
    by.post(`/too/teated/${number}/edasi`, { partner: partnerId, idempotencyKey: crypto.randomUUID() })
  const due = () =>
    sql`update reports_handovers set next_at = '2000-01-01' where state in ('waiting', 'sent')`.execute(app.db)

  it('goes without its sender, and what becomes of it there comes back', async () => {
    const partnerId = await addPartner('Transpordiamet', { services: 'tee-auk = pothole' })
    const number = await bring({ email: 'saatja@naidis.example', first_name: 'Mari' })
    expect((await handOver(number, partnerId)).status).toBe(303)
    expect((await handOver(number, partnerId)).status).toBe(422)
    answers = ({ method, path }) => {
      if (method === 'POST') return { status: 201, body: [{ token: 'T1' }] }
      if (path.includes('tokens')) return { status: 200, body: [{ service_request_id: 'RMK/7', token: 'T1' }] }
      return { status: 200, body: [{ service_request_id: 'RMK/7', status: 'closed', status_notes: 'Auk lapitud.' }] }
    }
    await followHandovers(work())
    expect(asked[0]).toMatchObject({
      method: 'POST',
      form: { service_code: 'pothole', description: 'Auk', lat: '59.4345' },
    })
    expect(JSON.stringify(asked[0])).not.toMatch(/saatja|Mari/)
    await due()
    await followHandovers(work())
    expect(asked.at(-1)!.path).toBe('/open311/v2/requests/RMK%2F7.json')
    const { text } = await app.visitor.get(`/teated/${number}`)
    expect(text).toContain('Transpordiamet: Auk lapitud.')
    // Closed there is not mended here.
    expect((await stateOf(number)).state).toBe('confirmed')
    expect((await roads.get(`/too/teated/${number}/edasi`)).text).toContain('RMK/7')
  })

  it('is followed though the partner says what cannot be kept, and holds up nothing else', async () => {
    const number = await bring()
    await handOver(number, await addPartner('Katkine'))
    answers = ({ method }) =>
      method === 'POST'
        ? { status: 400, body: [{ code: '400', description: 'Vi\0ga' }] }
        : { status: 200, body: [{ service_request_id: '9', status: 'open', status_notes: '\0\u202EPooleli' }] }
    await followHandovers(work())
    expect((await roads.get(`/too/teated/${number}/edasi`)).text).toContain('400: Viga')
    answers = () => ({
      status: 200,
      body: [{ service_request_id: '9', status: 'open', status_notes: '\0\u202EPooleli' }],
    })
    for (let at = 0; at < 2; at += 1) {
      await due()
      await followHandovers(work())
    }
    expect((await app.visitor.get(`/teated/${number}`)).text).toContain('Katkine: Pooleli')
  })

  it('waits while the partner is away, and says why', async () => {
    const partnerId = await addPartner('Kaugel', { services: '' })
    const number = await bring()
    await handOver(number, partnerId)
    answers = () => ({ status: 503, body: {} })
    await followHandovers(work())
    expect((await roads.get(`/too/teated/${number}/edasi`)).text).toContain('Viimane tõrge: 503')
  })

  it('is never a private one, nor by one who does not work on it', async () => {
    const partnerId = await addPartner('Keegi')
    const resident = await app.signIn({ name: 'Mari Maasikas' })
    const { report } = await sendAReport(app, resident, { category: 'abi-vajav-inimene' })
    expect(report.isPrivate).toBe(true)
    expect((await handOver(report.number, partnerId, coordinator)).status).toBe(422)
    expect((await handOver(await bring(), partnerId, resident)).status).toBe(403)
  })
})
