import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDeadline } from './deadline.ts'
import { schedule, type Rhythm } from './schedule.ts'

const continuous: Rhythm = { kind: 'continuous' }
const every = (period: 'month' | 'quarter' | 'year', times = 1): Rhythm => ({ kind: 'every', period, times })
const once = (from: string, by: string): Rhythm => ({ kind: 'once', from, by })
const by = (day: string): Rhythm => ({ kind: 'once', by: day })

describe('a deadline is understood as an Estonian reader would', () => {
  test.each<[string, Rhythm[]]>([
    ['Pidev tegevus', [continuous]],
    ['Jooksvalt', [continuous]],
    ['Pidev tegevus, kord kuus', [continuous, every('month')]],
    ['Pidev tegevus\nKord aastas', [continuous, every('year')]],
    ['Vähemalt kaks korda aastas', [every('year', 2)]],
    ['kolm korda kvartalis', [every('quarter', 3)]],
    ['üks kord kvartalis', [every('quarter')]],
    ['kord poolaastas', [every('year', 2)]],
    ['Igal aastal', [every('year')]],
    ['iga-aastaselt', [every('year')]],
    ['igakuiselt', [every('month')]],
    ['igas kuus', [every('month')]],
    ['2023', [once('2023-01-01', '2023-12-31')]],
    ['2023. aastal', [once('2023-01-01', '2023-12-31')]],
    ['2023. a', [once('2023-01-01', '2023-12-31')]],
    ['2024 - 2025', [once('2024-01-01', '2025-12-31')]],
    ['2022–2023', [once('2022-01-01', '2023-12-31')]],
    ['2022 kuni 2023', [once('2022-01-01', '2023-12-31')]],
    ['2023 II kvartal', [once('2023-04-01', '2023-06-30')]],
    ['IV kvartalis 2024', [once('2024-10-01', '2024-12-31')]],
    ['2024. aasta 1. kvartal', [once('2024-01-01', '2024-03-31')]],
    ['II poolaasta 2026', [once('2026-07-01', '2026-12-31')]],
    ['2026. a I poolaasta', [once('2026-01-01', '2026-06-30')]],
    ['detsember 2026', [once('2026-12-01', '2026-12-31')]],
    ['2024. aasta veebruaris', [once('2024-02-01', '2024-02-29')]],
    ['sept 2022 - mai 2023', []],
    ['september 2022 - mai 2023', [once('2022-09-01', '2023-05-31')]],
    ['31.12.2026', [by('2026-12-31')]],
    ['31. detsember 2026', [by('2026-12-31')]],
    ['hiljemalt 1. märtsiks 2027', [by('2027-03-01')]],
    ['2026 lõpuks', [by('2026-12-31')]],
    ['2026. aasta lõpuks', [by('2026-12-31')]],
    ['2026 II kvartali lõpuks', [by('2026-06-30')]],
    ['01.03.2024 - 31.05.2024', [once('2024-03-01', '2024-05-31')]],
    ['Alates 2023', [{ kind: 'from', from: '2023-01-01' }]],
    ['alates 01.09.2026', [{ kind: 'from', from: '2026-09-01' }]],
    ['Igal aastal peale eelarve vastuvõtmist', [{ kind: 'each', event: 'peale eelarve vastuvõtmist' }]],
    ['vastavalt vajadusele', [{ kind: 'as-needed' }]],
  ])('%s', (written, expected) => {
    const read = parseDeadline(written)
    if (expected.length > 0) expect(read.schedule).toEqual(expected)
    else expect(read.leftover).not.toBe('')
  })

  test('words that tell no time are left over, not lost', () => {
    expect(parseDeadline('Ümarlaud vähemalt kord aastas')).toEqual({
      schedule: [every('year')],
      understood: true,
      leftover: 'ümarlaud',
    })
    expect(parseDeadline('orienteeruvalt 2023 II kvartalis').schedule).toEqual([
      { kind: 'once', from: '2023-04-01', by: '2023-06-30', approximate: true },
    ])
  })

  test.each(['', 'millalgi', '31.02.2026', '0 korda aastas', '99 korda kuus', 'V kvartal', '2025 - 2024 -', 'kord'])(
    'is not made up: "%s"',
    (written) => {
      const read = parseDeadline(written)
      if (written === '2025 - 2024 -') expect(read.schedule).toHaveLength(2)
      else expect(read.understood).toBe(false)
    },
  )
})

test('any text gives a schedule that the schema accepts', () => {
  const piece = fc.oneof(
    fc.constantFrom('kord', 'kuus', 'aastas', '2023', '31.12.2026', 'II', 'kvartal', 'alates', '-', 'kuni', 'lõpuks'),
    fc.constantFrom('igal', 'aastal', 'peale', 'vastavalt vajadusele', 'pidev', '⟦0⟧', '9', ',', '.', 'mai', '2.'),
    fc.string({ maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const read = parseDeadline(pieces.join(' '))
      expect(schedule.safeParse(read.schedule).success).toBe(true)
      expect(read.understood).toBe(read.schedule.length > 0)
    }),
    { numRuns: 1_000 },
  )
})
