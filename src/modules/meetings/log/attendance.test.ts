import { describe, expect, it } from 'vitest'
import { attendanceOf } from './attendance.ts'
import { minutesFacts } from './minutes-facts.ts'
import { aMeeting, leadMeeting, members } from './testing.ts'

type Led = ReturnType<typeof leadMeeting>
const of = (meeting: Led, personId: string) =>
  attendanceOf(meeting.state(), meeting.now()).find((one) => one.personId === personId)!

describe('attendance', () => {
  it('tells the whole from the partly present, the excused and the absent', () => {
    const meeting = leadMeeting(aMeeting())
      .at('16:00')
      .does({ kind: 'excused', personId: 'm16' })
      .open(...members(12))
    meeting
      .at('16:30')
      .arrive('m13')
      .openItem('a')
      .prepare('v', ['a'])
      .openVote('v')
      .cast('v', 'for', 'm2')
      .close('v')
      .declare('v')
    meeting.conclude('a', 'v').at('17:00').leave('m3').at('17:30').does({ kind: 'ended' })
    expect(of(meeting, 'm2')).toMatchObject({ kind: 'whole', minutesPresent: 90, minutesMissed: 0, votesCast: 1 })
    expect(of(meeting, 'm13')).toMatchObject({ kind: 'partly', minutesMissed: 30, leftEarlyAt: null, votesSilent: 1 })
    expect(of(meeting, 'm13').arrivedLateAt?.toISOString()).toBe('2026-09-17T13:30:00.000Z')
    expect(of(meeting, 'm3')).toMatchObject({ kind: 'partly', minutesMissed: 30, arrivedLateAt: null })
    expect(of(meeting, 'm16')).toMatchObject({ kind: 'excused', votesMissed: 1, minutesMissed: 90 })
    expect(of(meeting, 'm17')).toMatchObject({ kind: 'absent', votesMissed: 1 })
  })

  it('forgets an excuse when the member comes after all', () => {
    const meeting = leadMeeting(aMeeting())
      .at('16:00')
      .does({ kind: 'excused', personId: 'm2' })
      .open(...members(12))
    expect(of(meeting.wait(60), 'm2').kind).toBe('whole')
  })

  it('has whoever came before the roll call and went again as absent', () => {
    const meeting = leadMeeting(aMeeting())
      .at('16:00')
      .does({ kind: 'convened' })
      .arrive(...members(13))
      .wait(60)
      .leave('m13')
    meeting.wait(60).does({ kind: 'opened' }).wait(600).does({ kind: 'ended' })
    expect(of(meeting, 'm13').kind).toBe('absent')
  })

  it('counts no pause as absence', () => {
    const meeting = leadMeeting(aMeeting())
      .at('16:00')
      .open(...members(12))
      .at('16:30')
      .does({ kind: 'paused', reason: null, until: null })
    meeting.leave('m2').at('17:00').arrive('m2').does({ kind: 'resumed' }).at('17:30').does({ kind: 'ended' })
    expect(of(meeting, 'm2')).toMatchObject({ kind: 'whole', minutesPresent: 60, minutesMissed: 0 })
    expect(minutesFacts(meeting.state(), meeting.now()).breaks).toHaveLength(1)
  })

  it('owes nothing to someone without a mandate', () => {
    const setup = aMeeting()
    const list = setup.members.map((one) =>
      one.personId === 'm17' ? { ...one, until: new Date('2026-01-01T00:00:00Z') } : one,
    )
    const meeting = leadMeeting({ ...setup, members: list })
      .open(...members(12))
      .wait(60)
      .does({ kind: 'ended' })
    expect(of(meeting, 'm17')).toMatchObject({ kind: 'not-entitled', minutesMissed: 0, votesMissed: 0 })
  })

  it('runs on over midnight', () => {
    const meeting = leadMeeting(aMeeting())
      .at('23:00')
      .open(...members(12))
      .at('2026-09-18T00:30:00+03:00')
      .leave('m2')
    meeting.at('2026-09-18T01:00:00+03:00').does({ kind: 'ended' })
    expect(of(meeting, 'm2')).toMatchObject({ minutesPresent: 90, minutesMissed: 30 })
  })

  it('has an hour more in the night when clocks go back', () => {
    const plannedStart = new Date('2026-10-24T23:00:00Z')
    const meeting = leadMeeting(aMeeting({ plannedStart }))
      .at('2026-10-25T02:00:00+03:00')
      .open(...members(12))
    // 3.30 on the clock twice: first in summer time, an hour later in winter time.
    meeting.at('2026-10-25T03:30:00+03:00').leave('m2').at('2026-10-25T03:30:00+02:00').arrive('m2')
    meeting.at('2026-10-25T05:00:00+02:00').does({ kind: 'ended' })
    expect(of(meeting, 'm2')).toMatchObject({ minutesPresent: 180, minutesMissed: 60 })
  })

  it('holds for a body of three hundred', () => {
    const meeting = leadMeeting(aMeeting({ seats: 300 }))
      .open(...members(200))
      .openItem('a')
      .prepare('v', ['a'])
      .openVote('v')
    meeting
      .cast('v', 'for', ...members(120))
      .cast('v', 'against', ...members(200).slice(120, 190))
      .close('v')
    expect(meeting.vote('v').counts).toMatchObject({ for: 120, against: 70, didNotVote: 10, absent: 100 })
    expect(meeting.state().quorum).toMatchObject({ needed: 151, present: 200 })
    const minutes = minutesFacts(meeting.wait(1).state(), meeting.now())
    expect([minutes.present.length, minutes.absent.length]).toEqual([200, 100])
  })
})
