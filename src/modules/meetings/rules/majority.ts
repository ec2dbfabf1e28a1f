import type { MajorityRule } from './statute.ts'

export type VoteCounts = {
  for: number
  against: number
  abstained: number
  /** Present and entitled, but silent. */
  didNotVote: number
  barred: number
  absent: number
  /** Ballots that say nothing; secret votes alone. */
  spoiled: number
}

export type Membership = {
  seats: number
  /** Elections of persons and confirmations of government members: barred members lower nothing, KOKS § 17(6). */
  ofPersons: boolean
  /** How the chair voted, for statutes that let the chair decide a tie; null: silent, secret or not a member. */
  chairChoice: 'for' | 'against' | 'abstained' | null
}

/** One step of the reckoning, in numbers; a page turns it into words. */
export type DerivationStep =
  | { step: 'seats'; seats: number }
  | { step: 'more-than-half'; of: number; needed: number }
  | { step: 'share'; numerator: number; denominator: number; of: number; needed: number }
  | { step: 'lowered-by-barred'; barred: number; needed: number }
  | { step: 'not-lowered-by-barred'; barred: number }
  | { step: 'reached'; for: number; needed: number; holds: boolean }
  | { step: 'more-for-than-against'; for: number; against: number; holds: boolean }
  | { step: 'times-against'; times: number; for: number; against: number; needed: number; holds: boolean }
  | { step: 'tie'; votes: number; chairChoice: Membership['chairChoice']; holds: boolean }
  | { step: 'nobody-for' }

export type VoteJudgement = {
  outcome: 'adopted' | 'not-adopted'
  /** The fewest votes for with which it would have passed, the votes against being what they are. */
  needed: number
  /** What the need was reckoned from: the seats, or the votes for and against. */
  base: number
  derivation: readonly DerivationStep[]
}

const judged = (holds: boolean, needed: number, base: number, derivation: DerivationStep[]): VoteJudgement => ({
  outcome: holds ? 'adopted' : 'not-adopted',
  needed,
  base,
  derivation,
})

/** Whether a vote has passed, by its rule, with the reckoning. A tie is never adopted unless the statute lets the chair decide it. */
export function judgeVote(rule: MajorityRule, counts: VoteCounts, membership: Membership): VoteJudgement {
  switch (rule.kind) {
    case 'more-for-than-against':
      return judgeSimple(rule, counts, membership)
    case 'membership': {
      const needed = Math.floor(membership.seats / 2) + 1
      return judgeOfMembership(
        rule.barredLower,
        counts,
        membership,
        [
          { step: 'seats', seats: membership.seats },
          { step: 'more-than-half', of: membership.seats, needed },
        ],
        needed,
      )
    }
    case 'share-of-membership': {
      const { numerator, denominator } = rule.share
      const needed = Math.ceil((membership.seats * numerator) / denominator)
      return judgeOfMembership(
        rule.barredLower,
        counts,
        membership,
        [
          { step: 'seats', seats: membership.seats },
          { step: 'share', numerator, denominator, of: membership.seats, needed },
        ],
        needed,
      )
    }
    case 'times-against': {
      const needed = Math.max(rule.times * counts.against, 1)
      const holds = counts.for >= needed
      const derivation: DerivationStep[] = [
        { step: 'times-against', times: rule.times, for: counts.for, against: counts.against, needed, holds },
      ]
      if (counts.for === 0) derivation.push({ step: 'nobody-for' })
      return judged(holds, needed, counts.for + counts.against, derivation)
    }
  }
}

function judgeSimple(
  rule: Extract<MajorityRule, { kind: 'more-for-than-against' }>,
  counts: VoteCounts,
  { chairChoice }: Membership,
): VoteJudgement {
  const { for: yes, against: no } = counts
  const derivation: DerivationStep[] = [{ step: 'more-for-than-against', for: yes, against: no, holds: yes > no }]
  const chairDecides = rule.tie === 'chair-decides' && chairChoice === 'for'
  const tie = yes === no && yes > 0
  if (tie) derivation.push({ step: 'tie', votes: yes, chairChoice, holds: chairDecides })
  if (yes === 0) derivation.push({ step: 'nobody-for' })
  const needed = chairDecides ? Math.max(no, 1) : no + 1
  return judged(yes > no || (tie && chairDecides), needed, yes + no, derivation)
}

function judgeOfMembership(
  barredLower: boolean,
  counts: VoteCounts,
  { seats, ofPersons }: Membership,
  derivation: DerivationStep[],
  full: number,
): VoteJudgement {
  let needed = full
  if (counts.barred > 0 && barredLower && !ofPersons) {
    needed = Math.max(full - counts.barred, 1)
    derivation.push({ step: 'lowered-by-barred', barred: counts.barred, needed })
  } else if (counts.barred > 0) derivation.push({ step: 'not-lowered-by-barred', barred: counts.barred })
  const holds = counts.for >= needed
  derivation.push({ step: 'reached', for: counts.for, needed, holds })
  return judged(holds, needed, seats, derivation)
}
