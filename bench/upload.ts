import { request } from 'node:http'
import { startPostgres } from '../test/postgres.ts'
import { report, round, serve, type Measured, type Served } from './measuring.ts'
import { signIn } from './sign-in.ts'

const megabyte = 1024 * 1024
const fileSize = 20 * megabyte
const bound = 60
const host = 'localhost'

const boundary = 'bench-boundary'

function formBefore(): string {
  const field = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  return (
    field('idempotencyKey', crypto.randomUUID()) +
    field('title.et', 'Mõõtmise tõend') +
    field('occurredOn', '2026-01-05') +
    `--${boundary}\r\nContent-Disposition: form-data; name="proof"; filename="suur.pdf"\r\nContent-Type: application/pdf\r\n\r\n`
  )
}

/** One upload of 20 MB, sent in pieces as a browser does; answers the status. */
function upload(port: number, number: string, cookie: string): Promise<number> {
  const start = Buffer.from('%PDF-1.4\n')
  const end = Buffer.from('\n%%EOF\n')
  const before = Buffer.from(formBefore())
  const after = Buffer.from(`\r\n--${boundary}--\r\n`)
  const padding = fileSize - start.length - end.length
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': before.length + fileSize + after.length,
    }
    const path = `/too/tegevuskava/${number}/toendid`
    const outgoing = request({ host: '127.0.0.1', port, path, method: 'POST', headers: { ...headers, host } })
    outgoing.once('response', (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    outgoing.once('error', reject)
    const send = async () => {
      outgoing.write(Buffer.concat([before, start]))
      for (let sent = 0; sent < padding; sent += 256 * 1024) {
        const piece = Buffer.alloc(Math.min(256 * 1024, padding - sent), 'lubadus ')
        if (!outgoing.write(piece)) await new Promise((drained) => outgoing.once('drain', drained))
      }
      outgoing.end(Buffer.concat([end, after]))
    }
    send().catch(reject)
  })
}

/** The highest resident memory while something is done, and a while after it: the check runs behind the answer. */
async function peakDuring(server: Served, work: () => Promise<void>): Promise<number> {
  let peak = server.residentMegabytes()
  const watch = setInterval(() => (peak = Math.max(peak, server.residentMegabytes())), 5)
  await work()
  await new Promise((resolve) => setTimeout(resolve, 5000))
  clearInterval(watch)
  return peak
}

async function measure(what: string, variables: Record<string, string>): Promise<Measured> {
  const server = await serve(variables)
  const cookie = await signIn(`http://${host}:${server.port}`, 'Kommunikatsioonispetsialist')
  await (await fetch(`http://${host}:${server.port}/too/tegevuskava/1.3`, { headers: { cookie } })).text()
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const idle = server.residentMegabytes()
  const peak = await peakDuring(server, async () => {
    const status = await upload(server.port, '1.3', cookie)
    if (status !== 303) throw new Error(`the upload was answered with ${status}`)
  })
  await server.stop()
  const extra = peak - idle
  return {
    what,
    measured: round(extra, 1),
    unit: 'MB',
    reference: `${round(idle, 0)} MB idle`,
    bound: `under ${bound}`,
    holds: extra < bound,
  }
}

/** Extra resident memory of the server while one file of 20 MB is uploaded and checked, against its idle self. */
export async function uploadMemory(): Promise<void> {
  const rows = [await measure('extra memory for 20 MB, embedded database', {})]
  const postgres = await startPostgres()
  await postgres.server.createDatabase('bench_upload')
  const variables = { DATABASE_URL: postgres.url('bench_upload') }
  rows.push(await measure('extra memory for 20 MB, PostgreSQL 18', variables))
  await postgres.stop()
  report('upload', rows)
}
