import { parse } from 'node-html-parser'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { languages, type Language } from '#platform/language.ts'
import { ReaderContext } from '#ui/reader.ts'
import { aMeeting, byMember, bySystem, leadMeeting, members } from '../../log/testing.ts'
import { sayDerivation, sayQuorum } from '../../messages/derivation.ts'
import type { DerivationStep } from '../../rules/majority.ts'
import type { QuorumStep } from '../../rules/quorum.ts'
import { LiveView } from './live-view.tsx'
import { publicView } from './public-view.ts'

type Led = ReturnType<typeof leadMeeting>

const names = new Map(Array.from({ length: 17 }, (_, at) => [`m${at + 1}`, `Liige Nimi${at + 1}.`]))

function show(meeting: Led, language: Language = 'et', known = names, withPage?: ReadonlySet<string>) {
  const html = render(
    <ReaderContext.Provider value={{ language, timeZone: 'Europe/Tallinn' }}>
      <LiveView
        view={publicView(meeting.state())}
        names={known}
        meeting={{ number: 7, startsAt: new Date('2026-09-17T13:00:00Z') }}
        now={meeting.now()}
        {...(withPage === undefined ? {} : { withPage })}
      />
    </ReaderContext.Provider>,
  )
  const words = parse(html.replaceAll('</span><span', '</span> <span')).structuredText.replaceAll(/\s+/gu, ' ')
  expect(words).not.toMatch(/\b(?:undefined|null|NaN|Invalid|function)\b|\[object|=>/u)
  return { html, words, page: parse(html) }
}

const begun = (setup = aMeeting()) =>
  leadMeeting(setup)
    .at('16:00')
    .open(...members(12))
const ask = (meeting: Led, speechId: string, personId: string, type: 'for' | 'question' = 'for') =>
  meeting.does({ kind: 'floor-requested', speechId, itemId: 'a', personId, type, category: null }, byMember(personId))

test('I see which item is on, who speaks and who waits, and whether they can decide', () => {
  const meeting = begun().openItem('a').at('16:05')
  ask(meeting, 's1', 'm3').does({ kind: 'floor-given', speechId: 's1' })
  ask(ask(meeting, 's2', 'm5', 'question'), 's3', 'm4')
  const { words, page } = show(meeting, 'et', names, new Set(['a']))
  expect(words).toContain('Käib praegu')
  expect(words).toContain('Punkt 1. Küsimus 1')
  expect(words).toContain('Räägib: Liige Nimi3. (poolt), alates 16:05')
  expect(words).toContain('Kohal on 12 liiget 17-st, otsustada saab: vaja on vähemalt 9.')
  expect(words).toMatch(/Liige Nimi5\. \(küsimus\).*Liige Nimi4\. \(poolt\)/u)
  expect(words).toContain('Kohal (12)')
  expect(words).toContain('Puuduvad (5)')
  expect(page.querySelector('[aria-current=step]')?.text).toContain('Küsimus 1')
  expect(page.querySelector('a[href="/istungid/7/punktid/a"]')?.text).toBe('Küsimus 1')
  expect(page.querySelectorAll('h1, style, script, [style]')).toHaveLength(0)
  const levels = page.querySelectorAll('h1, h2, h3, h4, h5').map(({ tagName }) => Number(tagName[1]))
  expect(levels[0]).toBe(2)
  for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 2)).toBeLessThanOrEqual(1)
})

test('while a vote is open I see how many have voted and nothing of what', () => {
  const meeting = begun().openItem('a').prepare('v', ['a']).openVote('v')
  meeting.cast('v', 'against', 'm2', 'm3').cast('v', 'for', 'm4')
  for (const { words } of [show(meeting), show(meeting.close('v'))]) {
    expect(words).toContain('Kas võtta vastu?')
    expect(words).toContain('Hääletanud on 3 liiget 12-st.')
    expect(words).not.toMatch(/poolt|Vastu võetud|Poolt|[0-9] vastu/u)
  }
})

test('a declared result is a word, the numbers, how it came about, and who voted how', () => {
  const meeting = begun().openItem('a').prepare('v', ['a'], { rule: 'membership' }).openVote('v')
  meeting
    .cast('v', 'for', ...members(9))
    .cast('v', 'against', 'm10')
    .cast('v', 'abstained', 'm11')
  const { words, page } = show(meeting.close('v').declare('v'))
  expect(page.querySelector('.stat-number')?.text).toBe('Vastu võetud')
  expect(page.querySelector('.stat-label')?.text).toBe('9 poolt, 1 vastu, 1 erapooletu, 1 ei hääletanud, 5 puudus')
  expect(words).toContain('Vaja on üle poole koosseisust: vähemalt 9 poolthäält 17-st.')
  expect(words).toContain('Poolt oli 9, vaja oli 9: piisab.')
  const groups = page
    .querySelectorAll('dl')
    .at(0)!
    .querySelectorAll('dt')
    .map(({ text }) => text)
  expect(groups).toEqual(['Poolt (9)', 'Vastu (1)', 'Erapooletud (1)', 'Ei hääletanud (1)'])
  expect(page.querySelectorAll('dd').at(3)?.text).toBe('Liige Nimi12.')
})

