import { expect } from 'vitest'
import { openTestApp, type Answer, type Client } from '#test/app.ts'
import { newestVote } from './lead/votes.ts'
import { meetingDeskPaths as desk, meetingPaths } from './paths.ts'
import { readState } from './read-state.ts'
import { anItem, planAMeeting } from './testing.ts'

export const textOf = ({ page }: Answer): string => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''

const soon = { startsAt: '2026-11-23T15:00', endsAt: '' }
type ItemFields = Partial<Record<string, string>>

/** A council of nineteen seats with its secretary, for sittings led through the forms that people use. */
export async function openCouncil() {
  const app = await openTestApp()
  const secretary = await app.signIn({ name: 'Siiri Sekretär', roles: ['meetingSecretary'] })
  const { id: bodyId } = await app.db
    .selectFrom('people_bodies')
    .select('id')
    .where('slug', '=', 'vallavolikogu')
    .executeTakeFirstOrThrow()
  const seats: Client[] = []
  const sitIn = async (name: string) => {
    const member = await app.signIn({ name })
    const membership = { person_id: member.personId!, body_id: bodyId, from_date: '2026-01-01' }
    await app.db
      .insertInto('people_memberships')
      .values({ ...membership, created_at: app.clock.now() })
      .execute()
    return member
  }
  for (let at = 0; at < 19; at += 1) seats.push(await sitIn(`Liige ${String.fromCodePoint(65 + at)}`))

  const stateOf = async (number: number) => {
    const { id } = await app.db
      .selectFrom('meetings_meetings')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    return (await readState(app.db, id))!
  }
  /** What stands on a screen that is up to date. */
  const seen = async (number: number) => {
    const state = await stateOf(number)
    return { onItem: state.currentItemId ?? '', onVote: newestVote(state)?.id ?? '' }
  }
  const lead = async (number: number, step: string, more: Record<string, string | string[]> = {}) =>
    secretary.post(desk.events(number), { step, ...(await seen(number)), ...joined(more) })
  const does = async (number: number, step: string, more: Record<string, string | string[]> = {}) => {
    const answer = await lead(number, step, more)
    expect(answer.status, `${step}: ${textOf(answer).slice(0, 400)}`).toBe(303)
  }
  const sit = async (number: number, who: Client, step: string, more: Record<string, string> = {}) =>
    who.post(meetingPaths.seat(number), { step, onItem: (await seen(number)).onItem, ...more })
  const live = async (number: number) => textOf(await app.visitor.get(meetingPaths.live(number)))
  const cockpit = async (number: number) => textOf(await secretary.get(desk.lead(number)))

  const convened = async (items: readonly ItemFields[] = [{}], given: ItemFields = {}): Promise<number> => {
    const number = await planAMeeting(app, secretary, 'vallavolikogu', { ...soon, ...given })
    for (const item of items) await secretary.post(desk.newItem(number), anItem(item))
    await secretary.post(desk.invite(number), { lateBecause: 'Proovi tarvis' })
    expect((await secretary.post(desk.convene(number), { chair: seats[0]!.personId! })).status).toBe(303)
    return number
  }
  const opened = async (present: number, items: readonly ItemFields[] = [{}]): Promise<number> => {
    const number = await convened(items)
    for (const member of seats.slice(0, present)) await sit(number, member, 'arrive', { channel: 'room' })
    await does(number, 'open')
    return number
  }
  /** Votes of the first members, in the order of their seats. */
  const vote = async (number: number, choices: readonly ('for' | 'against' | 'abstained')[]) => {
    const id = (await stateOf(number)).openVoteId!
    for (const [at, choice] of choices.entries()) await sit(number, seats[at]!, 'cast', { vote: id, choice })
    return id
  }
  const decide = async (number: number, choices: readonly ('for' | 'against' | 'abstained')[]) => {
    const id = await vote(number, choices)
    await does(number, 'close-vote')
    await does(number, 'state-result')
    return id
  }
  /** The agenda adopted and an item under discussion, everybody asked for bars. */
  const atItem = async (present: number, items: readonly ItemFields[] = [{}], at = 0): Promise<number> => {
    const number = await opened(present, items)
    await does(number, 'vote-on-agenda')
    await decide(number, ['for', 'for'])
    const item = [...(await stateOf(number)).items.keys()][at]!
    await does(number, 'open-item', { item })
    if (items[at]?.kind !== 'election') await does(number, 'recusals-asked')
    return number
  }
  return {
    app,
    secretary,
    seats,
    sitIn,
    stateOf,
    seen,
    lead,
    does,
    sit,
    live,
    cockpit,
    convened,
    opened,
    vote,
    decide,
    atItem,
  }
}
export type Council = Awaited<ReturnType<typeof openCouncil>>

const joined = (fields: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
