import { inSteps, mostDecimalsOf, readCount, readDecimal, type Decimal } from './amounts.ts'
import type { Ballot, Project, VoteType } from './election.ts'
import type { Table } from './read-rows.ts'
import { WrongFile } from './wrong-file.ts'

type Given = {
  meta: ReadonlyMap<string, string>
  lines: ReadonlyMap<string, number>
  voteType: VoteType
  projects: readonly Omit<Project, 'cost'>[]
}

/** The ballots with exact points; voters are told apart by their numbers, which are then forgotten. */
export function readBallots(votes: Table, given: Given): { ballots: Ballot[]; pointDecimals: number } {
  const { voteType, projects } = given
  const hasPoints = voteType === 'cumulative' || voteType === 'scoring'
  if (hasPoints && !votes.columns.has('points')) throw new WrongFile('pointsMissing', votes.header.line, voteType)
  const places = new Map(projects.map(({ id }, at) => [id, at]))
  const limits = readLimits(given)
  const voters = new Set<string>()
  const read = votes.rows.map(({ line, fields }) => {
    const field = (name: string) => fields[votes.columns.get(name) ?? -1] ?? ''
    const voter = field('voter_id')
    if (voter === '') throw new WrongFile('idEmpty', line)
    if (voters.has(voter)) throw new WrongFile('voterTwice', line, voter)
    voters.add(voter)
    const chosen = splitList(field('vote')).map((id) => {
      const at = places.get(id)
      if (at === undefined) throw new WrongFile('projectUnknown', line, id)
      return at
    })
    if (new Set(chosen).size < chosen.length) throw new WrongFile('projectTwiceInVote', line, field('vote'))
    if (chosen.length < limits.least) throw new WrongFile('tooFewInVote', line, String(limits.least))
    if (chosen.length > limits.most) throw new WrongFile('tooManyInVote', line, String(limits.most))
    const points = hasPoints ? readPoints(field('points'), chosen.length, line) : chosen.map((_, at) => rankPoints(at))
    return { line, chosen, points }
  })
  function rankPoints(at: number): Decimal {
    return { digits: voteType === 'ordinal' ? BigInt(limits.most - at) : 1n, decimals: 0 }
  }
  const pointDecimals = mostDecimalsOf([...read.flatMap(({ points }) => points), limits.sum ?? rankPoints(0)])
  const sum = limits.sum === null ? null : inSteps(limits.sum, pointDecimals)
  const ballots = read.map(({ line, chosen, points }) => {
    const steps = points.map((one) => inSteps(one, pointDecimals))
    const total = steps.reduce((all, one) => all + one, 0n)
    if (sum !== null && total > sum) throw new WrongFile('pointsTooMany', line, given.meta.get('max_sum_points')!)
    return { chosen, points: steps }
  })
  return { ballots, pointDecimals }
}

function readLimits({ meta, lines, voteType, projects }: Given) {
  const length = (key: string, without: number): number => {
    const said = meta.get(key)
    if (said === undefined || said === '') return without
    const count = readCount(said)
    if (count === null) throw new WrongFile('countWrong', lines.get(key)!, `${key} ${said}`)
    return count
  }
  const said = voteType === 'cumulative' ? meta.get('max_sum_points') : undefined
  const sum = said === undefined || said === '' ? null : readDecimal(said)
  if (sum === null && said !== undefined && said !== '')
    throw new WrongFile('amountWrong', lines.get('max_sum_points')!, said)
  const most = voteType === 'choose-1' ? 1 : length('max_length', projects.length)
  return { least: length('min_length', 0), most, sum }
}

const splitList = (text: string): string[] => (text === '' ? [] : text.split(',').map((part) => part.trim()))

function readPoints(text: string, wanted: number, line: number): Decimal[] {
  const points = splitList(text).map((part) => {
    const one = readDecimal(part)
    if (one === null) throw new WrongFile('pointsWrong', line, part)
    return one
  })
  if (points.length !== wanted) throw new WrongFile('pointsNotMatching', line, text)
  return points
}
