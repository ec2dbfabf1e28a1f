import { parse } from 'node-html-parser'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { emptyForm } from '#platform/forms.ts'
import { languages, type Language } from '#platform/language.ts'
import { ReaderContext } from '#ui/reader.ts'
import { aMeeting, byMember, leadMeeting, members, statuteOf } from '../../log/testing.ts'
import type { Meeting } from '../../queries/meetings.ts'
import { CockpitFloor } from './cockpit-floor.tsx'

const statute = statuteOf('council')
const limited = { ...statute, speaking: { ...statute.speaking, speechSeconds: 180 } }
const names = new Map([['m3', 'Mari Maasikas']])
const ground = {
  notice: { days: 5, lateBecause: '', isFirst: false },
  drafts: new Map<string, string>(),
  persons: new Map<string, string>(),
  committees: new Map(),
  timeZone: 'Europe/Tallinn',
  now: new Date('2026-09-17T13:00:00Z'),
}

/** Somebody has spoken for so long. */
function speaking(seconds: number) {
  const meeting = leadMeeting(aMeeting({ statute: limited }))
    .open(...members(12))
    .openItem('a')
  meeting.does(
    { kind: 'floor-requested', speechId: 's', itemId: 'a', personId: 'm3', type: 'for', category: null },
    byMember('m3'),
  )
  return meeting.does({ kind: 'floor-given', speechId: 's' }).wait(seconds)
}

function show(meeting: ReturnType<typeof speaking>, language: Language = 'et') {
  const parts = { meeting: { number: 7 } as Meeting, state: meeting.state(), ground, names, form: emptyForm }
  const html = render(
    <ReaderContext.Provider value={{ language, timeZone: 'Europe/Tallinn' }}>
      <CockpitFloor {...parts} now={meeting.now()} />
    </ReaderContext.Provider>,
  )
  expect(html).not.toMatch(/undefined|NaN|\[object/u)
  return { page: parse(html), words: parse(html).structuredText.replaceAll(/\s+/gu, ' ') }
}

test('who speaks has a clock with the statute’s limit, and past it everybody at the desk sees by how much', () => {
  const within = show(speaking(125))
  expect(within.words).toContain('Kõneleb Mari Maasikas')
  expect(within.words).toContain('2:05')
  expect(within.words).toContain('piir 3:00')
  expect(within.words).not.toContain('üle piiri')
  const over = show(speaking(200))
  expect(over.words).toContain('3:20')
  expect(over.words).toContain('aeg on 0:20 üle piiri')
  expect(over.page.querySelector('running-clock')?.getAttribute('data-limit')).toBe('180')
})

test('a stopped clock stays where it is, in every language', () => {
  const meeting = speaking(60).does({ kind: 'speech-paused', speechId: 's' }).wait(600)
  for (const language of languages) {
    const { words, page } = show(meeting, language)
    expect(words).toContain('1:00')
    expect(page.querySelector('running-clock')?.hasAttribute('data-runs')).toBe(false)
  }
})

test('a faction that has used up its time is told so before its next speaker, and the chair may go on', () => {
  const rule = {
    basis: 'Töökord § 12',
    unverified: true as const,
    budget: { kind: 'per-member' as const, seconds: 60 },
  }
  const setup = aMeeting({
    statute: { ...statute, speaking: { ...statute.speaking, factions: rule } },
    factions: [{ id: 'f', name: { et: 'Fraktsioon Kodupaik' }, personIds: ['m3', 'm4'] }],
  })
  const meeting = leadMeeting(setup)
    .open(...members(12))
    .openItem('a')
  const asks = (speechId: string, personId: string) =>
    meeting.does(
      { kind: 'floor-requested', speechId, itemId: 'a', personId, type: 'for', category: null },
      byMember(personId),
    )
  asks('s', 'm3').does({ kind: 'floor-given', speechId: 's' }).wait(100)
  expect(show(meeting).words).toContain('Fraktsioon Kodupaik: 1:40 / 2:00, alles 0:20 (räägib praegu)')
  meeting.wait(30).does({ kind: 'speech-ended', speechId: 's' })
  asks('t', 'm4')
  for (const language of languages) {
    const { words, page } = show(meeting, language)
    expect(words).toContain('2:10 / 2:00')
    expect(page.querySelectorAll('input[name="step"][value="give-floor"]')).toHaveLength(1)
  }
  const { words } = show(meeting)
  expect(words).toContain('fraktsiooni aeg on läbi')
  expect(words).toContain('Alus: Töökord § 12 (kontrollimata)')
})
