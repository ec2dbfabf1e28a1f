import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import * as z from 'zod'
import { openQueue, type QueuedWork } from '../jobs/queue.ts'
import type { Log } from '../log.ts'
import { migrate, type Migrations } from '../migrate.ts'
import type { Site } from '../site.ts'
import { DamagedArchive, readArchive, verifyArchive } from './archive.ts'
import { continueNumbers, listForeignKeys, listTables, quoted, type TableShape } from './tables.ts'
import { keyMark, type Manifest } from './write-backup.ts'

/** The backup cannot be restored here; the message says why, for the operator. */
export class RestoreRefused extends Error {
  override name = 'RestoreRefused'
}

const manifestShape = z.object({
  format: z.literal(1),
  site: z.string(),
  madeAt: z.string(),
  migrations: z.array(z.string()),
  keyMark: z.string(),
  tables: z.record(z.string(), z.number()),
  files: z.number(),
  head: z.string(),
})

export type Restored = { manifest: Manifest; hasSameKeys: boolean }

/**
 * Restores a backup into an empty site: the files, then all of the database in one transaction. The whole archive is
 * checked before anything is touched; a restore that broke off may be tried again. Throws `DamagedArchive` or
 * `RestoreRefused`.
 */
export async function restoreBackup(site: Site, file: string, all: readonly Migrations[], log: Log): Promise<Restored> {
  const archive = await verifyArchive(file)
  const manifest = readManifest(archive.manifest)
  await refuseUsedSite(site, archive.files)
  const known = new Set(all.flatMap(({ owner, files }) => Object.keys(files).map((path) => nameOf(owner, path))))
  const newer = manifest.migrations.find((name) => !known.has(name))
  if (newer !== undefined) throw new RestoreRefused(`The backup was made by a newer Avavald (it has ${newer}).`)
  await migrate(site.database.pool, onlyNamed(all, new Set(manifest.migrations)))
  await loadFiles(site, file)
  await requeue(site, file, log)
  await loadRows(site, file, manifest)
  await migrate(site.database.pool, all)
  return { manifest, hasSameKeys: manifest.keyMark === keyMark(site) }
}

function readManifest(bytes: Buffer): Manifest {
  const parsed = manifestShape.safeParse(JSON.parse(bytes.toString('utf8')))
  if (!parsed.success) throw new DamagedArchive('The file is no backup of this version: its manifest is unknown.')
  return parsed.data
}

const nameOf = (owner: string, path: string): string => `${owner}/${path.split('/').at(-1)}`

function onlyNamed(all: readonly Migrations[], names: ReadonlySet<string>): Migrations[] {
  return all.map(({ owner, files }) => ({
    owner,
    files: Object.fromEntries(Object.entries(files).filter(([path]) => names.has(nameOf(owner, path)))),
  }))
}

async function refuseUsedSite(site: Site, files: ReadonlySet<string>): Promise<void> {
  const { rows } = await site.database.pool.query<{ there: boolean }>(
    `select to_regclass('public.platform_migrations') is not null as there`,
  )
  if (rows[0]!.there) {
    const used = await site.database.pool.query<{ id: number }>(
      `select coalesce((select max(id) from platform_events), 0)::int as id`,
    )
    // A restore that broke off leaves empty tables and files of this backup.
    if (used.rows[0]!.id > 0) {
      throw new RestoreRefused(`The site ${site.name} is not empty: a backup is restored into an empty one.`)
    }
  }
  for await (const { hash } of site.store.list()) {
    if (!files.has(hash)) throw new RestoreRefused(`The file store of ${site.name} is not empty.`)
  }
}

/** Foreign keys are taken off while the rows come in and put back after, which checks every row against them. */
async function loadRows(site: Site, file: string, manifest: Manifest): Promise<void> {
  const client = await site.database.pool.connect()
  try {
    await client.query('begin')
    const tables = new Map((await listTables(client)).map((table) => [table.name, table]))
    const keys = await listForeignKeys(client)
    for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
    // Rows that the migrations themselves put in come from the backup too.
    for (const { name } of tables.values()) {
      if (name !== 'platform_events') await client.query(`delete from ${quoted(name)}`)
    }
    const counts: Record<string, number> = {}
    await readArchive(file, async (name, _size, content) => {
      const table = /^tables\/([a-z0-9_]+)\/\d+\.json$/.exec(name)?.[1]
      if (table === undefined) return
      const shape = tables.get(table)
      if (shape === undefined) throw new RestoreRefused(`The backup has a table ${table} that is unknown here.`)
      counts[table] = (counts[table] ?? 0) + (await loadPart(client, shape, content))
    })
    for (const [name, count] of Object.entries(manifest.tables)) {
      if ((counts[name] ?? 0) !== count) throw new DamagedArchive(`Rows of ${name} are missing.`)
    }
    await continueNumbers(client)
    for (const { table, name, definition } of keys) {
      await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
    }
    const head = await client.query<{ hash: string }>(`select encode(hash, 'hex') as hash from platform_event_head`)
    if (head.rows[0]?.hash !== manifest.head) throw new DamagedArchive('The log does not end as the backup says.')
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function loadPart(
  client: pg.ClientBase,
  { name, columns }: TableShape,
  content: AsyncIterable<Buffer>,
): Promise<number> {
  const list = columns.map(quoted).join(', ')
  const result = await client.query(
    `insert into ${quoted(name)} (${list}) overriding system value
     select ${list} from json_populate_recordset(null::${quoted(name)}, $1::json)`,
    [(await bytesOf(content)).toString('utf8')],
  )
  return result.rowCount ?? 0
}

async function bytesOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function requeue(site: Site, file: string, log: Log): Promise<void> {
  let work: { queue: string; data: QueuedWork }[] = []
  await readArchive(file, async (name, _size, content) => {
    if (name === 'queue.json') work = JSON.parse((await bytesOf(content)).toString('utf8')) as typeof work
  })
  const boss = await openQueue(site.database.pool, log)
  // What an earlier try put there.
  for (const queue of new Set(work.map((one) => one.queue))) await boss.deleteAllJobs(queue)
  for (const [queue, ofQueue] of Map.groupBy(work, (one) => one.queue)) {
    await boss.insert(
      queue,
      ofQueue.map(({ data }) => ({ data })),
    )
  }
  await boss.stop({ graceful: false, close: false })
}

async function loadFiles(site: Site, file: string): Promise<void> {
  await mkdir(site.store.temporaryDirectory, { recursive: true })
  await readArchive(file, async (name, size, content) => {
    const hash = /^files\/([0-9a-f]{64})$/.exec(name)?.[1]
    if (hash === undefined) return
    const temporary = join(site.store.temporaryDirectory, randomUUID())
    await pipeline(content, createWriteStream(temporary, { mode: 0o600, flush: true }))
    await site.store.put(hash, temporary, size)
  })
}
