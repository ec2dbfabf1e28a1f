import { describe, expect, it } from 'vitest'
import { electionResult, isStatedAsJudged } from './counting.ts'
import { nextInRollCall, rollCallOrder } from './roll-call.ts'
import { aMeeting, byClerk, byMember, leadMeeting, members } from './testing.ts'

const begun = (present = 12, setup = aMeeting()) =>
  leadMeeting(setup)
    .at('16:00')
    .open(...members(present))
    .openItem('a')
type Led = ReturnType<typeof leadMeeting>
const cast = (personId: string, choice: 'for' | 'against' = 'for', voteId = 'v') =>
  ({ kind: 'vote-cast', voteId, personId, choice, channel: 'self' }) as const
const total = (meeting: Led, voteId = 'v') => {
  const { for: yes, against, abstained, didNotVote, barred, absent, spoiled } = meeting.vote(voteId).counts!
  return yes + against + abstained + didNotVote + barred + absent + spoiled
}

describe('an open vote', () => {
  it('counts for, against, abstained, silent, barred and absent: together all seats', () => {
    const meeting = begun()
      .does({ kind: 'recused', itemId: 'a', personId: 'm12', hasNote: false })
      .prepare('v', ['a'])
      .openVote('v')
    meeting.cast('v', 'for', 'm1', 'm2', 'm3').cast('v', 'against', 'm4').cast('v', 'abstained', 'm5').close('v')
    expect(meeting.vote('v').counts).toEqual({
      for: 3,
      against: 1,
      abstained: 1,
      didNotVote: 6,
      barred: 1,
      absent: 5,
      spoiled: 0,
    })
    expect(total(meeting)).toBe(17)
  })

  it('may be changed until it closes: the last counts, the log keeps all', () => {
    const meeting = begun().prepare('v', ['a']).openVote('v').cast('v', 'for', 'm2')
    expect(meeting.why(cast('m2', 'against'), byMember('m2'))).toBe('alreadyVoted')
    meeting.does({ ...cast('m2', 'against'), kind: 'vote-changed' }, byMember('m2')).close('v')
    expect(meeting.vote('v').counts).toMatchObject({ for: 0, against: 1 })
    expect(meeting.vote('v').ballots.get('m2')?.changes).toBe(1)
    expect(meeting.log().filter((event) => 'choice' in event)).toHaveLength(2)
  })

  it('keeps the ballot of a member who leaves', () => {
    const meeting = begun().prepare('v', ['a']).openVote('v').cast('v', 'for', 'm2', 'm3').leave('m2').close('v')
    expect(meeting.vote('v').counts).toMatchObject({ for: 2, didNotVote: 10, absent: 5 })
    expect(total(meeting)).toBe(17)
  })

  it('takes nothing from a member who has left without voting', () => {
    const meeting = begun().prepare('v', ['a']).openVote('v').leave('m2')
    expect(meeting.why(cast('m2'), byMember('m2'))).toBe('notHere')
    expect(meeting.close('v').vote('v').counts).toMatchObject({ didNotVote: 11, absent: 6 })
  })

  it('voids the ballot of a member who declares a bar meanwhile, and says so', () => {
    const meeting = begun()
      .prepare('v', ['a'], { rule: 'membership' })
      .openVote('v')
      .cast('v', 'for', ...members(9))
    meeting.does({ kind: 'recused', itemId: 'a', personId: 'm9', hasNote: true }, byMember('m9')).close('v')
    expect(meeting.vote('v')).toMatchObject({
      voidBallots: [{ personId: 'm9', choice: 'for', because: 'recused' }],
      counts: { for: 8, barred: 1 },
      judgement: { outcome: 'adopted', needed: 8 },
    })
    expect(total(meeting)).toBe(17)
  })

  it('counts anew when the bar is declared between closing and stating', () => {
    const meeting = begun()
      .prepare('v', ['a'])
      .openVote('v')
      .cast('v', 'for', 'm2')
      .cast('v', 'against', 'm3')
      .close('v')
    meeting.does({ kind: 'recused', itemId: 'a', personId: 'm3', hasNote: false })
    expect(meeting.vote('v')).toMatchObject({ counts: { for: 1, against: 0 }, judgement: { outcome: 'adopted' } })
  })

  it('is open to a late comer only when the chair adds them', () => {
    const meeting = begun().prepare('v', ['a']).openVote('v').arrive('m13')
    expect(meeting.why(cast('m13'), byMember('m13'))).toBe('arrivedLater')
    meeting.does({ kind: 'entitled-added', voteId: 'v', personId: 'm13' }).cast('v', 'for', 'm13').close('v')
    expect(meeting.vote('v').entitled.get('m13')?.addedByChair).toBe(true)
    expect(total(meeting)).toBe(17)
  })

  it('gives one seat one vote when a replacement is sworn in meanwhile', () => {
    const meeting = begun().does({ kind: 'guest-admitted', personId: 'new', sortKey: 'z', itemIds: null }).arrive('new')
    meeting.prepare('v', ['a']).openVote('v').cast('v', 'for', 'm2')
    meeting.does({ kind: 'member-entitled', personId: 'new', sortKey: 'z', votingRight: true, replaces: 'm2' })
    expect(meeting.why({ kind: 'entitled-added', voteId: 'v', personId: 'new' })).toBe('seatHasVoted')
    expect(meeting.close('v').vote('v').counts).toMatchObject({ for: 1 })
    expect(total(meeting)).toBe(17)
  })

  it('lets the replacement vote where the seat has not', () => {
    const meeting = begun().does({ kind: 'guest-admitted', personId: 'new', sortKey: 'z', itemIds: null }).arrive('new')
    meeting.prepare('v', ['a']).openVote('v')
    meeting.does({ kind: 'member-entitled', personId: 'new', sortKey: 'z', votingRight: true, replaces: 'm2' })
    expect(meeting.why(cast('m2'), byMember('m2'))).toBe('noMandate')
    meeting.does({ kind: 'entitled-added', voteId: 'v', personId: 'new' }).cast('v', 'for', 'new').close('v')
    expect(meeting.vote('v').counts).toMatchObject({ for: 1, didNotVote: 11, absent: 5 })
    expect(total(meeting)).toBe(17)
  })
})

