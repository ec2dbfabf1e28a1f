import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse, type HTMLElement } from 'node-html-parser'
import { readAssets } from '#platform/assets.ts'
import { makeClock, type Clock } from '#platform/clock.ts'
import { readConfig, type Config } from '#platform/config.ts'
import { inTransaction, system, type Actor, type Context, type Role } from '#platform/context.ts'
import type { Db } from '#platform/database.ts'
import { makeDiskStore } from '#platform/file-store/disk-store.ts'
import { openSession } from '#platform/identity/sessions.ts'
import { makePersonalCode } from '#platform/identity/personal-code.ts'
import { siteKeys } from '#platform/keys.ts'
import { makeLog } from '#platform/log.ts'
import type { Site } from '#platform/site.ts'
import { siteFiles } from '#platform/site-files.ts'
import { siteSettings } from '#platform/site.ts'
import { makeLive } from '#platform/web/live.ts'
import { makePageCache } from '#platform/web/page-cache.ts'
import { createApp } from '../src/app.ts'
import { catchUp } from '../src/installation.ts'
import { directory, modules } from '../src/modules.ts'
import { freshDatabase } from './database.ts'

export const testNow = new Date('2026-11-23T10:00:00+02:00')

export type Answer = { status: number; headers: Headers; text: string; page: HTMLElement; location: string | null }
export type Client = {
  personId: string | null
  actor: () => Promise<Actor>
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  head(path: string): Promise<Answer>
  post(
    path: string,
    form: Record<string, string | readonly string[] | File>,
    headers?: Record<string, string>,
  ): Promise<Answer>
}
export type TestApp = {
  site: Site
  db: Db
  clock: Clock
  config: Config
  visitor: Client
  /** A person who has just signed in, with roles and posts in force. */
  signIn(who?: { name?: string; roles?: readonly Role[]; postSlugs?: readonly string[] }): Promise<Client>
  context(actor?: Actor): Context
  /** A call that no form makes, of a program with a body of its own. */
  request(path: string, init: RequestInit): Promise<Response>
  /** Statements sent to the database while `work` ran. */
  countQueries(work: () => Promise<unknown>): Promise<number>
}

let people = 0

/** The whole application on a fresh PostgreSQL 18 database, called without a socket. */
export async function openTestApp(
  options: { install?: boolean; siteDirectory?: string; host?: string } = {},
): Promise<TestApp> {
  let queries = 0
  const database = await freshDatabase(() => (queries += 1))
  const dataDirectory = mkdtempSync(join(tmpdir(), 'avavald-test-'))
  const config = readConfig({ AVAVALD_DATA: dataDirectory, LOG_LEVEL: process.env.TEST_LOG ?? 'silent' })
  const files = siteFiles(resolve(options.siteDirectory ?? 'sites/joelahtme'))
  const site: Site = {
    name: 'joelahtme',
    settings: files.read('site.json', siteSettings),
    files,
    database,
    keys: siteKeys(config.secret, 'joelahtme'),
    cache: makePageCache(),
    fileDirectory: join(dataDirectory, 'files'),
    store: makeDiskStore(join(dataDirectory, 'files')),
  }
  const clock = makeClock(testNow)
  const { db } = database
  if (options.install !== false) {
    for (const module of modules) {
      if (module.install === undefined) continue
      await inTransaction({ db, actor: system, now: clock.now() }, (ctx) => module.install!(ctx, files))
    }
  }
  await catchUp(site)
  const app = createApp({
    live: makeLive([site]),
    config,
    sites: [site],
    modules,
    directory,
    clock,
    log: makeLog(config.logLevel),
    assets: readAssets(resolve('dist/client')),
    taraFor: () => {
      throw new Error('sign in through TARA is tested with a listening server')
    },
  })
  const host = options.host ?? 'localhost'
  const client = (cookie: string | null, personId: string | null): Client => {
    const send = async (path: string, init: RequestInit): Promise<Answer> => {
      const headers = new Headers(init.headers)
      headers.set('host', host)
      if (cookie !== null) headers.set('cookie', cookie)
      const response = await app.request(`http://${host}${path}`, { ...init, headers })
      const text = await response.text()
      return {
        status: response.status,
        headers: response.headers,
        text,
        page: parse(text),
        location: response.headers.get('location'),
      }
    }
    return {
      personId,
      actor: async () => (await directory.actorOf(db, personId!, null, clock.now()))!.actor,
      get: (path, headers = {}) => send(path, { headers }),
      head: (path) => send(path, { method: 'HEAD' }),
      post: (path, form, headers = {}) => {
        const hasFile = Object.values(form).some((value) => value instanceof File)
        const body = hasFile ? new FormData() : new URLSearchParams()
        for (const [name, value] of Object.entries(form)) {
          for (const part of Array.isArray(value) ? value : [value]) body.append(name, part as string)
        }
        return send(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin', ...headers } })
      },
    }
  }
  return {
    site,
    db,
    clock,
    config,
    visitor: client(null, null),
    context: (actor = system) => ({ db, actor, now: clock.now() }),
    request: async (path, init) => {
      const headers = new Headers(init.headers)
      headers.set('host', host)
      return app.request(`http://${host}${path}`, { ...init, headers })
    },
    countQueries: async (work) => {
      const before = queries
      await work()
      return queries - before
    },
    signIn: async ({ name = 'Mari Maasikas', roles = [], postSlugs = [] } = {}) => {
      people += 1
      const code = makePersonalCode('1980-05-05', 'female', people)
      const [givenName = '', ...rest] = name.split(' ')
      const identity = { subject: `EE${code}`, givenName, familyName: rest.join(' '), birthDate: '1980-05-05' }
      const token = await inTransaction({ db, actor: system, now: clock.now() }, async (ctx) => {
        const id = await directory.enter(ctx, site.keys, identity)
        for (const role of roles) {
          const granted = { code_index: site.keys.index(identity.subject), role, granted_at: ctx.now }
          await ctx.db.insertInto('people_granted_roles').values(granted).execute()
        }
        for (const slug of postSlugs) {
          const post = await ctx.db
            .selectFrom('people_posts')
            .select(['id', 'body_id'])
            .where('slug', '=', slug)
            .executeTakeFirstOrThrow()
          const membership = {
            person_id: id,
            body_id: post.body_id,
            post_id: post.id,
            from_date: '2026-01-01',
            created_at: ctx.now,
          }
          await ctx.db.insertInto('people_memberships').values(membership).execute()
        }
        return { id, token: await openSession(ctx, id, { method: 'smartid', device: 'test' }) }
      })
      return client(`avavald-session=${token.token}`, token.id)
    },
  }
}
