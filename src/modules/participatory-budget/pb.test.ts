import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asJson } from './count/as-json.ts'
import { count } from './count/count.ts'
import { finish } from './count/run.ts'
import { refusalMessages } from './messages/refusals.ts'
import { countSupport, voteTypes } from './pb/election.ts'
import { readPb } from './pb/read-pb.ts'
import { writePb } from './pb/write-pb.ts'
import { builtInRules } from './rulebook/built-in.ts'
import { anyFile, electionOf } from './testing.ts'

const head = 'META\nkey;value\nbudget;1000\nvote_type;approval\n'
const projects = 'PROJECTS\nproject_id;cost;name\nA;300;Aed\nB;700;"Pink; ""must"""\n'
const votes = 'VOTES\nvoter_id;age;sex;vote\nx1;34;M;A,B\nx2;17;F;B\n'
const whole = head + projects + votes

function wrongOf(text: string | Uint8Array) {
  const read = readPb(typeof text === 'string' ? new TextEncoder().encode(text) : text, 100_000)
  return read.ok ? 'right' : refusalMessages.en.wrong(read.wrong)
}

describe('a .pb file', () => {
  it('is read with quotes, comments, empty lines, a byte order mark and any ends of lines', () => {
    const written = `\u{FEFF}# hääled\n${whole.replace('PROJECTS', '\n# ideed\nPROJECTS')}`
    for (const text of [written, written.replaceAll('\n', '\r\n')]) {
      const election = electionOf(text)
      expect(election.projects.map(({ name }) => name)).toEqual(['Aed', 'Pink; "must"'])
      expect(countSupport(election).votes).toEqual([1, 2])
    }
  })

  it('may begin without naming the columns of its head', () => {
    expect(electionOf(whole.replace('key;value\n', '')).budget).toBe(1000n)
  })

  it('has amounts exactly, with point or comma', () => {
    const election = electionOf(whole.replace('budget;1000', 'budget;216829,41').replace('A;300', 'A;0.1000'))
    expect([election.decimals, election.budget, election.projects[0]!.cost]).toEqual([2, 21682941n, 10n])
  })

  it('gives points by the kind of vote', () => {
    const points = 'VOTES\nvoter_id;vote;points\n1;A,B;2,0.5\n2;B;0\n'
    const scored = countSupport(electionOf(head.replace('approval', 'scoring') + projects + points))
    expect(scored).toEqual({ votes: [1, 1], score: [20n, 5n] })
    const ordered = head.replace('approval', 'ordinal\nmax_length;3') + projects + votes
    expect(countSupport(electionOf(ordered)).score).toEqual([3n, 5n])
  })

  it('is written without a word about voters', () => {
    const text = writePb(electionOf(whole.replace('key;value', 'key;value\nsecret;Mari 34')))
    expect(text).toBe(
      'META\nkey;value\nnum_projects;2\nnum_votes;2\nbudget;1000\nvote_type;approval\n' +
        'PROJECTS\nproject_id;cost;votes;name\nA;300;1;Aed\nB;700;2;"Pink; ""must"""\nVOTES\nvoter_id;vote\n1;A,B\n2;B\n',
    )
  })

  it('says the same after it was written', () => {
    fc.assert(
      fc.property(anyFile(voteTypes), (file) => {
        const text = writePb(electionOf(file))
        expect(countSupport(electionOf(text))).toEqual(countSupport(electionOf(file)))
        expect(writePb(electionOf(text))).toBe(text)
      }),
    )
  })

  const faults: [what: string, text: string, sentence: string][] = [
    ['nothing', '', 'The file is empty.'],
    ['another thing', 'id,name\n1,2\n', 'Line 1: the file must begin with the row META; here stands “id,name”.'],
    ['no votes', head + projects, 'The file has no section VOTES.'],
    ['sections in another order', head + votes, 'Line 5: the section VOTES is out of place'],
    ['a section twice', head + projects + projects, 'Line 9: the section PROJECTS is there a second time.'],
    ['no budget', whole.replace('budget', 'money'), 'Line 2: the head has no budget.'],
    ['an unknown kind of vote', whole.replace('approval', 'majority'), 'Line 4: the vote_type “majority” is not known'],
    ['a budget that is none', whole.replace('1000', '-5'), 'Line 3: “-5” is no amount.'],
    ['a cost that is none', whole.replace('A;300', 'A;3e2'), 'Line 7: “3e2” is no amount.'],
    ['a cost of nothing', whole.replace('A;300', 'A;0.00'), 'Line 7: the cost of project A must be above zero.'],
    ['a project twice', whole.replace('B;700', 'A;700'), 'Line 8: the project A is there twice.'],
    ['a project without id', whole.replace('A;300', ';300'), 'Line 7: the identifier is empty.'],
    ['a voter twice', whole.replace('x2', 'x1'), 'Line 12: the voter x1 is there twice.'],
    ['a vote for nothing there', whole.replace('F;B', 'F;C'), 'Line 12: there is no project “C” among the projects.'],
    [
      'a project twice in a vote',
      whole.replace('A,B', 'A,A'),
      'Line 11: a project stands twice in the same vote: A,A.',
    ],
    [
      'too long a vote',
      whole.replace('budget', 'max_length;1\nbudget'),
      'Line 12: the vote names too many projects. At most 1.',
    ],
    [
      'too short a vote',
      whole.replace('budget', 'min_length;2\nbudget'),
      'Line 13: the vote names too few projects. At least 2.',
    ],
    [
      'two choices of one',
      whole.replace('approval', 'choose-1'),
      'Line 11: the vote names too many projects. At most 1.',
    ],
    [
      'fewer votes than said',
      whole.replace('budget', 'num_votes;3\nbudget'),
      'Line 3: the number does not agree: num_votes 3 ≠ 2.',
    ],
    [
      'no points',
      whole.replace('approval', 'cumulative'),
      'Line 10: the column points is missing, which cumulative asks for.',
    ],
    [
      'words after a quote',
      whole.replace('""must"""', 'x" must'),
      'Line 8: after a closing quotation mark comes a semicolon',
    ],
    ['a quote without end', `${whole}x3;1;F;"A`, 'Line 13: a quotation mark opens and does not close.'],
    ['fields too many', whole.replace('Aed', 'Aed; ilus'), 'Line 7: there are more fields than columns'],
    ['fields too few', whole.replace('A;300;', 'A;300 '), 'Line 7: there are fewer fields than columns'],
    ['a column twice', whole.replace('cost;name', 'cost;cost'), 'Line 6: the column cost is there twice.'],
    ['no cost', whole.replace('cost;name', 'price;name'), 'Line 6: the column cost is missing.'],
    ['a head twice', whole.replace('budget', 'budget;1\nbudget'), 'Line 4: budget is there twice.'],
    ['a size too large', whole + '#'.repeat(200_000), 'The file is too large.'],
  ]
  it.each(faults)('with %s is refused by a sentence that names the line', (_, text, sentence) => {
    expect(wrongOf(text)).toContain(sentence)
  })

  it('of other bytes than text is refused', () => {
    expect(wrongOf(new Uint8Array([0xff, 0xfe, 0x00]))).toBe('This is no .pb file: it is not text in UTF-8.')
    expect(wrongOf('META\0')).toBe('This is no .pb file: it is not text in UTF-8.')
  })

  it('of any bytes is read or refused, never broken on', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(whole.length), (bytes, at) => {
        wrongOf(bytes)
        wrongOf(whole.slice(0, at) + new TextDecoder().decode(bytes) + whole.slice(at))
      }),
      { numRuns: 1000 },
    )
  })
})

// Real rounds, not shipped with the program: counted where they are at hand.
const real = '../shared/data/pabulib'

it('real rounds come out as they did, and as another program counts them', () => {
  if (!existsSync(`${real}/expected.json`)) return
  const expected = JSON.parse(readFileSync(`${real}/expected.json`, 'utf8')) as Record<
    string,
    Record<string, string[] | null>
  >
  for (const name of readdirSync(real).filter((one) => one.endsWith('.pb'))) {
    const election = electionOf(readFileSync(`${real}/${name}`, 'utf8'))
    for (const rulebook of builtInRules) {
      const winners = expected[name]![rulebook.key === 'greedy' ? 'greedy_official' : rulebook.key]
      if (!Array.isArray(winners)) continue
      const counted = finish(count(election, rulebook))
      expect(counted.ok && asJson(counted.outcome).winners, `${name} ${rulebook.key}`).toEqual(winners)
    }
  }
})
