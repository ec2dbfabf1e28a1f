import * as fc from 'fast-check'
import { readPb } from './pb/read-pb.ts'
import type { Election } from './pb/election.ts'
import { rulebookSchema, type Rulebook } from './rulebook/rulebook.ts'

/** The election of a file that is right. */
export function electionOf(text: string): Election {
  const read = readPb(new TextEncoder().encode(text), 10_000_000)
  if (!read.ok) throw new Error(JSON.stringify(read.wrong))
  return read.election
}

/** A file of approval votes from the least that tells it. */
export function approvalFile(
  budget: number | string,
  projects: readonly (readonly [id: string, cost: number | string, settlement?: string])[],
  votes: readonly string[],
): string {
  const rows = projects.map(([id, cost, place = '']) => `${id};${cost};${place}`)
  const ballots = votes.map((vote, at) => `${at + 1};${vote}`)
  const head = ['META', 'key;value', `budget;${budget}`, 'vote_type;approval']
  return [...head, 'PROJECTS', 'project_id;cost;settlement', ...rows, 'VOTES', 'voter_id;vote', ...ballots, ''].join(
    '\n',
  )
}

export function rulebookOf(blocks: readonly object[], groups: object = {}): Rulebook {
  const words = { et: 'Reegel' }
  return rulebookSchema.parse({ version: 1, key: 'rule', name: words, summary: words, groups, blocks })
}

export const settlements = ['Loo alevik', 'Loo küla', 'Ülgase küla', 'Haapse küla']

const money = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 4000 }).map((cents) => cents / 100),
)

/** Small files of every kind of vote, with many equal votes and costs. */
export const anyFile = (types: readonly string[]): fc.Arbitrary<string> =>
  fc
    .record({
      type: fc.constantFrom(...types),
      budget: money.map((one) => one * 3),
      projects: fc.array(fc.record({ cost: money, place: fc.constantFrom(...settlements) }), {
        minLength: 3,
        maxLength: 7,
      }),
      ballots: fc.array(
        fc.array(fc.record({ wants: fc.integer({ min: 0, max: 6 }), points: fc.integer({ min: 0, max: 5 }) }), {
          maxLength: 4,
        }),
        { maxLength: 9 },
      ),
    })
    .map(({ type, budget, projects, ballots }) => {
      const hasPoints = type === 'cumulative' || type === 'scoring'
      const rows = projects.map(({ cost, place }, at) => `p${(at * 7) % 10};${cost};${place}`)
      const votes = ballots.map((ballot, voter) => {
        const chosen = new Map(
          ballot.filter(({ wants }) => wants < projects.length).map((one) => [one.wants, one.points]),
        )
        const wanted = [...chosen].slice(0, type === 'choose-1' ? 1 : 4)
        const list = wanted.map(([at]) => `p${(at * 7) % 10}`).join(',')
        return [voter + 1, list, ...(hasPoints ? [wanted.map(([, points]) => points).join(',')] : [])].join(';')
      })
      const head = ['META', 'key;value', `budget;${budget.toFixed(2)}`, `vote_type;${type}`]
      const columns = hasPoints ? 'voter_id;vote;points' : 'voter_id;vote'
      return [...head, 'PROJECTS', 'project_id;cost;settlement', ...rows, 'VOTES', columns, ...votes, ''].join('\n')
    })

const tieBreak = fc
  .uniqueArray(fc.constantFrom<unknown>('lowerCost', 'fileOrder', 'lowestId', { lot: 'seeme 7' }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((by) => ({ kind: 'tieBreak', by }))
const minVotes = fc.integer({ min: 1, max: 3 }).map((votes) => ({ kind: 'minVotes', votes }))
const maybe = (block: fc.Arbitrary<object>) => fc.option(block, { nil: undefined })
const reserve = fc
  .record({
    seats: fc.integer({ min: 1, max: 2 }),
    onlyIfNoneWon: fc.boolean(),
    group: fc.constantFrom('kulad', 'loo'),
  })
  .map((one) => ({ kind: 'reserveSeat', ...one }))
/** Of projects that every file of `anyFile` has. */
const incompatible = fc
  .constantFrom(
    [['p0', 'p7']],
    [['p0', 'p7', 'p4']],
    [
      ['p0', 'p7'],
      ['p7', 'p4'],
    ],
  )
  .map((sets) => ({ kind: 'incompatible', sets }))
const upTo = (kind: string, name: string, max: number) =>
  fc.integer({ min: 1, max }).map((value) => ({ kind, [name]: value }))

export const groups = {
  kulad: { name: { et: 'külad' }, settlements: ['Ülgase küla', 'Haapse küla', 'LOO KÜLA'] },
  loo: { name: { et: 'Loo' }, settlements: ['Loo alevik', 'Loo küla'] },
}

/** Every combination of blocks that the form allows, in every order. */
export const anyRankingRule: fc.Arbitrary<Rulebook> = fc
  .record({
    fit: fc.constantFrom('skip', 'stop'),
    distinct: maybe(upTo('minDistinctSettlements', 'least', 4)),
    others: fc.tuple(
      maybe(tieBreak),
      maybe(minVotes),
      maybe(incompatible),
      maybe(upTo('capPerSettlement', 'most', 2)),
      maybe(upTo('seats', 'seats', 4)),
      maybe(reserve),
      maybe(reserve),
    ),
    order: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 9, maxLength: 9 }),
  })
  .map(({ fit, distinct, others, order }) => {
    const skips = distinct !== undefined
    const blocks = [{ kind: 'fitBudget', otherwise: skips ? 'skip' : fit }, distinct, ...others]
    const sorted = blocks.map((block, at) => ({ block, key: order[at]! })).toSorted((a, b) => a.key - b.key)
    const given = sorted.flatMap(({ block }) => (block === undefined ? [] : [block]))
    return rulebookOf([{ kind: 'rank', by: 'votes' }, ...given], groups)
  })

export const anySharesRule: fc.Arbitrary<Rulebook> = fc
  .record({
    utility: fc.constantFrom('cost', 'count'),
    completion: fc.constantFrom('none', 'add-one'),
    others: fc.tuple(maybe(tieBreak), maybe(minVotes)),
  })
  .map(({ utility, completion, others }) =>
    rulebookOf([{ kind: 'equalShares', utility, completion }, ...others.filter((one) => one !== undefined)]),
  )
