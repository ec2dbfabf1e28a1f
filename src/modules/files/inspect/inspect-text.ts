import { createReadStream } from 'node:fs'
import { FileRefused } from './refusals.ts'

export const textEncodings = ['utf-8', 'windows-1257'] as const
export type TextEncoding = (typeof textEncodings)[number]

/** Plain text in UTF-8 or in the Baltic Windows alphabet; anything with control characters is not text. */
export async function inspectText(path: string): Promise<TextEncoding> {
  const readable: TextEncoding[] = []
  for (const encoding of textEncodings) if (await isReadable(path, encoding)) readable.push(encoding)
  const [first] = readable
  if (first === undefined) throw new FileRefused('textBroken')
  return first
}

// oxlint-disable-next-line no-control-regex -- what is looked for
const notText = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F]/

async function isReadable(path: string, encoding: TextEncoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (notText.test(decoder.decode(chunk, { stream: true }))) return false
    }
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
