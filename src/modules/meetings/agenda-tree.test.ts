import { beforeAll, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { meetingDeskPaths as desk, meetingPaths } from './paths.ts'
import { meetingSearchables } from './searchables.ts'
import { anItem, planAMeeting, seatIn } from './testing.ts'

let app: TestApp
let secretary: Client
let member: Client
beforeAll(async () => {
  app = await openTestApp()
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  member = await app.signIn({ name: 'Mari Volinik' })
  await seatIn(app, member, 'vallavolikogu')
})

const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const itemsOf = (number: number) =>
  app.db
    .selectFrom('meetings_items as i')
    .innerJoin('meetings_meetings as m', 'm.id', 'i.meeting_id')
    .select(['i.id', 'i.title', 'i.number'])
    .where('m.number', '=', number)
    .orderBy('i.position')
    .execute()
const read = async (number: number) => (await itemsOf(number)).map((item) => `${item.number} ${item.title}`)
const council = (given: Partial<Record<string, string>> = {}) => planAMeeting(app, secretary, 'vallavolikogu', given)
const idOf = async (number: number, title: string) => (await itemsOf(number)).find((item) => item.title === title)!.id
async function put(number: number, title: string, given: Partial<Record<string, string>> = {}) {
  const answer = await secretary.post(desk.newItem(number), anItem({ title, ...given }))
  if (answer.status !== 303) throw new Error(text(answer))
  return idOf(number, title)
}

it('items stand below items, are numbered so on every page, and move with what is below them', async () => {
  const number = await council()
  const budget = await put(number, 'Eelarve')
  await put(number, 'Muud asjad', { kind: 'information' })
  const revenue = await put(number, 'Tulud', { parentId: budget })
  await put(number, 'Kulud', { parentId: budget })
  expect(await read(number)).toEqual(['1 Eelarve', '1.1 Tulud', '1.2 Kulud', '2 Muud asjad'])
  await secretary.post(desk.moveItem(number, budget), { where: 'down' })
  await secretary.post(desk.moveItem(number, revenue), { where: 'down' })
  expect(await read(number)).toEqual(['1 Muud asjad', '2 Eelarve', '2.1 Kulud', '2.2 Tulud'])
  await secretary.post(desk.announce(number), {})
  const page = text(await app.visitor.get(meetingPaths.meeting(number)))
  expect(page).toContain('2.1. Kulud')
  expect(text(await app.visitor.get(meetingPaths.item(number, revenue)))).toContain('2.2. Tulud')
  const answer = await app.visitor.get(`/api/oparl/1.1/agenda-item/${revenue}`)
  expect((JSON.parse(answer.text) as { number: string }).number).toBe('2.2')
})

it('an item is not put below itself, more open than what it is below, or taken off from above others', async () => {
  const number = await council()
  const above = await put(number, 'Ülemine', { visibility: 'closed', closedBasis: 'AvTS § 35' })
  await expect(put(number, 'Avalik alapunkt', { parentId: above })).rejects.toThrow('ei saa olla avalikum')
  const below = await put(number, 'Alapunkt', { parentId: above, visibility: 'closed', closedBasis: 'AvTS § 35' })
  const edit = (id: string, given: Partial<Record<string, string>>) =>
    secretary.post(desk.item(number, id), anItem({ title: 'Uus', ...given }))
  const loop = await edit(above, { parentId: below, visibility: 'closed', closedBasis: 'AvTS § 35' })
  expect([loop.status, text(loop)]).toEqual([422, expect.stringContaining('Selle punkti alla ei saa panna')])
  expect(text(await edit(above, { visibility: 'internal', closedBasis: 'AvTS § 35' }))).toContain('avalikumaid punkte')
  expect(text(await secretary.post(desk.removeItem(number, above), {}))).toContain('Punkti all on teisi punkte')
  expect(await read(number)).toEqual(['1 Ülemine', '1.1 Alapunkt'])
  expect((await secretary.post(desk.removeItem(number, below), {})).status).toBe(303)
  expect((await secretary.post(desk.removeItem(number, above), {})).status).toBe(303)
})

it('nobody but the body and its secretaries hears of an internal item, anywhere', async () => {
  const number = await council()
  const secret = 'Sisekorraldus kodukorra muudatus'
  await put(number, 'Avalik asi', { kind: 'information' })
  const id = await put(number, secret, { visibility: 'internal', closedBasis: 'AvTS § 35 lg 2', kind: 'information' })
  await secretary.post(desk.announce(number), {})
  for await (const documents of meetingSearchables[0]!.documents(app.context(), 'all'))
    expect(JSON.stringify(documents)).not.toContain('Sisekorraldus')
  const outside = await app.signIn({ name: 'Oskar Ametnik', roles: ['official'] })
  for (const who of [app.visitor, outside]) {
    for (const path of [
      meetingPaths.meeting(number),
      `/en${meetingPaths.meeting(number)}`,
      meetingPaths.list,
      meetingPaths.feed,
      meetingPaths.ownCalendar(number),
      '/logi',
      '/api/oparl/1.1/agenda-items',
      '/api/oparl/1.1/meetings',
      '/api/oparl/1.1/papers',
      '/api/oparl/1.1/files',
      `/api/oparl/1.1/agenda-item/${id}`,
      meetingPaths.item(number, id),
    ]) {
      const answer = await who.get(path)
      expect(answer.text, path).not.toContain('Sisekorraldus')
    }
    expect((await who.get(meetingPaths.item(number, id))).status).toBe(404)
  }
  for (const who of [secretary, member]) {
    expect(text(await who.get(meetingPaths.meeting(number)))).toContain(`2. ${secret}`)
    expect(text(await who.get(meetingPaths.item(number, id)))).toContain('AvTS § 35 lg 2')
  }
  const known = await idOf(number, 'Avalik asi')
  const hidden = await secretary.post(
    desk.item(number, known),
    anItem({ title: 'Avalik asi', kind: 'information', visibility: 'internal', closedBasis: 'AvTS § 35' }),
  )
  expect([hidden.status, text(hidden)]).toEqual([422, expect.stringContaining('ei saa enam asutusesiseseks')])
})

it('a meeting to come says when each item may be taken up', async () => {
  const number = await council()
  await put(number, 'Esimene', { plannedMinutes: '20' })
  await put(number, 'Teine', { plannedMinutes: '' })
  await put(number, 'Kolmas', { plannedMinutes: '15' })
  await secretary.post(desk.announce(number), {})
  const page = text(await app.visitor.get(meetingPaths.meeting(number)))
  for (const time of ['15:00', '15:20', '15:30']) expect(page).toContain(`arvestuslikult kell ${time}`)
})
