import { beforeAll, expect, it } from 'vitest'
import { openTestApp, type Answer, type Client, type TestApp } from '#test/app.ts'
import { meetingDeskPaths as desk, meetingPaths } from '../paths.ts'
import { anItem, planAMeeting } from '../testing.ts'

let app: TestApp
let secretary: Client
beforeAll(async () => {
  app = await openTestApp()
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
})

const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''

async function aMatter(title: string, body = 'arengu-ja-eelarvekomisjon') {
  const number = await planAMeeting(app, secretary, body)
  await secretary.post(desk.newItem(number), anItem({ title, draft: 'Eelnõu esimene tekst.', memo: 'Miks.' }))
  const { id } = await app.db
    .selectFrom('meetings_items')
    .select('id')
    .where('title', '=', title)
    .executeTakeFirstOrThrow()
  return { number, id }
}

it('goes from the committee to the council with memo and text, and both pages tell the way', async () => {
  const matter = await aMatter('Lisaeelarve käik')
  const council = await planAMeeting(app, secretary, 'vallavolikogu')
  const passed = await secretary.post(desk.passItem(matter.number, matter.id), { to: String(council) })
  expect(passed.status).toBe(303)
  const there = new RegExp(`/${council}/punktid/([0-9a-f-]+)`).exec(passed.location!)![1]!
  expect((await app.visitor.get(meetingPaths.item(council, there))).status).not.toBe(200)
  await secretary.post(desk.announce(matter.number), {})
  // What is not announced yet stays the secretaries'.
  expect(text(await app.visitor.get(meetingPaths.item(matter.number, matter.id)))).not.toContain('Asja käik')
  await secretary.post(desk.announce(council), {})
  const later = text(await app.visitor.get(meetingPaths.item(council, there)))
  for (const words of ['Eelnõu esimene tekst.', 'Miks.', 'Asja käik', 'Arengu- ja eelarvekomisjon'])
    expect(later).toContain(words)
  expect(text(await app.visitor.get(meetingPaths.item(matter.number, matter.id)))).toContain('Asja käik')
})

it('keeps what was closed closed, and refuses strangers, the same meeting and one whose members are called', async () => {
  const matter = await aMatter('Kinnine käik')
  const closed = anItem({
    title: 'Kinnine käik',
    visibility: 'closed',
    closedBasis: 'AvTS § 35',
    draft: 'Salajane tekst.',
  })
  await secretary.post(desk.item(matter.number, matter.id), closed)
  const council = await planAMeeting(app, secretary, 'vallavolikogu')
  const stranger = await app.signIn({ name: 'Võõras Vaatleja' })
  const path = desk.passItem(matter.number, matter.id)
  expect((await stranger.post(path, { to: String(council) })).status).toBe(403)
  expect((await secretary.post(path, { to: '' })).status).toBe(422)
  expect(text(await secretary.post(path, { to: String(matter.number) }))).toContain('Vali mõni teine istung.')
  expect((await secretary.post(path, { to: '999999' })).status).toBe(404)
  const passed = await secretary.post(path, { to: String(council) })
  await secretary.post(desk.announce(council), {})
  const page = await app.visitor.get(passed.location!.replace('/too', ''))
  expect(text(page)).not.toContain('Salajane tekst.')
  app.clock.move(new Date('2026-12-05T10:00:00+02:00'))
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  expect(text(await secretary.post(path, { to: String(council) }))).toContain('Lisa punkt seal, põhjusega.')
})
