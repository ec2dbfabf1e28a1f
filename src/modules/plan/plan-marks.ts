import { readText, type Language } from '#platform/language.ts'
import type { MarkGroup } from '#ui/mark-strip.tsx'
import type { Tone } from '#ui/tone.ts'
import { statusMessages } from './messages/status.ts'
import type { JudgedPlan } from './read-plan.ts'
import type { Status } from './fulfilment.ts'

export const statusTones: Record<Status, Tone> = {
  kept: 'success',
  'due-soon': 'warning',
  late: 'danger',
  'not-measured': 'neutral',
}

/** The whole plan at a glance: a mark per commitment, by chapter. */
export function planMarks({ version, commitments }: JudgedPlan, language: Language): MarkGroup[] {
  return version.chapters.map((chapter) => ({
    heading: `${chapter.number}. ${readText(chapter.title, language).text}`,
    marks: commitments
      .filter((commitment) => commitment.chapter === chapter.number)
      .map(({ number, name, judged }) => ({
        href: `/tegevuskava/${number}`,
        label: `${number} ${readText(name, language).text}`,
        status: statusMessages[language].statuses[judged.status],
        tone: statusTones[judged.status],
      })),
  }))
}
