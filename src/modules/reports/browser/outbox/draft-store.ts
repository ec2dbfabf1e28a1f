import type { Draft } from './draft.ts'

const name = 'avavald-teated'
const store = 'teated'

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
  })
}

let opened: Promise<IDBDatabase> | undefined

/** Rejects where the browser keeps nothing: a private window, a full device. */
function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(store, { keyPath: 'key' }))
    request.addEventListener('blocked', () => reject(new Error('IndexedDB is blocked')))
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')))
    request.addEventListener('success', () => {
      const { result } = request
      result.addEventListener('versionchange', () => result.close())
      // A phone may close it behind our back.
      result.addEventListener('close', () => (opened = undefined))
      resolve(result)
    })
  })
  opened.catch(() => (opened = undefined))
  return opened
}

/** Work in one transaction; it is on the device when this resolves. */
async function within<T>(mode: IDBTransactionMode, work: (drafts: IDBObjectStore) => Promise<T>): Promise<T> {
  const transaction = (await open()).transaction(store, mode)
  const finished = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('IndexedDB')))
  })
  finished.catch(() => undefined)
  const result = await work(transaction.objectStore(store))
  await finished
  return result
}

const news = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined
const listeners: (() => void)[] = []

/** Calls back whenever this page, another one or the worker has changed what is kept. */
export function whenChanged(tell: () => void): void {
  listeners.push(tell)
  news?.addEventListener('message', tell)
}

function sayChanged(): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin
  news?.postMessage('changed')
  for (const tell of listeners) tell()
}

/** The newest first. */
export async function listDrafts(): Promise<Draft[]> {
  const drafts = await within('readonly', (kept) => done(kept.getAll() as IDBRequest<Draft[]>))
  return drafts.toSorted((a, b) => b.changedAt - a.changedAt)
}

export function findDraft(key: string): Promise<Draft | undefined> {
  return within('readonly', (kept) => done(kept.get(key) as IDBRequest<Draft | undefined>))
}

export async function keepDraft(draft: Draft): Promise<void> {
  await within('readwrite', (kept) => done(kept.put(draft)))
  sayChanged()
}

/** Changes one as it is kept now; one that has been deleted meanwhile stays deleted. */
export async function changeDraft(key: string, change: (draft: Draft) => Draft): Promise<Draft | undefined> {
  const changed = await within('readwrite', async (kept) => {
    const draft = await done(kept.get(key) as IDBRequest<Draft | undefined>)
    if (draft === undefined) return undefined
    const next = change(draft)
    await done(kept.put(next))
    return next
  })
  sayChanged()
  return changed
}

export async function removeDraft(key: string): Promise<void> {
  await within('readwrite', (kept) => done(kept.delete(key)))
  sayChanged()
}

/**
 * Whether the browser promises not to delete what is kept when space runs out. It is asked for that only when somebody
 * has just put something here: some browsers ask the person.
 */
export async function isKeptForGood({ ask = false } = {}): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (ask && (await navigator.storage.persist()))
  } catch {
    return false
  }
}
