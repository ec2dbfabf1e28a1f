import { oneLine } from '#platform/mail/letter.ts'

/** What a letter is for; what may be sent to an address depends on it. */
export type Purpose = 'confirm' | 'matter' | 'notice' | 'follow' | 'digest' | 'news'
export type How = 'at-once' | 'daily' | 'weekly' | 'never'
export const followHows = ['at-once', 'daily', 'weekly'] as const
export type FollowHow = (typeof followHows)[number]

export type AddressStanding = {
  confirmedAt: Date | null
  state: 'ok' | 'paused' | 'blocked'
  complainedAt: Date | null
}

export type Suppression = 'unconfirmed' | 'blocked' | 'paused' | 'complained'

/**
 * Why a letter must not go to an address; null when it may. A complaint or a full mailbox stops what may be refused
 * and never a letter in the reader's own matter; a question whether the address is right always goes.
 */
export function whySuppressed(address: AddressStanding, purpose: Purpose): Suppression | null {
  if (purpose === 'confirm') return null
  if (address.confirmedAt === null) return 'unconfirmed'
  if (address.state === 'blocked') return 'blocked'
  if (purpose === 'matter') return null
  if (address.state === 'paused') return 'paused'
  return address.complainedAt === null ? null : 'complained'
}

const softBouncesUntilPause = 3

/** What a bounce does to an address. */
export function afterBounce(
  address: { state: AddressStanding['state']; bounces: number },
  kind: 'hard' | 'soft' | 'complaint',
): { state: AddressStanding['state']; bounces: number; complained: boolean } {
  if (kind === 'complaint') return { ...address, complained: true }
  if (kind === 'hard') return { state: 'blocked', bounces: address.bounces + 1, complained: false }
  const bounces = address.bounces + 1
  const state = address.state === 'ok' && bounces >= softBouncesUntilPause ? 'paused' : address.state
  return { state, bounces, complained: false }
}

const minute = 60_000
const waits = [1, 5, 15, 60, 120, 240]
const givenUpAfter = 48 * 60 * minute

/** When a letter that was not taken is tried again; null when it has been tried for two days. */
export function nextAttempt(attempts: number, createdAt: Date, now: Date): Date | null {
  const next = new Date(now.getTime() + (waits[attempts - 1] ?? waits.at(-1)!) * minute)
  return next.getTime() - createdAt.getTime() > givenUpAfter ? null : next
}

/** How long an unreachable mail server is left in peace. */
export function pauseAfter(failures: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(15_000 * 2 ** Math.max(0, failures - 1), 10 * minute))
}

/** The page and every page above it: `/tegevuskava/1.3`, `/tegevuskava`. The front page is not above anything. */
export function pathsAbove(path: string): string[] {
  const segments = (path.split(/[?#]/)[0] ?? '').split('/').filter((segment) => segment !== '')
  return segments.map((_, at) => `/${segments.slice(0, segments.length - at).join('/')}`)
}

/** How a notice of a kind reaches a person: what may not be refused always comes at once. */
export function howFor(kind: { usual: How; mayBeRefused: boolean }, preference: How | undefined): How {
  return kind.mayBeRefused ? (preference ?? kind.usual) : 'at-once'
}

/** What one click on "unsubscribe" stops; it stands in the link, which nobody can forge. */
export type MailingList = { what: 'follow' | 'kind' | 'digest' | 'everything'; key: string }

export function writeList({ what, key }: MailingList): string {
  return `${what}:${key}`
}

export function readList(text: string): MailingList | null {
  const found = /^(follow|kind|digest|everything):([\w.:-]{0,80})$/.exec(text)
  return found === null ? null : { what: found[1] as MailingList['what'], key: found[2]! }
}

/** Minutes until the queue is empty at the speed of the last minutes; null where there is no speed yet. */
export function minutesLeft(queued: number, sentInLastTenMinutes: number): number | null {
  if (queued === 0 || sentInLastTenMinutes === 0) return null
  return Math.max(1, Math.ceil(queued / (sentInLastTenMinutes / 10)))
}

/** A title as it stands in a subject. */
export function asSubject(text: string): string {
  return oneLine(text, 150)
}

/** The fields of the preferences form. */
export const fieldOfKind = (key: string) => `kind.${key}`
export const fieldOfFollow = (id: string) => `follow.${id}`
