import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { anyFacts, anyLog, inAVote } from './arbitraries.ts'
import { attendanceOf } from './attendance.ts'
import { eventKinds, factsOf, meetingFactsSchema, readEvent, type MeetingEvent } from './events.ts'
import { emptyMeeting, foldMeeting, step } from './fold.ts'
import { whyNot } from './may-happen.ts'
import { minutesFacts } from './minutes-facts.ts'
import { aMeeting } from './testing.ts'

const setup = aMeeting({ seats: 5, itemCount: 3 })
const presence = new Set(['arrived', 'left', 'disconnected', 'reconnected', 'excused'])

describe('a log of anything at all', () => {
  test('folds to what one event after another makes of it, at every moment', () => {
    fc.assert(
      fc.property(anyLog(40), (log) => {
        let state = emptyMeeting(setup)
        for (const [at, event] of log.entries()) {
          state = step(state, event)
          if (at % 7 === 0) expect(state).toEqual(foldMeeting(setup, log.slice(0, at + 1)))
        }
        expect(state).toEqual(foldMeeting(setup, log))
      }),
      { numRuns: 300 },
    )
  })

  test('changes no state that somebody still holds', () => {
    fc.assert(
      fc.property(anyLog(25), (log) => {
        let state = emptyMeeting(setup)
        for (const event of log) {
          const before = structuredClone(state)
          const next = step(state, event)
          expect(state).toEqual(before)
          state = next
        }
      }),
      { numRuns: 60 },
    )
  })

  test('comes to the same when presence is written twice', () => {
    fc.assert(
      fc.property(anyLog(30), (log) => {
        const plain = log.filter((event) => event.kind !== 'corrected')
        const doubled = plain.flatMap((event) => (presence.has(event.kind) ? [event, event] : [event]))
        const numbered = doubled.map((event, at): MeetingEvent => ({ ...event, id: at + 1 }))
        const [once, twice] = [foldMeeting(setup, plain), foldMeeting(setup, numbered)]
        expect(twice.people).toEqual(once.people)
        expect(twice.quorum).toEqual(once.quorum)
      }),
    )
  })

  test('ignores an event that is already in', () => {
    fc.assert(
      fc.property(anyLog(10), (log) => {
        const state = foldMeeting(setup, log)
        for (const event of log) expect(step(state, event)).toBe(state)
      }),
    )
  })
})

test('what may happen does happen: no fold disregards what was allowed', () => {
  fc.assert(
    fc.property(anyLog(60), (log) => {
      let state = emptyMeeting(setup)
      for (const drawn of log) {
        const event: MeetingEvent = { ...drawn, id: state.lastEventId + 1 }
        if (event.kind === 'corrected' || whyNot(state, event) !== null) continue
        const next = step(state, event)
        expect([event.kind, next.disregarded.slice(state.disregarded.length)]).toEqual([event.kind, []])
        state = next
      }
    }),
    { numRuns: 500 },
  )
})

test('the counts of every vote add up to the seats that had a vote', () => {
  fc.assert(
    fc.property(anyLog(60, inAVote), (log) => {
      let state = emptyMeeting(setup)
      for (const drawn of log) {
        const event: MeetingEvent = { ...drawn, id: state.lastEventId + 1 }
        if (whyNot(state, event) === null) state = step(state, event)
      }
      for (const { counts, membersAtOpening } of state.votes.values()) {
        if (counts === null) continue
        expect(Object.values(counts).reduce((sum, part) => sum + part, 0)).toBe(membersAtOpening)
      }
    }),
    { numRuns: 500 },
  )
})

test('every member stands in exactly one list, with no time below nothing', () => {
  fc.assert(
    fc.property(anyLog(40), (log) => {
      const state = foldMeeting(setup, log)
      const now = new Date('2026-09-17T15:00:00Z')
      const { present, excused, absent } = minutesFacts(state, now)
      const listed = [...present, ...excused, ...absent].map(({ personId }) => personId)
      expect(new Set(listed).size).toBe(listed.length)
      for (const one of attendanceOf(state, now)) {
        expect(one.minutesMissed).toBeGreaterThanOrEqual(0)
        expect(one.minutesPresent).toBeGreaterThanOrEqual(0)
        expect(listed.includes(one.personId)).toBe(one.kind !== 'not-entitled')
      }
    }),
  )
})

describe('events', () => {
  it('come back from the database as they went in', () => {
    fc.assert(
      fc.property(anyLog(10), (log) => {
        for (const event of log) {
          const stored = JSON.parse(JSON.stringify({ by: event.by, facts: factsOf(event) })) as {
            by: unknown
            facts: unknown
          }
          expect(readEvent({ id: event.id, at: event.at, ...stored })).toEqual(event)
        }
      }),
    )
  })
  it('have no proxy: no vote is cast with another’s right', () => {
    const fields = meetingFactsSchema.options
      .filter((option) => ['vote-cast', 'vote-changed'].includes(option.shape.kind.value))
      .map((option) => Object.keys(option.shape).toSorted())
    const own = ['channel', 'choice', 'kind', 'personId', 'voteId']
    expect(fields).toEqual([own, own])
  })
  it('are of many kinds, each named once', () => {
    expect(new Set(eventKinds).size).toBe(eventKinds.length)
    const kinds = fc.sample(anyFacts, 3000).map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(eventKinds))
  })
  it('are refused with a field too many', () => {
    const row = { id: 1, at: new Date(), by: { personId: null, as: 'system' } }
    expect(() => readEvent({ ...row, facts: { kind: 'opened', extra: 1 } })).toThrow()
  })
})
