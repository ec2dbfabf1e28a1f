import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listExamples } from './examples.ts'
import { siteFiles } from '#platform/site-files.ts'
import { tallyCommand } from './tally-command.ts'

const site = siteFiles('sites/joelahtme')
const rules = { name: 'participatory-budget.json', bytes: readFileSync('sites/joelahtme/participatory-budget.json') }
const fileOf = (key: string) => ({
  name: `${key}.pb`,
  bytes: listExamples(site)
    .find((one) => one.key === key)!
    .read(),
})
const text = (words: string) => new TextEncoder().encode(words)
const counted = (rule: string, key: string) => {
  const { lines, code } = tallyCommand({ rule, file: fileOf(key) })
  expect(code, lines.join()).toBe(0)
  expect(lines).toHaveLength(1)
  return JSON.parse(lines[0]!) as { winners: string[]; spent: number; steps: object[] }
}

describe('npm run pb:tally', () => {
  // Six want A, B, C for 10 000 together; four want D, three of them E too. Each has 1000.
  it.each([
    ['greedy', ['A', 'B', 'C'], 10_000],
    ['greedy-stop', ['A', 'B', 'C'], 10_000],
    // A, B, C ask 1/6 per euro, so A by its id; 2000 are left for B and C. D by four at 750; 750 are left for E.
    ['equal-shares-cost', ['A', 'D'], 7000],
    // E at 333 1/3, C at 416 2/3, B at the 583 1/3 that six have left, D with all that four have left.
    ['equal-shares-count', ['C', 'B', 'E', 'D'], 10_000],
  ])('counts by %s', (rule, winners, spent) => {
    const json = counted(rule, 'kuus-ja-neli')
    expect(Object.keys(json)).toEqual(['winners', 'spent', 'steps'])
    expect(json.winners).toEqual(winners.toSorted())
    expect(json.spent).toBe(spent)
  })

  it('counts by a file of rules, one or several', () => {
    const asked = { ruleFile: rules, file: fileOf('kaksteist-ideed') }
    const { winners } = JSON.parse(tallyCommand({ ...asked, rule: 'joelahtme-2026' }).lines[0]!) as {
      winners: string[]
    }
    expect(winners).toEqual(['1', '2', '3', '5'])
    const cap = JSON.parse(tallyCommand({ ...asked, rule: 'joelahtme-2022' }).lines[0]!) as { winners: string[] }
    expect(cap.winners).toContain('1')
    expect(cap.winners).not.toContain('2')
    const one = (JSON.parse(new TextDecoder().decode(rules.bytes)) as { rulebooks: object[] }).rulebooks[1]
    const alone = { name: 'one.json', bytes: text(JSON.stringify(one)) }
    expect(JSON.parse(tallyCommand({ ruleFile: alone, file: asked.file }).lines[0]!)).toMatchObject({ winners })
  })

  it.each([
    ['no file', { rule: 'greedy' }, 'Usage: npm run -s pb:tally'],
    ['no rule', { file: fileOf('kuus-ja-neli') }, 'RULE: greedy, greedy-stop, equal-shares-cost'],
    ['an unknown rule', { rule: 'best', file: fileOf('kuus-ja-neli') }, 'There is no rule best.'],
    [
      'rules that are no JSON',
      { ruleFile: { name: 'r', bytes: text('{') }, file: fileOf('kuus-ja-neli') },
      'r is no JSON',
    ],
    [
      'rules of another form',
      { ruleFile: { name: 'r', bytes: text('{}') }, file: fileOf('kuus-ja-neli') },
      'r holds no rules',
    ],
    ['a wrong file', { rule: 'greedy', file: { name: 'v.pb', bytes: text('META') } }, 'v.pb: '],
    [
      'points by equal shares',
      { rule: 'equal-shares-cost', file: fileOf('kumme-punkti') },
      'Equal shares are counted here only',
    ],
  ])('says what is wrong with %s', (_, asked, sentence) => {
    const { lines, code } = tallyCommand(asked)
    expect(code).toBeGreaterThan(0)
    expect(lines.join('\n')).toContain(sentence)
  })
})
