import { join } from 'node:path'
import { readConfig, WrongSetting } from '#platform/config.ts'
import { DirectoryInUse } from '#platform/directory-lock.ts'
import { openControlSocket } from './control-socket.ts'
import { run } from './running.ts'

try {
  const config = readConfig()
  const running = await run(config, join(import.meta.dirname, '../client'))
  const closeControl = openControlSocket(config, running)
  const address = config.baseUrl ?? `http://localhost:${running.port}`
  console.log(`\nAvavald is ready: ${address}`)
  if (config.mode === 'demo') console.log(`Demo sign-in: ${address}/login (choose a person; no password)\n`)

  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    closeControl()
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
} catch (error) {
  explain(error)
  process.exit(1)
}

function explain(error: unknown): void {
  if (error instanceof WrongSetting) console.error(`Avavald cannot start, a setting is wrong:\n${error.message}`)
  else if (error instanceof DirectoryInUse) {
    console.error(`Avavald cannot start: process ${error.processId} already serves this data. Stop it first.`)
  } else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    console.error('Avavald cannot start: the port is taken. Set PORT to a free one, for example PORT=3001 npm start')
  } else console.error('Avavald cannot start:', error instanceof Error ? error.message : error)
}
