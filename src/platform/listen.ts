import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { announceCommit } from './data-version.ts'
import type { Log } from './log.ts'
import { makeLedger, type Ledger } from './ledger.ts'
import { keepPresence } from './presence.ts'
import type { Site } from './site.ts'

const heartbeat = 400
const recorded = 'avavald_recorded'
const processes = 'avavald_processes'

/**
 * Hears of rows that other processes recorded (LISTEN on a connection of its own) and tells the others how far this
 * one has come. After a broken connection it reconnects and catches up, since what was said meanwhile is lost; until
 * then kept pages are not served. Does nothing on the embedded database, which serves one process.
 */
export function listenForRecords(site: Site, catchUp: (site: Site) => Promise<number>, log: Log): () => Promise<void> {
  const { connectionString, db } = site.database
  if (connectionString === null) return async () => undefined
  const ledger = makeLedger(randomBytes(6).toString('hex'))
  keepPresence(db, ledger)
  let client: pg.Client | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 5000 })
    client = fresh
    const say = speaker(fresh, ledger)
    fresh.on('notification', ({ channel, payload = '' }) => {
      if (channel === processes) return ledger.hear(payload)
      const [id, isPublic] = payload.split(':')
      const number = Number(id)
      if (!Number.isInteger(number)) return
      announceCommit(db, number, isPublic === 'true' ? number : 0)
      ledger.echo(number)
      say()
    })
    const beating = setInterval(say, heartbeat)
    const retry = () => {
      clearInterval(beating)
      if (stopped || client !== fresh) return
      client = undefined
      fresh.end().catch(() => undefined)
      timer = setTimeout(() => void connect(), 500)
    }
    fresh.on('error', retry)
    fresh.on('end', retry)
    try {
      await fresh.connect()
      await fresh.query(`listen ${recorded}; listen ${processes}`)
      ledger.echo(await catchUp(site))
      say()
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

/** Says how far this process has come; what is asked while a saying is under way is said once more after it. */
function speaker(client: pg.Client, ledger: Ledger): () => void {
  let isSaying = false
  let again = false
  const say = (): void => {
    if (isSaying) {
      again = true
      return
    }
    isSaying = true
    again = false
    client.query('select pg_notify($1, $2)', [processes, ledger.speak()]).then(
      () => {
        isSaying = false
        if (again) say()
      },
      () => undefined,
    )
  }
  return say
}
