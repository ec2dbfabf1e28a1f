import type { AppOnDevice, WorkerScope } from './worker-scope.ts'

const prefix = 'avavald-app-'
const freshFor = 3_600_000

/**
 * What the app keeps on a device: public pages, asked for without the person's cookies, with their styles and scripts.
 * One cache per build of the site, so that a page and its scripts always belong together.
 */
export class KeptPages {
  readonly #scope: WorkerScope
  readonly #app: AppOnDevice
  readonly #assets: ReadonlySet<string>
  readonly #name: string

  constructor(scope: WorkerScope) {
    this.#scope = scope
    this.#app = scope.avavald
    this.#assets = new Set(this.#app.assets)
    this.#name = prefix + this.#app.build
  }

  /** Before this build takes over: its files, and the pages in each language that was kept before. */
  async install(): Promise<void> {
    const cache = await caches.open(this.#name)
    await cache.addAll([...this.#assets])
    for (const language of await this.#languagesKept()) await this.keep(language)
  }

  async forgetOtherBuilds(): Promise<void> {
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== this.#name)
    await Promise.all(names.map((name) => caches.delete(name)))
  }

  /** Keeps the pages of a language, or renews those that are older than an hour. */
  async keep(language: string): Promise<void> {
    if (!this.#app.languages.includes(language)) return
    const cache = await caches.open(this.#name)
    const local = (path: string) => (language === 'et' ? path : `/${language}${path}`)
    const known = await cache.match(local(this.#app.offlinePage))
    if (known !== undefined && Date.now() - Date.parse(known.headers.get('date') ?? '') < freshFor) return
    const wanted = [
      ...this.#app.answers.map((path) => [path, path] as const),
      ...this.#app.pages,
      [this.#app.offlinePage, this.#app.offlinePage] as const,
    ]
    const found: [string, Response][] = []
    for (const [path, from] of wanted) {
      const answer = await fetch(local(from), { credentials: 'omit', cache: 'no-cache' })
      if (!answer.ok || answer.redirected) throw new Error(`${path}: ${answer.status}`)
      found.push([local(path), answer])
    }
    for (const [, answer] of found) {
      if (await this.#isOfThisBuild(answer)) continue
      // The site has been renewed: its own worker brings pages and scripts together.
      await this.#scope.registration.update()
      return
    }
    for (const [path, answer] of found) await cache.put(path, answer)
  }

  async #isOfThisBuild(answer: Response): Promise<boolean> {
    if (answer.headers.get('content-type')?.startsWith('text/html') !== true) return true
    const named = (await answer.clone().text()).matchAll(/"(\/assets\/[^"]+)"/g)
    return [...named].every(([, path = '']) => this.#assets.has(path))
  }

  async #languagesKept(): Promise<string[]> {
    const kept: string[] = []
    for (const language of this.#app.languages) {
      const path = language === 'et' ? this.#app.offlinePage : `/${language}${this.#app.offlinePage}`
      if ((await caches.match(path)) !== undefined) kept.push(language)
    }
    return kept
  }

  isAsset(path: string): boolean {
    return this.#assets.has(path)
  }

  isAnswer(path: string): boolean {
    return this.#app.answers.includes(path.replace(/^\/(?:en|ru)(?=\/)/, ''))
  }

  /** What stands for an address when the network does not answer. */
  async page(path: string): Promise<Response | undefined> {
    const language = /^\/(en|ru)(?=\/|$)/.exec(path)?.[1]
    const cache = await caches.open(this.#name)
    const offline = `${language === undefined ? '' : `/${language}`}${this.#app.offlinePage}`
    return (
      (await cache.match(path, { ignoreVary: true })) ??
      (await cache.match(offline, { ignoreVary: true })) ??
      (await cache.match(this.#app.offlinePage, { ignoreVary: true }))
    )
  }

  async file(path: string): Promise<Response | undefined> {
    return (await caches.open(this.#name)).match(path, { ignoreVary: true })
  }
}
