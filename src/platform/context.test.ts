import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { inTransaction, system } from './context.ts'
import type { OpenDatabase } from './database.ts'

describe('a transaction', () => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await freshDatabase()
    await sql`create table zoo (animal text primary key, fed int not null)`.execute(database.db)
    await sql`insert into zoo values ('hunt', 0), ('lammas', 0)`.execute(database.db)
  })
  afterAll(() => database.close())

  it('that waits crosswise with another is done again, and both take effect once', async () => {
    let met = 0
    const both = Promise.withResolvers<void>()
    const feed = (first: string, second: string) => {
      let tries = 0
      return inTransaction({ db: database.db, actor: system, now: new Date() }, async (ctx) => {
        tries += 1
        await sql`update zoo set fed = fed + 1 where animal = ${first}`.execute(ctx.db)
        met += 1
        if (met === 2) both.resolve()
        await both.promise
        await sql`update zoo set fed = fed + 1 where animal = ${second}`.execute(ctx.db)
        return tries
      })
    }
    const tries = await Promise.all([feed('hunt', 'lammas'), feed('lammas', 'hunt')])
    expect(tries.toSorted()).toEqual([1, 2])
    const { rows } = await sql<{ fed: number }>`select fed from zoo`.execute(database.db)
    expect(rows).toEqual([{ fed: 2 }, { fed: 2 }])
  })
})