test('when the quorum is lost I read it, and why the sitting stands and the vote has no result', () => {
  const meeting = begun().openItem('a').prepare('v', ['a']).openVote('v').cast('v', 'for', 'm1')
  meeting.at('16:40').leave('m9', 'm10', 'm11', 'm12')
  const lost = show(meeting).words
  expect(lost).toContain('Kohal on 8 liiget 17-st, otsustada ei saa: vaja on vähemalt 9.')
  expect(lost).toContain('Kvoorum kadus 16:40.')
  const { words } = show(meeting.wait(180).does({ kind: 'suspended' }, bySystem))
  expect(words).toContain('Katkestatud: kvoorumit ei ole')
  expect(words).toContain('Jätkatakse, kui neid on taas piisavalt.')
  expect(words).toContain('Hääletus katkestati, sest kvoorum kadus. Tulemust ei ole.')
  expect(words).toContain('lahkus 16:40')
})

test('of a closed item I see the number, the title and the basis', () => {
  const meeting = begun().openItem('a')
  meeting.does({ kind: 'item-closed-to-public', itemId: 'a', basis: 'KOKS § 44 lg 4' })
  ask(meeting, 's', 'm3').does({ kind: 'floor-given', speechId: 's' })
  meeting.prepare('v', ['a'], { question: 'SALAJANE' })
  const { words } = show(meeting)
  expect(words).toContain('Punkt 1. Küsimus 1')
  expect(words).toContain('Arutelu on kinnine.')
  expect(words).toContain('Alus: KOKS § 44 lg 4')
  expect(words).not.toMatch(/SALAJANE|Räägib/u)
  meeting.does({ kind: 'speech-ended', speechId: 's' }).openVote('v').cast('v', 'for', 'm1').close('v').declare('v')
  const after = show(meeting)
  expect(after.page.querySelector('.stat-number')?.text).toBe('Vastu võetud')
  expect(after.words).not.toMatch(/SALAJANE|1 poolt|Kes kuidas/u)
})

test('afterwards I see what was decided, what was left, who came late and who was away', () => {
  const meeting = begun().at('16:20').arrive('m13').openItem('a').conclude('a')
  meeting.does({ kind: 'excused', personId: 'm17' }).at('17:00')
  meeting.does({ kind: 'adjourned', reason: 'Saal on kinni', continuesAt: '2026-09-24T13:00:00Z' })
  const { words } = show(meeting)
  expect(words).toContain('Jäi pooleli')
  expect(words).toContain('Põhjus: Saal on kinni')
  expect(words).toContain('Jätkub 24. september 2026, kell 16:00')
  expect(words).toContain('1. Küsimus 1 otsustatud')
  expect(words).toContain('2. Küsimus 2 jäi arutamata')
  expect(words).toContain('Osalesid (13)')
  expect(words).toContain('saalis, tuli 16:20')
  expect(words).toContain('Liige Nimi17. teatas puudumisest')
  expect(words).not.toContain('otsustada')
})

test('before it begins there is a time, and an empty agenda says so', () => {
  const { words } = show(leadMeeting(aMeeting({ itemCount: 0 })).at('15:30'))
  expect(words).toContain('Ei ole veel alanud Algus 16:00')
  expect(words).toContain('Päevakorda veel ei ole.')
  expect(show(leadMeeting(aMeeting()).at('16:30')).words).toContain('Pidi algama 16:00')
})

test('an election tells how many votes each got and who was elected', () => {
  const object = { kind: 'election' as const, electionId: 'e', rule: 'mayor', candidateIds: ['m2', 'm3'] }
  const meeting = begun().openItem('a').prepare('v', ['a'], { method: 'secret', object }).openVote('v')
  for (const personId of members(12)) meeting.does({ kind: 'ballot-handed-out', voteId: 'v', personId })
  meeting.close('v')
  const tally = { kind: 'candidates', votes: { m2: 2, m3: 9 }, spoiled: 1 } as const
  for (const counter of [1, 2] as const)
    meeting.does({ kind: 'paper-counted', voteId: 'v', counter, counterPersonId: `t${counter}`, tally })
  meeting.does({ kind: 'paper-agreed', voteId: 'v' }).does({ kind: 'result-stated', voteId: 'v', outcome: 'elected' })
  const { words } = show(meeting)
  expect(words).toContain('Liige Nimi3.: 9 häält, valitud Liige Nimi2.: 2 häält')
  expect(words).toContain('Kehtetuid sedeleid: 1')
  expect(words).not.toContain('11 poolt')
})

