import { sql } from 'kysely'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runCheck } from '#modules/files/testing.ts'
import { forms } from '#modules/forms/index.ts'
import { openTestApp, testNow, type Client, type TestApp } from '#test/app.ts'
import { endMail, forgetMails } from './entry/end-mail.ts'
import { takeMail } from './entry/take-mail.ts'
import { mailSubject, reportSubject } from './events.ts'
import { askWhetherFixed } from './jobs/ask-whether-fixed.ts'
import { coverPhoto } from './pictures/cover-photo.ts'
import { questionsOf } from './questions.ts'
import { staffSubject } from './readers.ts'
import { cleanWords } from './rules.ts'
import { aReport, sendAReport, words } from './testing.ts'

let app: TestApp
let roads: Client
let coordinator: Client
let resident: Client
let apiKey: string
beforeAll(async () => {
  app = await openTestApp()
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  coordinator = await app.signIn({ name: 'Kaja Koordinaator', roles: ['official', 'reportsCoordinator'] })
  resident = await app.signIn({ name: 'Rita Rebane' })
  const administrator = await app.signIn({ name: 'Arvo Aedik', roles: ['administrator'] })
  const form = {
    name: 'Äpp',
    rights: ['reports.send', 'reports.mails'],
    readsPerMinute: '600',
    expiresOn: '',
    idempotencyKey: crypto.randomUUID(),
  }
  apiKey = /avk_[\w-]{43}/.exec((await administrator.post('/too/andmevotmed', form)).text)![0]
})
beforeEach(async () => {
  app.clock.move(testNow)
  await app.site.database.pool.query('truncate platform_rate_limits')
})

const key = () => crypto.randomUUID()
const aPhoto = async (background = '#a62') => {
  const bytes = await sharp({ create: { width: 80, height: 60, channels: 3, background } })
    .jpeg()
    .toBuffer()
  return new File([new Uint8Array(bytes)], 'auk.jpg', { type: 'image/jpeg' })
}
const filesOf = (subject: string) =>
  app.db
    .selectFrom('files_files')
    .select(['id', 'visibility', 'roles', 'keep_until as keepUntil', 'hash'])
    .where('attached_to', '=', subject)
    .execute()
const check = (id: string) => runCheck({ ctx: app.context(), site: app.site, config: app.config }, id)

describe('words of which nothing is seen', () => {
  it.each(['\u200D', '\u200C\u00AD', '\u2800', '\u3164 \u115F', '\u200E\u200F', '\u{E0041}', '\u034F'])(
    '%j are none',
    async (text) => {
      expect(cleanWords(text)).toBe('')
      const answer = await app.visitor.post('/teated/uus', aReport({ words: text }))
      expect([answer.status, words(answer)]).toEqual([422, expect.stringContaining('Kirjuta, mis on lahti.')])
    },
  )
  it.each(['Auk', '7', '?', '✓', '한국', 'Aa\u0301'])('%j are some', (text) => {
    expect(cleanWords(text)).toBe(text.normalize('NFC'))
  })
})

describe('a partner’s program', () => {
  const base = '/api/open311/v2'
  it('that sends signs which grow when they are composed is refused, and breaks nothing', async () => {
    const sent = { api_key: apiKey, service_code: 'tee-auk', lat: '59.4345', long: '24.9465', description: 'Auk' }
    const made = await app.visitor.post(`${base}/requests.json`, sent)
    const [{ service_request_id: id }] = JSON.parse(made.text) as [{ service_request_id: string }]
    const update = { api_key: apiKey, service_request_id: id, update_id: 'u', description: '\u0958'.repeat(4000) }
    expect((await app.visitor.post(`${base}/servicerequestupdates.json`, update)).status).toBe(400)
  })

  it.each([
    ['GET', '/nothing.xml', '', 404],
    ['GET', '/requests', '', 404],
    ['GET', '/requests/99999999999.xml', '', 404],
    ['POST', '/requests.xml', 'multipart/form-data; boundary=zz', 400],
    ['POST', '/requests.json', 'multipart/form-data', 400],
  ] as const)('is told what is wrong as the specification has it: %s %s', async (method, path, type, status) => {
    const sent = method === 'GET' ? {} : { body: 'xx', headers: { 'content-type': type } }
    const answer = await app.request(base + path, { method, ...sent })
    const text = await answer.text()
    expect([answer.status, text.includes('problem')]).toEqual([status, false])
    if (path.endsWith('.json')) expect(JSON.parse(text)).toMatchObject([{ code: String(status) }])
    else expect(text).toMatch(new RegExp(`^<\\?xml.*\\?>\\n<errors><error><code>${status}</code><description>.`))
  })

  it.each(['9999', '99999'])('that names a settlement which there is not (%s) is asked for the place', async (id) => {
    const sent = { api_key: apiKey, service_code: 'tee-auk', address_id: id, description: 'Auk' }
    const answer = await app.visitor.post(`${base}/requests.json`, sent)
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('Ütle koht')])
  })
})

