import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerWithoutLine } from './answer-without-line.ts'
import { KeptPages } from './kept-pages.ts'
import type { AppOnDevice, WorkerScope } from './worker-scope.ts'

const origin = 'https://vald.example.ee'
const shelves = new Map<string, Map<string, Response>>()
let served: Map<string, () => Response>
let asked: { path: string; credentials: string | undefined }[]
let updates: number

const pathOf = (request: string | { url: string }) =>
  new URL(typeof request === 'string' ? request : request.url, origin).pathname

function shelf(kept: Map<string, Response>) {
  return {
    match: async (path: string) => kept.get(path)?.clone(),
    put: async (path: string, answer: Response) => void kept.set(path, answer),
    addAll: async (paths: string[]) => {
      for (const path of paths) kept.set(path, await fetch(path))
    },
  }
}

beforeEach(() => {
  shelves.clear()
  asked = []
  updates = 0
  const html = (asset: string) => () =>
    new Response(`<script src="${asset}">`, {
      headers: { 'content-type': 'text/html', date: new Date().toUTCString() },
    })
  served = new Map([
    ['/assets/a1.js', () => new Response('1')],
    ['/assets/a2.js', () => new Response('2')],
    ['/vorm', html('/assets/a1.js')],
    ['/uhenduseta', html('/assets/a1.js')],
    ['/ru/vorm', html('/assets/a1.js')],
    ['/ru/uhenduseta', html('/assets/a1.js')],
  ])
  vi.stubGlobal('fetch', async (request: string | { url: string }, init?: RequestInit) => {
    asked.push({ path: pathOf(request), credentials: init?.credentials })
    const answer = served.get(pathOf(request))
    if (answer === undefined) throw new TypeError('Failed to fetch')
    return answer()
  })
  vi.stubGlobal('caches', {
    open: async (name: string) => {
      if (!shelves.has(name)) shelves.set(name, new Map())
      return shelf(shelves.get(name)!)
    },
    keys: async () => [...shelves.keys()],
    delete: async (name: string) => shelves.delete(name),
    match: async (path: string) => [...shelves.values()].map((kept) => kept.get(path)).find((one) => one !== undefined),
  })
})
afterEach(() => vi.unstubAllGlobals())

type Listener = (event: unknown) => void
function scopeOf(app: Partial<AppOnDevice> = {}) {
  const listeners = new Map<string, Listener>()
  const scope = {
    avavald: {
      build: '1',
      languages: ['et', 'en', 'ru'],
      assets: ['/assets/a1.js'],
      pages: [['/vorm', '/vorm?seadmesse=1']],
      answers: [],
      offlinePage: '/uhenduseta',
      ...app,
    },
    location: new URL(origin),
    registration: { update: async () => void (updates += 1) },
    clients: { claim: async () => undefined },
    skipWaiting: async () => undefined,
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
  } as unknown as WorkerScope
  return { scope, listeners }
}

describe('what the app keeps', () => {
  it('is asked for without the person’s cookies, and again only when it is older than an hour', async () => {
    const kept = new KeptPages(scopeOf().scope)
    await kept.install()
    await kept.keep('et')
    const pages = asked.filter(({ path }) => !path.startsWith('/assets/'))
    expect(pages).toEqual(['/vorm', '/uhenduseta'].map((path) => ({ path, credentials: 'omit' })))
    await kept.keep('et')
    expect(asked).toHaveLength(3)
    expect(await (await kept.page('/vorm'))!.text()).toContain('a1.js')
    expect(await kept.page('/asulad')).toBeDefined()
    await kept.keep('xx')
    expect(asked).toHaveLength(3)
  })

  it('goes over to a new build with the languages that were kept, and leaves nothing of the old', async () => {
    const first = new KeptPages(scopeOf().scope)
    await first.install()
    await first.keep('ru')
    for (const path of ['/ru/vorm', '/ru/uhenduseta']) {
      served.set(path, () => new Response('"/assets/a2.js"', { headers: { 'content-type': 'text/html' } }))
    }
    // The old worker meets a page of the new build: it keeps what belongs together, and asks for its successor.
    shelves.get('avavald-app-1')!.delete('/ru/uhenduseta')
    await first.keep('ru')
    expect([updates, await (await first.page('/ru/vorm'))!.text()]).toEqual([1, expect.stringContaining('a1.js')])
    shelves.get('avavald-app-1')!.set('/ru/uhenduseta', new Response(''))
    const second = new KeptPages(scopeOf({ build: '2', assets: ['/assets/a2.js'] }).scope)
    await second.install()
    await second.forgetOtherBuilds()
    expect([...shelves.keys()]).toEqual(['avavald-app-2'])
    expect(await (await second.page('/ru/vorm'))!.text()).toContain('a2.js')
    expect(await second.file('/assets/a1.js')).toBeUndefined()
  })

  it('is not half of it: an install without a line fails, and the old worker stays', async () => {
    await new KeptPages(scopeOf().scope).keep('et')
    served.delete('/vorm')
    await expect(new KeptPages(scopeOf({ build: '2' }).scope).install()).rejects.toThrow()
  })
})

describe('an address that is opened', () => {
  const open = async (path: string, mode = 'navigate', method = 'GET') => {
    const { scope, listeners } = scopeOf()
    let looked = 0
    answerWithoutLine(scope, { whenOnline: async () => void (looked += 1) })
    let answer: Promise<Response> | undefined
    const request = { url: origin + path, mode, method }
    listeners.get('fetch')!({
      request,
      preloadResponse: Promise.resolve(undefined),
      waitUntil: () => undefined,
      respondWith: (given: Promise<Response>) => (answer = given),
    })
    return { answer: await answer, looked }
  }

  it('is the server’s own whenever there is a line, and what waits is looked at then', async () => {
    await new KeptPages(scopeOf().scope).keep('et')
    served.set('/vorm', () => new Response('praegune'))
    const { answer, looked } = await open('/vorm')
    expect([await answer!.text(), looked]).toEqual(['praegune', 1])
  })

  it('without a line is the kept page, or the one that says so', async () => {
    await new KeptPages(scopeOf().scope).keep('et')
    const offline = await shelves.get('avavald-app-1')!.get('/uhenduseta')!.clone().text()
    served.clear()
    expect([(await open('/vorm')).answer!.status, (await open('/vorm')).looked]).toEqual([200, 0])
    expect(await (await open('/asulad')).answer!.text()).toBe(offline)
  })

  it('is left alone when it is no page and nothing kept, or changes something', async () => {
    expect((await open('/teated/kaart.json', 'cors')).answer).toBeUndefined()
    expect((await open('/teated/uus', 'navigate', 'POST')).answer).toBeUndefined()
  })

  it('comes through when what is kept is broken', async () => {
    vi.stubGlobal('caches', { open: () => Promise.reject(new Error('broken')) })
    expect((await open('/vorm')).answer!.status).toBe(200)
    expect(await (await open('/assets/a1.js', 'cors')).answer!.text()).toBe('1')
    served.clear()
    expect((await open('/vorm')).answer!.type).toBe('error')
  })
})
