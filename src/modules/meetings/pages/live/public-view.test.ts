import { expect, test } from 'vitest'
import { aMeeting, byMember, leadMeeting, members, statuteOf } from '../../log/testing.ts'
import { publicView } from './public-view.ts'

const secrets = [
  'SALAJANE', 'Lapse hooldus', 'm2-räägib', 'sõna-a', 'muudatus-a', 'hääletus-a', 'hääletus-b', 'vaheajal',
] // prettier-ignore

/** Item a is held behind closed doors: speeches, an amendment, two votes, a recusal, a pause. */
function closedItem() {
  const meeting = leadMeeting(aMeeting({ itemCount: 3 }))
    .at('16:00')
    .open(...members(12))
    .openItem('a')
  const ask = (speechId: string, personId: string) =>
    meeting.does(
      { kind: 'floor-requested', speechId, itemId: 'a', personId, type: 'for', category: null },
      byMember(personId),
    )
  ask('sõna-a1', 'm3').does({ kind: 'floor-given', speechId: 'sõna-a1' })
  meeting.does({ kind: 'item-closed-to-public', itemId: 'a', basis: 'KOKS § 44 lg 4' })
  ask('sõna-a2', 'm4')
  meeting.does({ kind: 'speech-ended', speechId: 'sõna-a1' })
  const vote = (voteId: string, question: string, itemIds: string[]) =>
    meeting
      .prepare(voteId, itemIds, { question })
      .openVote(voteId)
      .cast(voteId, 'for', 'm1', 'm2', 'm3')
      .cast(voteId, 'against', 'm4')
  return { meeting, vote }
}

const written = (meeting: ReturnType<typeof leadMeeting>) => JSON.stringify(publicView(meeting.state()))
const holdsNothing = (text: string) => {
  for (const secret of secrets) expect(text).not.toContain(secret)
}

test('of a closed item the public sees its number, its title and the basis, during it and after it', () => {
  const { meeting, vote } = closedItem()
  const during = publicView(meeting.state())
  expect(during.current).toEqual({
    id: 'a',
    number: '1',
    title: 'Küsimus 1',
    closed: { basis: 'KOKS § 44 lg 4', isNow: true },
  })
  expect(during.speaking).toBeNull()
  expect(during.waiting).toEqual([])
  holdsNothing(written(meeting))

  vote('hääletus-a', 'SALAJANE: Lapse hooldus', ['a'])
  expect(publicView(meeting.state()).voteNow).toBeNull()
  holdsNothing(written(meeting))
  meeting.close('hääletus-a')
  holdsNothing(written(meeting))
  meeting.does({ kind: 'paused', reason: 'SALAJANE vaheajal', until: null })
  holdsNothing(written(meeting))
  expect(publicView(meeting.state())).toMatchObject({ phase: 'paused', standstill: { reason: null } })
})

test('how long the factions spoke on a closed item is told to nobody, and on an open one to everybody', () => {
  const factions = [{ id: 'f', name: { et: 'Fraktsioon Kodupaik' }, personIds: ['m3', 'm4'] }]
  const meeting = leadMeeting(aMeeting({ itemCount: 2, factions }))
    .open(...members(12))
    .openItem('a')
  meeting.does(
    { kind: 'floor-requested', speechId: 's', itemId: 'a', personId: 'm3', type: 'for', category: null },
    byMember('m3'),
  )
  meeting.does({ kind: 'floor-given', speechId: 's' }).wait(90)
  expect(publicView(meeting.state()).factionTimes).toMatchObject([{ seconds: 0, isSpeaking: true }])
  meeting.does({ kind: 'speech-ended', speechId: 's' })
  expect(publicView(meeting.state()).factionTimes).toMatchObject([{ seconds: 90, isSpeaking: false, budget: null }])
  meeting.does({ kind: 'item-closed-to-public', itemId: 'a', basis: 'KOKS § 44 lg 4' })
  const closed = publicView(meeting.state())
  expect(closed.factionTimes).toEqual([])
  expect(closed.factions).toHaveLength(1)
})