describe('the question whether it is mended, answered while another question is open', () => {
  it('settles that too: the report waits for nobody', async () => {
    const { report } = await sendAReport(app, resident)
    await sql`update reports_reports set state_since = '2026-10-01' where id = ${report.id}`.execute(app.db)
    await askWhetherFixed(app.context(), app.site.keys)
    const question = { idempotencyKey: key(), question: 'Kus täpselt?', audience: 'reporter' }
    await roads.post(`/too/teated/${report.number}/kusimus`, question)
    expect((await resident.post(`/teated/${report.number}/kas-korras`, { answer: 'yes' })).status).toBe(303)
    const row = await app.db
      .selectFrom('reports_reports')
      .select(['state', 'waits_since as waits'])
      .where('id', '=', report.id)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ state: 'fixed-by-user', waits: null })
    const open = await app.db
      .selectFrom('reports_questions')
      .select('id')
      .where('report_id', '=', report.id)
      .where('settled_at', 'is', null)
      .execute()
    expect(open).toEqual([])
  })
})

describe('one neighbour', () => {
  it('with an account and by its own address is one, and the sender’s address is none', async () => {
    const { number } = (await sendAReport(app, resident)).report
    const neighbour = await app.signIn({ name: 'Naima Naaber' })
    for (const [who, address] of [
      [neighbour, 'naima@naidis.example'],
      [resident, 'rita@naidis.example'],
    ] as const) {
      await sql`insert into notifications_addresses (person_id, address, address_key, confirmed_at, created_at)
        values (${who.personId}, ${address}, ${address}, ${testNow}, ${testNow})`.execute(app.db)
    }
    await roads.post(`/too/teated/${number}/vastused`, { idempotencyKey: key(), words: '', state: 'fixed-by-parish' })
    await neighbour.post(`/teated/${number}/alles`, { email: '' })
    for (const email of ['Naima@naidis.example', 'rita@naidis.example']) {
      await app.visitor.post(`/teated/${number}/alles`, { email })
      const { letter } = await app.db
        .selectFrom('notifications_mails')
        .select('letter')
        .where('kind', '=', 'reports.doubt')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      const link = /\/teated\/alles\/[\w.-]+/.exec(JSON.stringify(letter))![0]
      expect((await app.visitor.post(link, {})).status).toBe(303)
    }
    expect(words(await app.visitor.get(`/teated/${number}`))).toContain('Seni on öelnud: 1.')
  })
})

describe('a report that was taken for the same as one that is no longer public', () => {
  it('is told apart without its number', async () => {
    const main = (await sendAReport(app, app.visitor)).report
    const other = (await sendAReport(app, app.visitor)).report
    await roads.post(`/too/teated/${other.number}/kordus`, { of: String(main.number) })
    await coordinator.post(`/too/teated/${main.number}/peitmine`, { reason: 'Isiku kohta' })
    await roads.post(`/too/teated/${other.number}/kordus/tagasi`, {})
    const page = words(await app.visitor.get(`/teated/${other.number}`))
    expect(page).toContain('Ei ole siiski sama mis teine teade.')
    expect(page).not.toContain(`teade ${main.number}`)
    expect(words(await app.visitor.get('/logi'))).toContain(`Teade ${other.number} ei ole siiski sama mis teine teade`)
  })
})

