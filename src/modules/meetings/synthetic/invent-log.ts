import type { Random } from '#platform/synthetic.ts'
import { judgedOutcome } from '../log/counting.ts'
import type { ActedBy, FactsOf, MeetingEvent, PlainFacts } from '../log/events.ts'
import { emptyMeeting, step } from '../log/fold.ts'
import type { MeetingSetup, MeetingState } from '../log/state.ts'

const bySecretary: ActedBy = { personId: null, as: 'secretary', onInstructionOfChair: true }

/** An invented meeting from the roll call to the end, by the rules of its setup: some come late, some leave, all vote. */
export function inventLog(setup: MeetingSetup, random: Random): MeetingState {
  let state = emptyMeeting(setup)
  let at = setup.plannedStart.getTime()
  const happen = (facts: PlainFacts, seconds = 1) => {
    at += seconds * 1000
    const event: MeetingEvent = { id: state.lastEventId + 1, at: new Date(at), by: bySecretary, ...facts }
    state = step(state, event)
  }
  const here = () => [...state.people.values()].filter((person) => person.here !== null).map((one) => one.personId)
  const members = setup.members.map(({ personId }) => personId)
  const absent = new Set(members.filter((personId) => personId !== setup.chairPersonId && random.below(12) === 0))
  const late = members.filter((personId) => !absent.has(personId) && random.below(20) === 0)

  happen({ kind: 'convened' })
  for (const personId of members)
    if (!absent.has(personId) && (!late.includes(personId) || personId === setup.chairPersonId))
      happen({ kind: 'arrived', personId, channel: random.below(8) === 0 ? 'remote' : 'room', source: 'clerk' })
  for (const personId of absent) if (random.below(2) === 0) happen({ kind: 'excused', personId })
  if (!state.quorum.met) {
    happen({ kind: 'no-quorum-at-roll-call' }, 900)
    return state
  }
  happen({ kind: 'opened' }, 60)
  const vote = (itemIds: string[], question: string, object: FactsOf<'vote-prepared'>['object'], rule: string) => {
    const voteId = random.uuid()
    happen({ kind: 'vote-prepared', voteId, itemIds, question, object, method: 'named', rule })
    happen({ kind: 'vote-opened', voteId, rollCallFrom: null })
    for (const personId of here()) {
      const said = random.below(20)
      if (said === 19) continue
      const choice = said < 14 ? 'for' : said < 17 ? 'against' : 'abstained'
      happen({ kind: 'vote-cast', voteId, personId, choice, channel: 'self' })
    }
    happen({ kind: 'vote-closed', voteId }, 20)
    const outcome = judgedOutcome(state, state.votes.get(voteId)!) as FactsOf<'result-stated'>['outcome']
    happen({ kind: 'result-stated', voteId, outcome }, 5)
    return { voteId, outcome }
  }
  const agendaRule = setup.statute.agendaMajority
  if (agendaRule === null) happen({ kind: 'agenda-adopted', voteId: null })
  else {
    const { voteId } = vote([], 'Päevakorra kinnitamine', { kind: 'agenda' }, agendaRule)
    happen({ kind: 'agenda-adopted', voteId })
  }
  for (const personId of late)
    if (!here().includes(personId)) happen({ kind: 'arrived', personId, channel: 'room', source: 'clerk' })
  for (const item of setup.items) {
    happen({ kind: 'item-opened', itemId: item.id }, 10)
    const speaker = random.pick(here())
    const speechId = random.uuid()
    happen({
      kind: 'floor-requested',
      speechId,
      itemId: item.id,
      personId: speaker,
      type: 'question',
      category: null,
    })
    happen({ kind: 'floor-given', speechId })
    happen({ kind: 'speech-ended', speechId }, 30 + random.below(240))
    if (item.kind === 'information') {
      happen({ kind: 'item-concluded', itemId: item.id, outcome: 'taken-note-of', voteId: null, committeeId: null })
      continue
    }
    happen({ kind: 'debate-closed', itemId: item.id })
    const { voteId, outcome } = vote([item.id], item.title, { kind: 'draft' }, 'simple')
    const ended = outcome === 'adopted' ? 'decided' : 'rejected'
    happen({ kind: 'item-concluded', itemId: item.id, outcome: ended, voteId, committeeId: null })
    const leaver = random.pick(here())
    const staysEnough = state.quorum.present > state.quorum.needed + 1
    if (random.below(15) === 0 && staysEnough && leaver !== setup.chairPersonId)
      happen({ kind: 'left', personId: leaver, source: 'clerk' })
  }
  happen({ kind: 'ended' }, 60)
  return state
}
