import { expect, it } from 'vitest'
import { openTestApp, type Client } from '#test/app.ts'
import { materials } from '../index.ts'
import { meetingDeskPaths as desk } from '../paths.ts'
import { anItem, planAMeeting } from '../testing.ts'
import { annexReadersJob } from './follow-members.ts'

it('files of a closed item follow the seats: the suspended member’s substitute opens them, and the member does not', async () => {
  const app = await openTestApp()
  const secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  const [member, substitute] = [await app.signIn({ name: 'Liige Üks' }), await app.signIn({ name: 'Asendaja Kaks' })]
  const { id: bodyId } = await app.db
    .selectFrom('people_bodies')
    .select('id')
    .where('slug', '=', 'vallavolikogu')
    .executeTakeFirstOrThrow()
  const sit = (who: Client, from_date: string) =>
    app.db
      .insertInto('people_memberships')
      .values({ person_id: who.personId!, body_id: bodyId, from_date, created_at: app.clock.now() })
      .returning('id')
      .executeTakeFirstOrThrow()
  const { id: mandate } = await sit(member, '2026-01-01')
  const number = await planAMeeting(app, secretary, 'vallavolikogu')
  await secretary.post(desk.newItem(number), anItem({ visibility: 'closed', closedBasis: 'AvTS § 35' }))
  const { id: item } = await app.db.selectFrom('meetings_items').select('id').executeTakeFirstOrThrow()
  const annexFile = new File(['Hinnad'], 'hinnad.txt', { type: 'text/plain' })
  await secretary.post(desk.annexes(number, item), { annexTitle: 'Hinnad', annexFile })
  await app.db.updateTable('files_files').set({ state: 'checked' }).execute()
  await secretary.post(desk.announce(number), {})
  const { file_id: file } = await app.db.selectFrom('meetings_annexes').select('file_id').executeTakeFirstOrThrow()
  const opens = async (who: Client) => (await who.get(`/failid/${file}`)).status === 200
  expect([await opens(member), await opens(substitute)]).toEqual([true, false])
  const rests = { membership_id: mandate, person_id: member.personId!, body_id: bodyId, ground: 'own-request' }
  await app.db
    .insertInto('people_mandate_suspensions')
    .values({ ...rests, from_date: '2026-11-20', created_at: app.clock.now() })
    .execute()
  await sit(substitute, '2026-11-20')
  const work = { ctx: app.context(), event: { subject: `body:${bodyId}` } }
  await annexReadersJob.run(work as Parameters<typeof annexReadersJob.run>[0])
  expect([await opens(member), await opens(substitute), await opens(secretary)]).toEqual([false, true, true])
})

it('a file that is put beside an item whose materials are withheld is not everybody’s', async () => {
  const app = await openTestApp()
  const secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  const number = await planAMeeting(app, secretary, 'vallavolikogu')
  await secretary.post(desk.newItem(number), anItem())
  await secretary.post(desk.announce(number), {})
  const { id: item } = await app.db.selectFrom('meetings_items').select('id').executeTakeFirstOrThrow()
  const days = { from: '2026-11-01', until: '2027-11-01' }
  const restriction = { source: 'akt', basis: 'AvTS § 35 lg 1 p 12', ...days }
  await materials.restrict(app.context(), { meeting: number, itemId: item }, restriction)
  const annexFile = new File(['Hinnad'], 'hinnad.txt', { type: 'text/plain' })
  await secretary.post(desk.annexes(number, item), { annexTitle: 'Hinnad', annexFile })
  await app.db.updateTable('files_files').set({ state: 'checked' }).execute()
  const { file_id: file } = await app.db.selectFrom('meetings_annexes').select('file_id').executeTakeFirstOrThrow()
  expect((await app.visitor.get(`/failid/${file}`)).status).not.toBe(200)
  await materials.open(app.context(), 'akt', '2026-11-23')
  expect((await app.visitor.get(`/failid/${file}`)).status).toBe(200)
})
