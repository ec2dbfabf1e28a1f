import type { Election, Support } from '../pb/election.ts'
import { findBlock, settlementKey, type Block, type BlockOf, type Rulebook } from '../rulebook/rulebook.ts'
import { rankProjects } from './order.ts'
import type { PassedOver, Step } from './steps.ts'

type Winners = { election: Election; support: Support; winners: number[]; left: bigint; places: Map<string, number> }
type Refused = { outcome: PassedOver; because?: number }

const placeOf = ({ projects }: Election, project: number) => settlementKey(projects[project]!.settlement ?? '')

/** Goes down the ranking once; then the reserved seats. */
export function countByVotes(election: Election, support: Support, rulebook: Rulebook) {
  const { ranked, ties } = rankProjects(election, support, rulebook)
  const steps: Step[] = [...ties]
  const sofar: Winners = { election, support, winners: [], left: election.budget, places: new Map() }
  const seats = findBlock(rulebook, 'seats')?.seats ?? Infinity
  const stops = findBlock(rulebook, 'fitBudget')!.otherwise === 'stop'
  const distinct = findBlock(rulebook, 'minDistinctSettlements')

  /** Answers whether the way down goes on. */
  const consider = (project: number, refused: Refused | null): boolean => {
    if (refused === null) {
      steps.push({ step: 'considered', project, left: sofar.left, outcome: 'taken' })
      take(sofar, project)
      return true
    }
    steps.push({ step: 'considered', project, left: sofar.left, ...refused })
    if (refused.outcome !== 'overBudget' || !stops) return true
    steps.push({ step: 'stopped', project, left: sofar.left })
    return false
  }

  for (const [at, project] of ranked.entries()) {
    if (sofar.winners.length >= seats) {
      steps.push({ step: 'seatsTaken', seats })
      break
    }
    const rest = ranked.slice(at + 1)
    const refused =
      refusalOf(sofar, project, rulebook) ??
      (distinct !== undefined && leavesPlacesOut(sofar, project, rest, { rulebook, seats, least: distinct.least })
        ? { outcome: 'leavesOtherPlacesOut' as const }
        : null)
    if (!consider(project, refused)) break
  }
  if (distinct !== undefined)
    steps.push({ step: 'distinctSettlements', least: distinct.least, found: sofar.places.size })

  for (const reserve of rulebook.blocks.filter((one): one is BlockOf<'reserveSeat'> => one.kind === 'reserveSeat')) {
    const group = new Set(rulebook.groups[reserve.group]!.settlements.map(settlementKey))
    const isOfGroup = (project: number) => group.has(placeOf(election, project))
    const already = sofar.winners.find(isOfGroup)
    if (reserve.onlyIfNoneWon && already !== undefined) {
      steps.push({ step: 'reserveNotNeeded', group: reserve.group, project: already })
      continue
    }
    steps.push({ step: 'reserveOpened', group: reserve.group, seats: reserve.seats })
    let open = reserve.seats
    const candidates = ranked.filter((project) => isOfGroup(project) && !sofar.winners.includes(project))
    for (const project of candidates) {
      if (open === 0) break
      const refused = refusalOf(sofar, project, rulebook)
      if (refused === null) open -= 1
      if (!consider(project, refused)) break
    }
    if (open > 0) steps.push({ step: 'reserveLeftEmpty', group: reserve.group, seats: open })
  }
  return { winners: sofar.winners, steps }
}

function take(sofar: Winners, project: number): void {
  sofar.winners.push(project)
  sofar.left -= sofar.election.projects[project]!.cost
  const place = placeOf(sofar.election, project)
  sofar.places.set(place, (sofar.places.get(place) ?? 0) + 1)
}

/** The first block, in the order of the rules, that forbids to take the project now. */
function refusalOf(sofar: Winners, project: number, rulebook: Rulebook): Refused | null {
  for (const block of rulebook.blocks) {
    const refused = refusedBy(block, sofar, project)
    if (refused !== null) return refused
  }
  return null
}

function refusedBy(block: Block, { election, support, winners, left, places }: Winners, project: number) {
  const { id, cost } = election.projects[project]!
  switch (block.kind) {
    case 'minVotes':
      return support.votes[project]! < block.votes ? { outcome: 'tooFewVotes' as const } : null
    case 'incompatible': {
      const sets = block.sets.filter((set) => set.includes(id))
      const because = winners.find((winner) => sets.some((set) => set.includes(election.projects[winner]!.id)))
      return because === undefined ? null : { outcome: 'incompatible' as const, because }
    }
    case 'capPerSettlement':
      return (places.get(placeOf(election, project)) ?? 0) < block.most
        ? null
        : { outcome: 'settlementHasIts' as const }
    case 'fitBudget':
      return cost <= left ? null : { outcome: 'overBudget' as const }
    default:
      return null
  }
}

/**
 * Whether taking the project would take away the last chance of as many places as the rules ask for. The chance is
 * reckoned with the cheapest project of each place that has none yet, further down; whether those exclude each other
 * is not looked at.
 */
function leavesPlacesOut(
  sofar: Winners,
  project: number,
  rest: readonly number[],
  { rulebook, seats, least }: { rulebook: Rulebook; seats: number; least: number },
): boolean {
  const { election } = sofar
  const withIt: Winners = { ...sofar, winners: [...sofar.winners], places: new Map(sofar.places) }
  take(withIt, project)
  const within = (state: Winners): boolean => {
    const missing = least - state.places.size
    if (missing <= 0) return true
    const cheapest = new Map<string, bigint>()
    for (const other of rest) {
      const place = placeOf(election, other)
      const { cost } = election.projects[other]!
      if (state.places.has(place) || refusalOf({ ...state, left: cost }, other, rulebook) !== null) continue
      if (cost < (cheapest.get(place) ?? cost + 1n)) cheapest.set(place, cost)
    }
    const costs = [...cheapest.values()].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)).slice(0, missing)
    const sum = costs.reduce((all, cost) => all + cost, 0n)
    return costs.length === missing && sum <= state.left && missing <= seats - state.winners.length
  }
  return within(sofar) && !within(withIt)
}
