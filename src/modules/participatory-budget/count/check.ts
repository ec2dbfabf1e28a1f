import type { Election, Support } from '../pb/election.ts'
import { findBlock, settlementKey, type BlockOf, type Rulebook } from '../rulebook/rulebook.ts'
import type { Shares } from './equal-shares.ts'

/** What a count by votes contradicts, in words; null when it holds. */
export function checkByVotes(
  { projects, budget }: Election,
  { votes }: Support,
  rulebook: Rulebook,
  winners: readonly number[],
): string | null {
  const places = Map.groupBy(winners, (at) => settlementKey(projects[at]!.settlement ?? ''))
  const spent = winners.reduce((sum, at) => sum + projects[at]!.cost, 0n)
  const won = new Set(winners.map((at) => projects[at]!.id))
  const least = findBlock(rulebook, 'minVotes')?.votes ?? 0
  const cap = findBlock(rulebook, 'capPerSettlement')?.most ?? Infinity
  const sets = findBlock(rulebook, 'incompatible')?.sets ?? []
  const reserves = rulebook.blocks.filter((one): one is BlockOf<'reserveSeat'> => one.kind === 'reserveSeat')
  const seats = reserves.reduce((sum, one) => sum + one.seats, findBlock(rulebook, 'seats')?.seats ?? Infinity)
  if (won.size < winners.length) return 'a project won twice'
  if (spent > budget) return 'more is spent than there is'
  if (winners.length > seats) return 'there are more winners than seats'
  if (winners.some((at) => votes[at]! < least)) return 'a winner has too few votes'
  if ([...places.values()].some(({ length }) => length > cap)) return 'a settlement has too many winners'
  if (sets.some((set) => set.filter((id) => won.has(id)).length > 1)) return 'winners exclude each other'
  const plain = rulebook.blocks.every(({ kind }) => ['rank', 'tieBreak', 'fitBudget'].includes(kind))
  const skips = findBlock(rulebook, 'fitBudget')!.otherwise === 'skip'
  if (plain && skips && projects.some(({ id, cost }) => !won.has(id) && cost <= budget - spent))
    return 'something that fits was left'
  return null
}

/** The same of equal shares: every cent is paid by those who want the project, from what they have. */
export function checkShares(
  { projects, budget }: Election,
  shares: Shares,
  standing: readonly number[],
): string | null {
  const { purchases, share, buyers } = shares
  const { sizes, supporters, purses, under } = buyers
  const spentBy = purses.map(() => 0n)
  let spent = 0n
  for (const { project, paid, under: then } of purchases) {
    const { id, cost } = projects[project]!
    const wanting = new Set(supporters[project])
    let sum = 0n
    for (const [group, each] of paid) {
      if (!wanting.has(group)) return `${id} was paid by somebody who does not want it`
      if (each < 0n) return `somebody was paid for ${id}`
      sum += each * sizes[group]!
      spentBy[group]! += each * (under / then)
    }
    if (sum !== cost * then) return `the payments for ${id} are not its cost`
    spent += cost
  }
  const begun = share.over * (under / share.under)
  if (purses.some((purse, group) => purse < 0n || purse + spentBy[group]! !== begun))
    return 'somebody paid more than their share'
  if (spent > budget) return 'more is spent than there is'
  const bought = new Set(purchases.map(({ project }) => project))
  if (bought.size < purchases.length) return 'a project was bought twice'
  for (const project of standing) {
    if (bought.has(project)) continue
    const has = supporters[project]!.reduce((sum, group) => sum + purses[group]! * sizes[group]!, 0n)
    if (supporters[project]!.length > 0 && has >= projects[project]!.cost * under)
      return `${projects[project]!.id} could still be paid`
  }
  return null
}
