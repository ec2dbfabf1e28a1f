import { readText } from '#platform/language.ts'
import { nameOfSettlement } from '#modules/places/index.ts'
import { useReader } from '#ui/reader.ts'
import { StatusTag } from '#ui/status-tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { stateMessages } from '../messages/states.ts'
import type { Report } from '../queries/reports.ts'
import { isFixed, isOpen, type ReportState } from '../rules.ts'

export function toneOf(state: ReportState): Tone {
  if (isFixed(state)) return 'success'
  if (state === 'unconfirmed') return 'warning'
  return isOpen(state) ? 'info' : 'neutral'
}

export function StateTag({ state }: { state: ReportState }) {
  const { language } = useReader()
  return <StatusTag tone={toneOf(state)} label={stateMessages[language][state].name} />
}

/** „Tänavavalgusti ei põle, Neeme küla“: enough to know one report from another in a list. */
export function useReportName(): (report: Pick<Report, 'categoryName' | 'settlement' | 'address'>) => string {
  const { language } = useReader()
  return ({ categoryName, settlement, address }) => {
    const place = settlement === null ? address : nameOfSettlement(settlement, language)
    return [readText(categoryName, language).text, place].filter((part) => part !== '').join(', ')
  }
}
