import { describe, expect, it } from 'vitest'
import { attendanceOf } from './attendance.ts'
import { dueFacts } from './due.ts'
import { aMeeting, bySystem, byMember, leadMeeting, members } from './testing.ts'

const begun = (setup = aMeeting()) =>
  leadMeeting(setup)
    .at('16:00')
    .open(...members(12))
type Led = ReturnType<typeof leadMeeting>
const remote = (meeting: Led, personId: string) =>
  meeting.does({ kind: 'arrived', personId, channel: 'remote', source: 'self' }, byMember(personId))
const of = (meeting: Led, personId: string) =>
  attendanceOf(meeting.state(), meeting.now()).find((one) => one.personId === personId)!

describe('coming and going', () => {
  it('takes a departure once, however often it is written', () => {
    const meeting = begun().at('16:30').leave('m2')
    const gone = { kind: 'left', personId: 'm2', source: 'clerk' } as const
    expect(meeting.why(gone)).toBe('alreadySo')
    meeting.wait(5).writes(gone).writes(gone)
    expect(meeting.state().people.get('m2')?.stays).toHaveLength(1)
    expect(meeting.state().disregarded.map(({ because }) => because)).toEqual(['already-so', 'already-so'])
    expect(meeting.state().quorum.present).toBe(11)
  })

  it('counts nobody twice who arrives twice', () => {
    const meeting = begun()
    meeting.writes({ kind: 'arrived', personId: 'm1', channel: 'room', source: 'self' })
    expect(meeting.state().quorum.present).toBe(12)
  })

  it('knows who is in the room and who is remote, and since when', () => {
    const meeting = remote(begun().at('16:10'), 'm13')
    expect(meeting.state().people.get('m13')?.here).toMatchObject({ channel: 'remote', since: meeting.now() })
    meeting.at('16:20').does({ kind: 'arrived', personId: 'm13', channel: 'room', source: 'clerk' })
    expect(
      meeting
        .state()
        .people.get('m13')
        ?.stays.map(({ channel }) => channel),
    ).toEqual(['remote', 'room'])
    expect(meeting.state().quorum.present).toBe(13)
  })

  it('lets only those come who belong to the meeting', () => {
    const meeting = begun()
    expect(meeting.why({ kind: 'arrived', personId: 'stranger', channel: 'room', source: 'clerk' })).toBe(
      'unknownPerson',
    )
    meeting.does({ kind: 'guest-admitted', personId: 'guest', sortKey: 'g', itemIds: ['b'] }).arrive('guest')
    expect(meeting.state().quorum.present).toBe(12)
  })
})

describe('a lost connection', () => {
  it('is no absence within the grace, and is one afterwards', () => {
    const meeting = remote(begun(), 'm13')
      .at('16:10')
      .does({ kind: 'disconnected', personId: 'm13', source: 'system' }, bySystem)
    expect(meeting.state().quorum.present).toBe(13)
    expect(dueFacts(meeting.state(), meeting.wait(59).now())).toEqual([])
    const [due] = dueFacts(meeting.wait(1).state(), meeting.now())
    expect(due).toEqual({ kind: 'left', personId: 'm13', source: 'system' })
    meeting.does(due!, bySystem)
    expect(meeting.state().quorum.present).toBe(12)
    meeting.wait(30).does({ kind: 'reconnected', personId: 'm13', source: 'self' }, byMember('m13'))
    expect(meeting.state().quorum.present).toBe(13)
  })

  it('keeps a ballot that was cast', () => {
    const meeting = remote(begun(), 'm13').openItem('a').prepare('v', ['a']).openVote('v').cast('v', 'for', 'm13')
    meeting.does({ kind: 'disconnected', personId: 'm13', source: 'system' }, bySystem).wait(60)
    meeting.does({ kind: 'left', personId: 'm13', source: 'system' }, bySystem).close('v')
    expect(meeting.vote('v').counts).toMatchObject({ for: 1, didNotVote: 12, absent: 4 })
  })

  it('of a device in the room is nothing', () => {
    expect(begun().why({ kind: 'disconnected', personId: 'm2', source: 'system' }, bySystem)).toBe('notRemote')
  })
})

