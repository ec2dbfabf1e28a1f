import { describe, expect, it } from 'vitest'
import { isPublicNow, numberedAgenda, remainingItems } from './agenda.ts'
import { speakersQueue, spokenSeconds } from './speaking.ts'
import { aMeeting, byMember, leadMeeting, members } from './testing.ts'

const begun = () =>
  leadMeeting(aMeeting())
    .at('16:00')
    .open(...members(12))
type Led = ReturnType<typeof leadMeeting>
const numbers = (meeting: Led) => numberedAgenda(meeting.state()).map(({ number, item }) => `${number} ${item.id}`)
const added = {
  kind: 'item-added',
  itemKind: 'decision',
  visibility: 'public',
  moverPersonId: 'm2',
  late: true,
  voteId: null,
} as const

describe('the agenda', () => {
  it('is numbered anew when it changes, while ids stay', () => {
    const meeting = begun().does({
      ...added,
      itemId: 'x',
      title: 'Hiline',
      parentId: null,
      before: 'b',
      reason: 'Kiire asi',
    })
    meeting.does({ ...added, itemId: 'y', title: 'Alapunkt', parentId: 'x', before: null, reason: 'Kiire asi' })
    expect(numbers(meeting)).toEqual(['1 a', '2 x', '2.1 y', '3 b', '4 c', '5 d', '6 e'])
    meeting.does({ kind: 'item-moved', itemId: 'e', before: 'a', reason: null })
    meeting.does({ kind: 'item-removed', itemId: 'c', reason: 'Võeti tagasi', moverPersonId: null, voteId: null })
    meeting.does({ kind: 'items-merged', itemId: 'a', mergedIds: ['b'], title: 'Koos' })
    expect(numbers(meeting)).toEqual(['1 e', '2 a', '3 x', '3.1 y', '4 d'])
    expect(meeting.state().items.get('b')).toMatchObject({ state: 'merged', mergedInto: 'a' })
    expect(meeting.state().items.get('x')?.added).toMatchObject({
      late: true,
      reason: 'Kiire asi',
      moverPersonId: 'm2',
    })
  })
  it('leaves to a continued sitting what was not concluded, and what was postponed', () => {
    const meeting = begun().openItem('a').conclude('a')
    meeting
      .openItem('b')
      .does({ kind: 'item-concluded', itemId: 'b', outcome: 'postponed', voteId: null, committeeId: null })
    expect(remainingItems(meeting.state()).map(({ item }) => item.id)).toEqual(['b', 'c', 'd', 'e'])
  })
  it('is closed to the public inside a closed item alone', () => {
    const meeting = begun().openItem('a')
    expect(isPublicNow(meeting.state())).toBe(true)
    meeting.does({ kind: 'item-closed-to-public', itemId: 'a', basis: 'KOKS § 44 lg 4' })
    expect(isPublicNow(meeting.state())).toBe(false)
    meeting.wait(60).conclude('a')
    expect(isPublicNow(meeting.state())).toBe(true)
    expect(meeting.state().items.get('a')?.closedSpans[0]).toMatchObject({ basis: 'KOKS § 44 lg 4' })
  })
})

describe('the floor', () => {
  const ask = (meeting: Led, speechId: string, personId: string, type: 'for' | 'reply' | 'point-of-order' = 'for') =>
    meeting.does(
      {
        kind: 'floor-requested',
        speechId,
        itemId: 'a',
        personId,
        type,
        category: type === 'point-of-order' ? 'break' : null,
      },
      byMember(personId),
    )
  it('goes to points of order, then replies, then whoever asked first', () => {
    const meeting = begun().openItem('a')
    ask(meeting, 's1', 'm2')
    ask(meeting, 's2', 'm3')
    ask(meeting, 's3', 'm4', 'reply')
    ask(meeting, 's4', 'm5', 'point-of-order')
    expect(speakersQueue(meeting.state()).map(({ id }) => id)).toEqual(['s4', 's3', 's1', 's2'])
    meeting.does({ kind: 'floor-request-withdrawn', speechId: 's1' }, byMember('m2'))
    expect(speakersQueue(meeting.state()).map(({ id }) => id)).toEqual(['s4', 's3', 's2'])
  })
  it('is measured without pauses, the sitting’s own included', () => {
    const meeting = begun().openItem('a')
    ask(meeting, 's', 'm2').does({ kind: 'floor-given', speechId: 's' })
    const speech = () => meeting.state().speeches.get('s')!
    meeting
      .wait(30)
      .does({ kind: 'speech-paused', speechId: 's' })
      .wait(100)
      .does({ kind: 'speech-resumed', speechId: 's' })
    meeting.wait(10).does({ kind: 'paused', reason: null, until: null }).wait(600)
    expect(spokenSeconds(speech(), meeting.now())).toBe(40)
    meeting.does({ kind: 'resumed' }).wait(5).does({ kind: 'speech-ended', speechId: 's' }, byMember('m2')).wait(60)
    expect(spokenSeconds(speech(), meeting.now())).toBe(45)
  })
  it('ends with the item, and with the speaker’s departure', () => {
    const meeting = begun().openItem('a')
    ask(meeting, 's', 'm2').does({ kind: 'floor-given', speechId: 's' })
    ask(meeting, 'w', 'm3').leave('m2')
    expect(meeting.state()).toMatchObject({ speakingId: null })
    meeting.conclude('a')
    expect(meeting.state().speeches.get('w')?.state).toBe('withdrawn')
  })
  it('is nobody’s twice at a time', () => {
    const meeting = begun().openItem('a')
    ask(meeting, 's', 'm2').does({ kind: 'floor-given', speechId: 's' })
    ask(meeting, 'w', 'm3')
    expect(meeting.why({ kind: 'floor-given', speechId: 'w' })).toBe('someoneSpeaks')
    expect(meeting.why({ kind: 'floor-given', speechId: 's' })).toBe('notWaiting')
  })
})
