import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { restoreBackup } from '#platform/backup/restore-backup.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import { inTransaction, keepCalendar, system } from '#platform/context.ts'
import { openEmbedded, openPostgres, type OpenDatabase } from '#platform/database.ts'
import { record, verifyChain } from '#platform/events.ts'
import { holdingBytes, mayRemoveBytes } from '#platform/file-store/bytes-lock.ts'
import { openFileStore } from '#platform/file-store/file-store.ts'
import { siteKeys } from '#platform/keys.ts'
import { makeLog } from '#platform/log.ts'
import type { Site } from '#platform/site.ts'
import { migrations } from '../../src/modules.ts'
import { openTestApp, type TestApp } from '../app.ts'
import { testDatabaseUrl } from '../database.ts'

const log = makeLog('silent')
const directory = mkdtempSync(join(tmpdir(), 'avavald-backup-'))
let made = 0

async function emptySite(database: OpenDatabase): Promise<Site> {
  made += 1
  keepCalendar(database.db, 'Europe/Tallinn')
  const store = await openFileStore({ s3: null }, 'other', join(directory, `files-${made}`))
  return { name: 'other', database, store, keys: siteKeys('another secret, that is long enough', 'other') } as Site
}

async function emptyPostgres(): Promise<Site> {
  const name = `restored_${process.pid}_${Date.now().toString(36)}_${made}`
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return emptySite(openPostgres(testDatabaseUrl(name), 3))
}

async function keepFile(site: Site, content: Buffer): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex')
  await mkdir(site.store.temporaryDirectory, { recursive: true })
  const temporary = join(site.store.temporaryDirectory, randomUUID())
  writeFileSync(temporary, content)
  await site.store.put(hash, temporary, content.length)
  return hash
}

async function aNumberedRow({ database }: Site, dedupeKey: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into notifications_mails
    (dedupe_key, kind, purpose, language, subject, next_attempt_at, created_at)
    values (${dedupeKey}, 'test', 'notice', 'et', 'Kiri', now(), now()) returning id`.execute(database.db)
  return rows[0]!.id
}

/** Every row of every table as the database prints it, and every file's bytes. */
async function contentsOf(site: Site): Promise<Record<string, string[]>> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'platform_migrations'`.execute(
    site.database.db,
  )
  const contents: Record<string, string[]> = {}
  for (const { name } of rows) {
    const lines = await sql<{ line: string }>`select t::text as line from ${sql.table(name)} t order by 1`.execute(
      site.database.db,
    )
    contents[name] = lines.rows.map(({ line }) => line)
  }
  contents.files = []
  for await (const { hash } of site.store.list()) {
    const chunks: Buffer[] = []
    for await (const chunk of await site.store.open(hash)) chunks.push(chunk as Buffer)
    contents.files.push(`${hash} ${createHash('sha256').update(Buffer.concat(chunks)).digest('hex')}`)
  }
  contents.files.sort()
  return contents
}

