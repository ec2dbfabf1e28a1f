/** A file of a form, as bytes: some browsers lose files that they keep as files. */
export type DraftFile = { field: string; name: string; type: string; bytes: ArrayBuffer }

/** What the municipality, or the line to it, has said to a report that was sent. */
export type Answer =
  | { how: 'received'; number: number; own: string | null; waitsForMail: boolean }
  | { how: 'refused'; sentence: string; errors: Record<string, string> }
  /** It was written with another account than the one that is signed in now. */
  | { how: 'otherAccount' }
  | { how: 'later'; why: 'line' | 'busy'; waitSeconds: number | null }

type State =
  | { state: 'draft' }
  | { state: 'waiting'; why: 'line' | 'busy'; tries: number; dueAt: number }
  | { state: 'failed'; sentence: string; errors: Record<string, string> }
  | { state: 'asks' }
  /** `waitsForMail`: it counts once its sender has confirmed it by the letter. */
  | { state: 'sent'; number: number; own: string | null; waitsForMail: boolean; sentAt: number }

/** A report on the device. Its key makes sure that it becomes one report, however often it is sent. */
export type Draft = {
  key: string
  language: string
  /** Of the page on which it was written; empty without one. */
  account: string
  fields: readonly (readonly [name: string, value: string])[]
  files: readonly DraftFile[]
  /** The chosen subject, in the words of the form. */
  subject: string
  changedAt: number
  /** By this device's clock; null until somebody has pressed "send". */
  pressedAt: number | null
} & State

const minute = 60_000
const longestWait = 60 * minute
const sentIsKept = 30 * 24 * 60 * minute

/** The next pause after so many tries in vain: half a minute, then four times as long, up to an hour. */
export function waitAfter(tries: number): number {
  return Math.min(longestWait, 0.5 * minute * 4 ** Math.max(0, tries - 1))
}

const whole = ({ key, language, account, fields, files, subject, changedAt, pressedAt }: Draft) => ({
  key,
  language,
  account,
  fields,
  files,
  subject,
  changedAt,
  pressedAt,
})

/** Somebody pressed "send": it goes as soon as it can. */
export function press(draft: Draft, now: number): Draft {
  return { ...whole(draft), pressedAt: now, state: 'waiting', why: 'line', tries: 0, dueAt: now }
}

/** Sent again by hand, without another press on the form: the time of the first press stays. */
export function hurry(draft: Draft, now: number): Draft {
  return draft.state === 'draft' ? press(draft, now) : { ...press(draft, now), pressedAt: draft.pressedAt ?? now }
}

/** Taken back to be changed: nothing sends it meanwhile. */
export function takeBack(draft: Draft): Draft {
  return draft.state === 'waiting' ? { ...whole(draft), state: 'draft' } : draft
}

/** May be sent now. `lineIsBack` lets those go at once that were held up by the line alone. */
export function isDue(draft: Draft, now: number, lineIsBack = false): boolean {
  if (draft.state !== 'waiting') return false
  if (lineIsBack && draft.why === 'line') return true
  // A clock that was set back must not hold a report for years.
  return draft.dueAt <= now || draft.dueAt > now + 2 * longestWait
}

/** What becomes of a report by the answer to it. What was sent leaves nothing behind but its number and its link. */
export function settle(draft: Draft, answer: Answer, now: number): Draft {
  if (draft.state === 'sent') return draft
  const same = whole(draft)
  switch (answer.how) {
    case 'received': {
      const { number, own, waitsForMail } = answer
      return { ...same, fields: [], files: [], state: 'sent', number, own, waitsForMail, sentAt: now }
    }
    case 'refused':
      return { ...same, state: 'failed', sentence: answer.sentence, errors: answer.errors }
    case 'otherAccount':
      return { ...same, state: 'asks' }
    case 'later': {
      const tries = (draft.state === 'waiting' ? draft.tries : 0) + 1
      const asked = Math.min(longestWait, (answer.waitSeconds ?? 0) * 1000)
      return { ...same, state: 'waiting', why: answer.why, tries, dueAt: now + Math.max(asked, waitAfter(tries)) }
    }
  }
}

/** Sent a month ago: its number and link leave the device. */
export function isForgotten(draft: Draft, now: number): boolean {
  return draft.state === 'sent' && now - draft.sentAt > sentIsKept
}

/** A sent report whose link opens what an account sent is no longer shown when that account is gone. */
export function isForAccount(draft: Draft, account: string): boolean {
  return draft.state !== 'sent' || draft.account === '' || draft.account === account
}

export const isUnsent = ({ state }: Draft): boolean => state !== 'sent'
