import { isDue, isForgotten, settle, type Draft } from './draft.ts'
import { changeDraft, findDraft, listDrafts, removeDraft } from './draft-store.ts'
import { sendDraft } from './send-draft.ts'

const lock = 'avavald-teated'

/** One page or worker at a time; where the browser has no locks, the report's key keeps it one report. */
function alone<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as { locks?: LockManager }
  return locks === undefined ? work() : locks.request(lock, work)
}

/** Sends one that is kept, and keeps what became of it; undefined when it is gone or nothing is to be sent. */
export function sendKept(key: string): Promise<Draft | undefined> {
  return alone(async () => {
    const draft = await findDraft(key)
    if (draft?.state !== 'waiting') return draft
    const answer = await sendDraft(draft)
    return changeDraft(key, (now) => settle(now, answer, Date.now()))
  })
}

/** Waits until nothing is being sent, then changes what is kept. */
export function changeAlone(key: string, change: (draft: Draft) => Draft): Promise<Draft | undefined> {
  return alone(() => changeDraft(key, change))
}

/** Sends everything whose time has come. Answers whether something waits for the line still. */
export async function emptyOutbox({ lineIsBack = false } = {}): Promise<boolean> {
  const drafts = await listDrafts()
  for (const draft of drafts) if (isForgotten(draft, Date.now())) await removeDraft(draft.key)
  const due = drafts.filter((draft) => isDue(draft, Date.now(), lineIsBack))
  for (const { key } of due.toSorted((a, b) => (a.pressedAt ?? 0) - (b.pressedAt ?? 0))) {
    const after = await sendKept(key)
    // The line is away again: the others would fail as this one did.
    if (after?.state === 'waiting' && after.why === 'line') return true
  }
  return false
}

/** An account has left this device: links to what it sent go with it. */
export async function forgetLinksOfAccounts(): Promise<void> {
  for (const { key, state, account } of await listDrafts()) {
    if (state === 'sent' && account !== '') await removeDraft(key)
  }
}
