import { KeptPages } from './kept-pages.ts'
import type { FetchEvent, WorkerScope } from './worker-scope.ts'

/**
 * The service worker of the site: whoever is online always gets the server's own page; the device's copy stands in when
 * the network does not answer. Whatever goes wrong here, the request goes on to the network as if nothing stood between.
 */
export function answerWithoutLine(scope: WorkerScope, { whenOnline }: { whenOnline: () => Promise<void> }): void {
  const kept = new KeptPages(scope)

  scope.addEventListener('install', (event) => {
    void scope.skipWaiting()
    event.waitUntil(kept.install())
  })

  scope.addEventListener('activate', (event) => {
    const take = async () => {
      await scope.registration.navigationPreload?.enable()
      await scope.clients.claim()
      await kept.forgetOtherBuilds()
    }
    event.waitUntil(take())
  })

  scope.addEventListener('message', (event) => {
    const { keep } = (event.data ?? {}) as { keep?: unknown }
    // Without a line there is nothing to keep from; the next visit tries again.
    if (typeof keep === 'string') event.waitUntil(kept.keep(keep).catch(() => undefined))
  })

  scope.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname } = new URL(request.url)
    if (request.method !== 'GET' || origin !== scope.location.origin) return
    if (request.mode === 'navigate') event.respondWith(openPage(event, pathname))
    else if (kept.isAsset(pathname)) event.respondWith(openFile(request, pathname))
    else if (kept.isAnswer(pathname)) event.respondWith(fetch(request).catch(() => orFail(kept.file(pathname))))
  })

  async function openPage(event: FetchEvent, path: string): Promise<Response> {
    try {
      const answer = (await event.preloadResponse) ?? (await fetch(event.request))
      event.waitUntil(whenOnline().catch(() => undefined))
      return answer
    } catch {
      return orFail(kept.page(path))
    }
  }

  async function openFile(request: Request, path: string): Promise<Response> {
    return (await kept.file(path).catch(() => undefined)) ?? fetch(request)
  }
}

async function orFail(found: Promise<Response | undefined>): Promise<Response> {
  return (await found.catch(() => undefined)) ?? Response.error()
}
