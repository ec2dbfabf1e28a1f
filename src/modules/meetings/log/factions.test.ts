import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { floorSteps } from '../lead/floor.ts'
import type { LeadGround } from '../lead/ground.ts'
import type { LeadInput } from '../lead/input.ts'
import { statuteRulesSchema } from '../rules/statute.ts'
import { budgetOf, countedSpeeches, countsByFaction, factionOf, factionTimes, isOverBudget } from './factions.ts'
import { spokenSeconds } from './speaking.ts'
import { aMeeting, byMember, leadMeeting, members, statuteOf } from './testing.ts'

const statute = statuteOf('council')
const basis = { basis: 'Proovi kord § 1', unverified: true as const }
const factions = [
  { id: 'kodupaik', name: { et: 'Fraktsioon Kodupaik' }, personIds: ['m1', 'm2', 'm3'] },
  { id: 'rannajoon', name: { et: 'Fraktsioon Rannajoon' }, personIds: ['m4', 'm5', 'substitute'] },
]
type Budget = NonNullable<typeof statute.speaking.factions>
const withBudget = (budget: Budget['budget'], more: Partial<Budget> = {}) =>
  aMeeting({
    factions,
    statute: { ...statute, speaking: { ...statute.speaking, factions: { ...basis, budget, ...more } } },
  })

function opened(setup = withBudget({ kind: 'per-member', seconds: 60 })) {
  return leadMeeting(setup)
    .open(...members(12))
    .openItem('a')
}
type Led = ReturnType<typeof opened>
const asks = (meeting: Led, speechId: string, personId: string, type: 'for' | 'reply' = 'for') =>
  meeting.does({ kind: 'floor-requested', speechId, itemId: 'a', personId, type, category: null }, byMember(personId))
const speaks = (meeting: Led, speechId: string, personId: string, seconds: number, type: 'for' | 'reply' = 'for') =>
  asks(meeting, speechId, personId, type)
    .does({ kind: 'floor-given', speechId })
    .wait(seconds)
    .does({ kind: 'speech-ended', speechId })

