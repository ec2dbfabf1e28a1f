import { createHash } from 'node:crypto'
import type pg from 'pg'

/** A module's migrations: file name → SQL. Forward only; applied in the order of owners, then of names. */
export type Migrations = { owner: string; files: Record<string, string> }

export class MigrationRefused extends Error {
  override name = 'MigrationRefused'
}

const advisoryLock = 7_202_611_231

/**
 * Brings a database up to date; processes that start together wait for one another (advisory lock).
 * Returns the names of what was applied. Throws `MigrationRefused` when an applied file was changed
 * or when the database is newer than this program.
 */
export async function migrate(pool: pg.Pool, all: readonly Migrations[]): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    await client.query(`create table if not exists platform_migrations (
      name text constraint platform_migrations_pkey primary key,
      checksum text not null,
      applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from platform_migrations',
    )
    return await applyMissing(client, all, new Map(rows.map((row) => [row.name, row.checksum])))
  } finally {
    await client.query('select pg_advisory_unlock($1)', [advisoryLock]).catch(() => undefined)
    client.release()
  }
}

async function applyMissing(client: pg.PoolClient, all: readonly Migrations[], applied: Map<string, string>) {
  const known = all.flatMap(({ owner, files }) =>
    Object.entries(files)
      .map(([path, sql]) => ({ name: `${owner}/${path.split('/').at(-1)}`, sql }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  )
  const names = new Set(known.map((migration) => migration.name))
  const foreign = [...applied.keys()].find((name) => !names.has(name))
  if (foreign !== undefined) {
    throw new MigrationRefused(`The database has migration ${foreign}, which this version of Avavald does not know.`)
  }
  const done: string[] = []
  for (const { name, sql } of known) {
    const checksum = createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
    const before = applied.get(name)
    if (before === checksum) continue
    if (before !== undefined) throw new MigrationRefused(`Migration ${name} was changed after it had been applied.`)
    await applyOne(client, name, sql, checksum)
    done.push(name)
  }
  return done
}

async function applyOne(client: pg.PoolClient, name: string, sql: string, checksum: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into platform_migrations (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new MigrationRefused(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}

/** Whether everything this program knows has been applied; for `/readyz`. */
export async function isMigrated(pool: pg.Pool, all: readonly Migrations[]): Promise<boolean> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::int as count from platform_migrations')
  return rows[0]?.count === all.reduce((sum, { files }) => sum + Object.keys(files).length, 0)
}
