import { expect } from 'vitest'
import type { Client, TestApp } from '#test/app.ts'
import { meetingDeskPaths as desk } from '../paths.ts'
import { readState } from '../read-state.ts'
import { seedDemoMeetings } from '../seed-demo-meetings.ts'
import { anItem, planAMeeting } from '../testing.ts'

/** A council of nineteen, all but two in public life, the meetings of the demo, and what a test adds to them. */
export async function aCouncil(app: TestApp): Promise<{ secretary: Client; seats: Client[] }> {
  const secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  const { id } = await app.db
    .selectFrom('people_bodies')
    .select('id')
    .where('slug', '=', 'vallavolikogu')
    .executeTakeFirstOrThrow()
  const seats: Client[] = []
  for (let at = 0; at < 19; at += 1) {
    const seat = await app.signIn({ name: `Liige ${String.fromCodePoint(65 + at)}` })
    const personId = seat.personId!
    await app.db
      .insertInto('people_memberships')
      .values({ person_id: personId, body_id: id, from_date: '2026-01-01', created_at: app.clock.now() })
      .execute()
    // The first two are nobody that public pages would name.
    if (at >= 2)
      await app.db
        .updateTable('people_persons')
        .set({ slug: `liige-${at}` })
        .where('id', '=', personId)
        .execute()
    seats.push(seat)
  }
  await seedDemoMeetings(app.context(), { files: app.site.files })
  return { secretary, seats }
}

const idOf = (app: TestApp, number: number) =>
  app.db.selectFrom('meetings_meetings').select('id').where('number', '=', number).executeTakeFirstOrThrow()

/** Plans, calls and holds a sitting: the first item is voted on in the open, the second behind closed doors. */
export async function holdASitting(
  app: TestApp,
  { secretary, seats }: { secretary: Client; seats: readonly Client[] },
  items: readonly Partial<Record<string, string>>[],
): Promise<{ number: number; id: string }> {
  const number = await planAMeeting(app, secretary, 'vallavolikogu', { startsAt: '2026-11-23T15:00', endsAt: '' })
  for (const item of items) await secretary.post(desk.newItem(number), anItem(item))
  await secretary.post(desk.invite(number), { lateBecause: 'Proovi tarvis' })
  await secretary.post(desk.convene(number), { chair: seats[0]!.personId! })
  const { id } = await idOf(app, number)
  const state = async () => (await readState(app.db, id))!
  const lead = async (step: string, more: Record<string, string> = {}) => {
    const now = await state()
    const shown = { onItem: now.currentItemId ?? '', onVote: [...now.votes.keys()].at(-1) ?? '' }
    const answer = await secretary.post(desk.events(number), { step, ...shown, ...more })
    expect(answer.status, `${step}: ${answer.page.querySelector('main')?.text}`).toBe(303)
  }
  const vote = async (step: string, more: Record<string, string> = {}) => {
    await lead(step, more)
    for (const { personId } of seats) await lead('cast', { person: personId!, choice: 'for' })
    await lead('close-vote')
    await lead('state-result')
  }
  for (const { personId } of seats) await lead('arrive', { person: personId!, channel: 'room' })
  await lead('open')
  await vote('vote-on-agenda')
  const [open, closed] = [...(await state()).items.keys()]
  await lead('open-item', { item: open! })
  await lead('recusals-asked')
  await vote('vote-on-item', { words: 'Kas võtta avalikult vastu?', rule: 'simple', method: 'named' })
  await lead('conclude-item', { outcome: 'decided' })
  await lead('open-item', { item: closed! })
  await lead('close-to-public', { reason: 'AvTS § 35 lg 1 p 17' })
  await lead('recusals-asked')
  await vote('vote-on-item', { words: 'Kas osta salajase hinnaga?', rule: 'simple', method: 'named' })
  await lead('conclude-item', { outcome: 'decided' })
  await lead('end')
  return { number, id }
}
