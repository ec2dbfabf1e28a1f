import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { makeTestCertificate, makeTestSignatures } from '../../src/modules/meetings/minutes/signing/testing.ts'

async function read(stream: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** What a signing program gives back: the same files, with a signature of the person beside them. */
export async function signContainer(container: Buffer, who: { given: string; family: string }): Promise<Buffer> {
  const archive = await fromBufferPromise(container)
  const zip = new ZipFile()
  for await (const entry of archive.eachEntry()) {
    const bytes = await read(await archive.openReadStreamPromise(entry))
    zip.addBuffer(bytes, entry.fileName, { compress: entry.fileName !== 'mimetype' })
  }
  const certificate = makeTestCertificate({ ...who, code: '48001010000' })
  zip.addBuffer(Buffer.from(makeTestSignatures(certificate, '2026-12-15T16:30:00Z')), 'META-INF/signatures0.xml')
  zip.end()
  return read(zip.outputStream)
}
