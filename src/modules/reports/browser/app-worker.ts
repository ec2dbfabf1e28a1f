import { answerWithoutLine } from '#platform/installed-app/browser/answer-without-line.ts'
import type { WorkerScope } from '#platform/installed-app/browser/worker-scope.ts'
import { emptyOutbox, forgetLinksOfAccounts } from './outbox/empty-outbox.ts'
import { syncTag } from './outbox/stay-on-device.ts'

/** The site's service worker: what it keeps is the platform's, what it sends is ours. */
const scope = globalThis as unknown as WorkerScope

const between = 20_000
let lookedAt = 0

answerWithoutLine(scope, {
  // Browsers that do not wake a worker for the line send from whatever page is opened next.
  whenOnline: async () => {
    if (Date.now() - lookedAt < between) return
    lookedAt = Date.now()
    await emptyOutbox({ lineIsBack: true })
  },
})

scope.addEventListener('sync', (event) => {
  if (event.tag !== syncTag) return
  const send = async () => {
    // The browser asks again later when this fails.
    if (await emptyOutbox({ lineIsBack: true })) throw new Error('reports wait for the line')
  }
  event.waitUntil(send())
})

scope.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const isSigningOut =
    method === 'POST' && mode === 'navigate' && /^(?:\/en|\/ru)?\/logout$/.test(new URL(url).pathname)
  if (isSigningOut) event.waitUntil(forgetLinksOfAccounts().catch(() => undefined))
})
