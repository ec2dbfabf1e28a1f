export const voteTypes = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'] as const
export type VoteType = (typeof voteTypes)[number]

export type Project = {
  id: string
  /** In the file's smallest step of money: see `decimals`. */
  cost: bigint
  name: string
  settlement: string | null
  /** What the file itself says of its votes. */
  statedVotes: bigint | null
}

export type Ballot = {
  /** Places in `projects`, in the order of the ballot. */
  chosen: readonly number[]
  /** One for each chosen project: 1 where the ballot gives no points. */
  points: readonly bigint[]
}

/** What one file says, without anything about the persons who voted. */
export type Election = {
  meta: ReadonlyMap<string, string>
  voteType: VoteType
  budget: bigint
  /** Digits after the point in `budget` and `cost`. */
  decimals: number
  /** The same for points. */
  pointDecimals: number
  projects: readonly Project[]
  ballots: readonly Ballot[]
}

export type Support = {
  /** By project: ballots that name it with more than nothing. */
  votes: readonly number[]
  /** By project: what it is ranked by. The votes, or the points where ballots give them. */
  score: readonly bigint[]
}

export function countSupport({ projects, ballots }: Election): Support {
  const votes = projects.map(() => 0)
  const score = projects.map(() => 0n)
  for (const { chosen, points } of ballots) {
    for (const [at, project] of chosen.entries()) {
      if (points[at]! > 0n) votes[project]! += 1
      score[project]! += points[at]!
    }
  }
  return { votes, score }
}

/** A ballot of these says yes or nothing of a project. */
export const isApproval = ({ voteType }: Election): boolean => voteType === 'approval' || voteType === 'choose-1'

/** `50000`, `216829.41`: without trailing zeros after the point. */
export function sayDecimal(value: bigint, decimals: number): string {
  if (decimals === 0) return String(value)
  const digits = String(value).padStart(decimals + 1, '0')
  const fraction = digits.slice(-decimals).replace(/0+$/, '')
  return fraction === '' ? digits.slice(0, -decimals) : `${digits.slice(0, -decimals)}.${fraction}`
}
