import { describe, expect, it } from 'vitest'
import { isStatedAsJudged } from './counting.ts'
import type { EventOf } from './events.ts'
import { aMeeting, leadMeeting, members } from './testing.ts'

type Led = ReturnType<typeof leadMeeting>
type Correction = EventOf<'corrected'>['correction']
const begun = () =>
  leadMeeting(aMeeting())
    .at('16:00')
    .open(...members(12))
    .openItem('a')
const correct = (meeting: Led, correction: Correction) =>
  meeting.does({ kind: 'corrected', reason: 'Sekretär eksis', correction })
const whyNot = (meeting: Led, correction: Correction) =>
  meeting.why({ kind: 'corrected', reason: 'Sekretär eksis', correction })
const eventOf = (meeting: Led, kind: string) => meeting.log().findLast((event) => event.kind === kind)!

describe('a correction', () => {
  it('of a departure that was none makes the member present all the time', () => {
    const meeting = begun().at('16:30').leave('m2').wait(60)
    correct(meeting, { how: 'void', eventId: eventOf(meeting, 'left').id })
    expect(meeting.state().people.get('m2')).toMatchObject({ stays: [{ until: null }] })
    expect(meeting.state().quorum.present).toBe(12)
    expect(meeting.state().corrections).toMatchObject([{ reason: 'Sekretär eksis' }])
    expect(meeting.log()).toHaveLength(17)
  })

  it('of the person makes another one leave', () => {
    const meeting = begun().at('16:30').leave('m2').wait(60)
    const facts = { kind: 'left', personId: 'm3', source: 'clerk' } as const
    correct(meeting, { how: 'replace', eventId: eventOf(meeting, 'left').id, facts, happenedAt: null })
    expect(meeting.state().people.get('m2')?.here).not.toBeNull()
    expect(meeting.state().people.get('m3')?.stays[0]?.until?.toISOString()).toBe('2026-09-17T13:30:00.000Z')
  })

  it('of the time moves the entry to where it belongs: before the vote', () => {
    const meeting = begun().prepare('v', ['a']).at('16:20').openVote('v').close('v').at('16:25').leave('m2')
    expect(meeting.vote('v').counts).toMatchObject({ didNotVote: 12 })
    const { id } = eventOf(meeting, 'left')
    const facts = { kind: 'left', personId: 'm2', source: 'clerk' } as const
    correct(meeting.wait(10), { how: 'replace', eventId: id, facts, happenedAt: '2026-09-17T13:10:00.000Z' })
    expect(meeting.vote('v').counts).toMatchObject({ didNotVote: 11, absent: 6 })
    expect(meeting.vote('v').quorumAtOpening).toMatchObject({ present: 11 })
  })

  it('enters what nobody entered', () => {
    const meeting = begun().at('16:20').prepare('v', ['a']).openVote('v').close('v').wait(60)
    const facts = { kind: 'left', personId: 'm2', source: 'clerk' } as const
    correct(meeting, { how: 'insert', facts, happenedAt: '2026-09-17T13:10:00.000Z' })
    expect(meeting.vote('v').counts).toMatchObject({ didNotVote: 11, absent: 6 })
    meeting.wait(60).arrive('m2')
    expect(meeting.state().people.get('m2')?.stays).toHaveLength(2)
  })

  it('may itself be corrected, and then the first entry holds again', () => {
    const meeting = begun().at('16:30').leave('m2').wait(60)
    correct(meeting, { how: 'void', eventId: eventOf(meeting, 'left').id }).wait(60)
    correct(meeting, { how: 'void', eventId: eventOf(meeting, 'corrected').id })
    expect(meeting.state().people.get('m2')?.here).toBeNull()
  })

  it('shows when a stated result no longer is what the rule says, and changes nothing about the statement', () => {
    const meeting = begun().at('16:20').prepare('v', ['a']).openVote('v')
    meeting.cast('v', 'for', 'm2', 'm3').cast('v', 'against', 'm4').close('v').declare('v').wait(60)
    for (const personId of ['m2', 'm3']) {
      const facts = { kind: 'left', personId, source: 'clerk' } as const
      correct(meeting, { how: 'insert', facts, happenedAt: '2026-09-17T13:10:00.000Z' })
    }
    const vote = meeting.vote('v')
    expect(vote).toMatchObject({ stated: { outcome: 'adopted' }, judgement: { outcome: 'not-adopted' } })
    expect(isStatedAsJudged(meeting.state(), vote)).toBe(false)
    expect(meeting.state().disregarded.map(({ because }) => because)).toEqual(['not-entitled', 'not-entitled'])
  })

  it('of what a clerk entered for a member is possible, of what a member sent it is not', () => {
    const meeting = begun().prepare('v', ['a']).openVote('v').cast('v', 'for', 'm2')
    expect(whyNot(meeting, { how: 'void', eventId: eventOf(meeting, 'vote-cast').id })).toBe('ballotOfAMember')
    meeting.does({ kind: 'vote-cast', voteId: 'v', personId: 'm3', choice: 'for', channel: 'clerk' })
    const facts = { kind: 'vote-cast', voteId: 'v', personId: 'm3', choice: 'against', channel: 'clerk' } as const
    correct(meeting, { how: 'replace', eventId: eventOf(meeting, 'vote-cast').id, facts, happenedAt: null }).close('v')
    expect(meeting.vote('v').counts).toMatchObject({ for: 1, against: 1 })
  })

  it('is refused for what is not there, of another kind, in the future, or declared by the chair', () => {
    const meeting = begun().prepare('v', ['a']).openVote('v').close('v').declare('v')
    const facts = { kind: 'left', personId: 'm3', source: 'clerk' } as const
    expect(whyNot(meeting, { how: 'void', eventId: 99 })).toBe('unknownEvent')
    expect(whyNot(meeting, { how: 'replace', eventId: 2, facts, happenedAt: null })).toBe('otherKind')
    expect(whyNot(meeting, { how: 'insert', facts, happenedAt: '2030-01-01T00:00:00.000Z' })).toBe('inFuture')
    expect(whyNot(meeting, { how: 'void', eventId: eventOf(meeting, 'result-stated').id })).toBe('notToBeCorrected')
  })
})
