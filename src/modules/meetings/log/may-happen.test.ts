import { describe, expect, it } from 'vitest'
import type { ActedBy, MeetingFacts } from './events.ts'
import { aMeeting, byClerk, byMember, bySystem, leadMeeting, members } from './testing.ts'

const begun = (present = 12) =>
  leadMeeting(aMeeting())
    .at('16:00')
    .open(...members(present))
const cast = (personId: string, channel: 'self' | 'clerk' = 'self'): MeetingFacts => ({
  kind: 'vote-cast',
  voteId: 'v',
  personId,
  choice: 'for',
  channel,
})
const chair: ActedBy = { personId: 'm1', as: 'chair' }
const clerkAlone: ActedBy = { personId: 'clerk', as: 'secretary' }

describe('the sitting', () => {
  it('opens with a quorum, and without one ends at the roll call', () => {
    const meeting = leadMeeting(aMeeting())
      .does({ kind: 'convened' })
      .arrive(...members(8))
    expect(meeting.why({ kind: 'opened' })).toBe('noQuorum')
    expect(meeting.does({ kind: 'no-quorum-at-roll-call' }).state().phase).toBe('adjourned')
    const full = leadMeeting(aMeeting())
      .does({ kind: 'convened' })
      .arrive(...members(9))
    expect(full.why({ kind: 'no-quorum-at-roll-call' })).toBe('quorumHolds')
  })
  it('is suspended by the system only after the grace, by the chair at once', () => {
    const meeting = begun(9).leave('m2')
    expect(meeting.why({ kind: 'suspended' }, bySystem)).toBe('withinGrace')
    expect(meeting.why({ kind: 'suspended' }, chair)).toBeNull()
    expect(meeting.wait(120).why({ kind: 'suspended' }, bySystem)).toBeNull()
    expect(begun().why({ kind: 'suspended' }, chair)).toBe('quorumHolds')
  })
  it('resumes when enough are back, and the gap without quorum ends then', () => {
    const meeting = begun(9).openItem('a').at('16:30').leave('m2').wait(120).does({ kind: 'suspended' }, bySystem)
    expect(meeting.why({ kind: 'resumed' })).toBe('noQuorum')
    meeting.at('16:50').arrive('m2').at('16:51').does({ kind: 'resumed' })
    const minute = (time: string) => new Date(`2026-09-17T${time}:00Z`)
    expect(meeting.state().quorum.lapses).toEqual([{ from: minute('13:30'), until: minute('13:51') }])
    expect(meeting.state().running).toEqual([
      { from: minute('13:00'), until: minute('13:32') },
      { from: minute('13:51'), until: null },
    ])
    expect(meeting.state().currentItemId).toBe('a')
  })
  it('does not end with an item or a vote open', () => {
    const meeting = begun().openItem('a').prepare('v', ['a']).openVote('v')
    expect(meeting.why({ kind: 'ended' })).toBe('voteOpen')
    expect(meeting.why({ kind: 'paused', reason: null, until: null })).toBe('voteOpen')
    expect(meeting.close('v').declare('v').why({ kind: 'ended' })).toBe('itemOpen')
    expect(meeting.conclude('a', 'v').does({ kind: 'ended' }).state().phase).toBe('ended')
    expect(meeting.why({ kind: 'item-opened', itemId: 'b' })).toBe('wrongPhase')
  })
  it('takes events one after another', () => {
    const meeting = begun()
    const state = meeting.state()
    meeting.openItem('a')
    expect(meeting.state().lastEventId).toBe(state.lastEventId + 1)
  })
})

