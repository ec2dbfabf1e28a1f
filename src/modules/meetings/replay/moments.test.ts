import { expect, it } from 'vitest'
import { aMeeting, leadMeeting, members } from '../log/testing.ts'
import { publicView } from '../pages/live/public-view.ts'
import { replayOf, stateAt } from './moments.ts'

const noBases = new Map<string, string>()

/** Two items: the first is closed to the public after it was spoken on in the open, the second is voted on. */
function past() {
  const meeting = leadMeeting()
    .at('16:00')
    .open(...members(12))
    .openItem('a')
    .does({ kind: 'floor-requested', speechId: 's1', itemId: 'a', personId: 'm3', type: 'for', category: null })
    .does({ kind: 'floor-given', speechId: 's1' })
    .wait(60)
    .does({ kind: 'speech-ended', speechId: 's1' })
    .does({ kind: 'item-closed-to-public', itemId: 'a', basis: 'KOKS § 44 lg 4' })
    .prepare('v1', ['a'], { question: 'SALAJANE' })
    .openVote('v1')
    .cast('v1', 'for', ...members(9))
    .close('v1')
    .declare('v1')
    .conclude('a', 'v1')
    .wait(600)
    .leave('m11', 'm12')
    .openItem('b')
    .prepare('v2', ['b'], { question: 'Kas kinnitada?' })
    .openVote('v2')
    .cast('v2', 'for', ...members(7))
    .close('v2')
    .declare('v2')
    .conclude('b', 'v2')
  return meeting.does({ kind: 'ended' })
}

it('ends where the meeting ended', () => {
  const state = past().state()
  const replay = replayOf(state, noBases)
  const view = publicView(stateAt(replay, replay.events.length))
  const whole = publicView(state)
  expect(view.attendance).toEqual(whole.attendance)
  expect(view.agenda.map(({ state: how }) => how)).toEqual(whole.agenda.map(({ state: how }) => how))
})

it('keeps what was ever closed to the public closed from the first moment, also what was said before', () => {
  const replay = replayOf(past().state(), noBases)
  const seen = replay.events.map((_, at) => JSON.stringify(publicView(stateAt(replay, at + 1))))
  expect(seen.join()).not.toContain('SALAJANE')
  expect(seen.join()).not.toContain('"s1"')
  expect(seen.some((view) => view.includes('Kas kinnitada?'))).toBe(true)
})

it('shows a vote as it stood in the moment, and nobody’s choice before its end', () => {
  const replay = replayOf(past().state(), noBases)
  const during = replay.events.findIndex((event) => event.kind === 'vote-cast' && event.voteId === 'v2') + 3
  const view = publicView(stateAt(replay, during))
  expect(view.voteNow).toMatchObject({ question: 'Kas kinnitada?', progress: { done: 3, of: 10 } })
  expect(view.agenda[1]!.votes).toEqual([])
})

it('has the items as chapters and every change of presence against the quorum', () => {
  const { chapters, presence } = replayOf(past().state(), noBases)
  expect(chapters.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 Küsimus 1', '2 Küsimus 2'])
  expect(presence.map(({ present }) => present).slice(-3)).toEqual([12, 11, 10])
  expect(new Set(presence.map(({ needed }) => needed))).toEqual(new Set([9]))
})

it('tells nothing of bars in a closed item, where bars lower the quorum', () => {
  const { statute, ...setup } = aMeeting()
  const lowers = { ...statute, quorum: { ...statute.quorum, recused: 'lowers-the-base' as const } }
  const meeting = leadMeeting({ ...setup, statute: lowers })
    .at('16:00')
    .open(...members(12))
    .openItem('a')
    .does({ kind: 'item-closed-to-public', itemId: 'a', basis: 'KOKS § 44 lg 4' })
  const before = meeting.state().quorum
  meeting.does({ kind: 'recused', itemId: 'a', personId: 'm3', hasNote: false }).wait(60)
  expect(meeting.state().quorum).not.toEqual(before)
  meeting.does({ kind: 'item-concluded', itemId: 'a', outcome: 'withdrawn', voteId: null, committeeId: null })
  const { presence } = replayOf(meeting.does({ kind: 'ended' }).state(), noBases)
  expect(presence.map(({ present, needed }) => [present, needed])).toEqual([[12, 9]])
})

it('goes by the corrected log: who was entered by mistake was never there', () => {
  const meeting = past()
  const arrival = meeting.log().find((event) => event.kind === 'arrived' && event.personId === 'm12')!
  meeting.does({ kind: 'corrected', reason: 'Eksitus', correction: { how: 'void', eventId: arrival.id } })
  const replay = replayOf(meeting.state(), noBases)
  expect(Math.max(...replay.presence.map(({ present }) => present))).toBe(11)
})
