/* A program of its own, in a process of its own: typesetting is machine code that cannot be interrupted from within.
   It reads one job from its input, writes the document to its output, and has no way to files or the network. */
import { createRequire } from 'node:module'
import { text } from 'node:stream/consumers'

type Compiler = {
  pdf(source: { mainFileContent: string; inputs: Record<string, string> }, how: { pdfStandard: string }): Buffer
}
type Typst = { NodeCompiler: { create(options: { fontArgs: never[] }): Compiler } }

const tries = 3
const { packages, template, document, standard } = JSON.parse(await text(process.stdin)) as {
  packages: string[]
  template: string
  document: string
  standard: string
}

function load(): Typst {
  const require = createRequire(import.meta.url)
  for (const name of packages) {
    try {
      return require(name) as Typst
    } catch {
      // Made for another machine; the next may be for this one.
    }
  }
  process.exit(69)
}

/** What the compiler said; it puts some of its words into the code of the error. */
function complaintOf(error: unknown): string {
  const { code = '', message } = error as Error & { code?: string }
  return `${code} ${message}`.trim()
}

/** Characters that no font here can show; the compiler quotes them as Rust does. */
function unshown(complaint: string): Set<string> {
  const quoted = [...complaint.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map(([, found]) => found!)
  const characters = quoted.flatMap((one) => [
    ...one.replaceAll(/\\?\\u\{([0-9a-f]+)\}/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  ])
  return new Set(characters.filter((one) => one > '\u007F'))
}

function typeset(compiler: Compiler, given: string, left: number): Buffer {
  try {
    return compiler.pdf({ mainFileContent: template, inputs: { document: given } }, { pdfStandard: standard })
  } catch (error) {
    const missing = unshown(complaintOf(error))
    if (missing.size === 0 || left === 0) throw error
    // Written as an empty box, where the standards refuse a document with a hole.
    return typeset(
      compiler,
      given.replaceAll(/\P{ASCII}/gu, (one) => (missing.has(one) ? '□' : one)),
      left - 1,
    )
  }
}

const compiler = load().NodeCompiler.create({ fontArgs: [] })
try {
  process.stdout.write(typeset(compiler, document, tries))
} catch (error) {
  process.stderr.write(complaintOf(error).slice(0, 1000))
  process.exitCode = 70
}
