import type { Tie } from '../rulebook/rulebook.ts'

/** Why a project was passed over. */
export type PassedOver = 'tooFewVotes' | 'incompatible' | 'settlementHasIts' | 'overBudget' | 'leavesOtherPlacesOut'

type TieReason = Exclude<Tie, object> | 'lot'

/** One sentence of the account. Projects are places in the file; money and votes are in the file's own steps. */
export type Step =
  | { step: 'votesDiffer'; project: number; stated: bigint; counted: bigint }
  | { step: 'tied'; projects: readonly number[]; by: readonly TieReason[] }
  | { step: 'barred'; project: number; votes: number; least: number }
  | { step: 'considered'; project: number; left: bigint; outcome: 'taken' }
  | { step: 'considered'; project: number; left: bigint; outcome: PassedOver; because?: number }
  | { step: 'seatsTaken'; seats: number }
  | { step: 'stopped'; project: number; left: bigint }
  | { step: 'distinctSettlements'; least: number; found: number }
  | { step: 'reserveOpened'; group: string; seats: number }
  | { step: 'reserveNotNeeded'; group: string; project: number }
  | { step: 'reserveLeftEmpty'; group: string; seats: number }
  | { step: 'shared'; voters: number; share: Fraction }
  | { step: 'bought'; project: number; payers: number; price: Fraction; left: bigint }
  | { step: 'notAffordable'; project: number; has: Fraction }
  | { step: 'raised'; times: bigint; because: 'wouldExceed' | 'nothingMoreFits' | 'nothingMoreWanted' }

/** Exact; in the file's steps of money. */
export type Fraction = { over: bigint; under: bigint }

export const reduce = ({ over, under }: Fraction): Fraction => {
  const by = greatestDivisor(over, under)
  return { over: over / by, under: under / by }
}

export function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? 1n : a
}
