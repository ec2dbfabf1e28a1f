import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { readConfig } from '#platform/config.ts'
import { run, type Running } from '../src/running.ts'
import { testDatabaseUrl } from './database.ts'

/** A directory of sites, each a copy of the reference site under a name and a host of its own. */
export function sitesDirectory(sites: Record<string, { host: string; name?: string }>): string {
  const directory = mkdtempSync(join(tmpdir(), 'avavald-sites-'))
  for (const [site, { host, name }] of Object.entries(sites)) {
    cpSync(resolve('sites/joelahtme'), join(directory, site), { recursive: true })
    const file = join(directory, site, 'site.json')
    const settings = JSON.parse(readFileSync(file, 'utf8')) as { hosts: string[]; name: { et: string } }
    settings.hosts = [host]
    if (name !== undefined) settings.name.et = name
    writeFileSync(file, JSON.stringify(settings))
  }
  return directory
}

async function emptyDatabases(prefix: string, sites: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  for (const site of sites) await client.query(`create database ${prefix}_${site}`)
  await client.end()
}

/** A listening process on PostgreSQL, with demo content. */
export async function startServer(
  sites: Record<string, { host: string; name?: string }>,
  variables: Record<string, string> = {},
): Promise<Running & { databasePrefix: string }> {
  const prefix = `served_${process.pid}_${Date.now().toString(36)}`
  await emptyDatabases(prefix, Object.keys(sites))
  const config = readConfig({
    PORT: '0',
    AVAVALD_DATA: mkdtempSync(join(tmpdir(), 'avavald-data-')),
    AVAVALD_SITES: sitesDirectory(sites),
    DATABASE_URL: testDatabaseUrl(`${prefix}_{site}`).replace('%7B', '{').replace('%7D', '}'),
    LOG_LEVEL: 'silent',
    ...variables,
  })
  const running = await run(config, resolve('dist/client'))
  afterAll(() => running.stop())
  return { ...running, databasePrefix: prefix }
}

/** A browser without a screen: keeps cookies per host and follows redirects one by one. */
export function browse(port: number, host: string) {
  const cookies = new Map<string, string>()
  const send = async (path: string, init: RequestInit = {}): Promise<Response & { path: string }> => {
    const headers = new Headers(init.headers)
    if (!headers.has('host')) headers.set('host', `${host}:${port}`)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await request(port, path, { ...init, headers })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const [name = '', ...value] = pair.split('=')
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) cookies.delete(name)
      else cookies.set(name, value.join('='))
    }
    return Object.assign(response, { path })
  }
  const follow = async (path: string, init: RequestInit = {}): Promise<Response & { path: string }> => {
    let response = await send(path, init)
    for (let hops = 0; response.status >= 300 && response.status < 400; hops += 1) {
      if (hops === 12) throw new Error('too many redirects')
      const next = new URL(response.headers.get('location')!, `http://${host}:${port}`)
      response = await send(next.pathname + next.search)
    }
    return response
  }
  return { cookies, send, follow }
}

/** Like fetch, but with the Host header as given: fetch refuses to set it. */
async function request(port: number, path: string, init: RequestInit): Promise<Response> {
  const { request: open } = await import('node:http')
  return new Promise((fulfil, reject) => {
    const headers = Object.fromEntries(new Headers(init.headers))
    const body = init.body === undefined || init.body === null ? undefined : String(init.body)
    const outgoing = open({ host: '127.0.0.1', port, path, method: init.method ?? 'GET', headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const received = new Headers()
        for (let at = 0; at < answer.rawHeaders.length; at += 2)
          received.append(answer.rawHeaders[at]!, answer.rawHeaders[at + 1]!)
        const status = answer.statusCode ?? 500
        const empty = status === 204 || status === 304
        fulfil(new Response(empty ? null : Buffer.concat(chunks), { status, headers: received }))
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

export const form = (fields: Record<string, string>, host: string): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields).toString(),
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
    origin: `http://${host}`,
  },
})