describe('mandates', () => {
  it('of a replacement begin with the oath, not with the sitting', () => {
    const meeting = begun()
      .does({ kind: 'guest-admitted', personId: 'new', sortKey: '0002a', itemIds: null })
      .arrive('new')
    meeting.openItem('a').prepare('v1', ['a']).openVote('v1')
    expect(meeting.vote('v1').entitled.has('new')).toBe(false)
    meeting.close('v1').declare('v1').wait(600)
    meeting.does({ kind: 'member-entitled', personId: 'new', sortKey: '0002a', votingRight: true, replaces: 'm2' })
    expect(meeting.state().people.get('m2')?.seated).toBe(false)
    expect(meeting.state().quorum.present).toBe(12)
    meeting.prepare('v2', ['a']).openVote('v2')
    expect(meeting.vote('v2').entitled.has('new')).toBe(true)
    expect(meeting.vote('v2').entitled.has('m2')).toBe(false)
    meeting.close('v2').declare('v2').conclude('a', 'v2').does({ kind: 'ended' })
    expect(of(meeting, 'new')).toMatchObject({ kind: 'whole', votesMissed: 0, votesSilent: 1 })
    expect(of(meeting, 'm2')).toMatchObject({ kind: 'whole', votesSilent: 1 })
  })

  it('begin and end by the clock as the register says', () => {
    const midnight = new Date('2026-09-17T21:00:00Z')
    const setup = aMeeting()
    const members = setup.members.map((one, at) =>
      at === 0 ? { ...one, until: midnight } : at === 16 ? { ...one, from: midnight } : one,
    )
    const meeting = leadMeeting({ ...setup, members })
      .at('23:30')
      .open(...members.slice(0, 16).map((one) => one.personId))
    expect(meeting.state().people.get('m17')?.seated).toBe(false)
    const due = dueFacts(meeting.state(), midnight)
    expect(due.map(({ kind }) => kind)).toEqual(['mandate-ended', 'member-entitled'])
    meeting.at('2026-09-18T00:00:01+03:00')
    for (const facts of due) meeting.does(facts, bySystem)
    expect(dueFacts(meeting.state(), meeting.now())).toEqual([])
    expect(meeting.state().people.get('m1')?.seated).toBe(false)
    expect(meeting.state().people.get('m17')?.seated).toBe(true)
  })
})

describe('a bar on one item', () => {
  it('takes the member out of the vote and the queue of that item alone', () => {
    const meeting = begun().openItem('a')
    meeting.does(
      { kind: 'floor-requested', speechId: 's', itemId: 'a', personId: 'm3', type: 'for', category: null },
      byMember('m3'),
    )
    meeting.does({ kind: 'recused', itemId: 'a', personId: 'm3', hasNote: true }, byMember('m3'))
    expect(meeting.state().speeches.get('s')?.state).toBe('withdrawn')
    meeting.prepare('v', ['a']).openVote('v')
    expect(meeting.vote('v')).toMatchObject({ barred: ['m3'] })
    expect(
      meeting.why({ kind: 'vote-cast', voteId: 'v', personId: 'm3', choice: 'for', channel: 'self' }, byMember('m3')),
    ).toBe('recused')
    meeting.close('v').declare('v').conclude('a', 'v').openItem('b').prepare('w', ['b']).openVote('w')
    expect(meeting.vote('w').entitled.has('m3')).toBe(true)
  })

  it('holds for what stands below the item', () => {
    const setup = aMeeting()
    const items = setup.items.map((item) => (item.id === 'b' ? { ...item, parentId: 'a' } : item))
    const meeting = begun({ ...setup, items }).does({ kind: 'recused', itemId: 'a', personId: 'm3', hasNote: false })
    meeting.openItem('b').prepare('v', ['b']).openVote('v')
    expect(meeting.vote('v').barred).toEqual(['m3'])
  })

  it('lowers the quorum of the government, whose barred members leave', () => {
    const setup = aMeeting({ seats: 5, body: { kind: 'government', seats: 5 } })
    const meeting = leadMeeting(setup).open('m1', 'm2', 'm3').openItem('a')
    expect(meeting.state().quorum).toMatchObject({ needed: 3, present: 3, met: true })
    meeting.does({ kind: 'recused', itemId: 'a', personId: 'm3', hasNote: false })
    expect(meeting.state().quorum).toMatchObject({ base: 4, needed: 3, present: 2, met: false })
  })

  it('of the chair gives the chair of that item to another', () => {
    const meeting = begun().openItem('a').does({ kind: 'recused', itemId: 'a', personId: 'm1', hasNote: false })
    meeting.does({ kind: 'chair-taken', personId: 'm2', itemId: 'a' })
    const paused = { kind: 'paused', reason: null, until: null } as const
    expect(meeting.why(paused, { personId: 'm1', as: 'chair' })).toBe('notTheChair')
    expect(meeting.why(paused, { personId: 'm2', as: 'chair' })).toBeNull()
    meeting.conclude('a')
    expect(meeting.why(paused, { personId: 'm1', as: 'chair' })).toBeNull()
  })
})
