import { createServer } from 'node:http'
import { makeClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config.ts'
import { startDelivery, type Deliveries } from '#platform/jobs/deliveries.ts'
import { listenForRecords } from '#platform/listen.ts'
import { makeLog } from '#platform/log.ts'
import { collectProcessMetrics, metrics } from '#platform/metrics.ts'
import { explainFailedStart, onEnd } from './ending.ts'
import { catchUp, openSites } from './installation.ts'
import { modules } from './modules.ts'

try {
  const config = readConfig()
  const clock = makeClock(config.startAt)
  const log = makeLog(config.logLevel)
  collectProcessMetrics()
  const sites = await openSites(config, clock.now())
  const stopListening = sites.map((site) => listenForRecords(site, catchUp, log))
  const deliveries: Deliveries[] = []
  for (const site of sites) deliveries.push(await startDelivery(site, modules, { config, clock, log }))

  // For the operator's probes, on this machine alone.
  const probes = createServer((request, response) => {
    if (request.url === '/healthz') return void response.end('ok')
    if (request.url !== '/metrics') return void response.writeHead(404).end()
    return void metrics.metrics().then((text) => response.setHeader('Content-Type', metrics.contentType).end(text))
  })
  if (config.workerPort !== null) probes.listen(config.workerPort, '127.0.0.1')
  console.log('The worker of Avavald is ready.')

  onEnd(async () => {
    probes.close()
    for (const delivery of deliveries) await delivery.stop()
    for (const stop of stopListening) await stop()
    for (const site of sites) await site.database.close()
  })
} catch (error) {
  explainFailedStart(error)
  process.exit(1)
}
