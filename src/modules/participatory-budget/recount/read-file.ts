import { ratio, readRatio, type Ratio } from './ratio.ts'

export type Idea = { id: string; cost: Ratio; place: string; nth: number; votes: bigint; points: Ratio }
export type Voter = { wants: ReadonlySet<string> }
export type Count = { budget: Ratio; ideas: Idea[]; voters: Voter[] }

/** Reads what the writer of this module writes, by means of its own. */
export function readFileAgain(text: string): Count {
  const parts = text.split(/^(META|PROJECTS|VOTES)$/m)
  const section = (name: string) => tableOf(parts[parts.indexOf(name) + 1] ?? '')
  const head = new Map(section('META').map(({ key = '', value = '' }) => [key, value]))
  const voteRows = section('VOTES')
  const most = BigInt(head.get('max_length') ?? head.get('num_projects') ?? '0')
  const given = new Map<string, Ratio[]>()
  const voters = voteRows.map(({ vote = '', points }) => {
    const ids = vote.split(',').filter((id) => id !== '')
    const list = points?.split(',') ?? []
    for (const [nth, id] of ids.entries()) {
      const ordinal = ratio(most - BigInt(nth))
      const worth =
        points !== undefined ? readRatio(list[nth]!) : head.get('vote_type') === 'ordinal' ? ordinal : ratio(1n)
      given.set(id, [...(given.get(id) ?? []), worth])
    }
    return { wants: new Set(ids) }
  })
  const ideas = section('PROJECTS').map((row, nth): Idea => {
    const all = given.get(row.project_id!) ?? []
    const points = all.reduce<Ratio>((sum, one) => ratio(sum[0] * one[1] + one[0] * sum[1], sum[1] * one[1]), [0n, 1n])
    const votes = BigInt(all.filter(([above]) => above > 0n).length)
    const place = (row.settlement ?? '').toLocaleLowerCase('et')
    return { id: row.project_id!, cost: readRatio(row.cost!), place, nth, votes, points }
  })
  return { budget: readRatio(head.get('budget')!), ideas, voters }
}

function tableOf(text: string): Record<string, string>[] {
  const [header = [], ...rows] = text
    .split('\n')
    .filter((line) => line !== '')
    .map(cellsOf)
  return rows.map((cells) => Object.fromEntries(cells.map((cell, nth) => [header[nth]!, cell])))
}

const cellsOf = (line: string): string[] =>
  [...`;${line}`.matchAll(/;("(?:[^"]|"")*"|[^;]*)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  )