test('of what was decided behind closed doors the outcome alone stays, when the doors are open again', () => {
  const { meeting, vote } = closedItem()
  vote('va', 'SALAJANE: Lapse hooldus', ['a']).close('va').declare('va')
  // A vote on procedure, on no item, but held and worded behind the same doors.
  vote('vp', 'SALAJANE: kas lõpetada Lapse hooldus', []).close('vp').declare('vp')
  meeting.does({ kind: 'item-opened-to-public', itemId: 'a' })
  holdsNothing(written(meeting))
  expect(publicView(meeting.state()).current?.closed).toEqual({ basis: 'KOKS § 44 lg 4', isNow: false })
  // Everything in the same second: the order of the log counts, not the clock.
  meeting.conclude('a', 'va').openItem('b').prepare('vb', ['b']).openVote('vb').cast('vb', 'for', 'm1').close('vb')
  meeting.declare('vb')
  const after = publicView(meeting.state())
  holdsNothing(JSON.stringify(after))
  expect(after.agenda[0]).toMatchObject({ state: 'decided', votes: [{ id: 'va', outcome: 'adopted', inside: null }] })
  expect(after.votes).toMatchObject([{ id: 'vp', outcome: 'adopted', inside: null }])
  expect(after.agenda[1]?.votes[0]?.inside?.result?.byName?.for).toEqual(['m1'])
})

test('a closed item above closes what stands below it, and a block vote with a closed item is closed', () => {
  const items = [
    { id: 'a', title: 'Ülemine', parentId: null, visibility: 'closed' as const },
    { id: 'b', title: 'Alumine', parentId: 'a', visibility: 'public' as const },
    { id: 'c', title: 'Avalik', parentId: null, visibility: 'public' as const },
  ].map((item) => ({ ...item, kind: 'decision' as const }))
  const meeting = leadMeeting(aMeeting({ items })).open(...members(12))
  meeting.prepare('v', ['b', 'c'], { question: 'SALAJANE' }).openVote('v').cast('v', 'for', 'm1')
  expect(publicView(meeting.state()).voteNow).toBeNull()
  meeting.close('v').declare('v')
  const view = publicView(meeting.state(), new Map([['a', 'AvTS § 35']]))
  expect(JSON.stringify(view)).not.toContain('SALAJANE')
  expect(view.agenda.map(({ closed }) => closed?.basis)).toEqual(['AvTS § 35', 'AvTS § 35', undefined])
  expect(view.newestResult).toMatchObject({ outcome: 'adopted', inside: null })
})

test('an internal item leaves no word behind, nor does a vote that was held during it', () => {
  const items = [
    { id: 'salaja', title: 'SALAJANE', parentId: null, visibility: 'internal' as const },
    { id: 'alapunkt', title: 'SALAJANE ka', parentId: 'salaja', visibility: 'public' as const },
    { id: 'c', title: 'Avalik', parentId: null, visibility: 'public' as const },
  ].map((item) => ({ ...item, kind: 'decision' as const }))
  const meeting = leadMeeting(aMeeting({ items }))
    .open(...members(12))
    .openItem('salaja')
  const isGone = () => expect(written(meeting)).not.toMatch(/SALAJANE|salaja|alapunkt|hiilija/u)
  isGone()
  expect(publicView(meeting.state()).current).toBeNull()
  for (const [voteId, itemIds] of [
    ['hiilija1', ['salaja']],
    ['hiilija2', []],
  ] as const)
    meeting
      .prepare(voteId, [...itemIds])
      .openVote(voteId)
      .cast(voteId, 'for', 'm1')
      .close(voteId)
      .declare(voteId)
  isGone()
  meeting.conclude('salaja').openItem('c')
  isGone()
})

test('a closed sitting shows its agenda and its outcomes: nobody’s presence, words or votes', () => {
  const meeting = leadMeeting(
    aMeeting({ body: { kind: 'government', seats: 5 }, seats: 5, statute: statuteOf('government') }),
  )
    .open(...members(4))
    .openItem('a')
  meeting.prepare('v', ['a'], { question: 'SALAJANE' }).openVote('v').cast('v', 'for', 'm1').close('v').declare('v')
  const view = publicView(meeting.state())
  expect(view).toMatchObject({ isClosedSitting: true, attendance: null, quorum: null, speaking: null, voteNow: null })
  expect(view.agenda[0]?.votes).toMatchObject([{ outcome: 'adopted', inside: null }])
  expect(JSON.stringify(view)).not.toMatch(/SALAJANE|m2/u)
})