describe('the moment of closing', () => {
  const closedWith = () => begun().prepare('v', ['a']).openVote('v').wait(30)
  it('is too late for a ballot of the same millisecond that is written after it', () => {
    const meeting = closedWith().close('v')
    expect(meeting.why(cast('m2'), byMember('m2'))).toBe('closed')
    expect(meeting.writes(cast('m2'), byMember('m2')).vote('v').counts).toMatchObject({ for: 0 })
    expect(meeting.state().disregarded.at(-1)?.because).toBe('closed')
  })
  it('takes nothing from a ballot of the same millisecond that stands before it in the log', () => {
    expect(closedWith().cast('v', 'for', 'm2').close('v').vote('v').counts).toMatchObject({ for: 1 })
  })
  it('takes nothing from a ballot that the server had received before', () => {
    const meeting = closedWith().close('v').wait(-0.001).cast('v', 'for', 'm2')
    expect(meeting.vote('v')).toMatchObject({
      state: 'closed',
      counts: { for: 1, didNotVote: 11 },
      judgement: { outcome: 'adopted' },
    })
    meeting.wait(5).declare('v').wait(-5)
    expect(meeting.why(cast('m3'), byMember('m3'))).toBe('closed')
  })
})

describe('results', () => {
  it('of a membership majority fail with eight of seventeen', () => {
    const meeting = begun()
      .prepare('v', ['a'], { rule: 'membership' })
      .openVote('v')
      .cast('v', 'for', ...members(8))
      .close('v')
    expect(meeting.vote('v').judgement).toMatchObject({ outcome: 'not-adopted', needed: 9 })
    expect(meeting.why({ kind: 'result-stated', voteId: 'v', outcome: 'adopted' })).toBe('otherResult')
    meeting.declare('v')
    expect(isStatedAsJudged(meeting.state(), meeting.vote('v'))).toBe(true)
  })
  it('stay visible when annulled and when repeated', () => {
    const meeting = begun().prepare('v', ['a']).openVote('v').cast('v', 'for', 'm2').close('v').declare('v')
    meeting.does({ kind: 'vote-repeated', voteId: 'w', supersedes: 'v', reason: 'Liige eksis nupuga' })
    expect(meeting.vote('v')).toMatchObject({ state: 'repeated', supersededBy: 'w', counts: { for: 1 } })
    meeting.openVote('w').cast('w', 'against', 'm2').close('w').declare('w')
    expect(meeting.vote('w')).toMatchObject({ supersedes: 'v', stated: { outcome: 'not-adopted' } })
    meeting.does({ kind: 'vote-annulled', voteId: 'w', reason: 'Menetlusviga' })
    expect(meeting.vote('w')).toMatchObject({ state: 'annulled', counts: { against: 1 } })
  })
  it('are entered by the clerk for hands, never above those entitled', () => {
    const meeting = begun().prepare('v', ['a'], { method: 'hands' }).openVote('v')
    expect(meeting.why({ kind: 'hands-counted', voteId: 'v', for: 9, against: 4, abstained: 0 })).toBe(
      'moreVotesThanVoters',
    )
    meeting.does({ kind: 'hands-counted', voteId: 'v', for: 7, against: 4, abstained: 0 }).close('v')
    expect(meeting.vote('v').counts).toMatchObject({ for: 7, against: 4, didNotVote: 1, absent: 5 })
  })
})

