import type { Election } from '../pb/election.ts'
import type { BlockOf } from '../rulebook/rulebook.ts'
import { groupBallots, offerFor, pay, type Buyers, type Offer, type Purchase } from './buyers.ts'
import type { Fraction, Step } from './steps.ts'

export type Shares = {
  purchases: readonly Purchase[]
  /** What stood on everybody's account at the beginning, and what is left of it. */
  share: Fraction
  buyers: Buyers
  raised: bigint
  ended: Extract<Step, { step: 'raised' }>['because']
}

type Wanted = {
  election: Election
  /** Projects that the rules let stand. */
  standing: readonly number[]
  block: BlockOf<'equalShares'>
  /** Parts projects that ask equally little. */
  compare: (a: number, b: number) => number
}
type Groups = Pick<Buyers, 'sizes' | 'supporters'>

/**
 * The Method of Equal Shares for approval ballots (Peters, Pierczyński, Skowron 2021), in whole numbers throughout.
 * Gives way between purchases, saying how much it has looked at, so that whoever counts can stop it or do other things.
 */
export function* countEqualShares(wanted: Wanted): Generator<number, Shares> {
  const { election, standing, block } = wanted
  const groups = groupBallots(election)
  // One unit of money, in the file's steps.
  const unit = 10n ** BigInt(election.decimals)
  const supported = standing.filter((project) => groups.supporters[project]!.length > 0)
  let before = yield* buyAll(wanted, groups, supported, 0n)
  if (block.completion === 'none') return before
  for (let raised = 1n; ; raised += 1n) {
    const left = election.budget - costOf(election, before.purchases)
    const bought = new Set(before.purchases.map(({ project }) => project))
    if (bought.size === supported.length) return { ...before, ended: 'nothingMoreWanted' }
    if (standing.every((project) => bought.has(project) || election.projects[project]!.cost > left))
      return { ...before, ended: 'nothingMoreFits' }
    const next = yield* buyAll(wanted, groups, supported, raised * unit)
    if (costOf(election, next.purchases) > election.budget) return before
    before = { ...next, raised }
  }
}

const costOf = ({ projects }: Election, purchases: readonly Purchase[]) =>
  purchases.reduce((sum, { project }) => sum + projects[project]!.cost, 0n)

/** One whole run in which everybody begins with an equal share of the budget and `more`. */
function* buyAll(
  { election, block, compare }: Wanted,
  groups: Groups,
  supported: readonly number[],
  more: bigint,
): Generator<number, Shares> {
  const voters = BigInt(Math.max(1, election.ballots.length))
  const share: Fraction = { over: election.budget + more * voters, under: voters }
  const buyers: Buyers = { ...groups, purses: groups.sizes.map(() => share.over), under: share.under }
  const utilityOf = (project: number) => (block.utility === 'cost' ? election.projects[project]!.cost : 1n)
  // What a project asked for when it was last looked at; it never asks for less later.
  const asked = new Map<number, Fraction>()
  for (const project of supported) {
    const wanting = groups.supporters[project]!.reduce((sum, group) => sum + groups.sizes[group]!, 0n)
    asked.set(project, { over: election.projects[project]!.cost, under: wanting * utilityOf(project) })
  }
  const purchases: Purchase[] = []
  while (asked.size > 0) {
    let best: Offer[] = []
    let looked = 0
    const byRate = [...asked].toSorted(([, a], [, b]) => compareRates(a, b))
    for (const [project, atLeast] of byRate) {
      if (best.length > 0 && compareRates(atLeast, best[0]!.rate) > 0) break
      looked += groups.supporters[project]!.length
      const offer = offerFor(buyers, project, election.projects[project]!.cost, utilityOf(project))
      if (offer === null) {
        asked.delete(project)
        continue
      }
      asked.set(project, offer.rate)
      const difference = best.length === 0 ? -1 : compareRates(offer.rate, best[0]!.rate)
      if (difference < 0) best = [offer]
      else if (difference === 0) best.push(offer)
    }
    yield (looked + buyers.purses.length + byRate.length) * weightOf(buyers.under)
    const [first, ...others] = best.toSorted((a, b) => compare(a.project, b.project))
    if (first === undefined) break
    const tied = others.length === 0 ? [] : [first, ...others].map(({ project }) => project)
    purchases.push(pay(buyers, first, tied))
    asked.delete(first.project)
  }
  return { purchases, share, buyers, raised: 0n, ended: 'wouldExceed' }
}

/** Long numbers take longer: how much one look costs beside one at a short number. */
const weightOf = (under: bigint): number => 1 + under.toString(16).length / 128

const compareRates = (a: Fraction, b: Fraction): number => {
  const [mine, theirs] = [a.over * b.under, b.over * a.under]
  return mine < theirs ? -1 : mine > theirs ? 1 : 0
}
