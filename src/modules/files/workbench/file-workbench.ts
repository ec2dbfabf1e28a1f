/* A program of its own, in a process of its own: what strangers sent is opened here, where nothing else lives.
   It gets paths as arguments, may write only where it is told, and has no way to the network. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const [task = '', input = '', kind = '', folder = ''] = process.argv.slice(2)

async function work(): Promise<unknown> {
  if (task === 'measure') return (await import('./make-image.ts')).measure(input)
  if (task === 'image') return (await import('./make-image.ts')).makeImage(input, kind, folder)
  if (task === 'text') {
    const { extractText } = await import('./extract-text.ts')
    const text = await extractText(input, kind)
    const path = join(folder, 'text')
    await writeFile(path, text)
    return { path, characters: text.length }
  }
  throw new Error(`no such task: ${task}`)
}

/** The house's own fault, not the file's: to be tried again, never told to the sender. */
function isOwnFault(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return /^(ERR_MODULE|ERR_ACCESS|ERR_DLOPEN|ENOSPC|EACCES|EMFILE|ENOMEM)/.test(code) || /No space left/.test(message)
}

try {
  process.stdout.write(JSON.stringify({ ok: true, result: await work() }))
} catch (error) {
  if (isOwnFault(error)) {
    process.stderr.write((error as Error).message)
    process.exitCode = 70
  } else process.stdout.write(JSON.stringify({ ok: false, why: (error as Error).message.slice(0, 500) }))
}
