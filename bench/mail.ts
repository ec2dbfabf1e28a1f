import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { startPostgres } from '../test/postgres.ts'
import { report, round, serve, type Served } from './measuring.ts'

const letters = 10_000
// In the midst of a batch.
const killedAfter = 4085
const database = 'bench_joelahtme'

type Sink = { port: number; arrivals: Map<string, number>; times: number[]; stop(): void }

/** Counts letters by their Message-ID. */
async function openSink(): Promise<Sink> {
  const arrivals = new Map<string, number>()
  const times: number[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      let head = ''
      stream.on('data', (chunk: Buffer) => {
        if (head.length < 8192) head += chunk.toString('latin1')
      })
      stream.on('end', () => {
        const id = /^Message-ID: (.+?)\r$/im.exec(head)?.[1] ?? 'none'
        arrivals.set(id, (arrivals.get(id) ?? 0) + 1)
        times.push(performance.now())
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const { port } = server.server.address() as AddressInfo
  return { port, arrivals, times, stop: () => server.close() }
}

async function queue(client: pg.Client): Promise<void> {
  const letter = {
    language: 'et',
    subject: 'Uut: 1.3 Koosolekud',
    blocks: [{ paragraph: 'Lubaduse 1.3 seis muutus: täidetud.' }, { button: 'Ava leht', path: '/tegevuskava/1.3' }],
  }
  await client.query(`with a as (
      insert into notifications_addresses (address, address_key, confirmed_at, created_at)
      select 'lugeja' || n || '@naidis.example', 'lugeja' || n || '@naidis.example', now(), now()
      from generate_series(1, ${letters}) n returning id)
    insert into notifications_mails
      (dedupe_key, address_id, kind, purpose, list, language, subject, letter, next_attempt_at, created_at)
    select 'bench:' || id, id, 'notifications.follow', 'digest', 'digest:daily', 'et', 'Uut', '${JSON.stringify(letter)}',
      '2000-01-01', now() from a`)
}

async function until(isReached: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 300_000
  while (!(await isReached())) {
    if (Date.now() > end) throw new Error('the letters did not arrive in five minutes')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const kill = (served: Served) =>
  new Promise<void>((resolve) => {
    served.process.once('exit', () => resolve())
    served.process.kill('SIGKILL')
  })

/** Letters of the last stretch in a second, from the first arrival after the pause to the last. */
function rateOf(times: readonly number[], from: number): number {
  const part = times.slice(from)
  return (part.length - 1) / ((part.at(-1)! - part[0]!) / 1000)
}

/** 10,000 letters to a mail server on this machine; the sending process is killed once and another goes on. */
export async function mail(): Promise<void> {
  const postgres = await startPostgres()
  await postgres.server.createDatabase(database)
  const sink = await openSink()
  const variables = {
    DATABASE_URL: postgres.url(database),
    AVAVALD_DATA: mkdtempSync(join(tmpdir(), 'avavald-bench-')),
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    MAIL_FROM: 'teavitused@naidisvald.example',
  }
  const first = await serve(variables)
  const client = new pg.Client({ connectionString: postgres.url(database) })
  await client.connect()
  await queue(client)
  await until(() => sink.arrivals.size >= killedAfter)
  await kill(first)
  const before = sink.times.length
  // What the killed process held comes free when its lease is over; the measurement does not wait for that.
  await client.query(`update notifications_mails set claimed_until = clock_timestamp() where claim is not null`)
  const second = await serve(variables)
  const count = async (states: readonly string[]) => {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from notifications_mails where dedupe_key like 'bench:%' and state = any($1)`,
      [states],
    )
    return rows[0]!.count
  }
  await until(async () => (await count(['queued', 'claimed', 'sending'])) === 0)
  const sent = await count(['sent'])
  const uncertain = await count(['uncertain'])
  await second.stop()
  await client.end()
  sink.stop()
  await postgres.stop()

  const doubles = [...sink.arrivals.values()].filter((times) => times > 1).length
  const lost = letters - sent - uncertain
  const rate = Math.min(rateOf(sink.times.slice(0, before), 0), rateOf(sink.times, before))
  report('mail', [
    {
      what: 'letters handed to a local mail server',
      measured: round(rate, 0),
      unit: 'a second',
      reference: `${letters} queued, ${sent} sent, ${uncertain} uncertain after the kill`,
      bound: 'at least 100',
      holds: rate >= 100,
    },
    {
      what: 'letters that came twice, sender killed once',
      measured: doubles,
      unit: '',
      reference: `${sink.arrivals.size} different letters arrived`,
      bound: '0',
      holds: doubles === 0,
    },
    {
      what: 'letters neither sent nor shown as uncertain',
      measured: lost,
      unit: '',
      reference: `at most ${uncertain} in doubt`,
      bound: '0',
      holds: lost === 0 && sink.arrivals.size >= sent,
    },
  ])
}
