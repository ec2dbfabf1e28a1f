import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Unavailable } from '#platform/context.ts'
import { isKind, type Kind } from '../kinds.ts'
import type { MadeImage, Measured } from './make-image.ts'

/** Built, it lies beside the server; unbuilt, Node runs the source as it stands. */
const program = import.meta.env.PROD
  ? resolve('dist/server/file-workbench.js')
  : fileURLToPath(new URL('file-workbench.ts', import.meta.url))

type Task = { task: 'measure' | 'image' | 'text'; input: string; kind?: Kind; folder?: string; seconds: number }
type Answer<T> = { ok: true; result: T } | { ok: false; why: string }

const mostAnswer = 64 * 1024

/** What the image says of itself; null when it is none. */
export async function measureImage(input: string): Promise<{ kind: Kind; width: number; height: number } | null> {
  const answer = await run<Measured>({ task: 'measure', input, seconds: 15 })
  if (!answer.ok || !isKind(answer.result.kind)) return null
  return { ...answer.result, kind: answer.result.kind }
}

/** Draws the image anew into files of the folder; null when it cannot be drawn. */
export async function remakeImage(input: string, kind: Kind, folder: string): Promise<MadeImage | null> {
  const answer = await run<MadeImage>({ task: 'image', input, kind, folder, seconds: 120 })
  return answer.ok ? answer.result : null
}

/** Writes the words of a document into a file of the folder; null when they could not be read in time. */
export async function readText(input: string, kind: Kind, folder: string): Promise<{ path: string } | null> {
  const answer = await run<{ path: string; characters: number }>({ task: 'text', input, kind, folder, seconds: 60 })
  return answer.ok && answer.result.characters > 0 ? answer.result : null
}

// A file that made the program run out of memory or fall over is as bad as one that took too long.
const deadly = new Set<string | null>(['SIGABRT', 'SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGTRAP'])

// Each takes up to half a gigabyte while it works; more of them wait their turn.
const atOnce = 2
let working = 0
const turns: (() => void)[] = []

async function run<T>(task: Task): Promise<Answer<T>> {
  if (working >= atOnce) await new Promise<void>((turn) => turns.push(turn))
  else working += 1
  try {
    return await runAlone<T>(task)
  } finally {
    const next = turns.shift()
    if (next === undefined) working -= 1
    else next()
  }
}

function runAlone<T>({ task, input, kind = 'txt', folder = '', seconds }: Task): Promise<Answer<T>> {
  const flags = ['--max-old-space-size=384', '--no-warnings', ...confinement(task, input, folder)]
  return new Promise((fulfil, reject) => {
    const child = spawn(process.execPath, [...flags, program, task, input, kind, folder], {
      // Nothing of the installation's settings goes along.
      env: { MALLOC_ARENA_MAX: '2', PATH: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let isStopped = false
    const stop = () => {
      isStopped = true
      child.kill('SIGKILL')
    }
    const timer = setTimeout(stop, seconds * 1000)
    let said = ''
    let complaint = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaint = (complaint + chunk).slice(0, 500)
    })
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      if (said.length > mostAnswer) stop()
    })
    const fail = (why: string) => {
      clearTimeout(timer)
      reject(new Unavailable(`the workbench for files does not work: ${why} ${complaint}`.trim()))
    }
    child.once('error', (error) => fail(error.message))
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      const answer = parse<T>(said)
      if (answer !== null) fulfil(answer)
      else if (isStopped || deadly.has(signal)) fulfil({ ok: false, why: `ended with ${signal}` })
      else fail(`ended with ${signal ?? code}`)
    })
  })
}

function parse<T>(said: string): Answer<T> | null {
  try {
    return JSON.parse(said) as Answer<T>
  } catch {
    return null
  }
}

/** Reads its own program and the one file, writes into the one folder, starts nothing and calls nobody. */
function confinement(task: Task['task'], input: string, folder: string): string[] {
  // Where packages lie in truth too: a link to them is followed before it is judged.
  const packages = [resolve('node_modules'), realpathSync('node_modules')]
  const readable = [dirname(program), ...packages, resolve('package.json'), dirname(input), folder]
  return [
    '--permission',
    // The picture library is machine code; documents are read by programs that need none.
    ...(task === 'text' ? [] : ['--allow-addons']),
    ...[...new Set(readable)].filter((path) => path !== '').map((path) => `--allow-fs-read=${path}`),
    ...(folder === '' ? [] : [`--allow-fs-write=${folder}`]),
  ]
}
