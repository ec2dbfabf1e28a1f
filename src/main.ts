import { join } from 'node:path'
import { readConfig } from '#platform/config.ts'
import { collectProcessMetrics } from '#platform/metrics.ts'
import { openControlSocket } from './control-socket.ts'
import { explainFailedStart, onEnd } from './ending.ts'
import { run } from './running.ts'

try {
  const config = readConfig()
  collectProcessMetrics()
  const running = await run(config, join(import.meta.dirname, '../client'))
  const closeControl = openControlSocket(config, running)
  const address = config.baseUrl ?? `http://localhost:${running.port}`
  console.log(`\nAvavald is ready: ${address}`)
  if (config.mode === 'demo') console.log(`Demo sign-in: ${address}/login (choose a person; no password)\n`)
  onEnd(async () => {
    closeControl()
    await running.stop()
  })
} catch (error) {
  explainFailedStart(error)
  process.exit(1)
}