test('an open vote tells how many have voted; who and what only once the result is stated', () => {
  const meeting = leadMeeting(aMeeting())
    .open(...members(12))
    .openItem('a')
    .prepare('v', ['a'])
  meeting.openVote('v').cast('v', 'against', 'm2', 'm3').cast('v', 'for', 'm4')
  const open = publicView(meeting.state())
  expect(open.voteNow).toMatchObject({ state: 'open', progress: { done: 3, of: 12 } })
  expect(JSON.stringify(open)).not.toMatch(/"against"|"abstained"|"choice"|byName|counts/u)
  const closed = publicView(meeting.close('v').state())
  expect(closed.voteNow).toMatchObject({ state: 'closed', progress: { done: 3, of: 12 } })
  expect(JSON.stringify(closed)).not.toMatch(/"against"|byName|counts/u)
  const stated = publicView(meeting.declare('v').state())
  expect(stated.voteNow).toBeNull()
  expect(stated.newestResult?.inside?.result?.byName).toMatchObject({ for: ['m4'], against: ['m2', 'm3'] })
})

test('a secret vote never has names, nor do hands that were counted without them', () => {
  const meeting = leadMeeting(aMeeting())
    .open(...members(12))
    .openItem('a')
  meeting.prepare('s', ['a'], { method: 'secret' }).openVote('s')
  meeting.does({ kind: 'ballot-handed-out', voteId: 's', personId: 'm2' })
  expect(publicView(meeting.state()).voteNow?.progress).toEqual({ done: 1, of: 12 })
  const tally = { kind: 'choices', for: 1, against: 0, abstained: 0, spoiled: 0 } as const
  meeting.close('s')
  for (const counter of [1, 2] as const)
    meeting.does({ kind: 'paper-counted', voteId: 's', counter, counterPersonId: `teller${counter}`, tally })
  meeting.does({ kind: 'paper-agreed', voteId: 's' }).declare('s')
  meeting.prepare('h', ['a'], { method: 'hands', object: { kind: 'procedure' } }).openVote('h')
  expect(publicView(meeting.state()).voteNow?.progress).toBeNull()
  meeting.does({ kind: 'hands-counted', voteId: 'h', for: 7, against: 4, abstained: 0 }).close('h').declare('h')
  const results = publicView(meeting.state()).agenda[0]!.votes.map(({ inside }) => inside!.result!)
  expect(results.map(({ byName }) => byName)).toEqual([null, null])
  expect(results.map(({ counts }) => counts.for)).toEqual([1, 7])
  expect(written(meeting)).not.toMatch(/teller|handedOut/u)
})

test('a result that was undone stays the newest, marked, instead of the one before it', () => {
  const meeting = leadMeeting(aMeeting())
    .open(...members(12))
    .openItem('a')
  meeting.prepare('v', ['a']).openVote('v').cast('v', 'for', 'm1').close('v').declare('v').wait(60)
  meeting
    .prepare('w', ['a'], { object: { kind: 'procedure' } })
    .openVote('w')
    .cast('w', 'against', 'm1')
    .close('w')
  meeting.declare('w').does({ kind: 'vote-annulled', voteId: 'w', reason: 'Menetlusviga' })
  expect(publicView(meeting.state()).newestResult).toMatchObject({
    id: 'w',
    state: 'annulled',
    inside: { annulledBecause: 'Menetlusviga' },
  })
})

test('what was undone behind closed doors keeps the reason there', () => {
  const meeting = leadMeeting(aMeeting())
    .open(...members(12))
    .openItem('a')
  meeting.prepare('v', ['a']).openVote('v').cast('v', 'for', 'm1').close('v').declare('v').conclude('a', 'v')
  meeting.openItem('b').does({ kind: 'item-closed-to-public', itemId: 'b', basis: 'KOKS § 44 lg 4' })
  meeting.does({ kind: 'vote-annulled', voteId: 'v', reason: 'SALAJANE põhjus' })
  const view = publicView(meeting.state())
  expect(JSON.stringify(view)).not.toContain('SALAJANE')
  expect(view.newestResult).toMatchObject({ state: 'annulled', inside: { annulledBecause: null } })
})
