import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/context.ts'
import { openTestApp, type TestApp } from '#test/app.ts'
import { workableBy } from './queries/inbox.ts'
import { isPublicRow } from './queries/reports.ts'
import {
  canBecome,
  canBeReopened,
  canWorkOn,
  cleanWords,
  isClosed,
  isFixed,
  isOpen,
  isPublic,
  latenessOf,
  nextStates,
  readPoint,
  reportStates,
  type ReportForReading,
} from './rules.ts'

describe('states', () => {
  it('are each open, closed or not yet confirmed, and only some closed ones are fixed', () => {
    for (const state of reportStates) {
      expect(Number(isOpen(state)) + Number(isClosed(state)) + Number(state === 'unconfirmed'), state).toBe(1)
      if (isFixed(state)) expect(isClosed(state)).toBe(true)
      expect(nextStates(state)).not.toContain(state)
      expect(
        canBecome(state, 'unconfirmed') || canBecome(state, 'duplicate') || canBecome(state, 'fixed-by-user'),
      ).toBe(false)
    }
    expect(nextStates('unconfirmed')).toEqual([])
    expect([canBeReopened('fixed-by-parish'), canBeReopened('duplicate'), canBeReopened('planned')]).toEqual([
      true,
      false,
      false,
    ])
  })

  it.each([
    ['2026-11-20', '2026-12-01', null, 'answer-late'],
    ['2026-11-20', '2026-11-22', new Date(), 'fix-late'],
    ['2026-11-23', '2026-11-23', null, 'in-time'],
    ['2026-11-20', '2026-12-01', new Date(), 'in-time'],
  ] as const)(
    'owed an answer by %s and mending by %s, answered %s: %s',
    (answerDue, fixDue, firstAnswerAt, expected) => {
      const report = { state: 'confirmed', answerDue, fixDue, firstAnswerAt, waitsSince: null } as const
      expect(latenessOf(report, '2026-11-23')).toBe(expected)
      expect(latenessOf({ ...report, waitsSince: '2026-11-23' }, '2027-06-01')).toBe(expected)
      expect(latenessOf({ ...report, waitsSince: '2026-11-19' }, '2026-11-23')).toBe('in-time')
      expect(latenessOf({ ...report, state: 'fixed-by-parish' }, '2026-11-23')).toBe('in-time')
    },
  )
})

describe('what people write', () => {
  it.each([
    ['59.4402, 25.1711', { latitude: 59.4402, longitude: 25.1711 }],
    ['25.1711 59.4402', { latitude: 59.4402, longitude: 25.1711 }],
    ['59,4402; 25,1711', { latitude: 59.4402, longitude: 25.1711 }],
    ['N 59.4402° E 25.1711°', { latitude: 59.4402, longitude: 25.1711 }],
    ['59.4402', null],
    ['Mõisa tee 3', null],
    ['0, 0', null],
    ['48.85, 2.35', null],
    ['59.44, 25.17, 3', null],
    ['', null],
  ])('the point %j', (text, point) => expect(readPoint(text)).toEqual(point))

  it('is cleaned of what hides or turns, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = cleanWords(text)
        expect(cleanWords(once)).toBe(once)
        // oxlint-disable-next-line no-control-regex -- these are the characters that must be gone
        expect(once).not.toMatch(/[\u0000-\u0008\u202A-\u202E\u2066-\u2069]/u)
      }),
    )
    expect(cleanWords(' Tere\u200B,\r\n maailm ')).toBe('Tere,\n maailm')
  })
})

describe('who sees a report', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await openTestApp()
  })

  it('is the same in the rules and in the lists of the database', async () => {
    const posts = (await app.db.selectFrom('people_posts').select('id').limit(2).execute()).map(({ id }) => id)
    const person = (await app.signIn({ name: 'Liina Lugeja' })).personId!
    const actors: Actor[] = [
      { kind: 'anonymous', personId: null, roles: [], postIds: [], bodyIds: [], actingFor: null },
      { kind: 'person', personId: person, roles: [], postIds: [], bodyIds: [], actingFor: null },
      { kind: 'person', personId: person, roles: ['official'], postIds: [posts[0]!], bodyIds: [], actingFor: null },
      { kind: 'person', personId: person, roles: ['official'], postIds: [posts[1]!], bodyIds: [], actingFor: null },
      { kind: 'person', personId: person, roles: ['reportsCoordinator'], postIds: [], bodyIds: [], actingFor: null },
    ]
    const made: ReportForReading[] = []
    for (const state of reportStates) {
      for (const isPrivate of [false, true]) {
        for (const hiddenAt of [null, app.clock.now()]) {
          for (const assigned of ['nobody', 'post', 'person']) {
            const assignedPost = assigned === 'post' ? posts[0]! : null
            const assignedPerson = assigned === 'person' ? person : null
            made.push({ state, isPrivate, hiddenAt, reporterPerson: null, assignedPost, assignedPerson })
          }
        }
      }
    }
    const rows = sql`(select (j ->> 'at')::int as at, j ->> 'state' as state, (j ->> 'isPrivate')::boolean as is_private,
      (j ->> 'hiddenAt')::timestamptz as hidden_at, (j ->> 'assignedPost')::uuid as assigned_post,
      (j ->> 'assignedPerson')::uuid as assigned_person
      from jsonb_array_elements(${JSON.stringify(made.map((one, at) => ({ ...one, at })))}::jsonb) j) r`
    const open = await sql<{ at: number }>`select at from ${rows} where ${isPublicRow} order by at`.execute(app.db)
    expect(open.rows.map(({ at }) => at)).toEqual(made.flatMap((one, at) => (isPublic(one) ? [at] : [])))
    for (const actor of actors) {
      const found = await sql<{ at: number }>`select at from ${rows} where ${workableBy(actor)} order by at`.execute(
        app.db,
      )
      expect(found.rows.map(({ at }) => at)).toEqual(made.flatMap((one, at) => (canWorkOn(actor, one) ? [at] : [])))
    }
  })
})
