import { makeRandom } from '#platform/synthetic.ts'
import { count } from '../src/modules/participatory-budget/count/count.ts'
import { finish } from '../src/modules/participatory-budget/count/run.ts'
import { readPb } from '../src/modules/participatory-budget/pb/read-pb.ts'
import { builtInRules } from '../src/modules/participatory-budget/rulebook/built-in.ts'
import { median, report, round, type Measured } from './measuring.ts'

const voters = 5000
const projects = 100
const mostSeconds = 2

/** Equal shares in exact numbers, on a round larger than any here; reading the file and the check included. */
export async function participatoryBudget(): Promise<void> {
  const bytes = new TextEncoder().encode(inventRound())
  const rows: Measured[] = []
  for (const key of ['equal-shares-cost', 'equal-shares-count', 'greedy']) {
    const rulebook = builtInRules.find((one) => one.key === key)!
    const times: number[] = []
    let winners = 0
    for (let turn = 0; turn < 5; turn += 1) {
      const from = performance.now()
      const read = readPb(bytes, bytes.length)
      if (!read.ok) throw new Error(read.wrong.code)
      const counted = finish(count(read.election, rulebook))
      if (!counted.ok) throw new Error(counted.refusal)
      winners = counted.outcome.winners.length
      times.push((performance.now() - from) / 1000)
    }
    const slowest = Math.max(...times)
    rows.push({
      what: `${key}, slowest of 5`,
      measured: round(slowest, 3),
      unit: 's',
      reference: `median ${round(median(times), 3)} s; ${voters} voters, ${projects} projects, ${winners} winners`,
      bound: `at most ${mostSeconds} s`,
      holds: slowest <= mostSeconds,
    })
  }
  report('participatory-budget', rows)
}

/** Every voter names up to fifteen projects, so that hardly two ballots are the same. */
function inventRound(): string {
  const random = makeRandom(5)
  const ideas = Array.from(
    { length: projects },
    (_, at) => `P${at};${1000 + random.below(90_000)}.${10 + random.below(90)}`,
  )
  const votes = Array.from({ length: voters }, (_, at) => {
    const chosen = new Set(Array.from({ length: 1 + random.below(15) }, () => `P${random.below(projects)}`))
    return `${at};${[...chosen].join(',')}`
  })
  const head = ['META', 'key;value', 'budget;1500000', 'vote_type;approval']
  return [...head, 'PROJECTS', 'project_id;cost', ...ideas, 'VOTES', 'voter_id;vote', ...votes, ''].join('\n')
}
