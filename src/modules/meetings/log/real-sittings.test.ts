import { describe, expect, it } from 'vitest'
import { numberedAgenda, remainingItems } from './agenda.ts'
import { attendanceOf } from './attendance.ts'
import { dueFacts, graceEndsAt } from './due.ts'
import { foldMeeting } from './fold.ts'
import { minutesFacts } from './minutes-facts.ts'
import { aMeeting, bySystem, leadMeeting } from './testing.ts'

// Seventeen seats, as in print-outs of August and September 2023; all names are invented.
const names = [
  'Aas', 'Eller', 'Haljand', 'Ilves', 'Jõgi', 'Kangro', 'Lepik', 'Mänd', 'Nurm',
  'Oja', 'Põder', 'Rebane', 'Saar', 'Tamm', 'Uibo', 'Vaher', 'Õun',
] // prettier-ignore
const council = (itemCount: number) =>
  aMeeting({
    itemCount,
    plannedStart: new Date('2026-08-20T13:00:00Z'),
    chairPersonId: 'Aas',
    members: names.map((name) => ({ personId: name, sortKey: name, votingRight: true, from: null, until: null })),
  })
const itemId = (number: number) => String.fromCodePoint(96 + number)
const ids = (list: readonly { personId: string }[]) => list.map(({ personId }) => personId)

function voteAll(meeting: ReturnType<typeof leadMeeting>, voteId: string, item: string) {
  meeting.prepare(voteId, [item]).openVote(voteId)
  const here = [...meeting.vote(voteId).entitled.keys()]
  return meeting
    .cast(voteId, 'for', ...here)
    .close(voteId)
    .declare(voteId)
}

describe('the sitting of August: twelve at the roll call, five leave during item 10', () => {
  const meeting = leadMeeting(council(12))
  const twelve = names.slice(0, 12)
  meeting.at('16:00').open(...twelve)

  it('has a quorum of nine with twelve present', () => {
    expect(meeting.state().quorum).toMatchObject({ needed: 9, base: 17, present: 12, met: true })
    meeting.prepare('agenda', [], { object: { kind: 'agenda' }, question: 'Päevakord' })
    meeting
      .openVote('agenda')
      .cast('agenda', 'for', ...twelve)
      .close('agenda')
      .declare('agenda')
    expect(meeting.vote('agenda').counts).toMatchObject({ for: 12, against: 0, abstained: 0, didNotVote: 0, absent: 5 })
    meeting.does({ kind: 'agenda-adopted', voteId: 'agenda' })
  })

  it('decides nine items', () => {
    for (let number = 1; number <= 9; number += 1) {
      const item = itemId(number)
      meeting.wait(120).openItem(item).wait(60)
      voteAll(meeting, `v${number}`, item).conclude(item, `v${number}`)
    }
    expect(meeting.state().items.get('i')?.state).toBe('decided')
  })

  it('loses the quorum with the fourth departure, cancels the open vote and suspends after the grace', () => {
    meeting.openItem(itemId(10)).at('16:40').leave('Eller').at('16:55').leave('Haljand').at('17:10').leave('Ilves')
    expect(meeting.state().quorum).toMatchObject({ present: 9, met: true, lostAt: null })
    meeting.at('17:20').prepare('v10', ['j']).openVote('v10').cast('v10', 'for', 'Aas', 'Jõgi', 'Kangro')
    meeting.at('17:30').leave('Lepik')
    expect(meeting.state().quorum).toMatchObject({ present: 8, met: false })
    expect(graceEndsAt(meeting.state())?.toISOString()).toBe('2026-08-20T14:32:00.000Z')
    expect(meeting.why({ kind: 'vote-closed', voteId: 'v10' })).toBe('noQuorum')
    meeting.at('17:32').leave('Mänd')
    expect(meeting.state().quorum.present).toBe(7)
    const [due] = dueFacts(meeting.state(), meeting.now())
    meeting.does(due!, bySystem)
    expect(meeting.state().phase).toBe('suspended')
    expect(meeting.vote('v10')).toMatchObject({ state: 'cancelled', cancelledBecause: 'quorum', counts: null })
  })

  it('does not resume with seven, and adjourns with the items that remain', () => {
    expect(meeting.at('18:02').why({ kind: 'resumed' })).toBe('noQuorum')
    meeting.does({ kind: 'adjourned', reason: 'Kvoorumit ei tulnud kokku', continuesAt: null })
    expect(remainingItems(meeting.state()).map(({ number }) => number)).toEqual(['10', '11', '12'])
  })

  it('prints each departure once, and nobody both present and absent', () => {
    const minutes = minutesFacts(meeting.state(), meeting.now())
    expect(ids(minutes.present)).toEqual(twelve)
    expect(ids(minutes.absent)).toEqual(names.slice(12))
    expect(ids(minutes.leftEarly)).toEqual(['Eller', 'Haljand', 'Ilves', 'Lepik', 'Mänd'])
    expect(minutes.quorumLapses).toHaveLength(1)
    expect(minutes.quorumLapses[0]!.from.toISOString()).toBe('2026-08-20T14:30:00.000Z')
    expect(meeting.state().disregarded).toEqual([])
  })

  it('counts no vote as missed that was cancelled', () => {
    const eller = attendanceOf(meeting.state(), meeting.now()).find(({ personId }) => personId === 'Eller')!
    expect(eller).toMatchObject({ kind: 'partly', votesCast: 10, votesMissed: 0 })
    // Until the suspension at 17.32; waiting for a quorum is not a sitting.
    expect(eller.minutesMissed).toBe(52)
  })

  it('is the same when folded from the log', () => {
    expect(foldMeeting(council(12), meeting.log())).toEqual(meeting.state())
  })
})

