import { randomUUID } from 'node:crypto'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Config } from '#platform/config.ts'
import { system, type Context } from '#platform/context.ts'
import type { RecordedEvent } from '#platform/events.ts'
import type { JobWork } from '#platform/jobs/job.ts'
import type { Site } from '#platform/site.ts'
import type { Upload } from '#platform/web/read-upload.ts'
import { ZipFile } from 'yazl'
import { checkFile } from './jobs/check-file.ts'
import { keepUpload } from './keep-upload.ts'
import { describeBytes } from './stored-bytes.ts'

type Entry = { name: string; content: Buffer | string; compress?: boolean }

export async function makeArchive(entries: readonly Entry[]): Promise<Buffer> {
  const archive = new ZipFile()
  for (const { name, content, compress = true } of entries) archive.addBuffer(Buffer.from(content), name, { compress })
  archive.end()
  const chunks: Buffer[] = []
  for await (const chunk of archive.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** A Word document with these paragraphs. */
export function makeDocx(paragraphs: readonly string[] = ['Tere'], more: readonly Entry[] = []): Promise<Buffer> {
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return makeArchive([
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="${wordNamespace}"><w:body>${paragraphs.map(paragraph).join('')}</w:body></w:document>`,
    },
    ...more,
  ])
}

/** A PDF of one page that says `words`; `padding` makes it large. */
export function makePdf(words: string, padding = 0): Buffer {
  const text = `BT /F1 18 Tf 50 700 Td (${words}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${padding} >>\nstream\n${'x'.repeat(padding)}\nendstream`,
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}

/** A file as it arrives from a form. */
export async function anUpload(name: string, content: Buffer | string): Promise<Upload> {
  const path = join(await mkdtemp(join(tmpdir(), 'avavald-upload-')), randomUUID())
  await writeFile(path, content)
  return { path, name, ...(await describeBytes(path)), isTooLarge: false }
}

/** What the queue gives to a job. */
export function jobWork(parts: { ctx: Context; site: Site; config: Config; event?: RecordedEvent | null }): JobWork {
  const { ctx, site, config, event = null } = parts
  const signal = new AbortController().signal
  return { ctx: { ...ctx, actor: system }, site, config, event, log: pino({ level: 'silent' }), signal }
}

type Parts = { ctx: Context; site: Site; config: Config }

export async function runCheck({ ctx, site, config }: Parts, id: string): Promise<void> {
  const facts = { file: id, kind: '', size: 0 }
  const event = { id: 1, type: 'files.received', subject: '', occurredAt: ctx.now, actorRole: '', facts } as const
  await checkFile.run(jobWork({ ctx, site, config, event }))
}

/** Sends a file and, unless told otherwise, has it checked. */
export async function keepFile(
  parts: Parts,
  name: string,
  content: Buffer | string,
  options: { check?: boolean; description?: string } = {},
): Promise<string> {
  const { description } = options
  const words = description === undefined ? {} : { description: { et: description } }
  const outcome = await keepUpload(parts.ctx, parts.site, await anUpload(name, content), words)
  if (!outcome.ok) throw new Error(outcome.refusal)
  if (options.check !== false) await runCheck(parts, outcome.id)
  return outcome.id
}
