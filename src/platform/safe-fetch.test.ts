import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askOutside, FetchRefused, fetchFromOutside, isOpenAddress, type Outside } from './safe-fetch.ts'

const directory = mkdtempSync(join(tmpdir(), 'avavald-fetch-'))
const limits = { bytes: 1000, seconds: 2 }

const leadingTo = (...found: string[]): Outside => ({ resolve: async () => found, isOpen: isOpenAddress, ports: [''] })

describe('an address that a stranger named', () => {
  it.each([
    ['8.8.8.8', true],
    ['2a00:1450:4001::1', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.20.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::ffff:127.0.0.1', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['name', false],
  ])('%s is on the open Internet: %s', (address, open) => expect(isOpenAddress(address)).toBe(open))

  it.each([
    'ftp://example.org/x',
    'file:///etc/passwd',
    'http://example.org:8080/x',
    'http://user:secret@example.org/x',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://[::ffff:7f00:1]/',
    'nothing',
  ])('%s is refused without asking it', async (address) => {
    const path = join(directory, crypto.randomUUID())
    await expect(fetchFromOutside(address, path, limits, leadingTo('127.0.0.1'))).rejects.toThrow(FetchRefused)
    expect(existsSync(path)).toBe(false)
  })

  it('is refused when one of its addresses lies inside, or it has none', async () => {
    for (const found of [['8.8.8.8', '10.0.0.1'], []]) {
      const path = join(directory, crypto.randomUUID())
      await expect(fetchFromOutside('https://example.org/', path, limits, leadingTo(...found))).rejects.toThrow(
        'open Internet',
      )
    }
  })
})

describe('what lies outside', () => {
  let server: Server
  let origin: string
  let outside: Outside
  beforeAll(async () => {
    server = createServer((request, answer) => {
      if (request.url === '/pilt.jpg') answer.end('a picture')
      else if (request.url === '/large') answer.end('x'.repeat(5000))
      else if (request.url === '/said-large') answer.writeHead(200, { 'content-length': '999999' }).end()
      else if (request.url === '/moved') answer.writeHead(302, { location: '/pilt.jpg' }).end()
      else if (request.url === '/inside') answer.writeHead(302, { location: 'http://10.0.0.1/secret' }).end()
      else if (request.url === '/loop') answer.writeHead(302, { location: '/loop' }).end()
      else if (request.url === '/slow') answer.write('x')
      else answer.writeHead(404).end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as AddressInfo
    origin = `http://pildid.example:${port}`
    outside = {
      resolve: async () => ['127.0.0.1'],
      isOpen: (address) => address === '127.0.0.1',
      ports: ['', String(port)],
    }
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const load = async (path: string) => {
    const file = join(directory, crypto.randomUUID())
    const { name } = await fetchFromOutside(origin + path, file, limits, outside)
    return [name, readFileSync(file, 'utf8')]
  }

  it('is loaded, also where it has moved to', async () => {
    expect(await load('/pilt.jpg')).toEqual(['pilt.jpg', 'a picture'])
    expect(await load('/moved')).toEqual(['pilt.jpg', 'a picture'])
  })

  it.each(['/large', '/said-large', '/inside', '/loop', '/slow', '/nowhere'])('is refused at %s', async (path) => {
    await expect(load(path)).rejects.toThrow(FetchRefused)
  })
})

describe('another system that is asked', () => {
  it.each([
    ['never ends', (answer: ServerResponse) => answer.write('[')],
    ['breaks off', (answer: ServerResponse) => answer.write('[', () => setTimeout(() => answer.destroy(), 50))],
    ['says too much', (answer: ServerResponse) => answer.end('x'.repeat(5000))],
    ['sends elsewhere', (answer: ServerResponse) => answer.end()],
  ])('and %s holds nobody up', async (what, say) => {
    const server = createServer((_asked, answer) => {
      answer.writeHead(what === 'sends elsewhere' ? 302 : 200, { location: 'http://169.254.169.254/' })
      say(answer)
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const asking = askOutside(`http://${host}/`, {}, { bytes: 1000, seconds: 1 }, [host])
    if (what === 'sends elsewhere') expect(await asking).toEqual({ status: 302, text: '' })
    else await expect(asking).rejects.toThrow(FetchRefused)
    server.closeAllConnections()
    server.close()
  })

  it('is known by its exact host and port alone', async () => {
    for (const known of ['127.0.0.1', '127.0.0.1:81', 'localhost:80'])
      await expect(askOutside('http://127.0.0.1:80/', {}, limits, [known])).rejects.toThrow(FetchRefused)
  })
})
