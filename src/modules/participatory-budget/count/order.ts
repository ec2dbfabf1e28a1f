import { createHash } from 'node:crypto'
import type { Election, Support } from '../pb/election.ts'
import { findBlock, type Rulebook, type Tie } from '../rulebook/rulebook.ts'
import type { Step } from './steps.ts'

type Compare = (a: number, b: number) => number

const compareBig = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0)

function comparing(tie: Tie, { projects }: Election): Compare {
  if (tie === 'lowerCost') return (a, b) => compareBig(projects[a]!.cost, projects[b]!.cost)
  if (tie === 'fileOrder') return (a, b) => a - b
  if (tie === 'lowestId') return (a, b) => (projects[a]!.id < projects[b]!.id ? -1 : 1)
  const drawn = projects.map(({ id }) => createHash('sha256').update(`${tie.lot}\n${id}`).digest('hex'))
  return (a, b) => (drawn[a]! < drawn[b]! ? -1 : drawn[a]! > drawn[b]! ? 1 : 0)
}

/** How equal projects are parted by these rules; the file's order comes last and parts all. */
export function tieOrder(election: Election, rulebook: Rulebook) {
  const ties: Tie[] = [...(findBlock(rulebook, 'tieBreak')?.by ?? []), 'fileOrder']
  const compares = ties.map((tie) => comparing(tie, election))
  const deciding = (a: number, b: number) => compares.findIndex((compare) => compare(a, b) !== 0)
  const compare: Compare = (a, b) => compares[deciding(a, b)]?.(a, b) ?? 0
  /** How these equal ones were parted, in words of the account. */
  const tied = (projects: readonly number[]): Step => {
    const used = new Set(projects.slice(1).map((one, at) => deciding(projects[at]!, one)))
    const by = ties.filter((_, at) => used.has(at)).map((tie) => (typeof tie === 'object' ? 'lot' : tie))
    return { step: 'tied', projects, by }
  }
  return { compare, tied }
}

/** All projects, the most votes first, and how equal ones were parted. */
export function rankProjects(election: Election, { score }: Support, rulebook: Rulebook) {
  const { compare, tied } = tieOrder(election, rulebook)
  const ranked = election.projects
    .map((_, at) => at)
    .toSorted((a, b) => compareBig(score[b]!, score[a]!) || compare(a, b))
  const ties = [...Map.groupBy(ranked, (one) => score[one]!).values()].filter(({ length }) => length > 1).map(tied)
  return { ranked, ties }
}
