import type pg from 'pg'
import { holdingBytes } from '../file-store/bytes-lock.ts'
import type { Site } from '../site.ts'
import { writeArchive, type ArchiveWriter } from './archive.ts'
import { listTables, quoted, type TableShape } from './tables.ts'

export type Manifest = {
  format: 1
  site: string
  madeAt: string
  /** Names of the migrations that the rows belong to. */
  migrations: string[]
  /** A keyed hash of a fixed word: tells whether sealed facts can be opened where the backup is restored. */
  keyMark: string
  tables: Record<string, number>
  files: number
  /** Hash of the newest row of the log. */
  head: string
}

export const keyMark = (site: Pick<Site, 'keys'>): string => site.keys.index('avavald backup').toString('hex')

const rowsAtOnce = 2000

/**
 * Writes database and files of a site into one checksummed file. The rows are those of one moment (a repeatable-read
 * transaction); files are never changed under their name, and none leaves the store before all are copied.
 */
export async function writeBackup(site: Site, file: string, now: Date): Promise<Manifest> {
  const archive = writeArchive(file)
  const client = await site.database.pool.connect()
  try {
    return await holdingBytes(client, () => writeParts(site, client, archive, now))
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    await archive.abandon()
    throw error
  } finally {
    client.release()
  }
}

async function writeParts(site: Site, client: pg.ClientBase, archive: ArchiveWriter, now: Date): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only')
  const { rows: done } = await client.query<{ name: string }>('select name from platform_migrations order by name')
  const { rows: head } = await client.query<{ hash: string }>(
    `select encode(hash, 'hex') as hash from platform_event_head`,
  )
  const tables: Record<string, number> = {}
  for (const table of await listTables(client)) tables[table.name] = await writeTable(client, archive, table)
  await writeQueue(client, archive)
  await client.query('commit')
  const files = await writeFiles(site, archive)
  const manifest: Manifest = {
    format: 1,
    site: site.name,
    madeAt: now.toISOString(),
    migrations: done.map(({ name }) => name),
    keyMark: keyMark(site),
    tables,
    files,
    head: head[0]!.hash,
  }
  await archive.add('manifest.json', Buffer.from(JSON.stringify(manifest, null, 2)))
  await archive.finish()
  return manifest
}

/** Rows as JSON that the database wrote itself: no number, date or byte passes through another language. */
async function writeTable(client: pg.ClientBase, archive: ArchiveWriter, table: TableShape): Promise<number> {
  const columns = table.columns.map(quoted).join(', ')
  await client.query(
    `declare rows no scroll cursor for select row_to_json(t)::text as line from (select ${columns} from ${quoted(table.name)}) t`,
  )
  let count = 0
  for (let part = 1; ; part += 1) {
    const { rows } = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from rows`)
    if (rows.length === 0) break
    const name = `tables/${table.name}/${String(part).padStart(6, '0')}.json`
    await archive.add(name, Buffer.from(`[${rows.map(({ line }) => line).join(',\n')}]`))
    count += rows.length
  }
  await client.query('close rows')
  return count
}

/** What is handed to the queue and not yet done; the queue's own tables belong to its version and stay out. */
async function writeQueue(client: pg.ClientBase, archive: ArchiveWriter): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('pgboss.job') is not null as there`)
  const work = rows[0]!.there
    ? (
        await client.query<{ queue: string; data: unknown }>(`select name as queue, data from pgboss.job
          where name in ('reactions', 'jobs', 'reactions-dead', 'jobs-dead') and state in ('created', 'retry', 'active')`)
      ).rows
    : []
  await archive.add('queue.json', Buffer.from(JSON.stringify(work)))
}

async function writeFiles(site: Site, archive: ArchiveWriter): Promise<number> {
  let count = 0
  for await (const { hash, size } of site.store.list()) {
    await archive.addStream(`files/${hash}`, size, await site.store.open(hash))
    count += 1
  }
  return count
}