describe('backup and restore', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await openTestApp()
    for (let at = 0; at < 5; at += 1) await keepFile(app.site, Buffer.alloc(100_000 + at, `fail ${at} õäöü`))
    await app.signIn({ name: 'Mari "Tšehhova" Õun\\' })
    for (const dedupe of ['first', 'second']) await aNumberedRow(app.site, dedupe)
  })

  it('give every row and every file back as they were', async () => {
    const file = join(directory, 'quiet.backup')
    const manifest = await writeBackup(app.site, file, new Date())
    expect(manifest.files).toBe(5)
    const target = await emptyPostgres()
    const { hasSameKeys } = await restoreBackup(target, file, migrations, log)
    expect(hasSameKeys).toBe(false)
    expect(await contentsOf(target)).toEqual(await contentsOf(app.site))
    expect(await verifyChain(target.database.db)).toMatchObject({ ok: true })
    const constraints = (site: Site) =>
      sql<{ name: string }>`select conname as name from pg_constraint where connamespace = 'public'::regnamespace
        order by 1`
        .execute(site.database.db)
        .then(({ rows }) => rows.map(({ name }) => name))
    expect(await constraints(target)).toEqual(await constraints(app.site))
    // What is numbered goes on after the last number of the backup.
    expect(await aNumberedRow(target, 'third')).toBe(3)
    await target.database.close()
  })

  it('go from a PostgreSQL server to the embedded database and back', async () => {
    const there = join(directory, 'there.backup')
    const back = join(directory, 'back.backup')
    await writeBackup(app.site, there, new Date())
    const embedded = await emptySite(await openEmbedded(null))
    await restoreBackup(embedded, there, migrations, log)
    await writeBackup(embedded, back, new Date())
    await embedded.database.close()
    const target = await emptyPostgres()
    const { hasSameKeys } = await restoreBackup(target, back, migrations, log)
    expect(hasSameKeys).toBe(true)
    expect(await contentsOf(target)).toEqual(await contentsOf(app.site))
    await target.database.close()
  })

  it('hold one moment, whole, while others write', async () => {
    const writing = new AbortController()
    const context = { db: app.db, actor: system, now: new Date() }
    const write = async () => {
      for (let at = 0; !writing.signal.aborted; at += 1) {
        await inTransaction(context, async (ctx) => {
          const id = await record(ctx, 'platform.day-began', `day:${at}`, { day: String(at) })
          // What a use case writes beside its event: never one without the other.
          await sql`insert into platform_reactions_done (event_id, reaction, done_at)
            values (${id}, 'test.write', now())`.execute(ctx.db)
        })
      }
    }
    const writers = [write(), write(), write()]
    const file = join(directory, 'busy.backup')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await writeBackup(app.site, file, new Date())
    await new Promise((resolve) => setTimeout(resolve, 100))
    writing.abort()
    await Promise.all(writers)
    const target = await emptyPostgres()
    await restoreBackup(target, file, migrations, log)
    expect(await verifyChain(target.database.db)).toMatchObject({ ok: true })
    const { rows } = await sql<{ events: number; marks: number }>`select
      (select count(*)::int from platform_events where type = 'platform.day-began' and subject like 'day:%') as events,
      (select count(*)::int from platform_reactions_done where reaction = 'test.write') as marks`.execute(
      target.database.db,
    )
    expect(rows[0]!.marks).toBe(rows[0]!.events)
    expect(rows[0]!.marks).toBeGreaterThan(10)
    const [before, after] = [await contentsOf(target), await contentsOf(app.site)]
    expect(after.platform_events!).toEqual(expect.arrayContaining(before.platform_events!))
    await target.database.close()
  })

  it('refuse a damaged, a cut and a foreign file without touching anything', async () => {
    const whole = join(directory, 'whole.backup')
    await writeBackup(app.site, whole, new Date())
    const bytes = readFileSync(whole)
    const target = await emptyPostgres()
    const damages: [string, Buffer][] = [
      ['flipped', Buffer.from(bytes.map((byte, at) => (at === Math.floor(bytes.length / 2) ? byte ^ 1 : byte)))],
      ['cut', bytes.subarray(0, bytes.length - 2000)],
      ['foreign', Buffer.from('this is no backup')],
      ['empty', Buffer.alloc(0)],
    ]
    for (const [name, content] of damages) {
      const file = join(directory, `${name}.backup`)
      writeFileSync(file, content)
      await expect(restoreBackup(target, file, migrations, log), name).rejects.toThrow(/damaged|cannot be read|ends/)
    }
    const { rows } = await sql<{
      there: boolean
    }>`select to_regclass('platform_migrations') is not null as there`.execute(target.database.db)
    expect(rows[0]!.there).toBe(false)
    await restoreBackup(target, whole, migrations, log)
    await expect(restoreBackup(target, whole, migrations, log)).rejects.toThrow('is not empty')
    await target.database.close()
  })

  it('say what was wrong with the store, not with the file, and may be tried again', async () => {
    const file = join(directory, 'again.backup')
    await writeBackup(app.site, file, new Date())
    const target = await emptyPostgres()
    let put = 0
    const failing: typeof target.store = {
      ...target.store,
      put: async (...given) => {
        put += 1
        if (put === 3) throw new Error('disk full')
        await target.store.put(...given)
      },
    }
    await expect(restoreBackup({ ...target, store: failing }, file, migrations, log)).rejects.toThrow(/^disk full$/)
    await restoreBackup(target, file, migrations, log)
    expect(await contentsOf(target)).toEqual(await contentsOf(app.site))
    await target.database.close()
  })

  it('keep all bytes in the store while they are copied', async () => {
    const client = await app.site.database.pool.connect()
    await holdingBytes(client, async () => expect(await mayRemoveBytes(app.db)).toBe(false))
    client.release()
    expect(await mayRemoveBytes(app.db)).toBe(true)
  })

  it('leave no half a file where it cannot be written', async () => {
    const file = '/dev/full/backup'
    await expect(writeBackup(app.site, file, new Date())).rejects.toThrow()
    expect(existsSync(file)).toBe(false)
  })
})
