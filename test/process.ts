import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { freePort } from './postgres.ts'

export type ServerProcess = { port: number; child: ChildProcess; kill(): Promise<void>; stop(): Promise<void> }

/** The built server or worker in a process of its own, so that it can be killed for real. */
export async function startProcess(
  variables: Record<string, string>,
  program: 'main' | 'worker' = 'main',
): Promise<ServerProcess> {
  const port = await freePort()
  const portName = program === 'main' ? 'PORT' : 'AVAVALD_WORKER_PORT'
  const env = { ...process.env, LOG_LEVEL: 'error', [portName]: String(port), ...variables }
  const file = resolve(`dist/server/${program}.js`)
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const log = createWriteStream('/dev/null')
  let said = ''
  child.stderr!.on('data', (chunk: Buffer) => (said += String(chunk)))
  child.stdout!.pipe(log)
  const ended = new Promise<void>((fulfil) => child.once('exit', () => fulfil()))
  for (let tries = 0; ; tries += 1) {
    const up = await fetch(`http://localhost:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (up) break
    if (child.exitCode !== null || tries > 600) throw new Error(`the server did not start: ${said}`)
    await new Promise((fulfil) => setTimeout(fulfil, 50))
  }
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  return { port, child, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}
