import { fixedStates, openStates, unfixedStates, type ReportState } from '../rules.ts'
import type { RequestsAsked } from '../queries/open311.ts'
import type { Complaint } from './documents.ts'

const day = 86_400_000
const longestRange = 90 * day
const mostRows = 1000

export type Words = Record<'dateWrong' | 'statusWrong' | 'idWrong' | 'pageWrong', string>

/**
 * The filters of GET requests: an empty parameter is an absent one, ids override all others, a range is at most 90
 * days, and the last 90 days when nothing is said (GeoReport v2, "GET Service Requests").
 */
export function readAsked(
  query: Readonly<Record<string, string>>,
  now: Date,
  words: Words,
): RequestsAsked | readonly Complaint[] {
  const complaints: Complaint[] = []
  const wrong = (description: string) => complaints.push({ code: 400, description })
  const listOf = (name: string) => {
    const parts = (query[name] ?? '').split(',').map((part) => part.trim())
    const named = parts.filter((part) => part !== '')
    return named.length === 0 ? null : named
  }
  const dateOf = (name: string) => readDate(query[name] ?? '', () => wrong(words.dateWrong))
  const countOf = (name: string, usual: number, most: number) => {
    const text = query[name] ?? ''
    if (text === '') return usual
    if (/^\d{1,6}$/.test(text) && Number(text) >= 1) return Math.min(Number(text), most)
    wrong(words.pageWrong)
    return usual
  }
  const numbers = listOf('service_request_id')
  if (numbers?.some((one) => !/^\d{1,40}$/.test(one))) wrong(words.idWrong)
  const statuses = listOf('status')
  if (statuses?.some((one) => one !== 'open' && one !== 'closed')) wrong(words.statusWrong)
  const end = dateOf('end_date')
  const start = dateOf('start_date')
  const limit = countOf('page_size', mostRows, mostRows)
  const page = countOf('page', 1, 1000)
  if (complaints.length > 0) return complaints
  const until = end ?? (start === null ? now : new Date(start.getTime() + longestRange))
  const from = new Date(Math.max(start?.getTime() ?? 0, until.getTime() - longestRange))
  return {
    numbers: numbers?.map(Number).filter(isNumberOfOurs).slice(0, mostRows) ?? null,
    codes: listOf('service_code'),
    states: statuses === null ? null : statesOf(statuses),
    from,
    until,
    limit,
    offset: (page - 1) * limit,
  }
}

/** One that is longer than ours ever are is as one that is not there. */
const isNumberOfOurs = (number: number) => number <= 999_999_999

/** Null for nothing, and for what is no date, of which it complains. */
function readDate(text: string, complain: () => void): Date | null {
  if (text === '') return null
  const isWhole = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?$/.test(text)
  const found = new Date(text)
  if (isWhole && !Number.isNaN(found.getTime())) return found
  complain()
  return null
}

/** Of updates: the last day when nothing is said, and at most 90 days. */
export function readUpdatesAsked(
  query: Readonly<Record<string, string>>,
  now: Date,
  words: Words,
): { from: Date; until: Date; limit: number } | readonly Complaint[] {
  const complaints: Complaint[] = []
  const dateOf = (name: string) =>
    readDate(query[name] ?? '', () => complaints.push({ code: 400, description: words.dateWrong }))
  const [start, end] = [dateOf('start_date'), dateOf('end_date')]
  if (complaints.length > 0) return complaints
  const until = end ?? (start === null ? now : new Date(start.getTime() + longestRange))
  const from = new Date(Math.max(start?.getTime() ?? until.getTime() - day, until.getTime() - longestRange))
  return { from, until, limit: mostRows }
}

function statesOf(statuses: readonly string[]): ReportState[] {
  return [
    ...(statuses.includes('open') ? openStates : []),
    ...(statuses.includes('closed') ? [...fixedStates, ...unfixedStates] : []),
  ]
}
