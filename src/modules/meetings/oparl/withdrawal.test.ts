import { beforeAll, expect, it } from 'vitest'
import { openTestApp, type Client, type TestApp } from '#test/app.ts'
import { recordPaths } from '../record/paths.ts'
import { meetingDeskPaths as desk } from '../paths.ts'
import { anItem, planAMeeting } from '../testing.ts'
import { oparlBase } from './addresses.ts'

type Thing = Record<string, unknown> & { id: string; modified: string }
let app: TestApp
let secretary: Client
beforeAll(async () => {
  app = await openTestApp()
  secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
})

const read = async (path: string) => {
  const answer = await app.visitor.get(`${oparlBase}/${path}`)
  return { status: answer.status, thing: JSON.parse(answer.text) as Thing & { data: Thing[] } }
}

it('a paper whose item is made closed afterwards is withdrawn: its address stays, its words do not', async () => {
  const number = await planAMeeting(app, secretary, 'vallavolikogu')
  await secretary.post(desk.newItem(number), anItem({ title: 'Maa müük' }))
  await secretary.post(desk.announce(number), {})
  const { id } = await app.db
    .selectFrom('meetings_items')
    .select('id')
    .where('title', '=', 'Maa müük')
    .executeTakeFirstOrThrow()
  const before = await read(`paper/${id}`)
  expect(before.thing['name']).toBe('Maa müük')
  app.clock.move(new Date(app.clock.now().getTime() + 60_000))
  const since = encodeURIComponent(app.clock.now().toISOString())
  const closed = await secretary.post(
    desk.item(number, id),
    anItem({ title: 'Maa müük', visibility: 'closed', closedBasis: 'AvTS § 35' }),
  )
  expect(closed.status).toBe(303)
  for (const path of [`paper/${id}`, `file/${id}`, `consultation/${id}`]) {
    const { status, thing } = await read(path)
    expect([status, thing['deleted']]).toEqual([200, true])
    expect(Object.keys(thing).toSorted()).toEqual(['created', 'deleted', 'id', 'modified', 'type'])
  }
  expect((await app.visitor.get(`${oparlBase}/file/${id}/text`)).status).toBe(404)
  const changed = (await read(`papers?modified_since=${since}`)).thing.data
  expect(changed.map((one) => [one.id.endsWith(id), one['deleted']])).toEqual([[true, true]])
  await secretary.post(desk.item(number, id), anItem({ title: 'Maa müük' }))
  expect((await read(`paper/${id}`)).thing['name']).toBe('Maa müük')
})

it('compositions of the council are its legislative terms', async () => {
  const { id } = await app.db
    .selectFrom('people_bodies')
    .select('id')
    .where('slug', '=', 'vallavolikogu')
    .executeTakeFirstOrThrow()
  await secretary.post(recordPaths.terms, { body: id, number: '10', from: '2025-10-27', until: '' })
  const [term] = (await read('legislative-terms')).thing.data
  expect(term).toMatchObject({ name: '10. koosseis', startDate: '2025-10-27' })
  expect(term).not.toHaveProperty('endDate')
  const one = await app.visitor.get(new URL(term!.id).pathname)
  expect(JSON.parse(one.text)).toEqual(term)
  const [body] = (await read('bodies')).thing.data
  expect(body!['legislativeTerm']).toEqual([term])
})
