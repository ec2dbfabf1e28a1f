import { cleanWords, isClosed, type ReportState } from '../rules.ts'

/** Which changes a partner is told of. */
export const toldOf = ['none', 'own', 'all'] as const
export type ToldOf = (typeof toldOf)[number]

/** The two words of Open311, as the updates of GeoReport write them. */
export const theirStatus = (state: ReportState): 'OPEN' | 'CLOSED' => (isClosed(state) ? 'CLOSED' : 'OPEN')

const minute = 60_000
const waits = [1, 5, 30, 120, 360, 720, 1440, 1440, 1440].map((minutes) => minutes * minute)

/** After so many failures in vain, about five days, somebody must look; null then. */
export function nextAttempt(now: Date, attempts: number): Date | null {
  const wait = waits[attempts - 1]
  return wait === undefined ? null : new Date(now.getTime() + wait)
}

/** Once an hour while it is new over there, once a day after a week. */
export function nextLook(now: Date, handedAt: Date): Date {
  const isNew = now.getTime() - handedAt.getTime() < 7 * 1440 * minute
  return new Date(now.getTime() + (isNew ? 60 : 1440) * minute)
}

/** `https://teed.example.ee/open311/v2/` with or without the last slash; a name and password in it are refused. */
export function readEndpoint(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  return /^https?:$/.test(url.protocol) && isPlain ? url.href.replace(/\/+$/, '') : null
}

/** Lines `our-code = their code`; null when a line is no such pair or names no category of ours. */
export function readServices(text: string, known: ReadonlySet<string>): Record<string, string> | null {
  const services: Record<string, string> = {}
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [, ours = '', theirs = ''] = /^([a-z0-9-]{1,60})\s*=\s*(\S.{0,99})$/u.exec(line) ?? []
    if (!known.has(ours)) return null
    services[ours] = theirs
  }
  return services
}

export const writeServices = (services: Readonly<Record<string, string>>): string =>
  Object.entries(services)
    .map(([ours, theirs]) => `${ours} = ${theirs}`)
    .join('\n')

type Answered = { status: number; text: string }

/** What a partner answered, as far as the specification lets it be read; `null` where it is none. */
export function readAnswer({ status, text }: Answered): readonly Record<string, unknown>[] | null {
  if (status < 200 || status > 299) return null
  try {
    const read: unknown = JSON.parse(text)
    const all = Array.isArray(read) ? read : [read]
    return all.every((one): one is Record<string, unknown> => typeof one === 'object' && one !== null) ? all : null
  } catch {
    return null
  }
}

/** The fault for the officials: the status, and the first sentence that the partner gave with it. */
export function faultOf({ status, text }: Answered): string {
  const [said] = readAnswer({ status: 200, text }) ?? []
  const sentence = typeof said?.description === 'string' ? `: ${cleanWords(said.description).slice(0, 300)}` : ''
  return `${status}${sentence}`
}

/** A text field, however the partner writes numbers; empty is nothing. */
export function fieldOf(answer: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = answer[name]
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = cleanWords(String(value)).slice(0, 2000)
  return text === '' ? null : text
}
