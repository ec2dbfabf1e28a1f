import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { Config } from './config.ts'
import { Unavailable } from './context.ts'

export type ClamdVerdict = { clean: true } | { clean: false; found: string }

const longestSilence = 60_000

/**
 * Asks clamd by its INSTREAM command: pieces with their length before them in four bytes, an empty piece at the end.
 * Whatever is not a clear answer is an `Unavailable`: a file is never taken for clean because nobody looked.
 */
export async function askClamd(
  { host, port }: NonNullable<Config['clamd']>,
  content: Readable,
  silence = longestSilence,
): Promise<ClamdVerdict> {
  const socket = connect({ host, port })
  // Heard when it is read; a source that breaks off before that must not bring the process down.
  content.on('error', () => undefined)
  socket.setTimeout(silence, () => socket.destroy(new Error('clamd is silent')))
  try {
    const [answer] = await Promise.all([hear(socket), send(socket, content)])
    return readAnswer(answer)
  } catch (error) {
    if (error instanceof Unavailable) throw error
    throw new Unavailable('clamd does not answer', { cause: error })
  } finally {
    socket.destroy()
    content.destroy()
  }
}

async function send(socket: Socket, content: Readable): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const chunk of content as AsyncIterable<Buffer>) {
    // clamd has its answer already, for one that the stream is too long.
    if (socket.readableEnded || socket.destroyed) return
    if (chunk.length > 0) await write(socket, Buffer.concat([lengthOf(chunk), chunk]))
  }
  await write(socket, Buffer.alloc(4))
}

function lengthOf(chunk: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.length)
  return length
}

function write(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()))
  })
}

function hear(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      answer += text
      if (answer.includes('\0') || answer.length > 4096) resolve(answer)
    })
    socket.once('end', () => resolve(answer))
    socket.once('error', reject)
    socket.once('close', () => reject(new Error('clamd hung up')))
  })
}

function readAnswer(answer: string): ClamdVerdict {
  const text = answer.replaceAll('\0', '').trim()
  if (/^stream: OK$/.test(text)) return { clean: true }
  const found = /^stream: (.+) FOUND$/.exec(text)?.[1]
  if (found !== undefined) return { clean: false, found }
  throw new Unavailable(`clamd did not scan: ${text.slice(0, 200)}`)
}
