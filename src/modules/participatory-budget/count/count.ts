import { countSupport, isApproval, type Election, type Support } from '../pb/election.ts'
import { asksForSettlements, findBlock, type Rulebook } from '../rulebook/rulebook.ts'
import { countByVotes } from './by-votes.ts'
import { checkByVotes, checkShares } from './check.ts'
import { countEqualShares, type Shares } from './equal-shares.ts'
import { tieOrder } from './order.ts'
import { reduce, type Step } from './steps.ts'

export type Outcome = {
  election: Election
  rulebook: Rulebook
  support: Support
  /** In the order in which they were chosen. */
  winners: readonly number[]
  spent: bigint
  steps: readonly Step[]
}

/** Why these rules cannot be used on this file. `about` is a project's id. */
export type Unfit = { code: 'settlementMissing' | 'incompatibleUnknown' | 'needsApproval'; about?: string }
export type Counted =
  | { ok: true; outcome: Outcome }
  | { ok: false; refusal: 'unfit'; unfit: Unfit }
  /** The count contradicts itself: nothing of it may be shown as a result. */
  | { ok: false; refusal: 'checkFailed'; because: string }

/** Counts one file by one set of rules, and checks the result before anybody sees it. Gives way like `countEqualShares`. */
export function* count(election: Election, rulebook: Rulebook): Generator<number, Counted> {
  const unfit = findUnfit(election, rulebook)
  if (unfit !== null) return { ok: false, refusal: 'unfit', unfit }
  const support = countSupport(election)
  const first = differingVotes(election, support)
  const block = findBlock(rulebook, 'equalShares')
  let winners: readonly number[]
  let steps: readonly Step[]
  let fault: string | null
  if (block === undefined) {
    ;({ winners, steps } = countByVotes(election, support, rulebook))
    fault = checkByVotes(election, support, rulebook, winners)
  } else {
    const { votes: least } = findBlock(rulebook, 'minVotes') ?? { votes: 0 }
    const standing = election.projects.map((_, at) => at).filter((at) => support.votes[at]! >= least)
    const { compare, tied } = tieOrder(election, rulebook)
    const shares = yield* countEqualShares({ election, standing, block, compare })
    winners = shares.purchases.map(({ project }) => project)
    const barred = election.projects.flatMap((_, project): Step[] =>
      support.votes[project]! < least ? [{ step: 'barred', project, votes: support.votes[project]!, least }] : [],
    )
    steps = [...barred, ...accountOf(election, shares, { standing, tied, completed: block.completion !== 'none' })]
    fault = checkShares(election, shares, standing)
  }
  if (fault !== null) return { ok: false, refusal: 'checkFailed', because: fault }
  const spent = winners.reduce((sum, at) => sum + election.projects[at]!.cost, 0n)
  return { ok: true, outcome: { election, rulebook, support, winners, spent, steps: [...first, ...steps] } }
}

function findUnfit(election: Election, rulebook: Rulebook): Unfit | null {
  const { projects } = election
  if (findBlock(rulebook, 'equalShares') !== undefined && !isApproval(election)) return { code: 'needsApproval' }
  const nowhere = projects.find(({ settlement }) => settlement === null)
  if (asksForSettlements(rulebook) && nowhere !== undefined) return { code: 'settlementMissing', about: nowhere.id }
  const ids = new Set(projects.map(({ id }) => id))
  const unknown = findBlock(rulebook, 'incompatible')
    ?.sets.flat()
    .find((id) => !ids.has(id))
  return unknown === undefined ? null : { code: 'incompatibleUnknown', about: unknown }
}

function differingVotes({ projects }: Election, { votes }: Support): Step[] {
  return projects.flatMap(({ statedVotes: stated }, project): Step[] => {
    const counted = BigInt(votes[project]!)
    return stated === null || stated === counted ? [] : [{ step: 'votesDiffer', project, stated, counted }]
  })
}

type Told = { standing: readonly number[]; tied: (projects: readonly number[]) => Step; completed: boolean }

function accountOf(election: Election, shares: Shares, { standing, tied, completed }: Told): Step[] {
  const { purchases, share, buyers, raised, ended } = shares
  const steps: Step[] = []
  if (completed) steps.push({ step: 'raised', times: raised, because: ended })
  steps.push({ step: 'shared', voters: election.ballots.length, share: reduce(share) })
  let left = election.budget
  for (const { project, price, payers, tied: equal } of purchases) {
    if (equal.length > 0) steps.push(tied(equal))
    steps.push({ step: 'bought', project, payers, price: reduce(price), left })
    left -= election.projects[project]!.cost
  }
  const bought = new Set(purchases.map(({ project }) => project))
  for (const project of standing) {
    if (bought.has(project)) continue
    const over = buyers.supporters[project]!.reduce((sum, at) => sum + buyers.purses[at]! * buyers.sizes[at]!, 0n)
    steps.push({ step: 'notAffordable', project, has: reduce({ over, under: buyers.under }) })
  }
  return steps
}
