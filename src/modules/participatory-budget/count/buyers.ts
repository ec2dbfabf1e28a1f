import type { Election } from '../pb/election.ts'
import { greatestDivisor, type Fraction } from './steps.ts'

/** Voters with the same ballot have the same money at every moment; they are reckoned as one. */
export type Buyers = {
  /** How many voters each group has. */
  readonly sizes: readonly bigint[]
  /** By project: the groups that want it. */
  readonly supporters: readonly (readonly number[])[]
  /** What each voter of a group has left: whole numbers over `under`. */
  readonly purses: bigint[]
  under: bigint
}

/** `price` is what each supporter pays, whole numbers over the purses' denominator times `payers`. */
export type Offer = { project: number; missing: bigint; payers: bigint; rate: Fraction }

export type Purchase = {
  project: number
  price: Fraction
  payers: number
  /** What each voter of a group paid, over `under`. */
  paid: ReadonlyMap<number, bigint>
  under: bigint
  tied: readonly number[]
}

/** Groups of equal ballots, without money yet. */
export function groupBallots({ projects, ballots }: Election): Pick<Buyers, 'sizes' | 'supporters'> {
  const groups = new Map<string, { at: number; chosen: readonly number[] }>()
  const sizes: bigint[] = []
  for (const { chosen } of ballots) {
    const sorted = chosen.toSorted((a, b) => a - b)
    const key = sorted.join()
    const group = groups.get(key) ?? { at: groups.size, chosen: sorted }
    groups.set(key, group)
    sizes[group.at] = (sizes[group.at] ?? 0n) + 1n
  }
  const supporters: number[][] = projects.map(() => [])
  for (const { at, chosen } of groups.values()) for (const project of chosen) supporters[project]!.push(at)
  return { sizes, supporters }
}

/**
 * The smallest price at which the supporters can pay the project, each that price or all they have. Null when all
 * they have is not enough, now and ever after: purses only empty.
 */
export function offerFor(buyers: Buyers, project: number, cost: bigint, utility: bigint): Offer | null {
  const { sizes, purses, under } = buyers
  let missing = cost * under
  let payers = 0n
  let able = buyers.supporters[project]!
  for (const group of able) payers += sizes[group]!
  while (payers > 0n) {
    // A purse is whole: it is under missing/payers when it is under that, rounded up.
    const limit = (missing + payers - 1n) / payers
    const stillAble: number[] = []
    for (const group of able) {
      if (purses[group]! >= limit) stillAble.push(group)
      else {
        missing -= purses[group]! * sizes[group]!
        payers -= sizes[group]!
      }
    }
    if (stillAble.length === able.length)
      return { project, missing, payers, rate: { over: missing, under: payers * under * utility } }
    able = stillAble
  }
  return null
}

/** Takes the money. Purses stay whole numbers, their denominator grows by as little as may be. */
export function pay(buyers: Buyers, { project, missing, payers }: Offer, tied: readonly number[]): Purchase {
  const { purses } = buyers
  const factor = payers / greatestDivisor(missing, payers)
  if (factor > 1n) {
    for (const [group, purse] of purses.entries()) purses[group] = purse * factor
    buyers.under *= factor
  }
  const price = (missing * factor) / payers
  const paid = new Map<number, bigint>()
  let count = 0n
  for (const group of buyers.supporters[project]!) {
    const purse = purses[group]!
    if (purse === 0n) continue
    const share = purse < price ? purse : price
    paid.set(group, share)
    purses[group] = purse - share
    count += buyers.sizes[group]!
  }
  return {
    project,
    price: { over: price, under: buyers.under },
    payers: Number(count),
    paid,
    under: buyers.under,
    tied,
  }
}
