import type { AddressInfo } from 'node:net'
import { readAssets } from '#platform/assets.ts'
import { makeClock, type Clock } from '#platform/clock.ts'
import type { Config } from '#platform/config.ts'
import { startDelivery, type Deliveries } from '#platform/jobs/deliveries.ts'
import { makeTaraClient, type TaraClient } from '#platform/identity/tara.ts'
import { listenForRecords } from '#platform/listen.ts'
import { makeLog } from '#platform/log.ts'
import type { Site } from '#platform/site.ts'
import { doubleClient, doublePath } from '#platform/tara-double/double-client.ts'
import type { TaraDouble } from '#platform/tara-double/tara-double.ts'
import { makeLive } from '#platform/web/live.ts'
import { hostOf, originFor, siteFor } from '#platform/web/open-request.ts'
import { createApp } from './app.ts'
import { catchUp, openSites } from './installation.ts'
import { directory, listDemoPeople, modules } from './modules.ts'
import { makeServer } from './server.ts'

export type Running = {
  port: number
  sites: readonly Site[]
  deliveries: readonly Deliveries[]
  clock: Clock
  stop(): Promise<void>
}

/** Starts one process: sites, deliveries and the web server. */
export async function run(config: Config, assetDirectory: string): Promise<Running> {
  const clock = makeClock(config.startAt)
  const log = makeLog(config.logLevel)
  const assets = readAssets(assetDirectory)
  const sites = await openSites(config, clock.now())
  const stopListening = sites.map((site) => listenForRecords(site, catchUp, log))
  const deliveries: Deliveries[] = []
  if (config.worker === 'inside') {
    for (const site of sites) deliveries.push(await startDelivery(site, modules, { config, clock, log }))
  }

  let port = config.port
  const taraFor = rememberTaraClients(config, () => port)
  const onClockMoved = () => deliveries.forEach((delivery) => delivery.wake())
  const demoPeople = listDemoPeople
  const live = makeLive(sites)
  const parts = { live, config, sites, modules, directory, clock, log, assets, taraFor, demoPeople, onClockMoved }
  const doubleFor = config.tara === null ? rememberDoubles(parts, assets.styles) : null
  const { server, stop: stopServing } = makeServer(createApp(parts), parts, doubleFor)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, resolve)
  })
  port = (server.address() as AddressInfo).port

  return {
    port,
    sites,
    deliveries,
    clock,
    stop: async () => {
      live.end()
      await stopServing()
      for (const delivery of deliveries) await delivery.stop()
      for (const stop of stopListening) await stop()
      for (const site of sites) await site.database.close()
    },
  }
}

const mostRemembered = 20

/** A few per site are real; a caller who names ever new ports must not fill the memory. */
function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make()
  if (!known.has(key) && known.size >= mostRemembered) known.delete(known.keys().next().value!)
  known.set(key, found)
  return found
}

function rememberTaraClients(config: Config, port: () => number): (site: Site, origin: string) => TaraClient {
  const clients = new Map<string, TaraClient>()
  return (site, origin) => {
    const key = `${site.name} ${origin}`
    const redirectUri = `${origin}/login/tagasi`
    return remember(clients, key, () =>
      makeTaraClient(
        config.tara === null
          ? {
              ...doubleClient,
              issuer: origin + doublePath,
              redirectUri,
              double: { fetch: toThisProcess(origin, port) },
            }
          : { ...config.tara, redirectUri },
      ),
    )
  }
}

/** The double is this very server: its outside name may not resolve here, so the loopback address stands in. */
function toThisProcess(origin: string, port: () => number) {
  return async (address: string, options: { method: string; headers: Record<string, string>; body?: unknown }) => {
    const { request } = await import('node:http')
    const url = new URL(address)
    return new Promise<Response>((resolve, reject) => {
      const headers = { ...options.headers, host: new URL(origin).host }
      const path = url.pathname + url.search
      const outgoing = request({ host: '127.0.0.1', port: port(), path, method: options.method, headers }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const received = new Headers()
          for (const [name, value] of Object.entries(answer.headers)) received.set(name, String(value))
          resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 500, headers: received }))
        })
      })
      outgoing.on('error', reject)
      outgoing.end(options.body === undefined || options.body === null ? undefined : String(options.body))
    })
  }
}

function rememberDoubles(
  parts: { config: Config; sites: readonly Site[] },
  styles: readonly string[],
): (host: string) => TaraDouble | undefined {
  const doubles = new Map<string, TaraDouble>()
  return (host) => {
    const site = siteFor(parts, hostOf(host))
    const origin = originFor(parts.config, host)
    if (site === undefined || origin === undefined) return undefined
    return (request, response) => {
      loadDouble().then(
        ({ makeTaraDouble }) =>
          remember(doubles, origin, () => makeTaraDouble(origin, () => listDemoPeople(site), styles))(
            request,
            response,
          ),
        () => response.writeHead(503).end(),
      )
    }
  }
}

let double: Promise<typeof import('#platform/tara-double/tara-double.ts')> | undefined

/** Loaded at the first demo sign-in, so that nobody else has it in memory. It says at once that it prefers another Node. */
function loadDouble() {
  const { warn } = console
  if (double === undefined) {
    console.warn = () => undefined
    double = import('#platform/tara-double/tara-double.ts').finally(() => {
      console.warn = warn
    })
  }
  return double
}
