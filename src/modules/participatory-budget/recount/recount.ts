import { createHash } from 'node:crypto'
import type { Rulebook, Tie } from '../rulebook/rulebook.ts'
import { isLess, isSame, minus, over, plus, ratio, sumOf, times, type Ratio } from './ratio.ts'
import { readFileAgain, type Count, type Idea } from './read-file.ts'

/**
 * Counts a written file by the same rules in another way: one choice after the other from all that may still be
 * chosen, in fractions, every voter for themselves. Slow; it is there to disagree.
 */
export function recount(text: string, rulebook: Rulebook): string[] {
  const count = readFileAgain(text)
  const shares = rulebook.blocks.find((block) => block.kind === 'equalShares')
  const chosen = shares === undefined ? byVotes(count, rulebook) : byShares(count, rulebook, shares)
  return chosen.map(({ id }) => id)
}

type Parts = Partial<{ [K in Rulebook['blocks'][number]['kind']]: Extract<Rulebook['blocks'][number], { kind: K }> }>
const partsOf = ({ blocks }: Pick<Rulebook, 'blocks'>): Parts =>
  Object.fromEntries(blocks.map((block) => [block.kind, block]))

/** Whether `a` stands before `b` where both have the same votes. */
function precedes(ties: readonly Tie[], a: Idea, b: Idea): boolean {
  const [tie, ...others] = ties
  if (tie === undefined || tie === 'fileOrder') return a.nth < b.nth
  if (tie === 'lowestId') return a.id < b.id
  if (tie === 'lowerCost') return isSame(a.cost, b.cost) ? precedes(others, a, b) : isLess(a.cost, b.cost)
  const draw = ({ id }: Idea) => createHash('sha256').update(tie.lot).update('\n').update(id).digest('hex')
  return draw(a) === draw(b) ? precedes(others, a, b) : draw(a) < draw(b)
}

const firstOf = (ideas: readonly Idea[], isBefore: (a: Idea, b: Idea) => boolean) =>
  ideas.reduce<Idea | undefined>((best, one) => (best === undefined || isBefore(one, best) ? one : best), undefined)

function byVotes({ budget, ideas }: Count, rulebook: Rulebook): Idea[] {
  const { tieBreak, seats, fitBudget, minDistinctSettlements } = partsOf(rulebook)
  const isBefore = (a: Idea, b: Idea) =>
    isSame(a.points, b.points) ? precedes(tieBreak?.by ?? [], a, b) : isLess(b.points, a.points)
  const mostSeats = seats?.seats ?? ideas.length
  const spent = (won: readonly Idea[]) => sumOf(won.map(({ cost }) => cost))
  const fits = (won: readonly Idea[], idea: Idea) => !isLess(budget, plus(spent(won), idea.cost))
  const isAllowed = (won: readonly Idea[], idea: Idea, by: Parts = partsOf(rulebook)) =>
    idea.votes >= BigInt(by.minVotes?.votes ?? 0) &&
    won.filter(({ place }) => place === idea.place).length < (by.capPerSettlement?.most ?? Infinity) &&
    !(by.incompatible?.sets ?? []).some((set) => set.includes(idea.id) && won.some(({ id }) => set.includes(id)))
  /** What forbids a project before the budget is asked keeps it from ending the choice. */
  const beforeBudget = rulebook.blocks.slice(0, rulebook.blocks.indexOf(fitBudget!))
  const endsChoice = (won: readonly Idea[], idea: Idea) =>
    fitBudget?.otherwise === 'stop' && !fits(won, idea) && isAllowed(won, idea, partsOf({ blocks: beforeBudget }))
  const placesOf = (won: readonly Idea[]) => new Set(won.map(({ place }) => place))
  const canReach = (won: readonly Idea[], below: readonly Idea[]): boolean => {
    let missing = (minDistinctSettlements?.least ?? 0) - placesOf(won).size
    const reached = placesOf(won)
    let money = minus(budget, spent(won))
    let room = mostSeats - won.length
    const cheapFirst = below
      .filter((idea) => !reached.has(idea.place) && isAllowed(won, idea))
      .toSorted((a, b) => (isLess(a.cost, b.cost) ? -1 : isLess(b.cost, a.cost) ? 1 : 0))
    for (const idea of cheapFirst) {
      if (missing <= 0) return true
      if (reached.has(idea.place)) continue
      reached.add(idea.place)
      money = minus(money, idea.cost)
      room -= 1
      missing -= 1
      if (money[0] < 0n || room < 0) return false
    }
    return missing <= 0
  }

  const choose = (won: Idea[], open: readonly Idea[], places: number, looksAhead: boolean): Idea[] => {
    const idea = firstOf(open, isBefore)
    if (idea === undefined || places === 0) return won
    const below = open.filter((one) => one !== idea)
    const skipped = () => choose(won, below, places, looksAhead)
    if (endsChoice(won, idea)) return won
    if (!isAllowed(won, idea) || !fits(won, idea)) return skipped()
    if (looksAhead && canReach(won, below) && !canReach([...won, idea], below)) return skipped()
    return choose([...won, idea], below, places - 1, looksAhead)
  }
  let won = choose([], ideas, mostSeats, minDistinctSettlements !== undefined)
  for (const block of rulebook.blocks) {
    if (block.kind !== 'reserveSeat') continue
    const group = new Set(rulebook.groups[block.group]!.settlements.map((one) => one.toLocaleLowerCase('et')))
    const its = ideas.filter(({ place }) => group.has(place))
    if (block.onlyIfNoneWon && won.some((one) => its.includes(one))) continue
    won = choose(
      won,
      its.filter((one) => !won.includes(one)),
      block.seats,
      false,
    )
  }
  return won
}

