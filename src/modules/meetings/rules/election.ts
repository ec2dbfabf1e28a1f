import type { ElectionRule } from './statute.ts'

export type Standing = { candidateId: string; votes: number }
export type Round = {
  votes: Readonly<Record<string, number>>
  /** In the order drawn, where lots decided among equals after this round; one list for all of them. */
  lot: readonly string[]
}

export type ElectionStep =
  | { step: 'withdrawn'; candidateId: string }
  | { step: 'seats'; seats: number; needed: number }
  | { step: 'round'; round: number; standings: readonly Standing[] }
  | { step: 'reached'; candidateId: string; votes: number; needed: number; holds: boolean }
  | { step: 'most-votes'; candidateId: string; votes: number }
  | { step: 'equal'; candidateIds: readonly string[]; votes: number }
  | { step: 'lot'; order: readonly string[] }
  | { step: 'second-round'; candidateIds: readonly string[] }
  | { step: 'nobody-voted-for' }

export type ElectionResult = { derivation: readonly ElectionStep[] } & (
  | { outcome: 'elected'; elected: readonly { candidateId: string; office: 'person' | 'chair' | 'deputy' }[] }
  | { outcome: 'next-round'; candidateIds: readonly string[] }
  /** Equals whom a lot must put in order: the first `places` of them go on or are elected. */
  | { outcome: 'lot-needed'; candidateIds: readonly string[]; places: number }
  | { outcome: 'not-elected' }
)

export type Election = {
  rule: ElectionRule
  seats: number
  candidateIds: readonly string[]
  withdrawn: readonly string[]
  /** All rounds held so far, the first first. */
  rounds: readonly Round[]
}

/** Where an election of persons stands after the rounds held so far. */
export function judgeElection(election: Election): ElectionResult {
  const derivation: ElectionStep[] = []
  for (const candidateId of election.withdrawn) derivation.push({ step: 'withdrawn', candidateId })
  const { rule } = election
  if (rule.kind === 'chair-and-deputy') return judgeChairAndDeputy(election, rule, derivation)
  return rule.majority === 'membership'
    ? judgeByMembership(election, rule, derivation)
    : judgeByMost(election, derivation)
}

function standingsOf(election: Election, round: number, derivation: ElectionStep[]): Standing[] {
  const votes = election.rounds[round]?.votes ?? {}
  const standings = election.candidateIds
    .filter((candidateId) => !election.withdrawn.includes(candidateId))
    .filter((candidateId) => round === 0 || candidateId in votes)
    .map((candidateId) => ({ candidateId, votes: votes[candidateId] ?? 0 }))
    .toSorted((a, b) => b.votes - a.votes || (a.candidateId < b.candidateId ? -1 : 1))
  derivation.push({ step: 'round', round: round + 1, standings })
  return standings
}

function notElected(derivation: ElectionStep[]): ElectionResult {
  return { outcome: 'not-elected', derivation }
}

function electedOne(candidateId: string, derivation: ElectionStep[]): ElectionResult {
  return { outcome: 'elected', elected: [{ candidateId, office: 'person' }], derivation }
}

type OnePerson = Extract<ElectionRule, { kind: 'one-person' }>

function judgeByMembership(election: Election, rule: OnePerson, derivation: ElectionStep[]): ElectionResult {
  const needed = Math.floor(election.seats / 2) + 1
  derivation.push({ step: 'seats', seats: election.seats, needed })
  const first = standingsOf(election, 0, derivation)
  const decided = whoReached(first, needed, derivation)
  if (decided !== undefined) return electedOne(decided, derivation)
  if (rule.secondRound === 'none' || election.candidateIds.length < 2 || first.length === 0)
    return notElected(derivation)
  if (election.rounds.length === 1) return intoSecondRound(election, rule, first, derivation)
  const winner = whoReached(standingsOf(election, 1, derivation), needed, derivation)
  return winner === undefined ? notElected(derivation) : electedOne(winner, derivation)
}

function whoReached(standings: Standing[], needed: number, derivation: ElectionStep[]): string | undefined {
  const [best, next] = standings
  if (best === undefined) return undefined
  const holds = best.votes >= needed && best.votes > (next?.votes ?? 0)
  derivation.push({ step: 'reached', ...best, needed, holds })
  return holds ? best.candidateId : undefined
}

