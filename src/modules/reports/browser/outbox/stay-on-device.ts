import { emptyOutbox } from './empty-outbox.ts'

export const syncTag = 'avavald-teated'

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } }

/** Lets the browser send what waits even after the page is closed, where it knows how. */
export async function sendWhenOnline(): Promise<void> {
  try {
    const registration = (await navigator.serviceWorker.getRegistration()) as WithSync | undefined
    await registration?.sync?.register(syncTag)
  } catch {
    // Sent from the next page that is opened.
  }
}

/**
 * Once the page is there and the browser has nothing better to do: the app's worker stays on the device, and what
 * waits here is sent.
 */
export function stayOnDevice(): void {
  const start = () => {
    document.dispatchEvent(new Event('stay-on-device'))
    emptyOutbox().catch(() => undefined)
  }
  const { requestIdleCallback: idle } = window as { requestIdleCallback?: typeof window.requestIdleCallback }
  const whenIdle = () => (idle === undefined ? window.setTimeout(start, 1000) : idle(start, { timeout: 5000 }))
  if (document.readyState === 'complete') whenIdle()
  else window.addEventListener('load', whenIdle, { once: true })
  window.addEventListener('online', () => void emptyOutbox({ lineIsBack: true }).catch(() => undefined))
}