type SharesBlock = Extract<Rulebook['blocks'][number], { kind: 'equalShares' }>

function byShares({ budget, ideas, voters }: Count, rulebook: Rulebook, { utility, completion }: SharesBlock): Idea[] {
  const { minVotes, tieBreak } = partsOf(rulebook)
  const standing = ideas.filter(({ votes }) => votes >= BigInt(minVotes?.votes ?? 0))
  if (voters.length === 0) return []
  const fans = (idea: Idea) => voters.filter(({ wants }) => wants.has(idea.id))
  const run = (total: Ratio): Idea[] => {
    const money = new Map(voters.map((voter) => [voter, over(total, ratio(BigInt(voters.length)))]))
    const bought: Idea[] = []
    for (;;) {
      const offers = standing.flatMap((idea) => {
        if (bought.includes(idea)) return []
        const price = priceOf(
          idea.cost,
          fans(idea).map((fan) => money.get(fan)!),
        )
        return price === null ? [] : [{ idea, price, asks: utility === 'cost' ? over(price, idea.cost) : price }]
      })
      const least = offers.reduce<Ratio | null>(
        (low, { asks }) => (low === null || isLess(asks, low) ? asks : low),
        null,
      )
      if (least === null) return bought
      const equal = offers.filter(({ asks }) => isSame(asks, least))
      const next = firstOf(
        equal.map(({ idea }) => idea),
        (a, b) => precedes(tieBreak?.by ?? [], a, b),
      )!
      const { price } = equal.find(({ idea }) => idea === next)!
      for (const fan of fans(next)) {
        const purse = money.get(fan)!
        money.set(fan, isLess(purse, price) ? [0n, 1n] : minus(purse, price))
      }
      bought.push(next)
    }
  }
  const isOver = (won: readonly Idea[], more: Ratio = [0n, 1n]) =>
    isLess(budget, plus(sumOf(won.map(({ cost }) => cost)), more))
  let won = run(budget)
  const wanted = standing.filter((idea) => fans(idea).length > 0).length
  if (completion === 'none') return won
  for (let raise = 1n; ; raise += 1n) {
    const others = standing.filter((idea) => !won.includes(idea))
    if (won.length === wanted || others.every(({ cost }) => isOver(won, cost))) break
    const next = run(plus(budget, ratio(raise * BigInt(voters.length))))
    if (isOver(next)) break
    won = next
  }
  return won
}

/** The poorest pay all they have, one after the other, until the rest can share what is missing equally. */
function priceOf(cost: Ratio, purses: readonly Ratio[]): Ratio | null {
  const poorFirst = purses.toSorted((a, b) => (isLess(a, b) ? -1 : isLess(b, a) ? 1 : 0))
  let missing = cost
  for (const [nth, purse] of poorFirst.entries()) {
    const those = ratio(BigInt(poorFirst.length - nth))
    if (!isLess(times(purse, those), missing)) return over(missing, those)
    missing = minus(missing, purse)
  }
  return null
}
