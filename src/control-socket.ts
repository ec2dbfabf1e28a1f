import { rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { Config } from '#platform/config.ts'
import { runCommand, type CommandRequest } from './commands.ts'
import { controlSocketPath } from './installation.ts'
import type { Running } from './running.ts'

/**
 * The embedded database serves one process. While the server runs, commands are handed to it over a socket file that
 * only its owner can open; otherwise they open the database themselves.
 */
export function openControlSocket(config: Config, running: Running): () => void {
  const path = controlSocketPath(config)
  rmSync(path, { force: true })
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      void answer(Buffer.concat(chunks).toString('utf8'), config, running).then((result) => {
        outgoing.end(JSON.stringify(result))
      })
    })
  })
  // Without the socket (a path too long for one, say) the server still serves; commands then need it stopped.
  server.on('error', () => undefined)
  const mask = process.umask(0o177)
  server.listen(path)
  process.umask(mask)
  server.unref()
  return () => {
    server.close()
    rmSync(path, { force: true })
  }
}

async function answer(body: string, config: Config, running: Running) {
  try {
    const asked = JSON.parse(body) as CommandRequest
    return await runCommand(asked, config, { sites: running.sites, now: running.clock.now() })
  } catch {
    return { lines: ['The command could not be understood.'], code: 2 }
  }
}

export function askRunningServer(config: Config, asked: CommandRequest): Promise<{ lines: string[]; code: number }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath: controlSocketPath(config), method: 'POST', path: '/' }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as { lines: string[]; code: number }),
      )
    })
    outgoing.on('error', reject)
    outgoing.end(JSON.stringify(asked))
  })
}
