import { extractText } from 'unpdf'
import { beforeAll, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { meetingDeskPaths as desk, meetingPaths } from '../paths.ts'
import { anItem, planAMeeting } from '../testing.ts'
import { oparlBase } from './addresses.ts'
import type { OparlObject } from './objects.ts'
import { schemaOf } from './schema-testing.ts'
import { aCouncil, holdASitting } from './testing.ts'

let app: TestApp
let secretary: Client
let held: { number: number; id: string }
beforeAll(async () => {
  app = await openTestApp()
  const council = await aCouncil(app)
  secretary = council.secretary
  held = await holdASitting(app, council, [{ title: 'Eelarve' }, { title: 'Kinnistu ost' }])
})

type File = OparlObject & { accessUrl: string; downloadUrl: string; mimeType: string; size?: number; deleted?: true }
type Told = OparlObject & { invitation?: File; resultsProtocol?: File; auxiliaryFile?: File[]; agendaItem?: Told[] }
const path = (address: string) => address.replace('http://localhost', '')
const read = async <T = Told>(address: string) => JSON.parse((await app.visitor.get(path(address))).text) as T
const meeting = (id: string) => read(`${oparlBase}/meeting/${id}`)
const valid = (type: string, object: unknown) => {
  const judge = schemaOf(type)
  if (judge !== undefined) expect(judge(object), JSON.stringify(judge.errors)).toBe(true)
}
const pdfText = async (address: string) => {
  const answer = await app.request(path(address), {})
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  return (await extractText(new Uint8Array(await answer.arrayBuffer()), { mergePages: true })).text
}

it('a meeting that was called has its invitation as a document, with the agenda', async () => {
  const told = await meeting(held.id)
  const file = told.invitation!
  expect(file.id).toBe((await read(file.id)).id)
  expect(file.accessUrl).toBe(`http://localhost${meetingPaths.invitation(held.number)}`)
  valid('File', file)
  valid('Meeting', told)
  const words = await pdfText(file.downloadUrl)
  for (const part of ['Kutse', 'Eelarve', 'Kinnistu ost', 'Vallamaja saal']) expect(words).toContain(part)
  expect(await pdfText(`/en${meetingPaths.invitation(held.number)}`)).toContain('Invitation')
  const planned = await planAMeeting(app, secretary, 'vallavolikogu')
  expect((await app.visitor.get(meetingPaths.invitation(planned))).status).toBe(404)
  await secretary.post(desk.newItem(planned), anItem())
  await secretary.post(desk.announce(planned), {})
  expect((await app.visitor.get(meetingPaths.invitation(planned))).status).toBe(404)
})

it('published minutes are its results protocol, and a version that is replaced is withdrawn', async () => {
  expect(await meeting(held.id)).not.toHaveProperty('resultsProtocol')
  await secretary.post(desk.minutes(held.number), { 'kokkuvote-': 'Esimene kokkuvõte.' })
  await secretary.post(desk.approveMinutes(held.number), { approveBecause: 'Proov' })
  expect((await secretary.post(desk.publishMinutes(held.number), {})).status).toBe(303)
  const first = (await meeting(held.id)).resultsProtocol!
  valid('File', first)
  expect(await pdfText(first.downloadUrl)).toContain('Esimene kokkuvõte.')
  app.clock.move(new Date(app.clock.now().getTime() + 60_000))
  const since = encodeURIComponent(app.clock.now().toISOString())
  await secretary.post(desk.minutes(held.number), { 'kokkuvote-': 'Teine kokkuvõte.' })
  expect((await secretary.post(desk.publishMinutes(held.number), { because: 'Kirjaviga' })).status).toBe(303)
  const second = (await meeting(held.id)).resultsProtocol!
  expect(second.id).not.toBe(first.id)
  expect(await read(first.id)).toMatchObject({ id: first.id, deleted: true })
  const changed = await read<{ data: File[] }>(`${oparlBase}/files?modified_since=${since}`)
  expect(changed.data.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id]))
})

it('a file beside an item is told with size and type, and withdrawn when it is taken back', async () => {
  const number = await planAMeeting(app, secretary, 'vallavolikogu')
  await secretary.post(desk.newItem(number), anItem({ title: 'Lisaga asi' }))
  await secretary.post(
    desk.newItem(number),
    anItem({ title: 'Kinnine', visibility: 'closed', closedBasis: 'AvTS § 35' }),
  )
  const items = await app.db
    .selectFrom('meetings_items as i')
    .innerJoin('meetings_meetings as m', 'm.id', 'i.meeting_id')
    .select(['i.id', 'm.id as meeting'])
    .where('m.number', '=', number)
    .orderBy('i.position')
    .execute()
  for (const { id } of items) {
    const annexFile = new File(['Hinnad: 1200'], 'hinnad.txt', { type: 'text/plain' })
    expect((await secretary.post(desk.annexes(number, id), { annexTitle: 'Hinnatabel', annexFile })).status).toBe(303)
  }
  await secretary.post(desk.announce(number), {})
  const item = () => read(`${oparlBase}/agenda-item/${items[0]!.id}`)
  // Nobody could open it before it was looked at.
  expect(await item()).not.toHaveProperty('auxiliaryFile')
  await app.db.updateTable('files_files').set({ state: 'checked', decided_at: app.clock.now() }).execute()
  const [annex] = (await item()).auxiliaryFile!
  expect(annex).toMatchObject({ name: 'Hinnatabel', fileName: 'hinnad.txt', mimeType: 'text/plain', size: 12 })
  expect(annex!.accessUrl).toMatch(/\/failid\/[0-9a-f-]{36}$/)
  valid('File', annex)
  expect((await read(`${oparlBase}/paper/${items[0]!.id}`)).auxiliaryFile).toEqual([annex])
  const closed = await read(`${oparlBase}/agenda-item/${items[1]!.id}`)
  expect(closed).not.toHaveProperty('auxiliaryFile')
  const told = await meeting(items[0]!.meeting)
  expect(told.agendaItem!.map(({ auxiliaryFile }) => auxiliaryFile?.length ?? 0)).toEqual([1, 0])
  valid('Meeting', told)
  const [row] = await app.db.selectFrom('meetings_annexes').select('id').where('item_id', '=', items[0]!.id).execute()
  await secretary.post(desk.withdrawAnnex(number, items[0]!.id, row!.id), { because: 'Vale fail' })
  expect(await read(annex!.id)).toMatchObject({ deleted: true })
  expect(await item()).not.toHaveProperty('auxiliaryFile')
})

it('lists of what has files take as few statements as without', async () => {
  for (const name of ['meetings', 'agenda-items', 'papers', 'files'])
    expect(await app.countQueries(() => app.visitor.get(`${oparlBase}/${name}?limit=100`)), name).toBeLessThanOrEqual(4)
})
