/** What is used of the service worker's world; the library of the DOM, which pages are written against, lacks it. */
type WaitingEvent = Event & { waitUntil(work: Promise<unknown>): void }

export type FetchEvent = WaitingEvent & {
  request: Request
  preloadResponse: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}

export type SyncEvent = WaitingEvent & { tag: string }

export type MessageToWorker = WaitingEvent & { data: unknown }

type WorkerEvents = {
  install: WaitingEvent
  activate: WaitingEvent
  fetch: FetchEvent
  message: MessageToWorker
  sync: SyncEvent
}

export type WorkerScope = {
  registration: ServiceWorkerRegistration & { navigationPreload?: { enable(): Promise<void> } }
  location: Location
  clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener<K extends keyof WorkerEvents>(type: K, listener: (event: WorkerEvents[K]) => void): void
  /** Written by the server before the worker's own script. */
  avavald: AppOnDevice
}

/** What this build of the site keeps on a device. */
export type AppOnDevice = {
  build: string
  languages: readonly string[]
  /** Styles, scripts, fonts: names change with content. */
  assets: readonly string[]
  /** Path of a page and the address where it is found for keeping. */
  pages: readonly (readonly [path: string, from: string])[]
  answers: readonly string[]
  /** The page for whatever cannot be opened. */
  offlinePage: string
}
