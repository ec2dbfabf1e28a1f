import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Unavailable } from '../context.ts'
import { documentAsJson, type PdfDocument, type PdfStandard } from './pdf-document.ts'

const templates = import.meta.glob<string>('./document.typ', { query: '?raw', import: 'default', eager: true })
const template = Object.values(templates)[0]!

/** Built, it lies beside the server; unbuilt, Node runs the source as it stands. */
const program = import.meta.env.PROD
  ? resolve('dist/server/typesetter.js')
  : fileURLToPath(new URL('typesetter.ts', import.meta.url))

const compilers = ['gnu', 'musl'].map((kind) => `@myriaddreamin/typst-ts-node-compiler-linux-x64-${kind}`)

/** No typesetter is installed for this kind of machine; trying again will not help. */
export class NoTypesetter extends Unavailable {
  override name = 'NoTypesetter'
}

const atOnce = 2
const mostWaiting = 20
const mostSeconds = 20
const mostBytes = 64 * 1024 * 1024

let known: boolean | undefined

/** Whether this machine can make PDF files at all; asks the file system once. */
export function canMakePdf(): boolean {
  known ??= compilers.some(isInstalled)
  return known
}

function isInstalled(name: string): boolean {
  try {
    createRequire(resolve('package.json')).resolve(name)
    return true
  } catch {
    return false
  }
}

let working = 0
const turns: (() => void)[] = []

export type PdfLimits = { seconds?: number; packages?: readonly string[] }

/**
 * Typesets a document, two at a time and apart from the server. Throws `Unavailable` when too many wait or it takes
 * too long, `NoTypesetter` where this machine has none.
 */
export async function makePdf(
  document: PdfDocument,
  standard: PdfStandard,
  { seconds = mostSeconds, packages = compilers }: PdfLimits = {},
): Promise<Uint8Array<ArrayBuffer>> {
  if (turns.length >= mostWaiting) throw new Unavailable('too many documents wait to be typeset')
  if (working >= atOnce) await new Promise<void>((turn) => turns.push(turn))
  else working += 1
  try {
    return await typeset(JSON.stringify({ packages, template, document: documentAsJson(document), standard }), seconds)
  } finally {
    const next = turns.shift()
    if (next === undefined) working -= 1
    else next()
  }
}

function typeset(job: string, seconds: number): Promise<Uint8Array<ArrayBuffer>> {
  const folders = [program, resolve('node_modules'), resolve('package.json')]
  const flags = ['--max-old-space-size=256', '--no-warnings']
  const confinement = ['--permission', '--allow-addons', ...folders.map((path) => `--allow-fs-read=${path}`)]
  return new Promise((fulfil, reject) => {
    const child = spawn(process.execPath, [...flags, ...confinement, program], {
      // Nothing of the installation's settings goes along.
      env: { MALLOC_ARENA_MAX: '2', PATH: '' },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const stop = () => void child.kill('SIGKILL')
    const timer = setTimeout(stop, seconds * 1000)
    const parts: Buffer[] = []
    let bytes = 0
    let complaint = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaint = (complaint + chunk).slice(0, 1000)
    })
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > mostBytes) stop()
      else parts.push(chunk)
    })
    // A program that ended early says why by its exit; the broken pipe says nothing more.
    child.stdin.once('error', () => {})
    child.stdin.end(job)
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(new Unavailable('the typesetter does not start', { cause: error }))
    })
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      if (code === 0) fulfil(new Uint8Array(Buffer.concat(parts)))
      else if (code === 69) reject(new NoTypesetter('no typesetter for this machine'))
      // What the typesetter refuses is a fault of this program, not of the moment.
      else if (code === 70) reject(new Error(`the document was refused: ${complaint}`))
      else reject(new Unavailable(`the typesetter ended with ${signal ?? code} ${complaint}`.trim()))
    })
  })
}
