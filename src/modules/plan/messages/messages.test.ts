import { describe, expect, test } from 'vitest'
import { languages } from '#platform/language.ts'
import { periods } from '../calendar.ts'
import { comparedFields } from '../difference.ts'
import { importRefusals, uncertaintyCodes } from '../document/parsed-plan.ts'
import type { Duty } from '../duty.ts'
import { statuses, type Reason } from '../fulfilment.ts'
import type { Rhythm } from '../schedule.ts'
import { importMessages } from './import.ts'
import { sayDuty, saySchedule, saysTheSame } from './schedule.ts'
import { sayReason, statusMessages } from './status.ts'

const november = { period: 'month', owed: 1, counted: 0, start: '2026-11-01', due: '2026-11-30' } as const
const each = { from: '2026-01-01', until: '2026-11-10', records: 7, met: 6 }
const fresh = { days: 35, due: '2026-11-30', latest: '2026-10-26' }
const once = { by: '2026-06-30', on: '2026-05-05' }
const examples: { [C in Reason['code']]: Extract<Reason, { code: C }> } = {
  periodKept: { code: 'periodKept', ...november, period: 'quarter', start: '2026-10-01', counted: 2 },
  periodDueSoon: { code: 'periodDueSoon', ...november },
  periodMissed: { code: 'periodMissed', ...november },
  eachMet: { code: 'eachMet', ...each, met: 7 },
  eachUnmet: { code: 'eachUnmet', ...each },
  freshKept: { code: 'freshKept', ...fresh },
  freshDueSoon: { code: 'freshDueSoon', ...fresh },
  freshExceeded: { code: 'freshExceeded', days: 1, due: '2026-11-30' },
  standingMet: { code: 'standingMet', owed: 10, counted: 12 },
  standingUnmet: { code: 'standingUnmet', owed: 10, counted: 9 },
  onceDone: { code: 'onceDone', ...once },
  onceDoneLate: { code: 'onceDoneLate', ...once, on: '2026-08-05' },
  onceDueSoon: { code: 'onceDueSoon', by: once.by },
  onceOverdue: { code: 'onceOverdue', by: once.by },
  noBinding: { code: 'noBinding' },
  noSource: { code: 'noSource' },
  nothingDueYet: { code: 'nothingDueYet', measuredFrom: '2026-01-01', due: '2026-01-31' },
  nothingHappenedYet: { code: 'nothingHappenedYet', from: each.from, until: each.until },
  dueBeforeMeasuring: { code: 'dueBeforeMeasuring', by: '2023-06-30', measuredFrom: '2026-01-01' },
}

describe.each(languages)('in %s', (language) => {
  test('every status, refusal, uncertainty and field has words', () => {
    const { statuses: statusWords } = statusMessages[language]
    const { refusals, uncertainties, fields } = importMessages[language]
    for (const status of statuses) expect(statusWords[status]).not.toBe('')
    for (const refusal of importRefusals) expect(refusals[refusal]).toMatch(/\.$/u)
    for (const code of uncertaintyCodes) expect(uncertainties[code]).toMatch(/\.$/u)
    for (const field of comparedFields) expect(fields[field]).not.toBe('')
  })

  test('every reason is one sentence with its numbers', () => {
    for (const reason of Object.values(examples)) {
      const said = sayReason(reason, language)
      expect(said).toMatch(/^[\p{Lu}\p{N}].*[^.]\.$/u)
      expect(said).not.toMatch(/undefined|NaN|\[object/u)
      if ('counted' in reason) expect(said).toContain(String(reason.counted))
      if ('by' in reason) expect(said).toContain(reason.by.slice(0, 4))
    }
  })

  test('every rhythm and duty has words', () => {
    const rhythms: Rhythm[] = [
      { kind: 'continuous' },
      ...periods.map((period) => ({ kind: 'every' as const, period, times: 7 })),
      { kind: 'each', event: 'peale eelarvet' },
      { kind: 'once', by: '2026-12-31', approximate: true },
      { kind: 'from', from: '2026-09-01' },
      { kind: 'as-needed' },
    ]
    const duties: Duty[] = [
      { kind: 'per-period', period: 'year', atLeast: 2 },
      { kind: 'each' },
      { kind: 'fresh', days: 21 },
      { kind: 'standing', atLeast: 3 },
      { kind: 'once', by: '2026-12-31' },
    ]
    for (const rhythm of rhythms) expect(saySchedule([rhythm], language)).toMatch(/\p{L}{2}/u)
    for (const duty of duties) expect(sayDuty(duty, language)).toMatch(/\p{L}{2}/u)
  })
})

test('the arithmetic reads as the brief wanted it', () => {
  expect(sayReason(examples.periodDueSoon, 'et')).toBe(
    'Novembris 2026 on vaja vähemalt 1, tehtud on 0; tähtaeg 30. november 2026.',
  )
  expect(sayReason(examples.periodMissed, 'en')).toBe(
    'In November 2026 the promise was at least 1; done: 0; it was due 30 November 2026.',
  )
  expect(sayReason(examples.periodKept, 'ru')).toBe('В IV квартале 2026 года требовалось не менее 1, сделано 2.')
  expect(sayReason(examples.freshExceeded, 'ru')).toContain('раз в 1 день')
})

function said(rhythm: Rhythm): string[] {
  return languages.map((language) => saySchedule([rhythm], language))
}

test('schedules and duties read as a person would say them', () => {
  expect(said({ kind: 'every', period: 'month', times: 1 })).toEqual([
    'üks kord kuus',
    'once a month',
    'один раз в месяц',
  ])
  expect(said({ kind: 'every', period: 'year', times: 3 })).toEqual([
    'kolm korda aastas',
    'three times a year',
    '3 раза в год',
  ])
  expect(said({ kind: 'once', from: '2023-04-01', by: '2023-06-30', approximate: true })).toEqual([
    'umbes 2023. aasta II kvartal',
    'about quarter II of 2023',
    'примерно II квартал 2023 года',
  ])
  expect(said({ kind: 'once', from: '2024-01-01', by: '2025-12-31' })[0]).toBe('2024–2025')
  expect(said({ kind: 'from', from: '2023-01-01' })).toEqual(['alates 2023. aastast', 'from 2023', 'с 2023 года'])
  expect(said({ kind: 'from', from: '2026-09-01' })[0]).toBe('alates 1. septembrist 2026')
  expect(sayDuty({ kind: 'per-period', period: 'month', atLeast: 1 }, 'et')).toBe('vähemalt üks kord kuus')
  expect(sayDuty({ kind: 'per-period', period: 'year', atLeast: 1 }, 'ru')).toBe('не реже одного раза в год')
  expect(sayDuty({ kind: 'per-period', period: 'year', atLeast: 2 }, 'ru')).toBe('не реже 2 раз в год')
  expect(sayDuty({ kind: 'fresh', days: 30 }, 'ru')).toBe('обновлено за последние 30 дней')
})

test.each([
  ['Pidev tegevus, kord kuus', 'pidev tegevus, üks kord kuus', true],
  ['Alates 2023', 'alates 2023. aastast', true],
  ['2 korda aastas', 'kaks korda aastas', true],
  ['Kord aastas', 'kaks korda aastas', false],
  ['Pidev tegevus', 'pidev tegevus, üks kord kuus', false],
])('the deadlines “%s” and “%s” say the same: %s', (written, said, same) => {
  expect(saysTheSame(written, said)).toBe(same)
})