describe('a roll call', () => {
  it('begins with the drawn name, skips once and returns', () => {
    const meeting = begun(9).prepare('v', ['a'], { method: 'roll-call' })
    meeting.does({ kind: 'vote-opened', voteId: 'v', rollCallFrom: 'm8' })
    expect(rollCallOrder(meeting.state(), meeting.vote('v')).slice(0, 3)).toEqual(['m8', 'm9', 'm1'])
    const call = () => nextInRollCall(meeting.state(), meeting.vote('v'))
    const clerkCasts = (personId: string) => meeting.does({ ...cast(personId), channel: 'clerk' }, byClerk)
    expect(call()).toBe('m8')
    meeting.does({ kind: 'roll-call-skipped', voteId: 'v', personId: 'm8' })
    expect(call()).toBe('m9')
    for (const personId of ['m9', ...members(7)]) clerkCasts(personId)
    expect(call()).toBe('m8')
    expect(clerkCasts('m8').vote('v').ballots.get('m8')?.channel).toBe('clerk')
    expect(call()).toBeNull()
  })
})

describe('a secret vote on paper', () => {
  const counted = (meeting: Led, counter: 1 | 2, votes: Record<string, number>, by = `teller${counter}`) =>
    ({
      kind: 'paper-counted',
      voteId: 'v',
      counter,
      counterPersonId: by,
      tally: { kind: 'candidates', votes, spoiled: 1 },
    }) as const
  const election = (candidateIds = ['x', 'y'], rule = 'mayor') =>
    ({ method: 'secret', object: { kind: 'election', electionId: 'e', rule, candidateIds } }) as const
  const voted = () => {
    const meeting = begun(12).prepare('v', ['a'], election()).openVote('v')
    for (const personId of members(12)) meeting.does({ kind: 'ballot-handed-out', voteId: 'v', personId })
    return meeting.close('v')
  }

  it('needs two different counters who come to the same', () => {
    const meeting = voted()
    meeting.does(counted(meeting, 1, { x: 9, y: 2 }))
    expect(meeting.why(counted(meeting, 2, { x: 9, y: 2 }, 'teller1'))).toBe('sameCounter')
    meeting.does(counted(meeting, 2, { x: 8, y: 3 }))
    expect(meeting.why({ kind: 'paper-agreed', voteId: 'v' })).toBe('countsDiffer')
    meeting.does({ kind: 'paper-disagreed', voteId: 'v' })
    meeting
      .does(counted(meeting, 1, { x: 9, y: 2 }))
      .does(counted(meeting, 2, { y: 2, x: 9 }))
      .does({ kind: 'paper-agreed', voteId: 'v' })
    expect(meeting.vote('v')).toMatchObject({
      paper: { agreed: true, disagreements: 1 },
      counts: { for: 11, spoiled: 1, absent: 5 },
    })
    expect(electionResult(meeting.state(), 'e')).toMatchObject({ outcome: 'elected', elected: [{ candidateId: 'x' }] })
    meeting.does({ kind: 'result-stated', voteId: 'v', outcome: 'elected' })
  })

  it('on a matter is judged like any other, spoiled ballots apart', () => {
    const meeting = begun(12).prepare('v', ['a'], { method: 'secret', rule: 'membership' }).openVote('v').close('v')
    const tally = { kind: 'choices', for: 8, against: 2, abstained: 0, spoiled: 1 } as const
    const count = (counter: 1 | 2) =>
      ({ kind: 'paper-counted', voteId: 'v', counter, counterPersonId: `teller${counter}`, tally }) as const
    expect(meeting.why({ ...count(1), tally: { kind: 'candidates', votes: {}, spoiled: 0 } })).toBe('wrongTally')
    expect(meeting.why({ kind: 'result-stated', voteId: 'v', outcome: 'adopted' })).toBe('notCounted')
    meeting.does(count(1)).does(count(2)).does({ kind: 'paper-agreed', voteId: 'v' })
    expect(meeting.vote('v')).toMatchObject({
      counts: { for: 8, spoiled: 1, didNotVote: 1 },
      judgement: { outcome: 'not-adopted' },
    })
    expect(total(meeting)).toBe(17)
  })

  it('never has more ballots than were handed out', () => {
    const meeting = voted()
    expect(meeting.why(counted(meeting, 1, { x: 9, y: 3 }))).toBe('moreVotesThanVoters')
  })

  it('goes into a second round among those who go on', () => {
    const meeting = voted()
    meeting
      .does(counted(meeting, 1, { x: 6, y: 5 }))
      .does(counted(meeting, 2, { x: 6, y: 5 }))
      .does({ kind: 'paper-agreed', voteId: 'v' })
    meeting.does({ kind: 'result-stated', voteId: 'v', outcome: 'next-round' })
    const second = { kind: 'vote-prepared' as const, voteId: 'w', itemIds: ['a'], question: 'II voor', rule: 'simple' }
    expect(meeting.why({ ...second, ...election(['x']) })).toBe('unknownCandidate')
    expect(meeting.why({ ...second, ...election(), method: 'named' })).toBe('electionsAreSecret')
    meeting
      .does({ ...second, ...election() })
      .openVote('w')
      .close('w')
    expect(electionResult(meeting.state(), 'e')?.outcome).toBe('next-round')
  })

  it('keeps what was stated of the first round when the second has another end', () => {
    const meeting = voted()
    const agree = (voteId: string, votes: Record<string, number>) => {
      for (const counter of [1, 2] as const) meeting.does({ ...counted(meeting, counter, votes), voteId })
      return meeting.does({ kind: 'paper-agreed', voteId })
    }
    agree('v', { x: 6, y: 5 }).does({ kind: 'result-stated', voteId: 'v', outcome: 'next-round' })
    meeting.prepare('w', ['a'], election()).does({ kind: 'candidate-withdrawn', electionId: 'e', candidateId: 'y' })
    meeting.openVote('w').close('w')
    agree('w', { x: 9, y: 2 }).does({ kind: 'result-stated', voteId: 'w', outcome: 'elected' })
    expect(isStatedAsJudged(meeting.state(), meeting.vote('v'))).toBe(true)
    expect(isStatedAsJudged(meeting.state(), meeting.vote('w'))).toBe(true)
  })

  it('is settled by lot where the rule asks for one', () => {
    const meeting = begun(12)
      .prepare('v', ['a'], election(['x', 'y', 'z'], 'committee-chair-and-deputy'))
      .openVote('v')
      .close('v')
    const agree = (voteId: string, votes: Record<string, number>) => {
      for (const counter of [1, 2] as const) meeting.does({ ...counted(meeting, counter, votes), voteId })
      return meeting.does({ kind: 'paper-agreed', voteId })
    }
    agree('v', { x: 4, y: 4, z: 2 }).does({ kind: 'result-stated', voteId: 'v', outcome: 'next-round' })
    meeting
      .prepare('w', ['a'], election(['x', 'y'], 'committee-chair-and-deputy'))
      .openVote('w')
      .close('w')
    agree('w', { x: 5, y: 5 })
    expect(meeting.why({ kind: 'result-stated', voteId: 'w', outcome: 'elected' })).toBe('otherResult')
    expect(meeting.why({ kind: 'lot-drawn', electionId: 'e', voteId: 'v', order: ['y', 'x'] })).toBe('unknownVote')
    meeting.does({ kind: 'lot-drawn', electionId: 'e', voteId: 'w', order: ['y', 'x'] })
    expect(electionResult(meeting.state(), 'e')).toMatchObject({
      elected: [
        { candidateId: 'y', office: 'chair' },
        { candidateId: 'x', office: 'deputy' },
      ],
    })
    meeting.does({ kind: 'result-stated', voteId: 'w', outcome: 'elected' })
  })

  it('lets a barred member vote: elections know no bars', () => {
    const meeting = begun(12).does({ kind: 'recused', itemId: 'a', personId: 'm2', hasNote: false })
    meeting.prepare('v', ['a'], election()).openVote('v')
    expect(meeting.vote('v').entitled.has('m2')).toBe(true)
    expect(meeting.vote('v').barred).toEqual([])
  })

  it('has no names to cast and nothing to change', () => {
    const meeting = begun(12).prepare('v', ['a'], { method: 'secret' }).openVote('v')
    expect(meeting.why(cast('m2'), byMember('m2'))).toBe('secret')
    expect(meeting.why({ ...cast('m2'), kind: 'vote-changed' }, byMember('m2'))).toBe('secret')
    meeting.does({ kind: 'ballot-handed-out', voteId: 'v', personId: 'm2' })
    expect(meeting.why({ kind: 'ballot-handed-out', voteId: 'v', personId: 'm2' })).toBe('alreadySo')
    expect(meeting.writes(cast('m3'), byMember('m3')).vote('v').ballots.size).toBe(0)
  })
})
