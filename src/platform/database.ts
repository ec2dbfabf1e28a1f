import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
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
  // Not db.destroy(): it ends the pool only if Kysely itself has used it.
  return { db: wrap(pool, observe), pool, connectionString, close: () => pool.end() }
}

/** The embedded database: PostgreSQL 18 in this process, its files in `directory`, or in memory without one. */
export async function openEmbedded(directory: string | null, observe?: Observer): Promise<OpenDatabase> {
  const unlock = directory === null ? () => undefined : (mkdirSync(directory, { recursive: true }), lockDirectory(directory))
  const options = { extensions: { pg_trgm, unaccent } }
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
