import { describe, expect, test } from 'vitest'
import type { Binding, Duty, MonthlyCount } from './duty.ts'
import { computeStatus, summarize, worstOf } from './status.ts'

const monthly: Duty = { kind: 'per-period', period: 'month', atLeast: 1 }
const offered = new Set(['newsletter.issues'])

function bound(duty: Duty, measuredFrom = '2026-01-01'): Binding {
  return { keys: ['newsletter.issues'], duty, measuredFrom }
}

function counted(latest: string, over: Partial<MonthlyCount> = {}): MonthlyCount {
  return { key: 'newsletter.issues', month: latest.slice(0, 7), records: 1, met: 1, latest, vouched: false, ...over }
}

function statusOf(duty: Duty, evidence: MonthlyCount[], today: string, keys: ReadonlySet<string> = offered) {
  return computeStatus(bound(duty), evidence, keys, today)
}

const vouched = { vouched: true }
const nowhere = new Set<string>()

describe('the last day of a finished year', () => {
  const atEnd = (duty: Duty, evidence: MonthlyCount[]) =>
    computeStatus(bound(duty), evidence, offered, '2026-12-31', true)

  test('what was due on it is missed, not open', () => {
    const evidence = [counted('2026-11-05')]
    expect(statusOf(monthly, evidence, '2026-12-31')).toMatchObject({ status: 'due-soon' })
    const judged = atEnd(monthly, evidence)
    expect(judged).toMatchObject({ status: 'late', reason: { code: 'periodMissed', due: '2026-12-31', counted: 0 } })
    expect(judged.occurrences).toHaveLength(12)
    expect(judged.occurrences.at(-1)).toMatchObject({ due: '2026-12-31', met: 'missed' })
    expect(atEnd({ kind: 'once', by: '2026-12-31' }, [])).toMatchObject({ status: 'late' })
  })

  test('what was done each time is kept, no longer open', () => {
    const evidence = [counted('2026-03-03')]
    expect(statusOf({ kind: 'each' }, evidence, '2026-12-31').occurrences.at(-1)?.met).toBe('open')
    expect(atEnd({ kind: 'each' }, evidence).occurrences.at(-1)?.met).toBe('kept')
    expect(atEnd(monthly, [counted('2026-12-31')]).status).toBe('kept')
  })
})

describe('something is owed every month', () => {
  test('the month’s own record keeps it', () => {
    expect(statusOf(monthly, [counted('2026-11-02')], '2026-11-10')).toMatchObject({
      status: 'kept',
      reason: { code: 'periodKept', owed: 1, counted: 1, start: '2026-11-01', due: '2026-11-30' },
      nextDue: '2026-12-31',
      lastEvidenceOn: '2026-11-02',
    })
  })

  test('last month’s record keeps it until a week before the due day, then it is due soon', () => {
    const evidence = [counted('2026-10-20')]
    expect(statusOf(monthly, evidence, '2026-11-22')).toMatchObject({
      status: 'kept',
      reason: { start: '2026-10-01', counted: 1 },
      nextDue: '2026-11-30',
    })
    expect(statusOf(monthly, evidence, '2026-11-23')).toMatchObject({ status: 'due-soon', reason: { counted: 0 } })
    expect(statusOf(monthly, evidence, '2026-11-30').status).toBe('due-soon')
    expect(statusOf(monthly, evidence, '2026-12-01')).toMatchObject({
      status: 'late',
      reason: { code: 'periodMissed', due: '2026-11-30', owed: 1, counted: 0 },
    })
  })

  test('a miss that is made good is kept again, and stays in the history', () => {
    const { status, occurrences } = statusOf(monthly, [counted('2026-09-09'), counted('2026-11-03')], '2026-11-05')
    expect(status).toBe('kept')
    expect(occurrences.slice(-3).map(({ met }) => met)).toEqual(['kept', 'missed', 'kept'])
  })

  test('nothing is missed before measuring began, nor in the month in which it began', () => {
    const binding = bound(monthly, '2026-10-15')
    expect(computeStatus(binding, [], offered, '2026-10-31')).toMatchObject({
      status: 'not-measured',
      reason: { code: 'nothingDueYet', due: '2026-11-30' },
    })
    expect(computeStatus(binding, [], offered, '2026-11-30').status).toBe('due-soon')
    expect(computeStatus(binding, [], offered, '2026-12-01').status).toBe('late')
    expect(computeStatus(binding, [counted('2026-10-16')], offered, '2026-10-20').status).toBe('kept')
    expect(
      computeStatus(binding, [], offered, '2026-12-01')
        .occurrences.slice(-3)
        .map(({ met }) => met),
    ).toEqual(['before-measuring', 'missed', 'open'])
  })

  test('quarters and years have longer notice', () => {
    const quarterly: Duty = { kind: 'per-period', period: 'quarter', atLeast: 2 }
    const yearly: Duty = { kind: 'per-period', period: 'year', atLeast: 1 }
    const evidence = [counted('2026-08-01', { records: 2, met: 2 })]
    expect(statusOf(quarterly, evidence, '2026-12-16').status).toBe('kept')
    expect(statusOf(quarterly, evidence, '2026-12-17').status).toBe('due-soon')
    expect(statusOf(yearly, [], '2026-11-30').status).toBe('not-measured')
    expect(statusOf(yearly, [], '2026-12-01').status).toBe('due-soon')
    expect(statusOf(yearly, [], '2027-01-01').status).toBe('late')
  })
})