describe('items', () => {
  it('are open one at a time, and a parent with its child', () => {
    const setup = aMeeting()
    const items = setup.items.map((item) => (item.id === 'b' ? { ...item, parentId: 'a' } : item))
    const meeting = leadMeeting({ ...setup, items })
      .open(...members(12))
      .openItem('b')
    expect(meeting.state().items.get('a')?.state).toBe('open')
    expect(meeting.why({ kind: 'item-opened', itemId: 'c' })).toBe('anotherItemOpen')
    const concluded = {
      kind: 'item-concluded',
      itemId: 'a',
      outcome: 'decided',
      voteId: null,
      committeeId: null,
    } as const
    expect(meeting.why(concluded)).toBe('itemHasChildrenLeft')
    expect(meeting.conclude('b').why({ kind: 'item-opened', itemId: 'c' })).toBeNull()
    meeting.does(concluded)
  })
  it('do not close while a vote is open or its result not stated', () => {
    const meeting = begun().openItem('a').prepare('v', ['a']).openVote('v')
    const concluded = {
      kind: 'item-concluded',
      itemId: 'a',
      outcome: 'decided',
      voteId: null,
      committeeId: null,
    } as const
    expect(meeting.why(concluded)).toBe('voteOpen')
    expect(meeting.close('v').why(concluded)).toBe('resultNotStated')
    expect(meeting.declare('v').why(concluded)).toBeNull()
  })
})

describe('a vote', () => {
  it('opens without a quorum only after a reason was given for the minutes', () => {
    const meeting = begun(9).openItem('a').prepare('v', ['a']).leave('m2')
    expect(meeting.why({ kind: 'vote-opened', voteId: 'v', rollCallFrom: null })).toBe('noQuorum')
    meeting.does({ kind: 'overridden', check: 'quorum', voteId: 'v', reason: 'Menetluslik küsimus' })
    expect(meeting.openVote('v').vote('v').quorumAtOpening?.met).toBe(false)
    expect(meeting.state().overrides).toMatchObject([{ voteId: 'v', reason: 'Menetluslik küsimus' }])
  })
  it('opens on its own item, one at a time, by a rule that the statute has', () => {
    const meeting = begun()
      .openItem('a')
      .prepare('v', ['a'])
      .prepare('w', ['b'])
      .prepare('p', [], { object: { kind: 'procedure' } })
    expect(meeting.why({ kind: 'vote-opened', voteId: 'w', rollCallFrom: null })).toBe('itemNotOpen')
    meeting.openVote('v')
    expect(meeting.why({ kind: 'vote-opened', voteId: 'p', rollCallFrom: null })).toBe('voteOpen')
    const bad = {
      kind: 'vote-prepared',
      voteId: 'x',
      itemIds: [],
      question: '?',
      object: { kind: 'draft' },
      method: 'named',
      rule: 'wish',
    } as const
    expect(meeting.why({ ...bad, itemIds: [] })).toBe('unknownRule')
  })
  it('on the draft waits for the amendments, and what became void is not voted on', () => {
    const meeting = begun().openItem('a').prepare('v', ['a'])
    const move = (amendmentId: string, text: string) =>
      meeting.does(
        {
          kind: 'amendment-moved',
          amendmentId,
          itemId: 'a',
          moverPersonId: 'm2',
          change: { kind: 'replace', paragraphId: 'p', text },
        },
        byMember('m2'),
      )
    move('x', 'üks')
    move('y', 'kaks')
    expect(meeting.why({ kind: 'vote-opened', voteId: 'v', rollCallFrom: null })).toBe('amendmentsFirst')
    meeting
      .prepare('vx', ['a'], { object: { kind: 'amendment', amendmentId: 'x' } })
      .prepare('vy', ['a'], { object: { kind: 'amendment', amendmentId: 'y' } })
    meeting.openVote('vx').cast('vx', 'for', 'm2').close('vx').declare('vx')
    expect(meeting.state().amendments.get('x')?.state).toBe('accepted')
    expect(meeting.why({ kind: 'vote-opened', voteId: 'vy', rollCallFrom: null })).toBe('amendmentNotOpen')
    meeting.does({ kind: 'amendment-void', amendmentId: 'y', passedAmendmentId: 'x' }, bySystem).openVote('v')
  })
  it('on several items lets any member take one out', () => {
    const meeting = begun().prepare('v', ['a', 'b', 'c'])
    meeting.does({ kind: 'taken-out-of-block', voteId: 'v', itemId: 'b', personId: 'm5' }, byMember('m5')).openVote('v')
    expect(meeting.vote('v').itemIds).toEqual(['a', 'c'])
    meeting.cast('v', 'for', 'm2').close('v').declare('v').conclude('a', 'v').conclude('c', 'v')
    expect(meeting.state().items.get('b')?.state).toBe('on-the-agenda')
  })
})