test('names and titles are words, never markup, and an id is never shown for a name', () => {
  const evil = '<img src=x onerror=alert(1)>'
  const items = [{ id: 'a', title: evil, parentId: null, kind: 'decision', visibility: 'public' }] as const
  const meeting = begun(aMeeting({ items })).openItem('a').prepare('v', ['a'], { question: evil }).openVote('v')
  meeting.cast('v', 'for', 'm1').close('v').declare('v')
  const { html, words } = show(meeting, 'et', new Map([['m1', evil]]))
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img')
  expect(words).toContain('Nimi ei ole teada')
  expect(words).not.toMatch(/\bm\d+\b/u)
})

/** Meetings in all stages, for what must hold of every page. */
function everyStage(): Led[] {
  const speaking = begun().openItem('a')
  ask(ask(speaking, 's1', 'm3'), 's2', 'm4').does({ kind: 'floor-given', speechId: 's1' })
  const voted = () => begun().openItem('a').prepare('v', ['a']).openVote('v').cast('v', 'for', 'm1').close('v')
  const annulled = voted().declare('v').does({ kind: 'vote-annulled', voteId: 'v', reason: 'Viga' })
  const repeated = voted().declare('v').does({ kind: 'vote-repeated', voteId: 'w', supersedes: 'v', reason: 'Viga' })
  const off = begun()
    .does({ kind: 'item-removed', itemId: 'b', reason: 'Võeti tagasi', moverPersonId: null, voteId: null })
    .does({ kind: 'items-merged', itemId: 'c', mergedIds: ['d'], title: 'Koos' })
  return [
    leadMeeting().at('15:00'),
    leadMeeting().does({ kind: 'convened' }),
    leadMeeting().does({ kind: 'convened' }).does({ kind: 'no-quorum-at-roll-call' }),
    leadMeeting().does({ kind: 'cancelled', reason: 'Torm' }),
    leadMeeting().does({ kind: 'postponed', reason: 'Torm', until: '2026-09-24T13:00:00Z' }),
    speaking,
    voted(),
    voted().declare('v'),
    annulled,
    repeated,
    off,
    begun().does({ kind: 'paused', reason: 'Lõuna', until: '2026-09-17T15:00:00Z' }),
    begun().leave(...members(6)).does({ kind: 'suspended' }),
    begun().openItem('a').conclude('a').does({ kind: 'ended' }),
  ] // prettier-ignore
}

test('every stage is said whole in three languages, and no language borrows from another', () => {
  for (const meeting of everyStage()) {
    for (const language of languages) {
      // Titles, questions and reasons are the officials' own words.
      const own = show(meeting, language).page
      for (const content of own.querySelectorAll('[lang=et]')) content.remove()
      const words = own.structuredText.replaceAll(/Liige Nimi\d+\./gu, '')
      if (language !== 'et') expect(words).not.toMatch(/[õäöü]/iu)
      if (language === 'ru') expect(words.replaceAll('KOKS', '')).not.toMatch(/[a-z]{2,}/iu)
      else expect(words).not.toMatch(/[а-я]/iu)
    }
  }
})

const derivations: DerivationStep[] = [
  { step: 'seats', seats: 19 },
  { step: 'more-than-half', of: 19, needed: 10 },
  { step: 'share', numerator: 2, denominator: 3, of: 19, needed: 13 },
  { step: 'lowered-by-barred', barred: 1, needed: 9 },
  { step: 'not-lowered-by-barred', barred: 2 },
  { step: 'reached', for: 12, needed: 10, holds: true },
  { step: 'more-for-than-against', for: 4, against: 4, holds: false },
  { step: 'times-against', times: 2, for: 4, against: 2, needed: 4, holds: true },
  { step: 'tie', votes: 4, chairChoice: 'for', holds: true },
  { step: 'tie', votes: 4, chairChoice: null, holds: false },
  { step: 'nobody-for' },
]
const quorums: QuorumStep[] = [
  { step: 'base', of: 'seats', base: 19 },
  { step: 'base', of: 'mandates', base: 17 },
  { step: 'base-lowered-by-recused', recused: 1, base: 6 },
  { step: 'more-than-half', base: 19, needed: 10 },
  { step: 'share', base: 19, numerator: 2, denominator: 3, needed: 13 },
  { step: 'count', needed: 5 },
  { step: 'none' },
  { step: 'present', present: 12, needed: 10, holds: true },
  { step: 'present-without-recused', recused: 1, present: 9 },
  { step: 'chair-missing' },
]

test('every step of a reckoning is a sentence with all its numbers', () => {
  for (const language of languages) {
    const said = [
      ...derivations.map((step) => [step, sayDerivation(step, language)] as const),
      ...quorums.map((step) => [step, sayQuorum(step, language)] as const),
    ]
    for (const [step, sentence] of said) {
      expect(sentence).toMatch(/^[^a-zа-яõäöü].*\.$/u)
      for (const number of Object.values(step).filter((value) => typeof value === 'number'))
        expect(sentence, `${language} ${step.step}`).toContain(String(number))
    }
    // Seats are said alike in both.
    expect(new Set(said.map(([, sentence]) => sentence)).size).toBe(said.length - 1)
  }
})
