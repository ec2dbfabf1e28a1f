import pg from 'pg'
import type { Log } from './log.ts'
import type { Site } from './site.ts'
import { announceCommit } from './data-version.ts'

/**
 * Hears of rows that other processes recorded (LISTEN on a connection of its own). After a broken connection it
 * reconnects and catches up, since notifications sent meanwhile are lost. Does nothing on the embedded database.
 */
export function listenForRecords(site: Site, catchUp: (site: Site) => Promise<void>, log: Log): () => Promise<void> {
  const { connectionString, db } = site.database
  if (connectionString === null) return async () => undefined
  let client: pg.Client | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString, keepAlive: true })
    client = fresh
    fresh.on('notification', ({ payload }) => {
      const [id, isPublic] = (payload ?? '').split(':')
      const number = Number(id)
      if (Number.isInteger(number)) announceCommit(db, number, isPublic === 'true' ? number : 0)
    })
    const retry = () => {
      if (stopped || client !== fresh) return
      client = undefined
      fresh.end().catch(() => undefined)
      timer = setTimeout(() => void connect(), 1000)
    }
    fresh.on('error', retry)
    fresh.on('end', retry)
    try {
      await fresh.connect()
      await fresh.query('listen avavald_recorded')
      await catchUp(site)
    } catch (error) {
      log.warn({ error, site: site.name }, 'listening for records waits for the database')
      retry()
    }
  }
  void connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end().catch(() => undefined)
  }
}
