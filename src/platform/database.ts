import { mkdirSync } from 'node:fs'
import { Kysely, PostgresDialect, type LogEvent, type Transaction } from 'kysely'
import pg from 'pg'
import { lockDirectory } from './directory-lock.ts'
import type { DB } from './schema.ts'

export type Db = Kysely<DB> | Transaction<DB>

export type OpenDatabase = {
  db: Kysely<DB>
  pool: pg.Pool
  /** Where notifications come from; null on PGlite, which serves one process. */
  connectionString: string | null
  close(): Promise<void>
}

// int8 as number (our ids and counts stay far below 2^53), date as the text it is: a calendar day has no time zone.
const parsers = new Map<number, (value: string) => unknown>([
  [20, Number],
  [1082, String],
])

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig

type Observer = (event: LogEvent) => void

function wrap(pool: pg.Pool, observe: Observer | undefined): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }), ...(observe === undefined ? {} : { log: observe }) })
}

/** A database on a PostgreSQL 18 server. */
export function openPostgres(connectionString: string, poolSize: number, observe?: Observer): OpenDatabase {
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    types,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    options: '-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC',
  })
  // A connection that dies while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    // So would one that dies between two statements of a transaction; the next statement fails and tells it.
    client.on('error', () => undefined)
    prepareRepeated(client)
  })
  // Not db.destroy(): it ends the pool only if Kysely itself has used it.
  return { db: wrap(pool, observe), pool, connectionString, close: () => pool.end() }
}

const mostPrepared = 300
const preparedNames = new Map<string, string>()

/** Statements that come again are parsed and planned once per connection: half the work of a page's queries. */
function prepareRepeated(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (...query: unknown[]) => unknown
  const prepare = (...query: unknown[]): unknown => {
    const [text, values] = query
    if (typeof text !== 'string' || !Array.isArray(values) || query.length > 2) return send(...query)
    if (!preparedNames.has(text) && preparedNames.size < mostPrepared) preparedNames.set(text, `s${preparedNames.size}`)
    const name = preparedNames.get(text)
    return name === undefined ? send(text, values) : send({ name, text, values })
  }
  Object.assign(client, { query: prepare })
}

/** The embedded database: PostgreSQL 18 in this process, its files in `directory`, or in memory without one. */
export async function openEmbedded(directory: string | null, observe?: Observer): Promise<OpenDatabase> {
  // Loaded here, so that a process on a PostgreSQL server never has it in memory.
  const [{ PGlite }, { pg_trgm }, { unaccent }, { createPgConfig }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
    import('@electric-sql/pglite/contrib/unaccent'),
    import('@electric-sql/pglite/node-postgres'),
  ])
  const unlock =
    directory === null ? () => undefined : (mkdirSync(directory, { recursive: true }), lockDirectory(directory))
  // A quarter of the usual buffers: the whole database of a municipality fits, and the process stays small.
  const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB']
  const options = { extensions: { pg_trgm, unaccent }, startParams }
  const lite = directory === null ? new PGlite(options) : new PGlite(directory, options)
  try {
    await lite.waitReady
    await lite.exec('set timezone to UTC')
  } catch (error) {
    unlock()
    throw error
  }
  const config = createPgConfig(lite)
  // PGlite is one connection: a second query waits for the first transaction to end.
  const pool = new pg.Pool({ ...config, connection: config.connection, max: config.poolSize, types } as pg.PoolConfig)
  const db = wrap(pool, observe)
  const close = async () => {
    await pool.end()
    await lite.close()
    unlock()
  }
  return { db, pool, connectionString: null, close }
}
