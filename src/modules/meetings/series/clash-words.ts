import { readText, type Language } from '#platform/language.ts'
import type { Clash } from '../find-clashes.ts'
import { nameOfMeeting } from '../messages/names.ts'
import { seriesMessages } from './messages.ts'

const fewNames = 5

/** Another meeting at the same time, in words: of the body itself, or of one where some of its members sit too. */
export function sayClash({ meeting, members, isSameBody }: Clash, language: Language): string {
  const t = seriesMessages[language]
  const body = readText(meeting.body.name, language).text
  const name = nameOfMeeting(meeting, language)
  const called = name.startsWith(body) ? name : `${body}, ${name}`
  if (isSameBody) return t.sameBody(called)
  const more = members.length > fewNames ? ` +${members.length - fewNames}` : ''
  return t.shared(called, `${members.slice(0, fewNames).join(', ')}${more}`)
}
