import { WrongSetting } from '#platform/config.ts'
import { DirectoryInUse } from '#platform/directory-lock.ts'

/** Ends the program in order when it is asked to; a second request changes nothing. */
export function onEnd(stop: () => Promise<void>): void {
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}

export function explainFailedStart(error: unknown): void {
  if (error instanceof WrongSetting) console.error(`Avavald cannot start, a setting is wrong:\n${error.message}`)
  else if (error instanceof DirectoryInUse) {
    console.error(`Avavald cannot start: process ${error.processId} already serves this data. Stop it first.`)
  } else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    console.error('Avavald cannot start: the port is taken. Set PORT to a free one, for example PORT=3001 npm start')
  } else console.error('Avavald cannot start:', error instanceof Error ? error.message : error)
}
