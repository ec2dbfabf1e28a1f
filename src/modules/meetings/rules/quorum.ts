import type { QuorumPolicy } from './statute.ts'

export type QuorumCounts = {
  seats: number
  /** Filled mandates with a vote. */
  mandates: number
  /** Of them here, those barred from the open item included. */
  present: number
  recusedPresent: number
  recused: number
  chairPresent: boolean
}

/** How the needed number came about, for a page to put into words. */
export type QuorumStep =
  | { step: 'base'; of: 'seats' | 'mandates'; base: number }
  | { step: 'base-lowered-by-recused'; recused: number; base: number }
  | { step: 'more-than-half'; base: number; needed: number }
  | { step: 'share'; base: number; numerator: number; denominator: number; needed: number }
  | { step: 'count'; needed: number }
  | { step: 'none' }
  | { step: 'present'; present: number; needed: number; holds: boolean }
  | { step: 'present-without-recused'; recused: number; present: number }
  | { step: 'chair-missing' }

export type QuorumJudgement = {
  needed: number
  base: number
  present: number
  met: boolean
  derivation: readonly QuorumStep[]
}

/** Whether enough members are here. */
export function judgeQuorum(
  { policy, of, recused, chairMustBePresent }: QuorumPolicy,
  counts: QuorumCounts,
): QuorumJudgement {
  const derivation: QuorumStep[] = []
  let base = counts[of]
  derivation.push({ step: 'base', of, base })
  if (recused === 'lowers-the-base' && counts.recused > 0) {
    base = Math.max(base - counts.recused, 0)
    derivation.push({ step: 'base-lowered-by-recused', recused: counts.recused, base })
  }
  const needed = neededOf(policy, base, derivation)
  let present = counts.present
  if (recused !== 'counts-as-present' && counts.recusedPresent > 0) {
    present -= counts.recusedPresent
    derivation.push({ step: 'present-without-recused', recused: counts.recusedPresent, present })
  }
  const enough = present >= needed
  derivation.push({ step: 'present', present, needed, holds: enough })
  const chairMissing = chairMustBePresent && !counts.chairPresent
  if (chairMissing) derivation.push({ step: 'chair-missing' })
  return { needed, base, present, met: enough && !chairMissing, derivation }
}

function neededOf(policy: QuorumPolicy['policy'], base: number, derivation: QuorumStep[]): number {
  switch (policy.kind) {
    case 'none':
      derivation.push({ step: 'none' })
      return 0
    case 'count':
      derivation.push({ step: 'count', needed: policy.count })
      return policy.count
    case 'more-than-half': {
      const needed = Math.floor(base / 2) + 1
      derivation.push({ step: 'more-than-half', base, needed })
      return needed
    }
    case 'share': {
      const { numerator, denominator } = policy.share
      const needed = Math.ceil((base * numerator) / denominator)
      derivation.push({ step: 'share', base, numerator, denominator, needed })
      return needed
    }
  }
}
