import { lookup } from 'node:dns/promises'
import { createWriteStream } from 'node:fs'
import { request as requestHttp, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP } from 'node:net'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Addresses that lead into this house or nowhere (IANA special-purpose registries). */
const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(network, prefix, 'ipv4')
}
// Only what is given out for the open Internet is open: 2000::/3 without tunnels and documentation.
const openIpv6 = new BlockList()
openIpv6.addSubnet('2000::', 3, 'ipv6')
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  inside.addSubnet(network, prefix, 'ipv6')
}

export function isOpenAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !inside.check(address, 'ipv4')
  return family === 6 && openIpv6.check(address, 'ipv6') && !inside.check(address, 'ipv6')
}

export class FetchRefused extends Error {
  override name = 'FetchRefused'
}

export type FetchLimits = { bytes: number; seconds: number; redirects?: number }
/** What the world outside looks like; replaced in tests alone. */
export type Outside = {
  resolve: (host: string) => Promise<readonly string[]>
  isOpen: (address: string) => boolean
  /** Of an address; empty is the usual one. */
  ports: readonly string[]
}

const internet: Outside = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isOpen: isOpenAddress,
  ports: [''],
}

/**
 * Loads an address that a stranger named into a file: http and https on their usual ports, only from the open Internet,
 * each redirect judged anew, bounded in bytes and seconds. The connection goes to the very address that was judged.
 * Throws `FetchRefused`.
 */
export async function fetchFromOutside(
  address: string,
  path: string,
  { bytes, seconds, redirects = 3 }: FetchLimits,
  outside: Outside = internet,
): Promise<{ name: string }> {
  const signal = AbortSignal.timeout(seconds * 1000)
  let url = address
  try {
    for (let left = redirects; ; left -= 1) {
      const answer = await open(url, signal, outside)
      const { statusCode = 0, headers } = answer
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        answer.destroy()
        if (left === 0) throw new FetchRefused('too many redirects')
        url = new URL(headers.location, url).href
        continue
      }
      if (statusCode !== 200) {
        answer.destroy()
        throw new FetchRefused(`answered ${statusCode}`)
      }
      if (Number(headers['content-length'] ?? 0) > bytes) {
        answer.destroy()
        throw new FetchRefused('too large')
      }
      await pipeline(answer, atMost(bytes), createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal })
      return { name: decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '') }
    }
  } catch (error) {
    if (error instanceof FetchRefused) throw error
    throw new FetchRefused('cannot be loaded', { cause: error })
  }
}

type Asking = {
  method?: 'GET' | 'POST'
  form?: Readonly<Record<string, string>> | undefined
  /** Instead of a form. */
  json?: object | undefined
  accept?: string
}

/**
 * Asks another system and reads its short answer; the same bounds as for files, and no redirects, since a form would
 * travel on. `known` are hosts that the operator trusts wherever they stand. Throws `FetchRefused`.
 */
export async function askOutside(
  address: string,
  asking: Asking,
  { bytes, seconds }: FetchLimits,
  known: readonly string[] = [],
): Promise<{ status: number; text: string }> {
  const signal = AbortSignal.timeout(seconds * 1000)
  try {
    const isKnown = known.includes(new URL(address).host)
    const outside = isKnown ? { ...internet, isOpen: () => true, ports: [new URL(address).port] } : internet
    const answer = await open(address, signal, outside, asking)
    const chunks: Buffer[] = []
    // Through `pipeline`, so that an answer that breaks off or never ends is a fault and not a wait for ever.
    await pipeline(
      answer,
      atMost(bytes),
      async (parts: AsyncIterable<Buffer>) => {
        for await (const part of parts) chunks.push(part)
      },
      { signal },
    )
    return { status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }
  } catch (error) {
    if (error instanceof FetchRefused) throw error
    throw new FetchRefused('cannot be reached', { cause: error })
  }
}

async function open(
  address: string,
  signal: AbortSignal,
  outside: Outside,
  { method = 'GET', form, json, accept = '*/*' }: Asking = {},
): Promise<IncomingMessage> {
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FetchRefused('neither http nor https')
  if (!outside.ports.includes(url.port) || url.username !== '') throw new FetchRefused('a port or a name of its own')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) === 0 ? await outside.resolve(host) : [host]
  if (found.length === 0 || !found.every(outside.isOpen)) throw new FetchRefused('not on the open Internet')
  const fields = form === undefined ? null : new URLSearchParams(form).toString()
  const body = json === undefined ? fields : JSON.stringify(json)
  const bodyType = json === undefined ? 'application/x-www-form-urlencoded; charset=utf-8' : 'application/json'
  const described =
    body === null
      ? {}
      : {
          'content-type': bodyType,
          'content-length': String(Buffer.byteLength(body)),
        }
  const [target = ''] = found
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((fulfil, reject) => {
    const asked = request(
      {
        host: target,
        port: url.port || undefined,
        // A certificate names an address by itself; TLS has no such name to ask for.
        ...(isIP(host) === 0 ? { servername: host } : {}),
        path: url.pathname + url.search,
        method,
        headers: { host: url.host, accept, ...described },
        signal,
      },
      fulfil,
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

function atMost(bytes: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      if (seen > bytes) done(new FetchRefused('too large'))
      else done(null, chunk)
    },
  })
}
