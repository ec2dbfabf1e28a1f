import { inSteps, mostDecimalsOf, readCount, readDecimal, type Decimal } from './amounts.ts'
import { voteTypes, type Election } from './election.ts'
import { readBallots } from './read-ballots.ts'
import { readRows, type Row, type Table } from './read-rows.ts'
import { WrongFile, type Wrong } from './wrong-file.ts'

const sections = ['META', 'PROJECTS', 'VOTES'] as const
type Section = (typeof sections)[number]

export type ReadFile = { ok: true; election: Election } | { ok: false; wrong: Wrong }

/** Reads a Pabulib file. Of voters it keeps the ballots and nothing else, whatever columns there are. */
export function readPb(bytes: Uint8Array, mostBytes: number): ReadFile {
  try {
    if (bytes.length > mostBytes) throw new WrongFile('tooLarge', undefined, String(mostBytes / 1024 / 1024))
    return { ok: true, election: readElection(decode(bytes)) }
  } catch (error) {
    if (error instanceof WrongFile) return { ok: false, wrong: error.wrong }
    throw error
  }
}

function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  throw new WrongFile('notText')
}

function readElection(text: string): Election {
  const tables = splitSections(readRows(text))
  const { meta, lines } = readMeta(tables.META)
  const asked = (key: string): string => {
    const value = meta.get(key)
    if (value === undefined || value === '') throw new WrongFile('metaMissing', tables.META.header.line, key)
    return value
  }
  const voteType = voteTypes.find((one) => one === asked('vote_type'))
  if (voteType === undefined) throw new WrongFile('voteTypeUnknown', lines.get('vote_type')!, meta.get('vote_type')!)
  const budget = readDecimal(asked('budget'))
  if (budget === null) throw new WrongFile('amountWrong', lines.get('budget')!, meta.get('budget')!)
  const read = readProjects(tables.PROJECTS)
  const decimals = mostDecimalsOf([budget, ...read.map(({ cost }) => cost)])
  const projects = read.map(({ cost, ...project }) => ({ ...project, cost: inSteps(cost, decimals) }))
  const { ballots, pointDecimals } = readBallots(tables.VOTES, { meta, lines, voteType, projects })
  for (const [key, found] of [
    ['num_projects', projects.length],
    ['num_votes', ballots.length],
  ] as const) {
    const said = meta.get(key)
    if (said !== undefined && readCount(said) !== found)
      throw new WrongFile('countWrong', lines.get(key)!, `${key} ${said} ≠ ${found}`)
  }
  return { meta, voteType, budget: inSteps(budget, decimals), decimals, pointDecimals, projects, ballots }
}

function splitSections(rows: readonly Row[]): Record<Section, Table> {
  if (rows.length === 0) throw new WrongFile('empty')
  const found = new Map<Section, { line: number; rows: Row[] }>()
  let current: { line: number; rows: Row[] } | undefined
  for (const row of rows) {
    const section = row.fields.length === 1 ? sections.find((one) => one === row.fields[0]!.toUpperCase()) : undefined
    if (section === undefined) {
      if (current === undefined) throw new WrongFile('beforeSections', row.line, row.fields.join(';'))
      current.rows.push(row)
      continue
    }
    if (found.has(section)) throw new WrongFile('sectionTwice', row.line, section)
    if (sections[found.size] !== section) throw new WrongFile('sectionOrder', row.line, section)
    current = { line: row.line, rows: [] }
    found.set(section, current)
  }
  const table = (section: Section): Table => {
    const part = found.get(section)
    if (part === undefined) throw new WrongFile('sectionMissing', undefined, section)
    const [header, ...its] = section === 'META' ? withHeader(part) : part.rows
    if (header === undefined) throw new WrongFile('columnMissing', part.line, needed[section][0])
    const columns = new Map<string, number>()
    for (const [at, field] of header.fields.entries()) {
      const name = field.toLowerCase()
      if (columns.has(name)) throw new WrongFile('columnTwice', header.line, name)
      columns.set(name, at)
    }
    for (const name of needed[section]) if (!columns.has(name)) throw new WrongFile('columnMissing', header.line, name)
    for (const { line, fields } of its) {
      if (fields.length > columns.size) throw new WrongFile('tooManyFields', line, fields.join(';'))
      if (fields.length < columns.size) throw new WrongFile('tooFewFields', line, fields.join(';'))
    }
    return { header, columns, rows: its }
  }
  return { META: table('META'), PROJECTS: table('PROJECTS'), VOTES: table('VOTES') }
}

/** Some files of Pabulib begin their head without naming its two columns. */
function withHeader({ line, rows }: { line: number; rows: Row[] }): Row[] {
  const first = rows[0]?.fields.map((field) => field.toLowerCase()).toSorted()
  return first?.join(';') === 'key;value' ? rows : [{ line, fields: ['key', 'value'] }, ...rows]
}

const needed: Record<Section, readonly [string, ...string[]]> = {
  META: ['key', 'value'],
  PROJECTS: ['project_id', 'cost'],
  VOTES: ['voter_id', 'vote'],
}

function readMeta({ columns, rows }: Table): { meta: Map<string, string>; lines: Map<string, number> } {
  const meta = new Map<string, string>()
  const lines = new Map<string, number>()
  for (const { line, fields } of rows) {
    const key = fields[columns.get('key')!]!.toLowerCase()
    if (meta.has(key)) throw new WrongFile('metaTwice', line, key)
    meta.set(key, fields[columns.get('value')!]!)
    lines.set(key, line)
  }
  return { meta, lines }
}

type ReadProject = Omit<Election['projects'][number], 'cost'> & { cost: Decimal }

function readProjects({ header, columns, rows }: Table): ReadProject[] {
  if (rows.length === 0) throw new WrongFile('noProjects', header.line)
  const seen = new Set<string>()
  return rows.map(({ line, fields }) => {
    const field = (name: string) => fields[columns.get(name) ?? -1] ?? ''
    const id = field('project_id')
    if (id === '') throw new WrongFile('idEmpty', line)
    // A vote is a list of these with commas between.
    if (/[,\n\r]/.test(id) || id.length > 100) throw new WrongFile('idWrong', line, id)
    if (seen.has(id)) throw new WrongFile('projectTwice', line, id)
    seen.add(id)
    const cost = readDecimal(field('cost'))
    if (cost === null) throw new WrongFile('amountWrong', line, field('cost'))
    if (cost.digits === 0n) throw new WrongFile('costNotPositive', line, id)
    const stated = readDecimal(field('votes'))
    const settlement = field('settlement').normalize('NFC')
    return {
      id,
      cost,
      name: field('name').slice(0, 500),
      settlement: settlement === '' ? null : settlement,
      statedVotes: stated === null || stated.decimals > 0 ? null : stated.digits,
    }
  })
}