describe('a file that answers a question for staff alone', () => {
  it('is shown to staff alone, also after the report was hidden and put back', async () => {
    const asked = { code: 'toend', label: { et: 'Tõend' }, required: false, isPublic: false } as const
    const definition = { fields: [{ ...asked, type: 'file' as const, kinds: ['image' as const], most: 1 }] }
    await forms.ensure(app.context(), questionsOf('prugi'), definition)
    const sent = { category: 'prugi', 'k-version': '1', 'k.toend': await aPhoto(), 'k.toend.description': 'Tõend' }
    const { report } = await sendAReport(app, app.visitor, sent)
    const [file] = await filesOf(staffSubject(report.id))
    await check(file!.id)
    const readers = async () => {
      const seen = [app.visitor, resident, roads].map(async (who) => (await who.get(`/failid/${file!.id}`)).status)
      return Promise.all(seen)
    }
    const page = await app.visitor.get(`/teated/${report.number}`)
    expect([page.status, page.text.includes(file!.id)]).toEqual([200, false])
    expect(await readers()).toEqual([expect.not.toBeOneOf([200]), expect.not.toBeOneOf([200]), 200])
    expect((await roads.get(`/too/teated/${report.number}`)).text).toContain(file!.id)
    await coordinator.post(`/too/teated/${report.number}/peitmine`, { reason: 'Proov' })
    await coordinator.post(`/too/teated/${report.number}/avamine`, {})
    expect(await readers()).toEqual([expect.not.toBeOneOf([200]), expect.not.toBeOneOf([200]), 200])
  })
})

describe('parts of a picture covered', () => {
  const splitOff = async (number: number, photos: string) => {
    const form = { idempotencyKey: key(), words: 'Teine viga', category: 'tee-auk', settlement: '4496', photos }
    return Number((await roads.post(`/too/teated/${number}/eraldamine`, form)).location!.split('/').at(-1))
  }
  it('are covered where the picture was split off to as well', async () => {
    const { report } = await sendAReport(app, app.visitor, { photo1: await aPhoto('#131') })
    const [photo] = await filesOf(reportSubject(report.id))
    await check(photo!.id)
    const second = await splitOff(report.number, photo!.id)
    const { id } = await app.db
      .selectFrom('reports_reports')
      .select('id')
      .where('number', '=', second)
      .executeTakeFirstOrThrow()
    const [copy] = await filesOf(reportSubject(id))
    await check(copy!.id)
    await roads.post(`/too/teated/${report.number}/pildid/${photo!.id}`, { box1: '0, 0, 50, 50' })
    const [covered] = await filesOf(reportSubject(id))
    expect([covered!.id === copy!.id, covered!.hash === photo!.hash]).toEqual([false, false])
    expect((await app.visitor.get(`/failid/${copy!.id}`)).status).not.toBe(200)
  })

  it('while the report is taken out of sight make no picture that everybody sees', async () => {
    const { report } = await sendAReport(app, app.visitor, { photo1: await aPhoto('#262') })
    const [photo] = await filesOf(reportSubject(report.id))
    await check(photo!.id)
    const { store } = app.site
    const slow = new Proxy(store, {
      get: (target, name) =>
        name === 'open'
          ? async (...given: Parameters<typeof store.open>) => {
              await coordinator.post(`/too/teated/${report.number}/peitmine`, { reason: 'Isiku kohta' })
              return target.open(...given)
            }
          : Reflect.get(target, name),
    })
    const where = { number: report.number, file: photo!.id }
    const box = { left: 0, top: 0, width: 10, height: 10 }
    await coverPhoto(app.context(await roads.actor()), { store: slow }, where, [box])
    const now = await filesOf(reportSubject(report.id))
    expect(now.map(({ visibility }) => visibility)).toEqual(['roles'])
  })
})

