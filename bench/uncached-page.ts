import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LogEvent } from 'kysely'
import pg from 'pg'
import { keepCalendar, system } from '#platform/context.ts'
import { openPostgres } from '#platform/database.ts'
import { readPlan } from '#modules/plan/index.ts'
import { startPostgres } from '../test/postgres.ts'
import '../src/installation.ts'
import { compare, load, report, round, serve } from './measuring.ts'

/** The plan rendered anew against a bare handler that sends the same statements and joins strings. */
export async function uncachedPage(): Promise<void> {
  const postgres = await startPostgres(['-c', 'shared_buffers=256MB'])
  await postgres.server.createDatabase('bench_joelahtme')
  const url = postgres.url('bench_joelahtme')
  const ours = await serve({ DATABASE_URL: url })
  const statements = await statementsOf(url)
  const bare = await bareHandler(url, statements)
  // Any cookie of ours takes a request past the page cache.
  const past = ['cookie: avavald-none=1', 'accept-encoding: identity']
  const page = `http://localhost:${ours.port}/tegevuskava`
  const result = await compare(
    () => load(page, 4, 8, past),
    () => load(`http://localhost:${bare.port}/`, 4, 8, past),
  )
  bare.stop()
  await ours.stop()
  await postgres.stop()
  report('uncached-page', [
    {
      what: '/tegevuskava rendered anew on PostgreSQL 18',
      measured: round(result.ratio),
      unit: 'of bare',
      reference: `${round(result.ours, 0)} against ${round(result.theirs, 0)} requests/s, ${statements.length} statements`,
      bound: 'at least 0.4',
      holds: result.ratio >= 0.4,
    },
  ])
}

type Statement = { text: string; values: unknown[] }

async function statementsOf(url: string): Promise<Statement[]> {
  const seen: Statement[] = []
  const database = openPostgres(url, 2, (event: LogEvent) => {
    if (event.level === 'query') seen.push({ text: event.query.sql, values: [...event.query.parameters] })
  })
  keepCalendar(database.db, 'Europe/Tallinn')
  await readPlan({ db: database.db, actor: system, now: new Date() })
  await database.close()
  return seen
}

async function bareHandler(url: string, statements: readonly Statement[]) {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const server = createServer((_request, response) => {
    void (async () => {
      let html = '<!doctype html><html lang="et"><head><title>Tegevuskava</title></head><body>'
      for (const { text, values } of statements) {
        const { rows } = await pool.query<Record<string, unknown>>(text, values)
        for (const row of rows) {
          html += '<tr>'
          for (const [name, value] of Object.entries(row)) html += `<td class="${name}">${escape(value)}</td>`
          html += '</tr>'
        }
      }
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      response.end(`${html}</body></html>`)
    })().catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      server.close()
      server.closeAllConnections()
      void pool.end()
    },
  }
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }

function escape(value: unknown): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.replace(/[&<"]/g, (sign) => signs[sign]!)
}
