import { expect, it } from 'vitest'
import { aMeeting as aSetup, leadMeeting, members } from './log/testing.ts'
import { meetingDeskPaths as desk, meetingPaths } from './paths.ts'
import { openCouncil, textOf } from './sitting-testing.ts'
import { anItem, planAMeeting } from './testing.ts'

it('an item that has others below it is not merged away from above them', () => {
  const setup = aSetup()
  const items = setup.items.map((item) => (item.id === 'b' ? { ...item, parentId: 'a' } : item))
  const meeting = leadMeeting({ ...setup, items }).open(...members(12))
  const merging = (itemId: string, mergedId: string) =>
    meeting.why({ kind: 'items-merged', itemId, mergedIds: [mergedId], title: 'Koos' })
  expect(merging('c', 'a')).toBe('itemHasChildrenLeft')
  expect(merging('b', 'a')).toBe('itemHasChildrenLeft')
  expect(merging('c', 'b')).toBeNull()
})

it('what stood below an item that was closed in the sitting stays closed in the continued one', async () => {
  const council = await openCouncil()
  const { app, secretary, seats } = council
  const number = await planAMeeting(app, secretary, 'vallavolikogu', { startsAt: '2026-11-23T15:00', endsAt: '' })
  const put = async (title: string, parentId = '') => {
    await secretary.post(
      desk.newItem(number),
      anItem({ title, parentId, kind: 'decision', draft: '1. Müüa.\n\n2. Muu.' }),
    )
    const row = app.db.selectFrom('meetings_items').select('id').where('title', '=', title)
    return (await row.executeTakeFirstOrThrow()).id
  }
  const above = await put('Kinnistud')
  const below = await put('Esimene kinnistu', above)
  await secretary.post(desk.invite(number), { lateBecause: 'Proovi tarvis' })
  await secretary.post(desk.convene(number), { chair: seats[0]!.personId! })
  for (const seat of seats.slice(0, 12)) await council.sit(number, seat, 'arrive', { channel: 'room' })
  await council.does(number, 'open')
  await council.does(number, 'vote-on-agenda')
  await council.decide(number, ['for', 'for'])
  await council.does(number, 'open-item', { item: above })
  await council.does(number, 'close-to-public', { reason: 'KOKS § 44 lg 4' })
  await council.does(number, 'conclude-item', { outcome: 'withdrawn' })
  await council.does(number, 'open-item', { item: below })
  await council.does(number, 'recusals-asked')
  const change = { change: 'replace', paragraph: '1', text: '1. Müüa KANAARILIND.' }
  await council.sit(number, seats[2]!, 'amend', change)
  const [amendment] = (await council.stateOf(number)).amendments.keys()
  await council.does(number, 'vote-on-amendment', { amendment: amendment! })
  await council.decide(number, ['for', 'for', 'for'])
  await council.does(number, 'adjourn', { reason: 'Aeg sai otsa' })
  const made = await secretary.post(desk.continueMeeting(number), {})
  expect(made.status, textOf(made)).toBe(303)
  const next = Number(/\/(\d+)\/andmed$/u.exec(made.location!)![1])
  await secretary.post(desk.announce(next), {})
  const page = await app.visitor.get(meetingPaths.meeting(next))
  expect(textOf(page)).toContain('Esimene kinnistu')
  expect(textOf(page)).toContain('KOKS § 44 lg 4')
  const { id: there } = await app.db
    .selectFrom('meetings_items')
    .select('id')
    .where('title', '=', 'Esimene kinnistu')
    .where('id', '<>', below)
    .executeTakeFirstOrThrow()
  expect((await app.visitor.get(meetingPaths.item(next, there))).text).not.toContain('KANAARILIND')
  expect((await seats[2]!.get(meetingPaths.item(next, there))).text).toContain('KANAARILIND')
})