describe('where no module measures', () => {
  test('an absence proves nothing', () => {
    const { status, reason } = statusOf(monthly, [], '2026-12-31', nowhere)
    expect([status, reason]).toEqual(['not-measured', { code: 'noSource' }])
  })

  test('vouched evidence keeps it, is shown as vouched, and lapses without making anyone late', () => {
    const evidence = [counted('2026-10-20', vouched)]
    expect(statusOf(monthly, evidence, '2026-10-21', nowhere)).toMatchObject({ status: 'kept', vouched: true })
    expect(statusOf(monthly, evidence, '2026-11-30', nowhere)).toMatchObject({ status: 'kept', vouched: true })
    expect(statusOf(monthly, evidence, '2026-12-01', nowhere)).toMatchObject({
      status: 'not-measured',
      reason: { code: 'noSource' },
    })
  })

  test('vouched evidence beside measured is marked only where the status needs it', () => {
    const both = [counted('2026-11-02'), counted('2026-11-03', vouched)]
    expect(statusOf(monthly, both, '2026-11-10').vouched).toBe(false)
    expect(statusOf(monthly, [both[1]!], '2026-11-10')).toMatchObject({ status: 'kept', vouched: true })
  })

  test('nothing is bound', () => {
    expect(computeStatus(undefined, [], offered, '2026-11-10').reason).toEqual({ code: 'noBinding' })
    expect(computeStatus({ ...bound(monthly), keys: [] }, [], offered, '2026-11-10').reason.code).toBe('noBinding')
  })
})

describe('every record must be met', () => {
  const each: Duty = { kind: 'each' }

  test('one that is not met makes it late for the running year', () => {
    const evidence = [counted('2026-03-03', { records: 4, met: 4 }), counted('2026-05-03', { records: 3, met: 2 })]
    expect(statusOf(each, evidence.slice(0, 1), '2026-06-01')).toMatchObject({
      status: 'kept',
      reason: { code: 'eachMet', from: '2026-01-01', until: '2026-06-01', records: 4, met: 4 },
    })
    expect(statusOf(each, evidence, '2026-06-01')).toMatchObject({
      status: 'late',
      reason: { code: 'eachUnmet', records: 7, met: 6 },
    })
    expect(statusOf(each, evidence, '2027-01-01')).toMatchObject({
      status: 'not-measured',
      reason: { code: 'nothingHappenedYet' },
      occurrences: [{ start: '2026-01-01', met: 'missed', owed: 7, counted: 6 }],
    })
  })

  test('records from before measuring are not held against anyone', () => {
    const binding = bound(each, '2026-04-01')
    const evidence = [counted('2026-03-03', { met: 0 }), counted('2026-04-03')]
    expect(computeStatus(binding, evidence, offered, '2026-05-01').status).toBe('kept')
  })
})

