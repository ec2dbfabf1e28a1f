import { beforeAll, describe, expect, it } from 'vitest'
import { openCouncil, textOf, type Council } from './sitting-testing.ts'
import { meetingDeskPaths as desk, meetingPaths } from './paths.ts'
import { recordPaths } from './record/paths.ts'

// 19 seats: members A to S. B rests, and T sits for B; C has no vote; A and D are of one faction, E of another.
let council: Council
let substitute: Awaited<ReturnType<Council['sitIn']>>
let number: number

const bodyId = async () =>
  (
    await council.app.db
      .selectFrom('people_bodies')
      .select('id')
      .where('slug', '=', 'vallavolikogu')
      .executeTakeFirstOrThrow()
  ).id

async function aFaction(name: string, ...at: number[]): Promise<void> {
  const { db, clock } = council.app
  const body = { slug: name.toLowerCase(), kind: 'faction', parent_id: await bodyId(), created_at: clock.now() }
  const { id } = await db
    .insertInto('people_bodies')
    .values({ ...body, name: JSON.stringify({ et: `Fraktsioon ${name}` }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const seat of at) {
    const membership = { person_id: council.seats[seat]!.personId!, body_id: id, from_date: '2026-02-01' }
    await db
      .insertInto('people_memberships')
      .values({ ...membership, created_at: clock.now() })
      .execute()
  }
}

beforeAll(async () => {
  council = await openCouncil()
  const { app, seats } = council
  const seatOf = (at: number) =>
    app.db
      .selectFrom('people_memberships')
      .select(['id', 'person_id', 'body_id'])
      .where('person_id', '=', seats[at]!.personId!)
      .executeTakeFirstOrThrow()
  const resting = await seatOf(1)
  const days = { from_date: '2026-11-01', created_at: app.clock.now() }
  await app.db
    .insertInto('people_mandate_suspensions')
    .values({
      membership_id: resting.id,
      person_id: resting.person_id,
      body_id: resting.body_id,
      ground: 'custody',
      ...days,
    })
    .execute()
  substitute = await app.signIn({ name: 'Asendaja Anne' })
  await app.db
    .insertInto('people_memberships')
    .values({ person_id: substitute.personId!, body_id: resting.body_id, replaces: resting.id, ...days })
    .execute()
  await app.db
    .updateTable('people_memberships')
    .set({ voting_right: false })
    .where('id', '=', (await seatOf(2)).id)
    .execute()
  await aFaction('Kodupaik', 0, 3)
  await aFaction('Rannajoon', 4)
  for (const [at, client] of [...seats, substitute].entries())
    await app.db
      .updateTable('people_persons')
      .set({ slug: `liige-${at}` })
      .where('id', '=', client.personId!)
      .execute()
  number = await council.atItem(13)
})

const invited = async () => {
  const rows = await council.app.db
    .selectFrom('meetings_invitations as i')
    .innerJoin('meetings_meetings as m', 'm.id', 'i.meeting_id')
    .select('i.person_id')
    .where('m.number', '=', number)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

describe('a sitting with a suspended mandate', () => {
  it('calls and seats the substitute, not the suspended member', async () => {
    const [resting] = [council.seats[1]!.personId!]
    const called = await invited()
    expect(called.size).toBe(19)
    expect(called.has(resting)).toBe(false)
    expect(called.has(substitute.personId!)).toBe(true)
    const { people } = await council.stateOf(number)
    expect(people.has(resting)).toBe(false)
    expect(people.get(substitute.personId!)).toMatchObject({ kind: 'member', votingRight: true })
    expect((await council.seats[1]!.get(meetingPaths.seat(number))).status).not.toBe(200)
  })

  it('lets whoever has no vote be there and speak, and counts no vote of theirs', async () => {
    const state = await council.stateOf(number)
    expect(state.people.get(council.seats[2]!.personId!)).toMatchObject({ votingRight: false })
    await council.does(number, 'vote-on-item', { object: 'procedure', words: 'Kas nii?' })
    const open = await council.stateOf(number)
    const vote = open.votes.get(open.openVoteId!)!
    expect(vote.entitled.has(council.seats[2]!.personId!)).toBe(false)
    expect(vote.membersAtOpening).toBe(18)
  })

  it('tells how the factions voted, from the votes by name alone', async () => {
    const id = (await council.stateOf(number)).openVoteId!
    for (const [at, choice] of [
      [0, 'for'],
      [3, 'against'],
      [4, 'for'],
      [5, 'for'],
    ] as const)
      await council.sit(number, council.seats[at]!, 'cast', { vote: id, choice })
    await council.does(number, 'close-vote')
    await council.does(number, 'state-result')
    const live = await council.live(number)
    expect(live).toMatch(
      /Hääled fraktsioonide kaupa.*Fraktsioon Kodupaik ?1 ?1 ?0 ?0.*Fraktsioon Rannajoon ?1 ?0 ?0 ?0/u,
    )
    expect(live).toMatch(/fraktsioonita ?1 ?0 ?0 ?7/u)
    const page = await council.app.visitor.get(meetingPaths.result(number, id))
    expect(textOf(page)).toMatch(/Fraktsioon Kodupaik ?1 ?1 ?0 ?0/u)
  })

  it('shows the faction beside a speaker, at the desk, on the live page and on the wall', async () => {
    await council.sit(number, council.seats[4]!, 'ask', { type: 'for' })
    expect(await council.live(number)).toContain('Liige E, Fraktsioon Rannajoon (')
    const { speechIds } = (await council.stateOf(number)).items.values().next().value!
    await council.does(number, 'give-floor', { speech: speechIds.at(-1)! })
    expect(await council.cockpit(number)).toContain('Fraktsioonide aeg selles punktis')
    const wall = await council.app.visitor.get(meetingPaths.hall(number))
    expect(wall.text).toContain('Fraktsioon Rannajoon')
  })

  it('is in the record of the substitute, and not in that of the suspended member', async () => {
    const state = await council.stateOf(number)
    if (state.speakingId !== null) await council.does(number, 'end-speech')
    await council.does(number, 'conclude-item', { outcome: 'taken-note-of' })
    await council.does(number, 'end')
    const { text } = await council.app.visitor.get(recordPaths.attendance)
    expect(text).toContain(recordPaths.person('liige-19'))
    expect(text).not.toContain(`${recordPaths.person('liige-1')}"`)
    expect(text).toContain('Peatunud volituste aega ei arvestata')
  })

  it('keeps the desk’s list of members to those of the day', async () => {
    const page = await council.secretary.get(desk.meeting(number))
    expect(page.status).toBe(200)
  })
})
