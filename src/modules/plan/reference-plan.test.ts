import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { referencePlan } from './reference-plan.ts'

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as unknown
const plan = referencePlan.parse(read('../../../sites/joelahtme/plan.json'))
const act = read('./document/fixtures/tegevuskava.expected.json') as { number: string; schedule: unknown }[]
const commitments = plan.chapters.flatMap((chapter) => chapter.commitments)

test('the reference plan has the act’s 6 chapters and 37 commitments, with the act’s numbers and schedules', () => {
  expect(plan.chapters.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
  expect(commitments.map(({ number, schedule }) => ({ number, schedule }))).toEqual(
    act.map(({ number, schedule }) => ({ number, schedule })),
  )
  for (const { number, commitments } of plan.chapters) {
    for (const commitment of commitments) expect(commitment.number).toMatch(new RegExp(`^${number}\\.`, 'u'))
  }
})

test('each language is written in its own letters', () => {
  const texts = [plan.title, plan.introduction, ...plan.chapters.map(({ title }) => title)]
  for (const { et, en, ru } of [
    ...texts,
    ...commitments.flatMap(({ name, text, fulfilment }) => [name, text, fulfilment]),
  ]) {
    expect(ru).toMatch(/\p{Script=Cyrillic}/u)
    expect(et + en).not.toMatch(/\p{Script=Cyrillic}/u)
    expect(new Set([et, en, ru]).size).toBe(3)
  }
})

test('the evidence that the people module offers at once is bound', () => {
  const bound = Object.fromEntries(commitments.map(({ number, bindings }) => [number, bindings[0]]))
  expect(bound['3.1']).toEqual({
    keys: ['people.settlements-with-elder'],
    duty: { kind: 'standing', atLeast: 10 },
    measuredFrom: '2026-01-01',
  })
  expect(bound['2.4']?.keys).toEqual(['people.working-groups-with-community-members'])
  expect(bound['4.1']?.keys).toEqual(['people.youth-council-members-in-committees'])
})