describe('letters to the address for reports', () => {
  const letter = (more: string) => `From: Mari <mari@naidis.example>\r\nMessage-ID: <${key()}@x>\r\n${more}`
  const send = (body: string, bearer = apiKey, prefix = '') =>
    app.request(`${prefix}/api/v1/reports/mails`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'message/rfc822' },
    })

  it('come in by a key with the right, within bounds', async () => {
    const taken = await send(letter('Subject: =?utf-8?Q?Auk=0D=0ABcc:_x?=\r\n\r\nRistil on auk.\r\n'))
    expect([taken.status, await taken.json()]).toEqual([200, { as: 'queued' }])
    const row = await app.db
      .selectFrom('reports_mails')
      .select(['subject', 'words'])
      .orderBy('received_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ subject: expect.not.stringMatching(/[\r\n]/), words: 'Ristil on auk.' })
    for (const bearer of ['avk_x', '']) expect([401, 403]).toContain((await send('x', bearer)).status)
    expect((await send('x'.repeat(26 * 1024 * 1024))).status).toBe(413)
  })

  it('that are made to break their reader are refused for good', async () => {
    const part = '--x\r\nContent-Type: image/png; name="a.png"\r\n\r\nx\r\n'
    const many = `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n${part.repeat(20_000)}--x--`
    expect((await send(letter(many))).status).toBe(422)
    const deep = Array.from(
      { length: 3000 },
      (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}`,
    )
    expect((await send(letter(deep.join('\r\n')))).status).toBe(422)
    const to = Array.from({ length: 5000 }, (_, at) => `a${at}@naidis.example`).join(',\r\n ')
    expect((await send(letter(`To: ${to}\r\nSubject: x\r\n\r\nPaljudele\r\n`))).status).toBe(200)
  })

  it('keep nothing once they are decided on, and nothing for longer than 90 days', async () => {
    const picture = Buffer.from(await (await aPhoto('#848')).arrayBuffer()).toString('base64')
    const mixed = `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nTere\r\n--x\r\nContent-Type: image/jpeg; name="a.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n${picture}\r\n--x--\r\n`
    const take = async () => {
      const taking = { site: app.site, ownAddress: 'vald@naidis.example' }
      await takeMail(app.context(), taking, Buffer.from(letter(mixed)))
      const rows = await app.db.selectFrom('reports_mails').select('id').where('words', '=', 'Tere').execute()
      return rows.at(-1)!.id
    }
    const decided = await take()
    await endMail(app.context(await roads.actor()), decided, { state: 'dismissed', why: 'Ei ole teade' })
    const forgotten = await take()
    app.clock.move(new Date(testNow.getTime() + 89 * 86_400_000))
    expect(await forgetMails(app.context(), 500)).toBe(0)
    app.clock.move(new Date(testNow.getTime() + 91 * 86_400_000))
    expect(await forgetMails(app.context(), 500)).toBeGreaterThan(0)
    expect(await app.db.selectFrom('reports_mails').select('id').where('id', '=', forgotten).execute()).toEqual([])
    for (const id of [decided, forgotten]) {
      const [kept] = await filesOf(mailSubject(id))
      expect(kept).toMatchObject({ visibility: 'persons', keepUntil: expect.stringMatching(/^20/) })
    }
  })
})

describe('what is asked of the list and of the form', () => {
  it('a stretch begins at the municipality’s midnight', async () => {
    const { report } = await sendAReport(app, app.visitor)
    const shown = async () => (await app.visitor.get('/teated?aeg=kuu')).text.includes(`/teated/${report.number}"`)
    // Half past one at night on the first of thirty days, when it is still the day before in Greenwich.
    await sql`update reports_reports set created_at = '2026-10-24T22:30Z' where id = ${report.id}`.execute(app.db)
    app.site.cache.clear()
    expect(await shown()).toBe(true)
    await sql`update reports_reports set created_at = '2026-10-24T20:59Z' where id = ${report.id}`.execute(app.db)
    app.site.cache.clear()
    expect(await shown()).toBe(false)
  })

  it('a drawing in place of a photo is said to be no picture that will do, with everything kept', async () => {
    const photo1 = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'auk.svg', { type: 'image/svg+xml' })
    const answer = await app.visitor.post('/teated/uus', aReport({ photo1, words: 'Jääb alles' }))
    expect([answer.status, answer.page.querySelector('textarea[name=words]')?.text]).toEqual([422, 'Jääb alles'])
    expect(words(answer)).toContain('See ei ole pilt. Sobivad JPG, PNG, WebP ja AVIF.')
  })
})

describe('the pictures of a private report', () => {
  it('are seen by whoever answers for it, and by no other official', async () => {
    const social = await app.signIn({ name: 'Sirje Saar', postSlugs: ['sotsiaaltoospetsialist'] })
    const sent = { category: 'abi-vajav-inimene', photo1: await aPhoto('#939') }
    const { report } = await sendAReport(app, resident, sent)
    const [photo] = await filesOf(reportSubject(report.id))
    await check(photo!.id)
    const path = `/too/teated/${report.number}`
    const page = await social.get(path)
    const src = page.page.querySelector(`img[src*="${photo!.id}"]`)?.getAttribute('src') ?? ''
    expect((await social.get(src.replaceAll('&amp;', '&'))).status).toBe(200)
    expect(page.page.querySelector(`a[href="${path}/pildid/${photo!.id}"]`)).not.toBeNull()
    expect((await app.visitor.get(src)).status).not.toBe(200)
    expect([(await roads.get(path)).status, (await roads.get(src)).status === 200]).toEqual([403, false])
  })
})
