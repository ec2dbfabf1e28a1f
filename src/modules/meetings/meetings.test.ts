import { beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#platform/format.ts'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { meetingDeskPaths as desk, meetingPaths } from './paths.ts'
import { anItem, planAMeeting, seatIn } from './testing.ts'

let app: TestApp
let secretary: Client
let official: Client
let member: Client
beforeAll(async () => {
  app = await openTestApp()
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  official = await app.signIn({ name: 'Oskar Ametnik', roles: ['official'] })
  member = await app.signIn({ name: 'Mari Volinik' })
  await seatIn(app, member, 'vallavolikogu')
})

const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const council = (given: Partial<Record<string, string>> = {}) => planAMeeting(app, secretary, 'vallavolikogu', given)
const withItem = async (given: Partial<Record<string, string>> = {}) => {
  const number = await council(given)
  expect((await secretary.post(desk.newItem(number), anItem())).status).toBe(303)
  return number
}
const itemsOf = async (number: number) =>
  app.db
    .selectFrom('meetings_items as i')
    .innerJoin('meetings_meetings as m', 'm.id', 'i.meeting_id')
    .select(['i.id', 'i.title', 'i.position'])
    .where('m.number', '=', number)
    .orderBy('i.position')
    .execute()

describe('a meeting that is planned', () => {
  it('is its secretaries’ alone until its agenda is announced', async () => {
    const number = await withItem({ sessionNo: '21' })
    for (const who of [app.visitor, official, member]) {
      expect((await who.get(meetingPaths.meeting(number))).status).toBe(404)
      expect(text(await who.get(meetingPaths.list))).not.toContain('21. istung')
    }
    for (const who of [official, member]) {
      for (const path of [desk.list, desk.meeting(number), desk.plan]) expect((await who.get(path)).status).toBe(403)
      for (const path of [desk.announce(number), desk.invite(number), desk.cancel(number), desk.newItem(number)])
        expect((await who.post(path, anItem({ because: 'põhjus' }))).status, path).toBe(403)
    }
    expect((await secretary.post(desk.announce(number), {})).status).toBe(303)
    const page = text(await app.visitor.get(meetingPaths.meeting(number)))
    for (const part of ['Vallavolikogu, 21. istung', 'Eelarve esimene lugemine', 'Finantsjuht', '10 päeva enne'])
      expect(page).toContain(part)
    expect(text(await app.visitor.get(`${meetingPaths.list}?kogu=vallavolikogu`))).toContain('21. istung')
    expect(text(await app.visitor.get(`${meetingPaths.list}?kogu=vallavalitsus`))).not.toContain('21. istung')
    expect(text(await app.visitor.get('/logi'))).toContain('Avalikuks sai päevakord: Vallavolikogu, 21. istung')
  })

  it('says what is wrong, keeps what was typed, and has each number once', async () => {
    const { id } = await app.db
      .selectFrom('people_bodies')
      .select('id')
      .where('slug', '=', 'vallavolikogu')
      .executeTakeFirstOrThrow()
    const wrong = await secretary.post(desk.plan, {
      idempotencyKey: crypto.randomUUID(),
      body: id,
      kind: 'ordinary',
      mode: 'room',
      place: 'Saal',
      sessionNo: 'kakskümmend',
      startsAt: '2026-12-03T15:00',
      endsAt: '2026-12-03T14:00',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.page.querySelector('input[name=sessionNo]')?.getAttribute('value')).toBe('kakskümmend')
    await expect(council({ endsAt: '2026-12-03T14:00' })).rejects.toThrow('Lõpp peab olema pärast algust')
    await council({ sessionNo: '77' })
    await expect(council({ sessionNo: '77' })).rejects.toThrow('Selle numbriga istung')
    await planAMeeting(app, secretary, 'vallavalitsus', { sessionNo: '77' })
  })

  it('is planned once, however often the form is sent', async () => {
    const key = { idempotencyKey: crypto.randomUUID() }
    expect(await council(key)).toBe(await council(key))
  })
})

describe('an agenda', () => {
  it('keeps its order, each item its address, and every text of a draft', async () => {
    const number = await withItem()
    await secretary.post(desk.newItem(number), anItem({ title: 'Teede hooldus', kind: 'information', draft: '' }))
    const [budget, roads] = await itemsOf(number)
    expect((await secretary.post(desk.moveItem(number, roads!.id), { where: 'up' })).status).toBe(303)
    expect((await itemsOf(number)).map(({ title }) => title)).toEqual(['Teede hooldus', 'Eelarve esimene lugemine'])
    const second = anItem({ draft: '§ 1. Kinnitada eelarve lisaga 1.' })
    for (let times = 0; times < 2; times += 1)
      expect((await secretary.post(desk.item(number, budget!.id), second)).status).toBe(303)
    await secretary.post(desk.announce(number), {})
    const page = await app.visitor.get(meetingPaths.item(number, budget!.id))
    expect(text(page)).toContain('Eelnõu, tekst 2')
    expect(page.page.querySelectorAll('code').length).toBe(2)
    expect(page.page.querySelectorAll('ins').length).toBeGreaterThan(0)
    // What everybody has seen is not made unseen.
    expect((await secretary.post(desk.removeItem(number, roads!.id), {})).status).toBe(422)
    const draft = await withItem()
    await secretary.post(desk.newItem(draft), anItem({ title: 'Teine' }))
    const [first, other] = await itemsOf(draft)
    expect((await secretary.post(desk.removeItem(draft, first!.id), {})).status).toBe(303)
    expect(await itemsOf(draft)).toMatchObject([{ id: other!.id, position: 1 }])
  })

  it('shows of a closed item its title and its ground; the materials to members', async () => {
    const number = await withItem()
    const open = anItem({ title: 'Kinnistu', visibility: 'closed', draft: 'Osta salaja', memo: 'Hind on saladus' })
    const refused = await secretary.post(desk.newItem(number), open)
    expect(refused.status).toBe(422)
    expect(text(refused)).toContain('Nimeta seadus')
    await secretary.post(desk.newItem(number), { ...open, closedBasis: 'AvTS § 35 lg 1 p 17' })
    await secretary.post(desk.announce(number), {})
    const item = (await itemsOf(number)).find(({ title }) => title === 'Kinnistu')!
    expect(text(await app.visitor.get(meetingPaths.meeting(number)))).toContain('AvTS § 35 lg 1 p 17')
    for (const who of [app.visitor, official]) {
      const page = text(await who.get(meetingPaths.item(number, item.id)))
      for (const secret of ['Osta salaja', 'Hind on saladus']) expect(page).not.toContain(secret)
    }
    // Opened to all, it shows what was written for all, and nothing that was written for members.
    const redacted = { ...open, visibility: 'public', memo: '', draft: 'Osta kinnistu' }
    const page = await member.get(meetingPaths.item(number, item.id))
    expect((await secretary.post(desk.item(number, item.id), redacted)).status).toBe(303)
    const opened = text(await app.visitor.get(meetingPaths.item(number, item.id)))
    expect(opened).toContain('Osta kinnistu')
    expect(opened).not.toContain('salaja')
    for (const secret of ['Osta salaja', 'Hind on saladus']) expect(text(page)).toContain(secret)
    expect(page.headers.get('cache-control')).toContain('no-store')
  })
})

describe('a call', () => {
  it('goes to whoever sits in the body on the day, once, with proof', async () => {
    const number = await withItem()
    const called = await secretary.post(desk.invite(number), {})
    expect(called.status).toBe(303)
    // A second call without a change is none.
    expect(text(await secretary.post(desk.invite(number), {}))).toContain('Kutsed on juba saadetud')
    const inbox = await member.get('/minu/teated')
    expect(inbox.text.split('Kutse: Vallavolikogu').length).toBeGreaterThan(1)
    const rows = await app.db.selectFrom('meetings_invitations').select('person_id').execute()
    expect(rows.filter(({ person_id }) => person_id === member.personId).length).toBe(1)
    expect(text(await secretary.get(desk.meeting(number)))).toContain('Mari Volinik')
    expect(text(await app.visitor.get(meetingPaths.meeting(number)))).toContain('Kutsed saadetud')
  })

  it('waits for items, a place and drafts', async () => {
    const empty = await council()
    expect(text(await secretary.post(desk.invite(empty), {}))).toContain('Päevakorras ei ole ühtki punkti')
    const nowhere = await withItem({ place: '' })
    expect(text(await secretary.post(desk.invite(nowhere), {}))).toContain('Koht on puudu')
    const bare = await council()
    await secretary.post(desk.newItem(bare), anItem({ draft: '' }))
    expect(text(await secretary.post(desk.invite(bare), {}))).toContain('ei ole eelnõu')
  })

  it('that is later than the rules ask needs a reason, which everybody reads', async () => {
    const number = await withItem({ startsAt: '2026-11-26T15:00', endsAt: '' })
    expect(text(await secretary.get(desk.meeting(number)))).toContain('Istungini on 3 päeva, nõutust vähem')
    const late = await secretary.post(desk.invite(number), {})
    expect([late.status, text(late)]).toEqual([422, expect.stringContaining('kirjuta põhjus')])
    const because = { lateBecause: 'Tormikahjud' }
    expect((await secretary.post(desk.invite(number), because)).status).toBe(303)
    expect(text(await app.visitor.get(meetingPaths.meeting(number)))).toContain('Põhjus: Tormikahjud')
    const first = await withItem({ startsAt: '2026-11-26T15:00', endsAt: '', kind: 'first' })
    expect((await secretary.post(desk.invite(first), {})).status).toBe(303)
  })

  it('makes what is added after it bear a reason', async () => {
    const number = await withItem()
    await secretary.post(desk.invite(number), {})
    const added = anItem({ title: 'Kiire asi' })
    expect((await secretary.post(desk.newItem(number), added)).status).toBe(422)
    await secretary.post(desk.newItem(number), { ...added, lateBecause: 'Selgus eile' })
    expect(text(await app.visitor.get(meetingPaths.meeting(number)))).toContain(
      'Lisati pärast kutset. Põhjus: Selgus eile',
    )
    const [item] = await itemsOf(number)
    expect(text(await secretary.post(desk.removeItem(number, item!.id), {}))).toContain('kogu ise')
  })
})

describe('a change after everybody knows', () => {
  const ics = async (number: number) => (await app.visitor.get(meetingPaths.ownCalendar(number))).text
  const facts = { kind: 'ordinary', sessionNo: '', mode: 'room', place: 'Rahvamaja', endsAt: '' }

  it('needs a reason, and moves in calendars by the same identity', async () => {
    const number = await withItem()
    await secretary.post(desk.announce(number), {})
    const before = await ics(number)
    const uid = /^UID:.*$/m.exec(before)![0]
    expect(before).toContain('SEQUENCE:0')
    for (const startsAt of ['2026-02-30T10:00', '2026-12-01T24:00', '1999-12-01T10:00', '2026-11-01T10:00'])
      expect((await secretary.post(desk.edit(number), { ...facts, startsAt, because: 'Nii' })).status).toBe(422)
    const moved = { ...facts, startsAt: '2026-12-04T15:00' }
    const refused = await secretary.post(desk.edit(number), moved)
    expect([refused.status, text(refused)]).toEqual([422, expect.stringContaining('kirjuta põhjus')])
    expect(refused.page.querySelector('input[name=place]')?.getAttribute('value')).toBe('Rahvamaja')
    expect((await secretary.post(desk.edit(number), { ...moved, because: 'Saal on remondis' })).status).toBe(303)
    const after = await ics(number)
    for (const part of [uid, 'SEQUENCE:1', 'DTSTART:20261204T130000Z']) expect(after).toContain(part)
    expect(text(await app.visitor.get(meetingPaths.meeting(number)))).toContain('Põhjus: Saal on remondis')
  })

  it('cancels with a reason; members hear it and the page stays', async () => {
    const number = await withItem()
    await secretary.post(desk.invite(number), {})
    expect((await secretary.post(desk.cancel(number), { because: '' })).status).toBe(422)
    expect((await secretary.post(desk.cancel(number), { because: 'Kvoorumit ei tule' })).status).toBe(303)
    const calendar = await ics(number)
    for (const part of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1']) expect(calendar).toContain(part)
    expect(text(await app.visitor.get(meetingPaths.meeting(number)))).toContain('Jääb ära. Põhjus: Kvoorumit ei tule')
    expect((await member.get('/minu/teated')).text).toContain('Jääb ära: Vallavolikogu')
    for (const path of [desk.announce(number), desk.invite(number), desk.newItem(number)])
      expect((await secretary.post(path, anItem())).status).toBe(422)
  })
})

it('keeps a clock change in calendars as the law keeps it', async () => {
  const number = await withItem({ startsAt: '2027-03-28T09:00', endsAt: '' })
  await secretary.post(desk.announce(number), {})
  expect((await app.visitor.get(meetingPaths.ownCalendar(number))).text).toContain('DTSTART:20270328T060000Z')
  expect(localDate(new Date('2027-03-28T06:00Z'), 'Europe/Tallinn')).toBe('2027-03-28')
})

it('calls anew when a called meeting moves, with the notice that the new time has', async () => {
  const number = await withItem()
  await secretary.post(desk.invite(number), {})
  const facts = { kind: 'ordinary', sessionNo: '', mode: 'room', place: 'Vallamaja saal', endsAt: '' }
  const sooner = { ...facts, startsAt: '2026-11-25T15:00', because: 'Kiire asi' }
  expect((await secretary.post(desk.edit(number), sooner)).status).toBe(303)
  expect(text(await app.visitor.get(meetingPaths.meeting(number)))).not.toContain('Kutsed saadetud')
  expect((await secretary.post(desk.invite(number), {})).status).toBe(422)
  expect((await secretary.post(desk.invite(number), { lateBecause: 'Kiire asi' })).status).toBe(303)
  expect(text(await app.visitor.get(meetingPaths.meeting(number)))).toContain('nõutust hiljem')
})

it('tells why a called agenda changed, and takes no decision without a draft onto it', async () => {
  const number = await withItem()
  await secretary.post(desk.invite(number), {})
  const [item] = await itemsOf(number)
  const changed = anItem({ draft: '§ 1. Hoopis muu.' })
  expect((await secretary.post(desk.item(number, item!.id), changed)).status).toBe(422)
  expect((await secretary.post(desk.item(number, item!.id), { ...changed, lateBecause: 'Viga' })).status).toBe(303)
  expect(text(await app.visitor.get(meetingPaths.meeting(number)))).toContain('Muudeti pärast kutset. Põhjus: Viga')
  const bare = anItem({ title: 'Paljas', draft: '', lateBecause: 'Kiire' })
  expect(text(await secretary.post(desk.newItem(number), bare))).toContain('ei ole eelnõu')
})
