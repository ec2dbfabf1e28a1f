import pg from 'pg'
import type { LogEvent } from 'kysely'
import { afterAll, inject } from 'vitest'
import { keepCalendar } from '#platform/context.ts'
import { openPostgres, type OpenDatabase } from '#platform/database.ts'

let clones = 0

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

export function testDatabaseUrl(name: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  return url.href
}

/** A fresh, migrated PostgreSQL 18 database for one test file; dropped after it. */
export async function freshDatabase(observe?: (event: LogEvent) => void): Promise<OpenDatabase & { name: string }> {
  clones += 1
  const name = `test_${process.pid}_${Date.now().toString(36)}_${clones}`
  // Cloning a template needs it unused; parallel test files take turns.
  for (let attempt = 0; ; attempt += 1) {
    try {
      await onServer(`create database ${name} template avavald_template`)
      break
    } catch (error) {
      if (attempt === 50) throw error
      await new Promise((resolve) => setTimeout(resolve, 40 + Math.random() * 80))
    }
  }
  const database = openPostgres(testDatabaseUrl(name), 10, observe)
  keepCalendar(database.db, 'Europe/Tallinn')
  afterAll(async () => {
    await database.close()
    await onServer(`drop database if exists ${name} with (force)`)
  })
  return { ...database, name }
}
