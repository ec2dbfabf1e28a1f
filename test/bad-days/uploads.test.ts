import { existsSync, readdirSync } from 'node:fs'
import { request, type ClientRequest } from 'node:http'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Running } from '../../src/running.ts'
import { browse, startServer } from '../server.ts'

const host = 'localhost'
const path = '/too/tegevuskava/1.3/toendid'
const boundary = 'bad-day'

let running: Running
let cookie: string
beforeAll(async () => {
  running = await startServer({ joelahtme: { host } })
  const people = (await (await browse(running.port, host).send('/dev/people.json')).json()) as {
    personalCode: string
    roles: string[]
  }[]
  const owner = people.find(({ roles }) => roles.includes('Kommunikatsioonispetsialist'))!
  const browser = browse(running.port, host)
  await browser.follow(`/login?login_hint=${owner.personalCode}&auto=1`)
  cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
})

const store = () => running.sites[0]!.store
const temporary = () => {
  const place = store().temporaryDirectory
  return existsSync(place) ? readdirSync(place).filter((name) => name.startsWith('upload-')) : []
}
const countFiles = async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from files_files`.execute(
    running.sites[0]!.database.db,
  )
  return rows[0]!.n
}

const field = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const fileHead = (name: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="proof"; filename="${name}"\r\n\r\n`
const fields = () =>
  field('idempotencyKey', crypto.randomUUID()) + field('title.et', 'Katkev tõend') + field('occurredOn', '2026-01-05')
const end = `\r\n--${boundary}--\r\n`

function begin(length?: number): { outgoing: ClientRequest; status: Promise<number> } {
  const headers: Record<string, string | number> = {
    host: `${host}:${running.port}`,
    cookie,
    'sec-fetch-site': 'same-origin',
    'content-type': `multipart/form-data; boundary=${boundary}`,
    ...(length === undefined ? {} : { 'content-length': length }),
  }
  const outgoing = request({ host: '127.0.0.1', port: running.port, path, method: 'POST', headers })
  const status = new Promise<number>((resolve) => {
    outgoing.once('response', (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    outgoing.once('error', () => resolve(0))
  })
  return { outgoing, status }
}

describe('an upload', () => {
  it('that breaks off leaves nothing behind and does not disturb others', async () => {
    const before = await countFiles()
    const { outgoing, status } = begin(30_000_000)
    outgoing.write(fields() + fileHead('pikk.txt') + 'algus '.repeat(200_000))
    await vi.waitFor(() => expect(temporary()).toHaveLength(1), 10_000)
    outgoing.destroy()
    expect(await status).toBe(0)
    await vi.waitFor(() => expect(temporary()).toEqual([]), 10_000)
    expect((await browse(running.port, host).send('/tegevuskava/1.3')).status).toBe(200)
    expect(await countFiles()).toBe(before)
  })

  it('sent in pieces of unknown length is taken, and checked by the queue', async () => {
    const { outgoing, status } = begin()
    outgoing.write(fields() + fileHead('tükid.txt'))
    for (let piece = 0; piece < 20; piece += 1) outgoing.write(`tükk ${piece}\n`)
    outgoing.end(end)
    expect(await status).toBe(303)
    await vi.waitFor(async () => {
      const { rows } = await sql<{ state: string }>`select state from files_files where name = 'tükid.txt'`.execute(
        running.sites[0]!.database.db,
      )
      expect(rows).toEqual([{ state: 'checked' }])
    }, 20_000)
  })

  it('whose form ends in the middle is refused', async () => {
    const whole = fields() + fileHead('pool.txt') + 'pool'
    const { outgoing, status } = begin(Buffer.byteLength(whole))
    outgoing.end(whole)
    expect(await status).toBe(400)
    expect(temporary()).toEqual([])
  })

  it('with more files and fields than the form has keeps to the form', async () => {
    const many = Array.from({ length: 300 }, (_, at) => field(`x${at}`, 'x')).join('')
    const files = ['a.txt', 'b.txt', 'c.txt'].map((name) => `${fileHead(name)}tekst\r\n`).join('')
    const whole = fields() + many + files + end.slice(2)
    const { outgoing, status } = begin(Buffer.byteLength(whole))
    outgoing.end(whole)
    expect(await status).toBe(303)
    expect(temporary()).toEqual([])
  })
})

it('the store of a site lies in its own folder', () => {
  expect(store().temporaryDirectory.endsWith(join('joelahtme', 'files', 'temporary'))).toBe(true)
})