describe('the time of factions', () => {
  it('is so many seconds for each member with a mandate, or a fixed number', () => {
    const perMember = withBudget({ kind: 'per-member', seconds: 60 })
    const [one, two] = factionTimes(opened(perMember).state(), 'a', new Date())
    expect([one!.members, one!.budget, two!.members, two!.budget]).toEqual([3, 180, 2, 120])
    expect(budgetOf(withBudget({ kind: 'fixed', seconds: 300 }), 3)).toBe(300)
    expect(budgetOf(aMeeting({ factions }), 3)).toBeNull()
  })

  it('leaves pauses out and counts what is under way', () => {
    const meeting = opened()
    asks(meeting, 's', 'm4').does({ kind: 'floor-given', speechId: 's' }).wait(20)
    meeting.does({ kind: 'speech-paused', speechId: 's' }).wait(500).does({ kind: 'speech-resumed', speechId: 's' })
    meeting.wait(10)
    const [, rannajoon] = factionTimes(meeting.state(), 'a', meeting.now())
    expect(rannajoon).toMatchObject({ seconds: 30, isSpeaking: true })
    expect(factionTimes(meeting.state(), 'a', null)[1]!.seconds).toBe(0)
    expect(factionTimes(meeting.state(), 'b', meeting.now())[1]!.seconds).toBe(0)
  })

  it('does not run for kinds of speech that the statute does not count', () => {
    const meeting = opened(withBudget({ kind: 'fixed', seconds: 10 }, { notCounted: ['reply'] }))
    speaks(meeting, 's', 'm1', 30, 'reply')
    expect(factionTimes(meeting.state(), 'a', meeting.now())[0]!.seconds).toBe(0)
    speaks(meeting, 't', 'm1', 10)
    asks(meeting, 'reply', 'm2', 'reply')
    asks(meeting, 'for', 'm2')
    expect(isOverBudget(meeting.state(), 'reply', meeting.now())).toBe(false)
    expect(isOverBudget(meeting.state(), 'for', meeting.now())).toBe(true)
  })

  it('used up does not stop the chair, and the log keeps that the floor was given all the same', () => {
    const meeting = opened()
    speaks(meeting, 's', 'm4', 119)
    asks(meeting, 't', 'm5')
    const give = () => floorSteps['give-floor'].events(meeting.state(), input, { now: meeting.now() } as LeadGround)
    const input = { speech: 't' } as LeadInput
    expect(give()).toEqual([{ kind: 'floor-given', speechId: 't' }])
    meeting.does({ kind: 'floor-request-withdrawn', speechId: 't' }, byMember('m5'))
    speaks(meeting, 'u', 'm4', 1)
    asks(meeting, 'v', 'm5')
    input.speech = 'v'
    expect(give()).toEqual([{ kind: 'floor-given', speechId: 'v', overBudget: true }])
    meeting.does(give()[0]!)
    expect(meeting.state().speakingId).toBe('v')
  })

  it('in every debate is together what their members spoke, and all speeches are of a faction or of none', () => {
    const speech = fc.record({
      who: fc.integer({ min: 1, max: 8 }),
      seconds: fc.integer({ min: 0, max: 400 }),
      paused: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(fc.array(speech, { maxLength: 12 }), (debate) => {
        const meeting = opened()
        for (const [at, { who, seconds, paused }] of debate.entries()) {
          const speechId = `s${at}`
          asks(meeting, speechId, `m${who}`).does({ kind: 'floor-given', speechId }).wait(seconds)
          meeting.does({ kind: 'speech-paused', speechId }).wait(paused).does({ kind: 'speech-resumed', speechId })
          if (at < debate.length - 1) meeting.does({ kind: 'speech-ended', speechId })
        }
        const [state, now] = [meeting.state(), meeting.now()]
        const times = factionTimes(state, 'a', now)
        for (const { faction, seconds } of times) {
          const spoken = debate.filter(({ who }) => faction.personIds.includes(`m${who}`))
          expect(seconds).toBe(spoken.reduce((sum, one) => sum + one.seconds, 0))
        }
        const all = countedSpeeches(state, 'a').reduce((sum, one) => sum + spokenSeconds(one, now), 0)
        const ofNone = countedSpeeches(state, 'a').filter((one) => factionOf(state.setup, one.personId) === null)
        const none = ofNone.reduce((sum, one) => sum + spokenSeconds(one, now), 0)
        expect(times.reduce((sum, { seconds }) => sum + seconds, 0) + none).toBe(all)
      }),
      { numRuns: 60 },
    )
  })

  it('is nobody’s in meetings that were held before factions were kept', () => {
    const meeting = opened(aMeeting())
    speaks(meeting, 's', 'm1', 60)
    expect(factionTimes(meeting.state(), 'a', meeting.now())).toEqual([])
    expect(isOverBudget(meeting.state(), 's', meeting.now())).toBe(false)
    expect(
      countsByFaction(meeting.state().setup, { for: ['m1'], against: [], abstained: [], didNotVote: [] }),
    ).toBeNull()
  })
})

it('votes by faction add up to the votes by name, members of none included', () => {
  const byName = { for: ['m1', 'm4', 'm9'], against: ['m2'], abstained: ['m5'], didNotVote: [] }
  expect(countsByFaction({ factions }, byName)).toEqual([
    { name: factions[0]!.name, counts: { for: 1, against: 1, abstained: 0, didNotVote: 0 } },
    { name: factions[1]!.name, counts: { for: 1, against: 0, abstained: 1, didNotVote: 0 } },
    { name: null, counts: { for: 1, against: 0, abstained: 0, didNotVote: 0 } },
  ])
})

it('a budget without its basis is no rule', () => {
  const speaking = { ...statute.speaking, factions: { budget: { kind: 'fixed', seconds: 60 } } }
  expect(statuteRulesSchema.safeParse({ ...statute, speaking }).success).toBe(false)
})
