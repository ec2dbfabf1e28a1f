import { expect, test } from 'vitest'
import { adoptedText } from './adopted-text.ts'
import { decisionOn } from './decision.ts'
import type { MeetingFacts } from './events.ts'
import { aMeeting, byMember, leadMeeting, members } from './testing.ts'

const draft = '§ 1. Maks on viis eurot.\n§ 2. Määrus jõustub kohe.'

type Change = { kind: 'replace'; paragraphId: string; text: string } | { kind: 'delete'; paragraphId: string }

function withAmendments(...changes: Change[]) {
  const meeting = leadMeeting(aMeeting())
    .open(...members(12))
    .openItem('a')
  for (const [at, change] of changes.entries())
    meeting.does(
      { kind: 'amendment-moved', amendmentId: `p${at + 1}`, itemId: 'a', moverPersonId: 'm2', change },
      byMember('m2'),
    )
  const passes = (no: number, voteId: string) =>
    meeting
      .prepare(voteId, ['a'], { object: { kind: 'amendment', amendmentId: `p${no}` } })
      .openVote(voteId)
      .cast(voteId, 'for', 'm1', 'm2')
      .close(voteId)
      .declare(voteId)
  return { meeting, passes }
}

test('the text that is adopted is the draft with what was accepted, and nothing else', () => {
  const { meeting, passes } = withAmendments(
    { kind: 'replace', paragraphId: '1', text: '§ 1. Maks on kolm eurot.' },
    { kind: 'delete', paragraphId: '2' },
  )
  expect(adoptedText(meeting.state(), draft, 'a')).toMatchObject({ text: draft, isChanged: false })
  passes(1, 'v1')
  expect(adoptedText(meeting.state(), draft, 'a')).toMatchObject({
    text: '§ 1. Maks on kolm eurot.\n§ 2. Määrus jõustub kohe.',
    isChanged: true,
  })
  passes(2, 'v2')
  expect(adoptedText(meeting.state(), draft, 'a').text).toBe('§ 1. Maks on kolm eurot.')
})

test('an accepted amendment decides nothing about the item itself', () => {
  const { meeting, passes } = withAmendments({ kind: 'delete', paragraphId: '2' })
  passes(1, 'v1')
  expect(decisionOn(meeting.state(), meeting.state().items.get('a')!)).toBeUndefined()
  meeting.prepare('v', ['a']).openVote('v').cast('v', 'for', 'm1').close('v').declare('v')
  expect(decisionOn(meeting.state(), meeting.state().items.get('a')!)?.id).toBe('v')
})

test('when the vote that displaced an amendment is annulled, the amendment waits again', () => {
  const { meeting, passes } = withAmendments(
    { kind: 'replace', paragraphId: '1', text: '§ 1. Maks on kolm eurot.' },
    { kind: 'delete', paragraphId: '1' },
  )
  passes(2, 'v2')
  meeting.does({ kind: 'amendment-void', amendmentId: 'p1', passedAmendmentId: 'p2' })
  expect(meeting.state().amendments.get('p1')).toMatchObject({ state: 'void', voidBecauseOf: 'p2' })
  meeting.does({ kind: 'vote-annulled', voteId: 'v2', reason: 'Valesti loetud' })
  expect(meeting.state().amendments.get('p1')).toMatchObject({ state: 'moved', voidBecauseOf: null })
  expect(meeting.state().amendments.get('p2')).toMatchObject({ state: 'moved' })
})

test('a first round that is prepared again leaves out who has withdrawn', () => {
  const meeting = leadMeeting(aMeeting())
    .open(...members(12))
    .openItem('a')
  const round = (voteId: string, candidateIds: string[]): MeetingFacts => ({
    kind: 'vote-prepared',
    voteId,
    itemIds: ['a'],
    question: 'Kes?',
    method: 'secret',
    rule: 'mayor',
    object: { kind: 'election', electionId: 'e', rule: 'mayor', candidateIds },
  })
  meeting.does(round('r1', ['m2', 'm3']))
  meeting.does({ kind: 'candidate-withdrawn', electionId: 'e', candidateId: 'm3' })
  meeting.does({ kind: 'vote-cancelled', voteId: 'r1', cause: 'chair' })
  expect(meeting.why(round('r2', ['m2', 'm3']))).toBe('unknownCandidate')
  expect(meeting.why(round('r2', ['m2']))).toBeNull()
})
