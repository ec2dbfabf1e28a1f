import { expect, it } from 'vitest'
import { freshDatabase } from '#test/database.ts'
import { migrations } from '../modules.ts'
import { isMigrated, migrate } from './migrate.ts'

const more = [
  ...migrations,
  { owner: 'zoo', files: { './migrations/0001-a.sql': 'create table zoo_animals (id int primary key)' } },
]

it('does nothing to a database that is up to date', async () => {
  const { pool } = await freshDatabase()
  expect(await migrate(pool, migrations)).toEqual([])
  expect(await isMigrated(pool, migrations)).toBe(true)
  expect(await isMigrated(pool, more)).toBe(false)
})

it('applies a new file once though two processes start together', async () => {
  const { pool } = await freshDatabase()
  const applied = await Promise.all([migrate(pool, more), migrate(pool, more), migrate(pool, more)])
  expect(applied.flat()).toEqual(['zoo/0001-a.sql'])
})

it('refuses a file that was changed after it had been applied', async () => {
  const { pool } = await freshDatabase()
  await migrate(pool, more)
  const changed = [
    ...migrations,
    { owner: 'zoo', files: { './migrations/0001-a.sql': 'create table zoo_beasts (id int)' } },
  ]
  await expect(migrate(pool, changed)).rejects.toThrow('zoo/0001-a.sql was changed')
})

it('refuses a database that is newer than the program', async () => {
  const { pool } = await freshDatabase()
  await migrate(pool, more)
  await expect(migrate(pool, migrations)).rejects.toThrow('does not know')
})

it('undoes a file that fails half way', async () => {
  const { pool } = await freshDatabase()
  const broken = [
    ...migrations,
    { owner: 'zoo', files: { './migrations/0001-a.sql': 'create table zoo_a (id int); select no_such()' } },
  ]
  await expect(migrate(pool, broken)).rejects.toThrow('zoo/0001-a.sql failed')
  const { rows } = await pool.query(`select to_regclass('zoo_a') as found`)
  expect(rows[0].found).toBeNull()
})
