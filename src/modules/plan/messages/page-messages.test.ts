import { expect, it } from 'vitest'
import { deskErrorMessages } from './desk-errors.ts'
import { planEventMessages } from './events.ts'
import { evidenceName, namedEvidenceKeys } from './evidence-names.ts'
import { careMessages } from './page-care.ts'
import { commitmentPageMessages } from './page-commitment.ts'
import { deskMessages } from './page-desk.ts'
import { draftMessages } from './page-draft.ts'
import { planPageMessages } from './page-plan.ts'
import { versionMessages } from './page-versions.ts'
import { participationMessages } from './participation.ts'
import { reportMessages } from './report.ts'

const all = {
  careMessages,
  commitmentPageMessages,
  deskErrorMessages,
  deskMessages,
  draftMessages,
  participationMessages,
  planEventMessages,
  planPageMessages,
  reportMessages,
  versionMessages,
}

/** Every sentence with its place; functions are called with numbers that show every branch's words. */
function sentences(words: unknown, place = ''): [string, string][] {
  if (typeof words === 'string') return [[place, words]]
  if (typeof words === 'function') {
    const counts = { kept: 1, 'due-soon': 2, late: 3, 'not-measured': 4 }
    return [[place, String(words(place.endsWith('answerThis') ? true : 5, counts, 1, 'D', 4))]]
  }
  return Object.entries(words as object).flatMap(([key, value]) => sentences(value, `${place}.${key}`))
}

it.each(Object.entries(all))('says everything of %s in three languages', (_, { et, en, ru }) => {
  const estonian = new Map(sentences(et))
  for (const [place, english] of sentences(en)) {
    const russian = new Map(sentences(ru)).get(place) ?? ''
    expect([place, english.trim()]).not.toEqual([place, ''])
    if (english.length > 12) expect([place, english]).not.toEqual([place, estonian.get(place)])
    if (russian.length > 12) expect([place, /[а-я]/u.test(russian)]).toEqual([place, true])
    expect([place, /[õäöü]/u.test(russian)]).toEqual([place, false])
  }
})

it('names every kind of evidence of the reference plan in three languages', () => {
  for (const key of namedEvidenceKeys) {
    const [et, en, ru] = (['et', 'en', 'ru'] as const).map((language) => evidenceName(key, [], language))
    expect(new Set([et, en, ru, key]).size).toBe(4)
  }
  expect(evidenceName('people.elders', [{ key: 'people.elders', name: { et: 'vanemad', en: 'elders' } }], 'en')).toBe(
    'Elders',
  )
  expect(evidenceName('new.thing', [], 'et')).toBe('new.thing')
})