describe('who has no vote is told why', () => {
  const setup = aMeeting({ guests: [{ personId: 'guest', sortKey: 'g', itemIds: null }] })
  const quiet = {
    ...setup,
    members: setup.members.map((one) => (one.personId === 'm4' ? { ...one, votingRight: false } : one)),
  }
  const meeting = leadMeeting(quiet)
    .open(...members(12), 'guest')
    .openItem('a')
  meeting.does({ kind: 'recused', itemId: 'a', personId: 'm3', hasNote: false }).prepare('v', ['a'])

  it('before the vote is open', () => expect(meeting.why(cast('m2'), byMember('m2'))).toBe('notOpenYet'))
  it.each([
    ['guest', 'noMandate'],
    ['m4', 'noVotingRight'],
    ['m3', 'recused'],
    ['m13', 'notHere'],
    ['m2', null],
  ])('while it is open: %s: %s', (personId, refusal) => {
    if (meeting.vote('v').state === 'prepared') meeting.openVote('v')
    expect(meeting.why(cast(personId), byMember(personId))).toBe(refusal)
  })
  it('after it has closed', () => {
    expect(meeting.close('v').wait(1).why(cast('m2'), byMember('m2'))).toBe('closed')
  })
})

describe('nobody votes for another', () => {
  const meeting = begun().openItem('a').prepare('v', ['a']).openVote('v')
  it('there are no proxies', () => {
    expect(meeting.why(cast('m3'), byMember('m2'))).toBe('noProxy')
    expect(meeting.why(cast('m3'), chair)).toBe('noProxy')
    expect(meeting.why(cast('m3', 'clerk'), byMember('m2'))).toBe('noProxy')
    expect(meeting.why(cast('m2', 'clerk'), byMember('m2'))).toBe('clerkOnly')
  })
  it('the clerk enters a spoken vote, and the log says so', () => {
    meeting.does(cast('m3', 'clerk'), byClerk)
    expect(meeting.vote('v').ballots.get('m3')?.channel).toBe('clerk')
    expect(meeting.why(cast('m4'), byClerk)).toBe('noProxy')
  })
  it('one member has one vote', () => {
    meeting.cast('v', 'for', 'm2').close('v')
    expect(meeting.vote('v').counts?.for).toBe(2)
  })
})

describe('who may enter what', () => {
  const meeting = begun()
  it('the secretary acts for the chair only on the chair’s instruction', () => {
    expect(meeting.why({ kind: 'item-opened', itemId: 'a' }, clerkAlone)).toBe('withoutInstruction')
    expect(meeting.why({ kind: 'item-opened', itemId: 'a' }, byClerk)).toBeNull()
    expect(meeting.why({ kind: 'left', personId: 'm2', source: 'clerk' }, clerkAlone)).toBeNull()
  })
  it('a member enters what is their own', () => {
    expect(meeting.why({ kind: 'item-opened', itemId: 'a' }, byMember('m2'))).toBe('chairOnly')
    expect(meeting.why({ kind: 'noted', itemId: null, text: 'x' }, byMember('m2'))).toBe('clerkOnly')
    expect(meeting.why({ kind: 'left', personId: 'm3', source: 'self' }, byMember('m2'))).toBe('notYourself')
    expect(meeting.why({ kind: 'left', personId: 'm2', source: 'self' }, byMember('m2'))).toBeNull()
  })
  it('only the chair of now is the chair', () => {
    expect(meeting.why({ kind: 'item-opened', itemId: 'a' }, { personId: 'm2', as: 'chair' })).toBe('notTheChair')
    meeting.does({ kind: 'chair-taken', personId: 'm2', itemId: null }, { personId: 'm2', as: 'chair' })
    expect(meeting.why({ kind: 'item-opened', itemId: 'a' }, { personId: 'm2', as: 'chair' })).toBeNull()
    expect(meeting.why({ kind: 'item-opened', itemId: 'a' }, bySystem)).toBe('notForSystem')
  })
})
