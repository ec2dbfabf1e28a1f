import { beforeEach, describe, expect, it } from 'vitest'
import { anonymous, inTransaction, system, type Context } from '#platform/context.ts'
import { openTestApp, type Answer, type TestApp } from '#test/app.ts'
import { enterBallot } from './enter-ballots.ts'
import { enterEvents } from './enter-events.ts'
import { attendanceOf } from './log/attendance.ts'
import type { FactsOf, MeetingFacts } from './log/events.ts'
import { meetingPaths } from './paths.ts'
import { readState } from './read-state.ts'
import { writeOpenVote, writeSitting } from './testing.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})

const text = ({ page }: Answer) => page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
const inSession = (members: number) => inTransaction(app.context(system), (ctx) => writeSitting(ctx, members))
const as = (personId: string): Context => ({
  ...app.context(),
  actor: { ...anonymous, kind: 'person', personId, roles: [] },
})
const asClerk = (): Context => {
  const { actor } = as(crypto.randomUUID())
  return { ...app.context(), actor: { ...actor, roles: ['meetingSecretary'] } }
}
const lead = (number: number, ...facts: MeetingFacts[]) => enterEvents(asClerk(), number, () => facts, 'lead')

type Cast = FactsOf<'vote-cast'>
const ballot = (voteId: string, personId: string, choice: Cast['choice']): Cast => ({
  kind: 'vote-cast',
  voteId,
  personId,
  choice,
  channel: 'self',
})

describe('a body of three hundred', () => {
  it('votes all in the same moment: every ballot is kept once, in whole, and counted', async () => {
    const { id, number, persons, itemId } = await inSession(300)
    const voteId = await writeOpenVote(app.context(), id, itemId)
    const choiceOf = (at: number) => (['for', 'for', 'against', 'abstained'] as const)[at % 4]!
    const outcomes = await Promise.all(
      persons.map((person, at) => enterBallot(as(person), number, () => ballot(voteId, person, choiceOf(at)))),
    )
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    await lead(number, { kind: 'vote-closed', voteId })
    const { counts } = (await readState(app.db, id))!.votes.get(voteId)!
    expect(counts).toMatchObject({ for: 150, against: 75, abstained: 75, didNotVote: 0, absent: 0 })
    expect((await app.visitor.get(meetingPaths.live(number))).status).toBe(200)
  })
})

describe('ballots that come together', () => {
  it('are judged one by one: a stranger’s and a second one spoil nobody else’s', async () => {
    const { id, number, persons, itemId } = await inSession(5)
    const voteId = await writeOpenVote(app.context(), id, itemId)
    const stranger = crypto.randomUUID()
    const [one = '', two = ''] = persons
    const answers = await Promise.allSettled([
      enterBallot(as(one), number, () => ballot(voteId, one, 'for')),
      enterBallot(as(stranger), number, () => {
        throw new Error('not here')
      }),
      enterBallot(as(stranger), number, () => ballot(voteId, stranger, 'for')),
      enterBallot(as(two), number, () => ballot(voteId, two, 'against')),
      enterBallot(as(two), number, () => ballot(voteId, one, 'against')),
    ])
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ])
    const told = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : null))
    expect([told[0], told[3]].every((outcome) => outcome?.ok === true)).toBe(true)
    expect([told[2]?.ok, told[4]?.ok]).toEqual([false, false])
    const { ballots } = (await readState(app.db, id))!.votes.get(voteId)!
    expect([...ballots].map(([person, { choice }]) => [person, choice])).toEqual([
      [one, 'for'],
      [two, 'against'],
    ])
  })

  it('of two devices of one member leave one vote, the last', async () => {
    const { id, number, persons, itemId } = await inSession(5)
    const voteId = await writeOpenVote(app.context(), id, itemId)
    const [one = ''] = persons
    const change = (choice: Cast['choice']) =>
      enterBallot(as(one), number, (state) => ({
        ...ballot(voteId, one, choice),
        kind: state.votes.get(voteId)!.ballots.has(one) ? 'vote-changed' : 'vote-cast',
      }))
    await Promise.all([change('for'), change('against')])
    const { ballots } = (await readState(app.db, id))!.votes.get(voteId)!
    expect([...ballots.values()].map(({ choice, changes }) => [choice, changes])).toEqual([['against', 1]])
  })

  it('that reach the server in the millisecond of the closing are too late, and are told so', async () => {
    const { id, number, persons, itemId } = await inSession(5)
    const voteId = await writeOpenVote(app.context(), id, itemId)
    const [one = '', two = ''] = persons
    const closing = { ...asClerk(), now: new Date(app.clock.now().getTime() + 5000) }
    await enterEvents(closing, number, () => [{ kind: 'vote-closed', voteId }], 'lead')
    const at = (milliseconds: number) => ({ ...as(one), now: new Date(closing.now.getTime() + milliseconds) })
    expect(await enterBallot(at(0), number, () => ballot(voteId, one, 'for'))).toEqual({ ok: false, refusal: 'closed' })
    // One that had come before and waited for its turn counts, until the result is stated.
    const early = { ...at(-1), actor: as(two).actor }
    expect(await enterBallot(early, number, () => ballot(voteId, two, 'for'))).toMatchObject({ ok: true })
    expect((await readState(app.db, id))!.votes.get(voteId)!.counts).toMatchObject({ for: 1, didNotVote: 4 })
  })
})