describe('the newest record must be fresh', () => {
  const fresh: Duty = { kind: 'fresh', days: 30 }

  test('it is kept, due soon in its last week, and late the day after', () => {
    const evidence = [counted('2026-10-01')]
    expect(statusOf(fresh, evidence, '2026-10-23')).toMatchObject({ status: 'kept', nextDue: '2026-10-31' })
    expect(statusOf(fresh, evidence, '2026-10-24').status).toBe('due-soon')
    expect(statusOf(fresh, evidence, '2026-10-31').status).toBe('due-soon')
    expect(statusOf(fresh, evidence, '2026-11-01')).toMatchObject({
      status: 'late',
      reason: { code: 'freshExceeded', days: 30, latest: '2026-10-01', due: '2026-10-31' },
    })
  })

  test('measuring first waits as long as a record may be old', () => {
    expect(statusOf(fresh, [], '2026-01-31').reason).toMatchObject({ code: 'nothingDueYet', due: '2026-01-31' })
    expect(statusOf(fresh, [], '2026-02-01').status).toBe('late')
    expect(statusOf(fresh, [counted('2025-06-01')], '2026-01-15').status).toBe('not-measured')
    expect(statusOf(fresh, [counted('2026-01-15', { met: 0 })], '2026-02-01').status).toBe('late')
  })
})

describe('so many must be in force', () => {
  const standing: Duty = { kind: 'standing', atLeast: 10 }

  test('the newest level counts, not the sum of months', () => {
    const levels = [counted('2026-09-30', { records: 12, met: 12 }), counted('2026-11-10', { records: 12, met: 9 })]
    expect(statusOf(standing, levels, '2026-10-15')).toMatchObject({
      status: 'kept',
      reason: { counted: 12, owed: 10 },
    })
    expect(statusOf(standing, levels, '2026-11-10')).toMatchObject({
      status: 'late',
      reason: { code: 'standingUnmet', counted: 9, owed: 10 },
    })
    expect(statusOf(standing, [], '2025-12-31').reason.code).toBe('nothingDueYet')
  })

  test('vouched ones add to it for a year', () => {
    const evidence = [counted('2026-03-01', { records: 10, met: 10, vouched: true })]
    expect(statusOf(standing, evidence, '2027-02-28', nowhere)).toMatchObject({ status: 'kept', vouched: true })
    expect(statusOf(standing, evidence, '2027-03-01', nowhere).status).toBe('not-measured')
  })
})

describe('something is owed once', () => {
  const once: Duty = { kind: 'once', by: '2026-06-30' }

  test('done stays done, and done late is said to be late in the history', () => {
    expect(statusOf(once, [counted('2026-05-05')], '2029-01-01')).toMatchObject({
      status: 'kept',
      reason: { code: 'onceDone', on: '2026-05-05' },
    })
    expect(statusOf(once, [counted('2026-08-05')], '2026-09-01')).toMatchObject({
      status: 'kept',
      reason: { code: 'onceDoneLate', on: '2026-08-05' },
      occurrences: [{ met: 'missed' }],
    })
  })

  test('it is not due yet, due soon, overdue', () => {
    expect(statusOf(once, [], '2026-05-30').reason.code).toBe('nothingDueYet')
    expect(statusOf(once, [], '2026-05-31').status).toBe('due-soon')
    expect(statusOf(once, [], '2026-06-30').status).toBe('due-soon')
    expect(statusOf(once, [], '2026-07-01')).toMatchObject({ status: 'late', reason: { code: 'onceOverdue' } })
  })

  test('a date before measuring began makes nobody late', () => {
    const binding = bound({ kind: 'once', by: '2023-06-30' })
    expect(computeStatus(binding, [], offered, '2026-07-01').reason.code).toBe('dueBeforeMeasuring')
  })
})

test('the worst duty speaks for the commitment, and statuses are counted', () => {
  const kept = statusOf(monthly, [counted('2026-11-02')], '2026-11-10')
  const late = statusOf(monthly, [], '2026-11-10')
  const unmeasured = statusOf(monthly, [], '2026-11-10', nowhere)
  expect(worstOf([kept, late, unmeasured])).toBe(late)
  expect(worstOf([kept, unmeasured])).toBe(unmeasured)
  expect(worstOf([])).toBeUndefined()
  expect(summarize([kept, late, unmeasured, kept])).toEqual({ kept: 2, 'due-soon': 0, late: 1, 'not-measured': 1 })
})
