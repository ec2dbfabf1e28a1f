import { beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { meetingDeskPaths as desk, meetingPaths } from '../paths.ts'
import { anItem, planAMeeting, seatIn } from '../testing.ts'
import { seriesPaths } from './paths.ts'

let app: TestApp
let secretary: Client
const bodies = new Map<string, string>()
beforeAll(async () => {
  app = await openTestApp()
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  const rows = await app.db.selectFrom('people_bodies').select(['id', 'slug']).execute()
  for (const { id, slug } of rows) bodies.set(slug, id)
  const member = await app.signIn({ name: 'Mari Volinik' })
  for (const slug of ['vallavolikogu', 'revisjonikomisjon']) await seatIn(app, member, slug)
})

const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const aSeries = (given: Record<string, string | string[]> = {}) => ({
  idempotencyKey: crypto.randomUUID(),
  body: bodies.get('vallavolikogu')!,
  rhythm: 'monthly',
  nth: '2',
  weekday: '4',
  without: '7',
  from: '2027-02-01',
  until: '2027-08-31',
  at: '15:00',
  minutes: '180',
  mode: 'room',
  place: 'Vallamaja saal',
  isKnown: 'on',
  ...given,
})
const days = ['2027-02-11', '2027-03-11', '2027-04-08']
const plan = (given: Record<string, string | string[]> = {}) =>
  secretary.post(seriesPaths.plan, aSeries({ step: 'plan', days, ...given }))
const checked = ({ page }: Answer) =>
  page.querySelectorAll('input[name=days]').map((one) => [one.getAttribute('value'), one.hasAttribute('checked')])

describe('a series of meetings', () => {
  it('shows its days before anything is planned, with holidays and what else is then', async () => {
    await planAMeeting(app, secretary, 'revisjonikomisjon', {
      startsAt: '2027-04-08T16:00',
      endsAt: '2027-04-08T17:00',
    })
    const shown = await secretary.post(seriesPaths.plan, aSeries({ step: 'propose' }))
    expect(shown.status).toBe(200)
    expect(checked(shown).map(([day]) => day)).toEqual([...days, '2027-05-13', '2027-06-10', '2027-08-12'])
    expect(text(shown)).toContain('seal istuvad ka Mari Volinik')
    const holidays = await secretary.post(
      seriesPaths.plan,
      aSeries({ step: 'propose', rhythm: 'weekly', weekday: '3', from: '2027-02-22', until: '2027-02-26' }),
    )
    expect(checked(holidays)).toEqual([['2027-02-24', false]])
    expect(text(holidays)).toContain('riigipüha')
    const { count } = await app.db
      .selectFrom('meetings_series')
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(0)
  })

  it('is planned once, at the hour of the clock in winter and in summer, and its days are known to everybody', async () => {
    const form = aSeries({ step: 'plan', days, idempotencyKey: crypto.randomUUID() })
    const [first, again] = [await secretary.post(seriesPaths.plan, form), await secretary.post(seriesPaths.plan, form)]
    expect([first.status, again.location]).toEqual([303, first.location])
    const id = first.location!.split('/').at(-1)!
    const meetings = await app.db
      .selectFrom('meetings_meetings')
      .select(['number', 'starts_at'])
      .where('series_id', '=', id)
      .orderBy('starts_at')
      .execute()
    expect(meetings.map((one) => one.starts_at.toISOString())).toEqual([
      '2027-02-11T13:00:00.000Z',
      '2027-03-11T13:00:00.000Z',
      '2027-04-08T12:00:00.000Z',
    ])
    const list = text(await app.visitor.get(meetingPaths.list))
    expect(list).toContain('Kavandatud ajad')
    expect(list).toContain('11. veebruar 2027')
    for (const { number } of meetings) expect((await app.visitor.get(meetingPaths.meeting(number))).status).toBe(404)
    const calendar = (await app.visitor.get(meetingPaths.calendar)).text
    expect(calendar.match(/STATUS:TENTATIVE/g)).toHaveLength(3)
    expect(text(await app.visitor.get('/logi'))).toContain('kavandatud istungite ajad on teada (3)')

    const moved = { at: '17:30', minutes: '90', mode: 'hybrid', place: 'Koolimaja' }
    expect((await secretary.post(seriesPaths.change(id), moved)).status).toBe(303)
    const [one] = meetings
    await secretary.post(desk.newItem(one!.number), anItem())
    await secretary.post(desk.announce(one!.number), {})
    expect((await secretary.post(seriesPaths.callOff(id), { because: '' })).status).toBe(422)
    expect((await secretary.post(seriesPaths.callOff(id), { because: 'Kogu läheb laiali' })).status).toBe(303)
    const after = (await app.visitor.get(meetingPaths.calendar)).text
    expect([after.match(/STATUS:CANCELLED/g)?.length, after.match(/STATUS:CONFIRMED/g)?.length]).toEqual([2, 1])
    expect(after).toContain('SEQUENCE:2')
    expect(text(await app.visitor.get(meetingPaths.meeting(one!.number)))).toContain('Koolimaja')
    expect(text(await app.visitor.get(meetingPaths.list))).not.toContain('Kavandatud ajad')
    const over = await secretary.post(seriesPaths.callOff(id), { because: 'Veel kord' })
    expect([over.status, text(over)]).toEqual([422, expect.stringContaining('ei ole enam ühtki')])
  })

  it('says anew what a known day is called when the secretary calls it otherwise', async () => {
    const answer = await plan({ from: '2028-01-01', until: '2028-02-28', days: ['2028-01-13'] })
    const { number } = await app.db
      .selectFrom('meetings_meetings')
      .select('number')
      .where('series_id', '=', answer.location!.split('/').at(-1)!)
      .executeTakeFirstOrThrow()
    const told = async () =>
      (await app.db.selectFrom('platform_events').select('id').where('type', '=', 'meetings.days-changed').execute())
        .length
    const before = await told()
    const when = { startsAt: '2028-01-13T15:00', endsAt: '2028-01-13T18:00', mode: 'room', place: 'Vallamaja saal' }
    const edited = { ...when, kind: 'extraordinary', sessionNo: '', because: '' }
    expect((await secretary.post(desk.edit(number), edited)).status).toBe(303)
    expect(await told()).toBe(before + 1)
    expect((await secretary.post(desk.edit(number), edited)).status).toBe(303)
    expect(await told()).toBe(before + 1)
    await secretary.post(desk.cancel(number), { because: 'Jääb ära' })
  })

  it('whose days are not told is nobody’s but the secretaries’', async () => {
    expect((await plan({ isKnown: '', until: '2028-08-31' })).status).toBe(422)
    const { isKnown: _, ...secret } = aSeries({ step: 'plan', days, body: bodies.get('vallavalitsus')! })
    expect((await secretary.post(seriesPaths.plan, secret)).status).toBe(303)
    expect(text(await app.visitor.get(`${meetingPaths.list}?kogu=vallavalitsus`))).not.toContain('2027')
    expect((await app.visitor.get(`${meetingPaths.calendar}?kogu=vallavalitsus`)).text).not.toContain('2027')
  })

  it('refuses days that no longer fit, none, and whoever prepares no meetings; what was typed stays', async () => {
    const other = await plan({ weekday: '5' })
    expect([other.status, text(other)]).toEqual([422, expect.stringContaining('vaata päevad uuesti üle')])
    expect(checked(other)[0]).toEqual(['2027-02-12', true])
    expect(other.page.querySelector('input[name=place]')?.getAttribute('value')).toBe('Vallamaja saal')
    expect(text(await plan({ days: [] }))).toContain('Vali vähemalt üks päev')
    expect(text(await plan({ at: 'kolm' }))).toContain('Kirjuta kellaaeg')
    const official = await app.signIn({ name: 'Oskar Ametnik', roles: ['official'] })
    for (const who of [official, app.visitor]) {
      expect((await who.get(seriesPaths.plan)).status).not.toBe(200)
      expect((await who.post(seriesPaths.plan, aSeries({ step: 'propose' }))).status).not.toBe(200)
    }
  })
})

it('two meetings that share members warn each other’s secretary, and are held all the same', async () => {
  const [council, audit] = [
    await planAMeeting(app, secretary, 'vallavolikogu', { startsAt: '2026-12-10T15:00', endsAt: '2026-12-10T18:00' }),
    await planAMeeting(app, secretary, 'revisjonikomisjon', { startsAt: '2026-12-10T17:00', endsAt: '' }),
  ]
  for (const number of [council, audit]) {
    const page = text(await secretary.get(desk.meeting(number)))
    expect(page).toContain('See hoiatab, aga ei takista')
    expect(page).toContain('Mari Volinik')
  }
  await secretary.post(desk.cancel(audit), { because: 'Liiga palju korraga' })
  expect(text(await secretary.get(desk.meeting(council)))).not.toContain('See hoiatab')
})
