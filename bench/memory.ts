import { startPostgres } from '../test/postgres.ts'
import { report, round, serve, type Measured } from './measuring.ts'

const paths = [
  '/',
  '/tegevuskava',
  '/en/tegevuskava',
  '/ru/tegevuskava',
  '/tegevuskava/1.1',
  '/tegevuskava/3.1',
  '/kogud',
  '/asulad',
  '/logi',
  '/logi/feed.atom',
  '/api/v1/plan',
  '/nosuch',
  '/inimesed?q=ma',
  '/tegevuskava?seis=kept',
]
const requests = 10_000
const atOnce = 16

async function mixed(port: number): Promise<void> {
  let sent = 0
  const worker = async () => {
    while (sent < requests) {
      const number = (sent += 1)
      // Every third goes past the page cache, so that pages are rendered and the database is asked.
      const headers: Record<string, string> = number % 3 === 0 ? { cookie: 'avavald-none=1' } : {}
      await (await fetch(`http://localhost:${port}${paths[number % paths.length]}`, { headers })).arrayBuffer()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

async function measure(what: string, bound: number, variables: Record<string, string>): Promise<Measured> {
  const server = await serve(variables)
  const before = server.residentMegabytes()
  await mixed(server.port)
  const after = server.residentMegabytes()
  await server.stop()
  return {
    what,
    measured: round(after, 0),
    unit: 'MB',
    reference: `${round(before, 0)} MB at start`,
    bound: `under ${bound}`,
    holds: after < bound,
  }
}

/** Resident memory after 10,000 mixed requests. */
export async function memory(): Promise<void> {
  const rows = [await measure('memory after 10,000 requests, embedded database', 450, {})]
  const postgres = await startPostgres()
  await postgres.server.createDatabase('bench_joelahtme')
  rows.push(
    await measure('memory after 10,000 requests, PostgreSQL 18', 200, {
      DATABASE_URL: postgres.url('bench_joelahtme'),
    }),
  )
  await postgres.stop()
  report('memory', rows)
}