describe('two clerks at once', () => {
  it('open one vote between them: the other is told that another vote is open', async () => {
    const { number, itemId } = await inSession(5)
    const open = () => {
      const voteId = crypto.randomUUID()
      const vote = { question: 'Kas?', object: { kind: 'draft' }, method: 'named', rule: 'simple' } as const
      return lead(
        number,
        { kind: 'vote-prepared', voteId, itemIds: [itemId], ...vote },
        { kind: 'vote-opened', voteId, rollCallFrom: null },
      )
    }
    const outcomes = await Promise.all([open(), open()])
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'voteOpen' })
  })
})

describe('in the middle of a vote', () => {
  it('who arrives votes only when the chair adds them, who is barred loses the ballot, and the counts add up', async () => {
    const { id, number, persons, itemId } = await inSession(7)
    const [late = '', barred = '', ...others] = persons
    await lead(number, { kind: 'left', personId: late, source: 'clerk' })
    const voteId = await writeOpenVote(app.context(), id, itemId)
    await enterBallot(as(barred), number, () => ballot(voteId, barred, 'for'))
    await lead(number, { kind: 'arrived', personId: late, channel: 'room', source: 'clerk' })
    expect(await enterBallot(as(late), number, () => ballot(voteId, late, 'for'))).toMatchObject({
      ok: false,
      refusal: 'arrivedLater',
    })
    await lead(number, { kind: 'entitled-added', voteId, personId: late })
    expect(await enterBallot(as(late), number, () => ballot(voteId, late, 'for'))).toMatchObject({ ok: true })
    await lead(number, { kind: 'recused', itemId, personId: barred, hasNote: false })
    for (const person of others) await enterBallot(as(person), number, () => ballot(voteId, person, 'against'))
    await lead(number, { kind: 'vote-closed', voteId })
    const vote = (await readState(app.db, id))!.votes.get(voteId)!
    expect(vote.counts).toMatchObject({ for: 1, against: 5, barred: 1, absent: 0 })
    expect(vote.voidBallots.map(({ personId }) => personId)).toEqual([barred])
  })
})

describe('the clock', () => {
  it.each([
    ['over midnight', '2026-11-23T21:30:00Z', 90],
    ['in the night when summer time ends', '2026-10-24T22:30:00Z', 180],
    ['in the night when summer time begins', '2027-03-27T23:30:00Z', 180],
  ])('a session %s is as long as it was', async (_, begin, minutes) => {
    app.clock.move(new Date(begin))
    const { id, number, persons, itemId } = await inSession(5)
    app.clock.move(new Date(app.clock.now().getTime() + minutes * 60_000))
    const concluded = { outcome: 'taken-note-of', voteId: null, committeeId: null } as const
    expect(await lead(number, { kind: 'item-concluded', itemId, ...concluded }, { kind: 'ended' })).toMatchObject({
      ok: true,
    })
    const state = (await readState(app.db, id))!
    const attended = attendanceOf(state, app.clock.now())
    expect(attended.map(({ kind }) => kind)).toEqual(persons.map(() => 'whole'))
    expect(attended.every(({ minutesPresent }) => Math.round(minutesPresent) === minutes)).toBe(true)
    expect(text(await app.visitor.get(meetingPaths.live(number)))).toContain('Lõppe')
  })
})
