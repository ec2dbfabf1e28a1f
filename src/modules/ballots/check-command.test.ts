import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openTestApp } from '#test/app.ts'
import { checkCommand } from './check-command.ts'
import { ballotPaths } from './paths.ts'

const archive = readFileSync(join(import.meta.dirname, 'belenios/examples/one-of-three.bel'))

it('the command tells every part, the counts and what is not proved, and is 0 only for a whole proof', () => {
  const told: string[] = []
  const { lines, code } = checkCommand(archive, null, (line) => told.push(line))
  expect(code).toBe(1)
  expect(told).toEqual(['11 of 11 ballots'])
  for (const line of ['ok      ballots', 'missing secondProofs', 'ballots 11, voters counted 10'])
    expect(lines).toContain(line)
  expect(lines.filter((line) => /^ +\d+ /.test(line)).map((line) => line.trim().split(' ')[0])).toEqual(['4', '5', '1'])
  const broken = Uint8Array.from(archive)
  broken[5000]! ^= 1
  expect(checkCommand(broken, null, () => undefined).lines).toContain('FAILS   chain')
  expect(checkCommand(new TextEncoder().encode('not an archive'), null, () => undefined).code).toBe(1)
})

it('the page is there in three languages, and a nameless reader gets it from memory', async () => {
  const app = await openTestApp()
  for (const [prefix, title] of [
    ['', 'Kontrolli salajast hääletust ise'],
    ['/en', 'Check a secret vote yourself'],
    ['/ru', 'Проверьте тайное голосование сами'],
  ]) {
    const answer = await app.visitor.get(`${prefix}${ballotPaths.check}`)
    expect([answer.status, answer.page.querySelector('h1')?.text]).toEqual([200, title])
    expect(await app.countQueries(() => app.visitor.get(`${prefix}${ballotPaths.check}`))).toBe(0)
  }
})
