import { readFileSync } from 'node:fs'
import type { ActedBy, MeetingEvent, MeetingFacts } from './events.ts'
import { emptyMeeting, step } from './fold.ts'
import { whyNot } from './may-happen.ts'
import type { Refusal } from './refusals.ts'
import type { MeetingSetup, MeetingState } from './state.ts'
import { statuteRulesSchema, type StatuteRules } from '../rules/statute.ts'

type File = { bodies: { kind: string; statutes: unknown[] }[] }

/** The reference site's own rules of a body. */
export function statuteOf(kind: MeetingSetup['body']['kind']): StatuteRules {
  const file = JSON.parse(readFileSync('sites/joelahtme/meetings.json', 'utf8')) as File
  return statuteRulesSchema.parse(file.bodies.find((body) => body.kind === kind)?.statutes[0])
}

/** Members are called m1, m2 … in the order of their names; items a, b, c …; the clerk is `clerk`. */
export function aMeeting(more: Partial<MeetingSetup> & { seats?: number; itemCount?: number } = {}): MeetingSetup {
  const { seats = 17, itemCount = 5, ...setup } = more
  const kind = setup.body?.kind ?? 'council'
  return {
    body: { kind, seats },
    plannedStart: new Date('2026-09-17T13:00:00Z'),
    mode: 'hybrid',
    statute: statuteOf(kind),
    members: Array.from({ length: seats }, (_, at) => ({
      personId: `m${at + 1}`,
      sortKey: String(at + 1).padStart(4, '0'),
      votingRight: true,
      from: null,
      until: null,
    })),
    guests: [],
    items: Array.from({ length: itemCount }, (_, at) => ({
      id: String.fromCodePoint(97 + at),
      title: `Küsimus ${at + 1}`,
      parentId: null,
      kind: 'decision' as const,
      visibility: 'public' as const,
    })),
    chairPersonId: 'm1',
    secretaryPersonId: 'clerk',
    ...setup,
  }
}

export const byClerk: ActedBy = { personId: 'clerk', as: 'secretary', onInstructionOfChair: true }
export const bySystem: ActedBy = { personId: null, as: 'system' }
export const byMember = (personId: string): ActedBy => ({ personId, as: 'member' })

/** A meeting that is being led: every entry is first asked whether it may be. */
export function leadMeeting(setup: MeetingSetup = aMeeting()) {
  let state: MeetingState = emptyMeeting(setup)
  let now = setup.plannedStart
  const next = (facts: MeetingFacts, by: ActedBy): MeetingEvent => ({
    id: state.lastEventId + 1,
    at: now,
    by,
    ...facts,
  })
  const meeting = {
    state: () => state,
    log: () => state.log,
    now: () => now,
    /** Time of day in the municipality's summer, or an instant. */
    at(time: string) {
      now = time.includes('T')
        ? new Date(time)
        : new Date(`${setup.plannedStart.toISOString().slice(0, 10)}T${time}+03:00`)
      return meeting
    },
    wait(seconds: number) {
      now = new Date(now.getTime() + seconds * 1000)
      return meeting
    },
    why: (facts: MeetingFacts, by: ActedBy = byClerk): Refusal | null => whyNot(state, next(facts, by)),
    does(facts: MeetingFacts, by: ActedBy = byClerk) {
      const refusal = whyNot(state, next(facts, by))
      if (refusal !== null) throw new Error(`${facts.kind}: ${refusal}`)
      state = step(state, next(facts, by))
      return meeting
    },
    /** Written without being asked, as a log from elsewhere may be. */
    writes(facts: MeetingFacts, by: ActedBy = byClerk) {
      state = step(state, next(facts, by))
      return meeting
    },
    arrive(...personIds: string[]) {
      for (const personId of personIds) meeting.does({ kind: 'arrived', personId, channel: 'room', source: 'clerk' })
      return meeting
    },
    leave(...personIds: string[]) {
      for (const personId of personIds) meeting.does({ kind: 'left', personId, source: 'clerk' })
      return meeting
    },
    open(...personIds: string[]) {
      return meeting
        .does({ kind: 'convened' })
        .arrive(...personIds)
        .does({ kind: 'opened' })
    },
    openItem: (itemId: string) => meeting.does({ kind: 'item-opened', itemId }),
    conclude: (itemId: string, voteId: string | null = null) =>
      meeting.does({ kind: 'item-concluded', itemId, outcome: 'decided', voteId, committeeId: null }),
    prepare(voteId: string, itemIds: string[], more: Partial<Extract<MeetingFacts, { kind: 'vote-prepared' }>> = {}) {
      return meeting.does({
        kind: 'vote-prepared',
        voteId,
        itemIds,
        question: 'Kas võtta vastu?',
        object: { kind: 'draft' },
        method: 'named',
        rule: 'simple',
        ...more,
      })
    },
    openVote: (voteId: string) => meeting.does({ kind: 'vote-opened', voteId, rollCallFrom: null }),
    cast(voteId: string, choice: 'for' | 'against' | 'abstained', ...personIds: string[]) {
      for (const personId of personIds)
        meeting.does({ kind: 'vote-cast', voteId, personId, choice, channel: 'self' }, byMember(personId))
      return meeting
    },
    close: (voteId: string) => meeting.does({ kind: 'vote-closed', voteId }),
    declare(voteId: string) {
      const outcome = state.votes.get(voteId)!.judgement!.outcome
      return meeting.does({ kind: 'result-stated', voteId, outcome })
    },
    vote: (voteId: string) => state.votes.get(voteId)!,
  }
  return meeting
}

/** m1 … mN without some. */
export function members(count: number, ...without: string[]): string[] {
  return Array.from({ length: count }, (_, at) => `m${at + 1}`).filter((personId) => !without.includes(personId))
}
