import { countSupport, sayDecimal, type Election } from './election.ts'

/** What of the head is written: nothing in it is about a person. */
const publicKeys = [
  'description',
  'country',
  'unit',
  'subunit',
  'instance',
  'district',
  'num_projects',
  'num_votes',
  'budget',
  'currency',
  'vote_type',
  'rule',
  'date_begin',
  'date_end',
  'language',
  'edition',
  'min_length',
  'max_length',
  'max_sum_points',
  'comment',
]

/** A Pabulib file by which anybody can count again: ballots under running numbers, no column about the voter. */
export function writePb(election: Election): string {
  const { meta, projects, ballots, decimals, pointDecimals, voteType } = election
  const { votes, score } = countSupport(election)
  const hasPoints = voteType === 'cumulative' || voteType === 'scoring'
  const hasSettlements = projects.some(({ settlement }) => settlement !== null)
  const head = new Map(meta).set('num_projects', String(projects.length)).set('num_votes', String(ballots.length))
  head.set('budget', sayDecimal(election.budget, decimals))
  const lines = ['META', 'key;value']
  for (const key of publicKeys) {
    const value = head.get(key)
    if (value !== undefined && value !== '') lines.push(row([key, value]))
  }
  const columns = ['project_id', 'cost', 'votes', 'name', ...(hasSettlements ? ['settlement'] : [])]
  lines.push('PROJECTS', [...columns, ...(hasPoints ? ['score'] : [])].join(';'))
  for (const [at, { id, cost, name, settlement }] of projects.entries()) {
    const place = hasSettlements ? [settlement ?? ''] : []
    const points = hasPoints ? [sayDecimal(score[at]!, pointDecimals)] : []
    lines.push(row([id, sayDecimal(cost, decimals), String(votes[at]!), name, ...place, ...points]))
  }
  lines.push('VOTES', hasPoints ? 'voter_id;vote;points' : 'voter_id;vote')
  for (const [at, { chosen, points }] of ballots.entries()) {
    const vote = chosen.map((one) => projects[one]!.id).join(',')
    const given = hasPoints ? [points.map((one) => sayDecimal(one, pointDecimals)).join(',')] : []
    lines.push(row([String(at + 1), vote, ...given]))
  }
  return `${lines.join('\n')}\n`
}

const row = (fields: readonly string[]) => fields.map(quote).join(';')

// A row that begins with # would be read as a comment.
const quote = (field: string) => (/[;"\n\r]|^#/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)
