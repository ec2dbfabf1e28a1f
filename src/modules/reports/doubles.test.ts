import { beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { sendAReport, words } from './testing.ts'

let app: TestApp
let roads: Client
let neighbour: Client
let resident: Client
beforeAll(async () => {
  app = await openTestApp()
  roads = await app.signIn({ name: 'Teet Teeder', postSlugs: ['teedespetsialist'] })
  resident = await app.signIn({ name: 'Rita Rebane' })
  neighbour = await app.signIn({ name: 'Naima Naaber' })
})

const desk = (number: number, step = '') => `/too/teated/${number}${step}`
const key = () => crypto.randomUUID()
const publicPage = async (number: number) => words(await app.visitor.get(`/teated/${number}`))
const follow = (who: Client, number: number) => who.post('/jalgimised', { path: `/teated/${number}`, how: 'at-once' })
const followed = async (who: Client) =>
  (
    await app.db
      .selectFrom('notifications_follows')
      .select(['path', 'id'])
      .where('person_id', '=', who.personId)
      .orderBy('path')
      .execute()
  ).map(({ path }) => path)
const double = (number: number, of: number) => roads.post(desk(number, '/kordus'), { of: String(of) })
const apart = (who: Client, number: number) => who.post(desk(number, '/kordus/tagasi'), {})

async function aPair(): Promise<[number, number]> {
  const first = (await sendAReport(app, app.visitor)).report.number
  const second = (await sendAReport(app, resident, { words: 'Sama auk' })).report.number
  return [first, second]
}

describe('a report that tells of the same as another', () => {
  it('takes its followers along, each once, and gives them back when it was a mistake', async () => {
    const [main, second] = await aPair()
    await app.db.deleteFrom('notifications_follows').execute()
    await follow(neighbour, second)
    await follow(resident, second)
    await follow(resident, main)
    expect((await double(second, main)).status).toBe(303)
    expect(await followed(neighbour)).toEqual([`/teated/${main}`])
    expect(await followed(resident)).toEqual([`/teated/${main}`, `/teated/${second}`].toSorted())
    expect(await publicPage(main)).toContain(`Samast veast on teatanud ka: ${second}`)
    expect((await apart(roads, second)).status).toBe(303)
    expect(await followed(neighbour)).toEqual([`/teated/${second}`])
    expect(await followed(resident)).toEqual([`/teated/${main}`, `/teated/${second}`].toSorted())
    const page = await publicPage(second)
    expect(page).toContain(`Ei ole siiski sama mis teade ${main}.`)
    expect(page).toContain('Esimene vastus tuleb hiljemalt 24. november 2026')
    expect((await apart(roads, second)).status).toBe(422)
  })

  it('shows a refused number again in its open form, and the state as it is after a first answer', async () => {
    const [first] = await aPair()
    const refused = await double(first, 999_999_999)
    expect(refused.status).toBe(422)
    const field = refused.page.querySelector('details[open] input[name=of]')
    expect(field?.getAttribute('value')).toBe('999999999')
    expect(await publicPage(first)).toContain('ootab esimest vastust')
    await roads.post(desk(first, '/vastused'), { words: 'Vaatame üle', idempotencyKey: crypto.randomUUID() })
    expect(await publicPage(first)).toContain('Teade on vallas ja sellele on vastatud.')
  })

  it('gives followers back through a chain, whichever link was wrong', async () => {
    const [middle, first] = await aPair()
    const last = (await sendAReport(app, app.visitor)).report.number
    await app.db.deleteFrom('notifications_follows').execute()
    await follow(neighbour, first)
    await double(first, middle)
    await double(middle, last)
    expect(await followed(neighbour)).toEqual([`/teated/${last}`])
    await apart(roads, first)
    expect(await followed(neighbour)).toEqual([`/teated/${first}`])
    await apart(roads, middle)
    expect(await followed(neighbour)).toEqual([`/teated/${first}`])
  })

  it('does not bring back those who stopped meanwhile', async () => {
    const [main, second] = await aPair()
    await app.db.deleteFrom('notifications_follows').execute()
    await follow(neighbour, second)
    await double(second, main)
    const own = await neighbour.get('/minu/teavitused')
    const stop = own.page.querySelector('form[action*="/minu/teavitused/jalgimised/"]')!.getAttribute('action')!
    await neighbour.post(stop, {})
    await apart(roads, second)
    expect(await followed(neighbour)).toEqual([])
  })

  it('has its sender told of what becomes of the other one', async () => {
    const [main, second] = await aPair()
    await double(second, main)
    const answered = { idempotencyKey: key(), words: 'Auk on täidetud.', state: 'fixed-by-parish' }
    await roads.post(desk(main, '/vastused'), answered)
    const inbox = words(await resident.get('/minu/teated'))
    expect(inbox).toContain(`Teade ${main}: Korras`)
    expect(inbox).toContain(`samast veast kui sinu teade ${second}`)
  })

  it('leaves that state only by being told apart, which is for those who work on it', async () => {
    const [main, second] = await aPair()
    await double(second, main)
    const answer = { idempotencyKey: key(), words: 'x', state: 'planned' }
    expect((await roads.post(desk(second, '/vastused'), answer)).status).toBe(422)
    expect((await apart(resident, second)).status).toBe(403)
    expect((await apart(app.visitor, second)).status).toBe(403)
    expect((await double(main, second)).status).toBe(422)
  })
})

describe('a report of two faults', () => {
  const split = (number: number) => desk(number, '/eraldamine')
  const second = (given: Record<string, string> = {}) => ({
    idempotencyKey: key(),
    words: 'Silt on samuti kadunud',
    category: 'liiklusmark',
    settlement: '4496',
    address: 'risti juures',
    point: '',
    photos: '',
    ...given,
  })

  it('is split into two with the same sender, followers and chosen pictures, and both say so', async () => {
    const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#a62' } })
      .jpeg()
      .toBuffer()
    const photo1 = new File([new Uint8Array(bytes)], 'silt.jpg', { type: 'image/jpeg' })
    const { report } = await sendAReport(app, resident, { words: 'Auk ja silt', photo1 })
    await follow(neighbour, report.number)
    const form = await roads.get(split(report.number))
    expect(form.page.querySelector('textarea')?.text).toBe('Auk ja silt')
    const photo = form.page.querySelector('input[name=photos]')!.getAttribute('value')!
    const sent = second({ photos: photo })
    const made = await roads.post(split(report.number), sent)
    expect(made.status).toBe(303)
    expect((await roads.post(split(report.number), sent)).location).toBe(made.location)
    const number = Number(made.location!.split('/').at(-1))
    expect(await publicPage(report.number)).toContain(`Sellest teatest on eraldatud: ${number}`)
    const page = await publicPage(number)
    expect(page).toContain(`Eraldatud teatest ${report.number}`)
    expect(page).toContain('Silt on samuti kadunud')
    expect(page).toContain('silt.jpg')
    expect(await followed(neighbour)).toEqual(expect.arrayContaining([`/teated/${report.number}`, `/teated/${number}`]))
    expect(words(await resident.get('/minu/teated'))).toContain(`eraldati teade ${number}`)
    expect(words(await resident.get('/minu'))).toContain(`Teade ${number}:`)
  })

  it('keeps what was typed when something is wrong, and is not for others', async () => {
    const { report } = await sendAReport(app, app.visitor)
    const wrong = await roads.post(split(report.number), second({ words: '', settlement: '', address: '' }))
    expect([wrong.status, wrong.page.querySelectorAll('.field-error').length]).toEqual([422, 2])
    expect((await roads.post(split(report.number), second({ point: '58.3, 26.7' }))).status).toBe(422)
    for (const who of [resident, app.visitor]) {
      expect((await who.post(split(report.number), second())).status).toBe(403)
    }
    expect((await resident.get(split(report.number))).status).toBe(403)
  })

  it('says nothing in public of a part that is private', async () => {
    const { report } = await sendAReport(app, app.visitor, { words: 'Auk, ja naaber on hädas' })
    const made = await roads.post(split(report.number), second({ category: 'abi-vajav-inimene' }))
    const number = Number(made.location!.split('/').at(-1))
    expect((await app.visitor.get(`/teated/${number}`)).status).toBe(404)
    const page = await publicPage(report.number)
    expect(page).toContain('Osa teatest lahendatakse omaette.')
    expect(page).not.toContain(String(number))
    expect((await roads.get(desk(number))).status).toBe(403)
    for (const door of ['/logi', '/teated/feed.atom', '/teated']) {
      expect((await app.visitor.get(door)).text, door).not.toContain(`/teated/${number}"`)
    }
  })
})
