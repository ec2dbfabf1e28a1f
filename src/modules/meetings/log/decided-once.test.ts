import { describe, expect, it } from 'vitest'
import { publicView } from '../pages/live/public-view.ts'
import { remainingItems } from './agenda.ts'
import { attendanceOf } from './attendance.ts'
import { leadMeeting, members } from './testing.ts'

const running = () =>
  leadMeeting()
    .at('16:00')
    .open(...members(12))

type Led = ReturnType<typeof leadMeeting>
const adopt = (meeting: Led, voteId: string, itemIds: string[]) =>
  meeting
    .prepare(voteId, itemIds)
    .openVote(voteId)
    .cast(voteId, 'for', ...members(9))
    .close(voteId)
    .declare(voteId)

describe('what was adopted', () => {
  it('is not put to the vote again beside the result that stands, only after it was annulled or is repeated', () => {
    const meeting = adopt(running().openItem('a'), 'v1', ['a']).prepare('v2', ['a'])
    expect(meeting.why({ kind: 'vote-opened', voteId: 'v2', rollCallFrom: null })).toBe('adoptedAlready')
    meeting.does({ kind: 'vote-annulled', voteId: 'v1', reason: 'Lugemisviga' })
    expect(meeting.why({ kind: 'vote-opened', voteId: 'v2', rollCallFrom: null })).toBeNull()
  })

  it('may still be followed by votes on procedure', () => {
    const meeting = adopt(running().openItem('a'), 'v1', ['a'])
    meeting.prepare('p', ['a'], { object: { kind: 'procedure' } }).openVote('p')
  })

  it('is not taken over by the meeting that continues this one, even if nobody came to conclude it', () => {
    const meeting = adopt(running().openItem('a'), 'v1', ['a'])
    meeting.does({ kind: 'adjourned', reason: 'Kvoorum kadus', continuesAt: null })
    expect(remainingItems(meeting.state()).map(({ item }) => item.id)).toEqual(['b', 'c', 'd', 'e'])
    expect(publicView(meeting.state()).agenda[0]!.state).toBe('decided')
  })

  it('is taken over where its result was annulled', () => {
    const meeting = adopt(running().openItem('a'), 'v1', ['a'])
    meeting.does({ kind: 'vote-annulled', voteId: 'v1', reason: 'Lugemisviga' })
    meeting.does({ kind: 'adjourned', reason: 'Kell on palju', continuesAt: null })
    expect(remainingItems(meeting.state())[0]!.item.id).toBe('a')
  })

  it('stays on the agenda and is merged into nothing', () => {
    const meeting = adopt(running(), 'block', ['a', 'b'])
    const off = { kind: 'item-removed', itemId: 'a', reason: 'Ei ole vaja', moverPersonId: null, voteId: null } as const
    expect(meeting.why(off)).toBe('votedOn')
    expect(meeting.why({ kind: 'items-merged', itemId: 'c', mergedIds: ['b'], title: 'Koos' })).toBe('votedOn')
    expect(meeting.why({ ...off, itemId: 'd' })).toBeNull()
  })
})

describe('an item whose result is annulled after it was concluded', () => {
  const again = { kind: 'item-reopened', itemId: 'a', reason: 'Lugemisviga' } as const
  const annulled = { kind: 'vote-annulled', voteId: 'v1', reason: 'Lugemisviga' } as const

  it('is taken up again, and only then', () => {
    const meeting = adopt(running().openItem('a'), 'v1', ['a']).conclude('a', 'v1')
    expect(meeting.why(again)).toBe('adoptedAlready')
    meeting.does(annulled).does(again)
    expect(meeting.why(again)).toBe('alreadySo')
    expect(remainingItems(meeting.state())[0]!.item.id).toBe('a')
    expect(meeting.vote('v1').state).toBe('annulled')
    adopt(meeting.openItem('a'), 'v2', ['a']).conclude('a', 'v2')
    expect(meeting.state().items.get('a')).toMatchObject({ state: 'decided', concludedByVoteId: 'v2' })
    expect(meeting.state().disregarded).toEqual([])
  })

  it('is not taken up again where it was rejected by a result that stands, or concluded without one', () => {
    const meeting = running().openItem('a').does({
      kind: 'item-concluded',
      itemId: 'a',
      outcome: 'taken-note-of',
      voteId: null,
      committeeId: null,
    })
    expect(meeting.why(again)).toBe('itemConcluded')
    expect(meeting.why({ ...again, itemId: 'b' })).toBe('alreadySo')
    expect(meeting.why({ ...again, itemId: 'nobody' })).toBe('unknownItem')
  })

  it('stays as it is once the meeting is over', () => {
    const meeting = adopt(running().openItem('a'), 'v1', ['a']).conclude('a', 'v1').does({ kind: 'ended' })
    expect([meeting.why(annulled), meeting.why(again)]).toEqual(['wrongPhase', 'wrongPhase'])
  })
})

describe('a block that was prepared', () => {
  const open = { kind: 'vote-opened', voteId: 'block', rollCallFrom: null } as const

  it('is not opened with an item that was decided by itself meanwhile', () => {
    const meeting = adopt(running().prepare('block', ['a', 'b']).openItem('a'), 'v1', ['a'])
    expect(meeting.why(open)).toBe('adoptedAlready')
    meeting.conclude('a', 'v1')
    expect(meeting.why(open)).toBe('adoptedAlready')
  })

  it('is not opened with an item that was taken off, rejected or merged meanwhile', () => {
    const meeting = running().prepare('block', ['a', 'b'])
    meeting.does({ kind: 'item-removed', itemId: 'b', reason: 'Tagasi võetud', moverPersonId: null, voteId: null })
    expect(meeting.why(open)).toBe('itemConcluded')
    const merged = running().prepare('block', ['a', 'b'])
    merged.does({ kind: 'items-merged', itemId: 'c', mergedIds: ['b'], title: 'Koos' })
    expect(merged.why(open)).toBe('itemConcluded')
  })
})

describe('a council whose seats are all taken', () => {
  it('takes nobody in beside them, only in the place of somebody or in one that is free', () => {
    const meeting = running()
    const entitled = { kind: 'member-entitled', personId: 's1', sortKey: '9', votingRight: true } as const
    expect(meeting.why({ ...entitled, replaces: null })).toBe('noFreeSeat')
    expect(meeting.why({ ...entitled, replaces: 'm17' })).toBeNull()
    meeting.does({ kind: 'mandate-ended', personId: 'm17' })
    expect(meeting.why({ ...entitled, replaces: null })).toBeNull()
  })
})

describe('whose mandate was over before the roll call', () => {
  it('has no part in the meeting: it is in no denominator of theirs', () => {
    const meeting = leadMeeting()
      .at('15:50')
      .does({ kind: 'convened' })
      .does({ kind: 'mandate-ended', personId: 'm17' })
      .at('16:00')
      .arrive(...members(12))
      .does({ kind: 'opened' })
      .at('17:00')
      .does({ kind: 'ended' })
    const kinds = new Map(attendanceOf(meeting.state(), meeting.now()).map(({ personId, kind }) => [personId, kind]))
    expect([kinds.get('m1'), kinds.get('m16'), kinds.get('m17')]).toEqual(['whole', 'absent', 'not-entitled'])
  })
})
