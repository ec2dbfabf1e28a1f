import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aMeeting, byMember, leadMeeting, members } from '../log/testing.ts'
import { languages } from '#platform/language.ts'
import { legalityMessages, sayFinding } from '../messages/legality.ts'
import type { LeadGround } from './ground.ts'
import { legalityOf, whyIllegal, type VoteToCome } from './legality.ts'

const ground: LeadGround = {
  notice: { days: 5, lateBecause: '', isFirst: false },
  drafts: new Map([['a', '§ 1. Nii.']]),
  persons: new Map(),
  committees: new Map(),
  timeZone: 'Europe/Tallinn',
  now: new Date('2026-09-17T13:00:00Z'),
}
const onDraft: VoteToCome = { object: 'draft', itemIds: ['a'], rule: 'membership' }

function ready(present = 12) {
  const meeting = leadMeeting(aMeeting())
    .open(...members(present))
    .prepare('agenda', [], { object: { kind: 'agenda' } })
    .openVote('agenda')
    .cast('agenda', 'for', 'm1')
    .close('agenda')
    .declare('agenda')
  meeting.does({ kind: 'agenda-adopted', voteId: 'agenda' }).openItem('a')
  return meeting.does({ kind: 'recusals-asked', itemId: 'a' })
}

test('where everything is in order each check says so, with its numbers and its basis', () => {
  const checks = legalityOf(ready().state(), ground, onDraft)
  expect(checks.map(({ check, ok }) => [check, ok])).toEqual([
    ['quorum', true],
    ['notice', true],
    ['annexes', true],
    ['recusals', true],
    ['agenda', true],
    ['majority', true],
  ])
  expect(whyIllegal(checks)).toBeNull()
  expect(checks.at(-1)).toMatchObject({ finding: { needed: 9, lowered: 0 }, basis: 'KOKS § 45 lg 5, § 17 lg 6' })
  for (const language of languages)
    for (const { finding } of checks) expect(sayFinding(finding, language)).not.toMatch(/undefined|NaN|null/u)
})

test('each barred member lowers the majority of the membership by one, and the check shows it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), (count) => {
      const meeting = ready()
      for (const personId of members(count))
        meeting.does({ kind: 'recused', itemId: 'a', personId, hasNote: false }, byMember(personId))
      const majority = legalityOf(meeting.state(), ground, onDraft).at(-1)!
      expect(majority.finding).toMatchObject({ found: 'majority', needed: 9 - count, lowered: count })
    }),
    { numRuns: 6 },
  )
})

test('what fails blocks; a reason sets it aside for that item, and for no other', () => {
  const meeting = leadMeeting(aMeeting())
    .open(...members(12))
    .openItem('a')
  const why = (itemId = 'a') =>
    whyIllegal(legalityOf(meeting.state(), { ...ground, drafts: new Map([['a', '1'], ['b', '2']]) }, { ...onDraft, itemIds: [itemId] })) // prettier-ignore
  expect(why()).toBe('recusalsNotAsked')
  meeting.does({ kind: 'overridden', check: 'recusals', voteId: null, itemId: 'a', reason: 'Kõik teatasid ette' })
  expect(why()).toBe('agendaNotAdopted')
  meeting.does({ kind: 'overridden', check: 'agenda', voteId: null, itemId: 'a', reason: 'Kiireloomuline' })
  expect(why()).toBeNull()
  expect(why('b')).toBe('recusalsNotAsked')
})

test('a call that came late needs its reason, a first sitting needs none, a draft must be there', () => {
  const state = ready().state()
  const because = (more: Partial<LeadGround>) => whyIllegal(legalityOf(state, { ...ground, ...more }, onDraft))
  expect(because({ notice: { days: 1, lateBecause: '', isFirst: false } })).toBe('noticeShort')
  expect(because({ notice: { days: 1, lateBecause: 'Kiire', isFirst: false } })).toBeNull()
  expect(because({ notice: { days: null, lateBecause: '', isFirst: true } })).toBeNull()
  expect(because({ drafts: new Map() })).toBe('annexMissing')
})

test('without a quorum no reason helps', () => {
  const meeting = ready(9).leave('m9')
  meeting.does({ kind: 'overridden', check: 'quorum', voteId: null, itemId: 'a', reason: 'Hääletame ikka' })
  const checks = legalityOf(meeting.state(), ground, onDraft)
  expect(checks[0]).toMatchObject({ check: 'quorum', ok: false, mayOverride: false, isOverridden: false })
  expect(whyIllegal(checks)).toBe('noQuorum')
  for (const language of languages) expect(legalityMessages[language].noQuorumNoResult).not.toBe('')
})

test('no confidence asks for the majority of the membership; procedure asks for no draft and no bars', () => {
  const items = [
    { id: 'a', title: 'Umbusaldus', parentId: null, kind: 'no-confidence' as const, visibility: 'public' as const },
  ]
  const meeting = leadMeeting(aMeeting({ items }))
    .open(...members(12))
    .openItem('a')
  const checks = (vote: Partial<VoteToCome>) => legalityOf(meeting.state(), ground, { ...onDraft, ...vote })
  expect(checks({ object: 'no-confidence', rule: 'simple' }).at(-1)).toMatchObject({ ok: false })
  expect(checks({ object: 'no-confidence', rule: 'membership' }).at(-1)).toMatchObject({ ok: true })
  expect(checks({ object: 'procedure', rule: 'simple' }).map(({ check }) => check)).toEqual([
    'quorum',
    'notice',
    'majority',
  ])
  for (const rule of ['__proto__', 'constructor', 'puudub']) expect(checks({ rule }).at(-1)?.ok).toBe(false)
})
