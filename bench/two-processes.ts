import { startPostgres } from '../test/postgres.ts'
import { compare, load, report, round, serve } from './measuring.ts'

/** Uncached pages from two web processes against one, each with its own load, on one PostgreSQL on this machine. */
export async function twoProcesses(): Promise<void> {
  const postgres = await startPostgres(['-c', 'shared_buffers=256MB'])
  await postgres.server.createDatabase('bench_joelahtme')
  const url = postgres.url('bench_joelahtme')
  const first = await serve({ DATABASE_URL: url, AVAVALD_WORKER: 'apart' })
  const second = await serve({ DATABASE_URL: url, AVAVALD_WORKER: 'apart' })
  const past = ['cookie: avavald-none=1', 'accept-encoding: identity']
  const page = ({ port }: { port: number }) => `http://localhost:${port}/tegevuskava`
  const result = await compare(
    async () => {
      const both = await Promise.all([first, second].map((one) => load(page(one), 4, 8, past)))
      return both[0]! + both[1]!
    },
    () => load(page(first), 4, 8, past),
  )
  await first.stop()
  await second.stop()
  await postgres.stop()
  report('two-processes', [
    {
      what: 'uncached /tegevuskava from two web processes',
      measured: round(result.ratio),
      unit: 'of one',
      reference: `${round(result.ours, 0)} against ${round(result.theirs, 0)} requests/s; database and load on the same two cores`,
      bound: 'at least 1.6',
      holds: result.ratio >= 1.6,
    },
  ])
}