describe('the sitting of September: thirteen, then five leave over two items', () => {
  const meeting = leadMeeting(council(16))
  const early = names.slice(0, 11)
  meeting.at('16:00').open(...early)

  it('lists two who come after the roll call as late, not as absent', () => {
    meeting.at('16:00:30').arrive('Rebane', 'Saar')
    meeting.prepare('agenda', [], { object: { kind: 'agenda' } }).openVote('agenda')
    meeting
      .cast('agenda', 'for', ...names.slice(0, 13))
      .close('agenda')
      .declare('agenda')
    expect(meeting.vote('agenda').counts).toMatchObject({ for: 13, didNotVote: 0, absent: 4 })
    const minutes = minutesFacts(meeting.state(), meeting.now())
    expect(ids(minutes.late)).toEqual(['Rebane', 'Saar'])
    expect(ids(minutes.absent)).toEqual(names.slice(13))
  })

  it('decides item 13 while the quorum holds, although four have gone', () => {
    for (let number = 1; number <= 12; number += 1) {
      meeting.wait(300).openItem(itemId(number))
      voteAll(meeting, `v${number}`, itemId(number)).conclude(itemId(number), `v${number}`)
    }
    meeting.openItem(itemId(13)).at('17:37').leave('Põder', 'Rebane').at('17:41').leave('Saar', 'Oja')
    expect(meeting.state().quorum).toMatchObject({ present: 9, met: true })
    voteAll(meeting, 'v13', 'm').conclude('m', 'v13')
    expect(meeting.vote('v13')).toMatchObject({ quorumAtOpening: { present: 9, needed: 9, met: true } })
  })

  it('opens no vote on item 14 after the fifth has left', () => {
    meeting.openItem('n').at('17:53').leave('Nurm')
    expect(meeting.state().quorum).toMatchObject({ present: 8, met: false })
    meeting.prepare('v14', ['n'])
    expect(meeting.why({ kind: 'vote-opened', voteId: 'v14', rollCallFrom: null })).toBe('noQuorum')
  })

  it('goes on when one comes back within the grace', () => {
    meeting.wait(90).arrive('Nurm')
    expect(meeting.state().quorum).toMatchObject({ present: 9, met: true, lostAt: null })
    expect(meeting.state().quorum.lapses).toHaveLength(1)
    expect(dueFacts(meeting.state(), new Date(meeting.now().getTime() + 600_000))).toEqual([])
    meeting.openVote('v14')
    expect(meeting.vote('v14').entitled.size).toBe(9)
    meeting.cast('v14', 'for', 'Aas', 'Eller').cast('v14', 'against', 'Nurm').close('v14')
    expect(meeting.vote('v14').counts).toMatchObject({ for: 2, against: 1, didNotVote: 6, absent: 8 })
  })

  it('keeps the numbers of the agenda', () => {
    const agenda = numberedAgenda(meeting.state())
    expect(agenda.map(({ number }) => number)).toEqual(Array.from({ length: 16 }, (_, at) => String(at + 1)))
  })
})
