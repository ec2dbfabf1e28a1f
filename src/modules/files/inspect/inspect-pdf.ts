import { open } from 'node:fs/promises'
import { readAt } from './inspect-archive.ts'
import { FileRefused } from './refusals.ts'

const headLength = 1024
const longestComment = 65_535
const endRecordLength = 22
const endRecord = Buffer.from([0x50, 0x4b, 0x05, 0x06])

/** A PDF from its first byte, with its end where it belongs, and nothing else at the same time. */
export async function inspectPdf(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const head = (await readAt(handle, 0, headLength)).toString('latin1')
    if (!head.startsWith('%PDF-')) throw new FileRefused('polyglot')
    if (/<(!doctype|html|head|body|script|svg)[\s>]/i.test(head)) throw new FileRefused('polyglot')
    const length = Math.min(size, longestComment + endRecordLength)
    const tail = await readAt(handle, size - length, length)
    if (isArchiveEnd(tail)) throw new FileRefused('polyglot')
    if (!tail.subarray(-headLength).includes('%%EOF')) throw new FileRefused('pdfBroken')
  } finally {
    await handle.close()
  }
}

/** Whether a program that opens archives would find the end of one here: its comment reaches the end of the file. */
function isArchiveEnd(tail: Buffer): boolean {
  for (let at = tail.indexOf(endRecord); at !== -1; at = tail.indexOf(endRecord, at + 1)) {
    const afterRecord = tail.length - at - endRecordLength
    if (afterRecord >= 0 && tail.readUInt16LE(at + 20) === afterRecord) return true
  }
  return false
}
