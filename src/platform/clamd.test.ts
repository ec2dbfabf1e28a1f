import { randomBytes } from 'node:crypto'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { askClamd } from './clamd.ts'
import { Unavailable } from './context.ts'

type Said = { answer: string } | 'nothing' | 'hangs up'

/** Speaks clamd's side of INSTREAM, as clamd(8) describes it, and keeps what it was sent. */
async function openClamd(say: (content: Buffer) => Said) {
  const sockets = new Set<Socket>()
  const heard: Buffer[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    let waiting = Buffer.alloc(0)
    let hasCommand = false
    const content: Buffer[] = []
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk])
      if (!hasCommand && waiting.length >= 10) {
        expect(waiting.subarray(0, 10).toString('latin1')).toBe('zINSTREAM\0')
        waiting = waiting.subarray(10)
        hasCommand = true
      }
      if (!hasCommand) return
      while (waiting.length >= 4) {
        const length = waiting.readUInt32BE(0)
        if (length === 0) {
          heard.push(Buffer.concat(content))
          const said = say(heard.at(-1)!)
          if (said === 'hangs up') socket.destroy()
          else if (said !== 'nothing') socket.end(said.answer)
          return
        }
        if (waiting.length < 4 + length) return
        content.push(waiting.subarray(4, 4 + length))
        waiting = waiting.subarray(4 + length)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { at: { host: '127.0.0.1', port: (server.address() as AddressInfo).port }, heard }
}

const inPieces = (content: Buffer, size: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(content.length / size) }, (_, at) => content.subarray(at * size, (at + 1) * size)),
  )

it('sends every byte once and believes a clear answer', async () => {
  const content = randomBytes(1_000_003)
  const clamd = await openClamd(() => ({ answer: 'stream: OK\0' }))
  expect(await askClamd(clamd.at, inPieces(content, 65_536))).toEqual({ clean: true })
  expect(clamd.heard[0]!.equals(content)).toBe(true)
})

it('says what was found', async () => {
  const clamd = await openClamd(() => ({ answer: 'stream: Win.Test.EICAR_HDB-1 FOUND\0' }))
  const verdict = await askClamd(clamd.at, inPieces(Buffer.from('halb'), 2))
  expect(verdict).toEqual({ clean: false, found: 'Win.Test.EICAR_HDB-1' })
})

it.each<[string, Said]>([
  ['a fault', { answer: 'INSTREAM size limit exceeded. ERROR\0' }],
  ['a strange word', { answer: 'stream: OK or so\0' }],
  ['an empty answer', { answer: '' }],
  ['a lost connection', 'hangs up'],
  ['silence', 'nothing'],
])('takes %s for no answer, never for a clean file', async (_name, said) => {
  const clamd = await openClamd(() => said)
  const asking = askClamd(clamd.at, inPieces(Buffer.from('midagi'), 3), 300)
  await expect(asking).rejects.toBeInstanceOf(Unavailable)
})

it('is unavailable when nobody listens, or what is to be sent breaks off', async () => {
  await expect(askClamd({ host: '127.0.0.1', port: 9 }, Readable.from(['x']))).rejects.toBeInstanceOf(Unavailable)
  const clamd = await openClamd(() => ({ answer: 'stream: OK\0' }))
  const broken = new Readable({ read: () => undefined })
  setImmediate(() => broken.destroy(new Error('store away')))
  await expect(askClamd(clamd.at, broken)).rejects.toBeInstanceOf(Unavailable)
})