function intoSecondRound(
  election: Election,
  rule: OnePerson,
  standings: Standing[],
  derivation: ElectionStep[],
): ElectionResult {
  // One may be left alone when others have withdrawn.
  const limit = (standings[1] ?? standings[0]!).votes
  const above = standings.filter(({ votes }) => votes > limit).map(({ candidateId }) => candidateId)
  const equal = standings.filter(({ votes }) => votes === limit).map(({ candidateId }) => candidateId)
  const places = 2 - above.length
  let candidateIds = [...above, ...equal]
  if (equal.length > places) {
    derivation.push({ step: 'equal', candidateIds: equal, votes: limit })
    if (rule.tieForSecondRound === 'lot') {
      const drawn = lotAmong(equal, election.rounds[0]!.lot, derivation)
      if (drawn === undefined) return { outcome: 'lot-needed', candidateIds: equal, places, derivation }
      candidateIds = [...above, ...drawn.slice(0, places)]
    }
  }
  derivation.push({ step: 'second-round', candidateIds })
  return { outcome: 'next-round', candidateIds, derivation }
}

function lotAmong(equal: readonly string[], lot: readonly string[], derivation: ElectionStep[]): string[] | undefined {
  const order = [...new Set(lot)].filter((candidateId) => equal.includes(candidateId))
  if (order.length !== equal.length) return undefined
  derivation.push({ step: 'lot', order })
  return order
}

function judgeByMost(election: Election, derivation: ElectionStep[]): ElectionResult {
  const ranking = rank(election, 1, 'extra-round', derivation)
  if ('outcome' in ranking) return ranking
  const [winner] = ranking.places
  return winner === undefined ? notElected(derivation) : electedOne(winner, derivation)
}

/** KOKS § 47: one vote each; most votes is chair, the next deputy. */
function judgeChairAndDeputy(
  election: Election,
  rule: Extract<ElectionRule, { kind: 'chair-and-deputy' }>,
  derivation: ElectionStep[],
): ElectionResult {
  const ranking = rank(election, 1 + rule.deputies, rule.tieForDeputy, derivation)
  if ('outcome' in ranking) return ranking
  if (ranking.places.length === 0) return notElected(derivation)
  const elected = ranking.places.map((candidateId, place) => ({
    candidateId,
    office: place === 0 ? ('chair' as const) : ('deputy' as const),
  }))
  return { outcome: 'elected', elected, derivation }
}

type Ranked = { places: readonly string[] }

/**
 * Puts candidates with votes in order. Equals at a place that matters are parted by an extra round among them,
 * then by lot. Equal in number with the places left, they need no parting but for the first place.
 */
function rank(
  election: Election,
  places: number,
  tieAfterFirst: 'lot' | 'extra-round',
  derivation: ElectionStep[],
): Ranked | ElectionResult {
  const first = standingsOf(election, 0, derivation).filter(({ votes }) => votes > 0)
  if (first.length === 0) {
    derivation.push({ step: 'nobody-voted-for' })
    return { places: [] }
  }
  const placed: string[] = []
  let round = 0
  let waiting = first
  while (placed.length < places && waiting.length > 0) {
    const most = waiting[0]!.votes
    const equal = waiting.filter(({ votes }) => votes === most).map(({ candidateId }) => candidateId)
    const rest = waiting.slice(equal.length)
    const left = places - placed.length
    if (equal.length === 1 || (placed.length > 0 && equal.length <= left)) placed.push(...equal.slice(0, left))
    else {
      derivation.push({ step: 'equal', candidateIds: equal, votes: most })
      const parted = partEquals(
        election,
        equal,
        { round, extraRound: placed.length === 0 || tieAfterFirst === 'extra-round', places: left },
        derivation,
      )
      if ('outcome' in parted) return parted
      round = parted.round
      placed.push(...parted.order.slice(0, left))
    }
    waiting = rest
  }
  for (const candidateId of placed) {
    const votes = first.find((standing) => standing.candidateId === candidateId)!.votes
    derivation.push({ step: 'most-votes', candidateId, votes })
  }
  return { places: placed }
}

function partEquals(
  election: Election,
  equal: readonly string[],
  how: { round: number; extraRound: boolean; places: number },
  derivation: ElectionStep[],
): { order: string[]; round: number } | ElectionResult {
  let { round } = how
  let groups: string[][] = [[...equal]]
  if (how.extraRound) {
    round += 1
    if (election.rounds[round] === undefined) return { outcome: 'next-round', candidateIds: equal, derivation }
    const standings = standingsOf(election, round, derivation).filter(({ candidateId }) => equal.includes(candidateId))
    groups = [...Map.groupBy(standings, ({ votes }) => votes).values()].map((group) =>
      group.map(({ candidateId }) => candidateId),
    )
  }
  const order: string[] = []
  for (const group of groups) {
    if (group.length === 1 || order.length >= how.places) {
      order.push(...group)
      continue
    }
    const drawn = lotAmong(group, election.rounds[round]!.lot, derivation)
    if (drawn === undefined)
      return {
        outcome: 'lot-needed',
        candidateIds: group,
        places: Math.min(how.places - order.length, group.length),
        derivation,
      }
    order.push(...drawn)
  }
  return { order, round }
}
