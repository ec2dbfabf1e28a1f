import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { matchParties, type Post } from './party.ts'

const titles =
  'Vallavanem|Abivallavanem|Vallasekretär|Vallasekretäri abi|Vallavolikogu|Vallavalitsus|IT-juht|Infoturbejuht|Arendusnõunik|Finantsjuht|Kommunikatsioonispetsialist|Keskkonna- ja kommunaalosakonna juht|Külavanem|Noortevolikogu|Noorsootöö- ja spordispetsialist|Noorsootöötaja|Õpilasesindus|Noorteühendus|Haridus-, kultuuri- ja sotsiaalosakonna juhataja|Revisjonikomisjon|Jurist|Osakonnajuhataja|Kantselei|Valdkonna vastutaja'
const aliases: Record<string, string[]> = {
  Osakonnajuhataja: ['Osakondade juhatajad'],
  'Valdkonna vastutaja': ['Valdkondade vastutajad'],
}
const posts: Post[] = titles
  .split('|')
  .map((et) => ({ id: et.toLowerCase(), title: { et }, aliases: aliases[et] ?? [] }))

type Row = { parties: string[] }
const rows = JSON.parse(
  readFileSync(new URL('./document/fixtures/tegevuskava.expected.json', import.meta.url), 'utf8'),
) as Row[]
const written = [...new Set(rows.flatMap((row) => row.parties))].toSorted()

test('every party of the real plan finds its post', () => {
  expect(written).toHaveLength(34)
  const { matched, unmatched } = matchParties(written, posts)
  expect(unmatched).toEqual([])
  const found = Object.fromEntries(matched.map(({ party, postId }) => [party, postId]))
  expect(found).toMatchObject({
    'IT juht': 'it-juht',
    'IT-juht': 'it-juht',
    külavanemad: 'külavanem',
    abivallavanemad: 'abivallavanem',
    Vallavanem: 'vallavanem',
    vallasekretär: 'vallasekretär',
    'vallasekretäri abi': 'vallasekretäri abi',
    vallavolikogu: 'vallavolikogu',
    noortevolikogu: 'noortevolikogu',
    juristid: 'jurist',
    Õpilasesindused: 'õpilasesindus',
    'osakondade juhatajad': 'osakonnajuhataja',
    'Haridus-kultuuri ja sotsiaalosakonna juhataja': 'haridus-, kultuuri- ja sotsiaalosakonna juhataja',
  })
})

test('cases and plurals find their post', () => {
  const forms = [
    'Vallavalitsuse',
    'vallavolikogule',
    'arendusnõunikud',
    'külavanematele',
    'finantsjuhid',
    'Noorteühendused',
    'Kommunikatsioonispetsialistid',
  ]
  const { matched } = matchParties(forms, posts)
  expect(matched.map(({ postId }) => postId)).toEqual([
    'vallavalitsus',
    'vallavolikogu',
    'arendusnõunik',
    'külavanem',
    'finantsjuht',
    'noorteühendus',
    'kommunikatsioonispetsialist',
  ])
})

test('what fits none or several is left for a clerk', () => {
  const twins: Post[] = [
    { id: 'a', title: { et: 'Abivallavanem' }, aliases: [] },
    { id: 'b', title: { et: 'Abivallavanem' }, aliases: [] },
  ]
  expect(matchParties(['abivallavanem', 'kapten'], twins)).toEqual({
    matched: [],
    unmatched: [
      { party: 'abivallavanem', candidates: ['a', 'b'] },
      { party: 'kapten', candidates: [] },
    ],
  })
})
