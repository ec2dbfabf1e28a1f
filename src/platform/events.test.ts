import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { anonymous, inTransaction, type Actor, type Context } from './context.ts'
import { publicVersion } from './data-version.ts'
import type { OpenDatabase } from './database.ts'
import { hideFromPublic, record, verifyChain } from './events.ts'

let database: OpenDatabase
const person: Actor = { ...anonymous, kind: 'person', personId: crypto.randomUUID(), roles: ['official'] }
const context = (): Context => ({ db: database.db, actor: person, now: new Date('2026-11-23T10:00:00.123Z') })
const seed = (site: string) =>
  inTransaction(context(), (ctx) => record(ctx, 'platform.demo-seeded', 'site:x', { site }))

beforeAll(async () => {
  database = await freshDatabase()
  hideFromPublic(['identity.signed-out'])
})

describe('what is done here is written down', () => {
  it('numbers rows without gaps and chains each to the one before', async () => {
    for (const site of ['õ', 'ü "jutumärgid"', 'b\\c']) await seed(site)
    const verdict = await verifyChain(database.db, 2)
    expect(verdict).toMatchObject({ ok: true, rows: 3 })
  })

  it('stays whole when many are written at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, at) => seed(String(at))))
    expect(await verifyChain(database.db)).toMatchObject({ ok: true, rows: 43 })
  })

  it('leaves no row of a change that was undone', async () => {
    const undone = inTransaction(context(), async (ctx) => {
      await record(ctx, 'platform.demo-seeded', 'site:x', { site: 'undone' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await verifyChain(database.db)).toMatchObject({ rows: 43 })
  })

  it('belongs inside a transaction', async () => {
    await expect(record(context(), 'platform.demo-seeded', 'site:x', { site: 'x' })).rejects.toThrow('inTransaction')
    expect(await verifyChain(database.db)).toMatchObject({ ok: true, rows: 43 })
  })

  it('moves the version of public pages after the commit, and only for what the public can see', async () => {
    const before = publicVersion(database.db)
    await inTransaction(context(), (ctx) => record(ctx, 'identity.signed-out', 'person:x', { sessions: 1 }))
    expect(publicVersion(database.db)).toBe(before)
    const id = await seed('visible')
    expect(publicVersion(database.db)).toBe(id)
  })

  it('shows the role in which somebody acted', async () => {
    const { rows } = await sql<{ actor_role: string }>`select actor_role from platform_events limit 1`.execute(
      database.db,
    )
    expect(rows[0]?.actor_role).toBe('official')
  })
})

describe('what was written down cannot be changed unseen', () => {
  it('refuses to change or remove a row', async () => {
    await expect(sql`update platform_events set type = 'x' where id = 2`.execute(database.db)).rejects.toThrow(
      'never changed',
    )
    await expect(sql`delete from platform_events where id = 2`.execute(database.db)).rejects.toThrow('never changed')
    await expect(sql`truncate platform_events cascade`.execute(database.db)).rejects.toThrow('never changed')
  })

  it.each([
    ['a fact was altered', sql`update platform_events set facts = '{"site":"other"}' where id = 2`, 2],
    ['a row was removed', sql`delete from platform_events where id = 5`, 5],
    ['the newest rows were removed', sql`delete from platform_events where id > 20`, 21],
  ])('finds the place where %s by somebody who switched the guard off', async (_what, tampering, brokenAt) => {
    const copy = await freshDatabase()
    const ctx = { ...context(), db: copy.db }
    for (let at = 0; at < 30; at += 1) {
      await inTransaction(ctx, (inside) => record(inside, 'platform.demo-seeded', 'site:x', { site: String(at) }))
    }
    await sql`alter table platform_events disable trigger all`.execute(copy.db)
    await tampering.execute(copy.db)
    expect(await verifyChain(copy.db)).toMatchObject({ ok: false, brokenAt })
  })
})
