import { execFileSync } from 'node:child_process'
import { startPostgres } from '../test/postgres.ts'
import { compare, load, report, round, serve, type Measured, type Served } from './measuring.ts'

const past = ['cookie: avavald-none=1', 'accept-encoding: identity']
const page = ({ port }: Served) => `http://localhost:${port}/tegevuskava`

/** Keeps a process, all its threads, to some of the machine's cores. */
const keepTo = (cores: string, { process: { pid } }: Served) =>
  execFileSync('taskset', ['--all-tasks', '--cpu-list', '--pid', cores, String(pid)], { stdio: 'ignore' })

/**
 * Uncached pages from two web processes against one, each with its own load, on one PostgreSQL on this machine:
 * each process on a core of its own, as containers of one core are run; and both on all cores, where one process
 * alone already uses more than a core (V8 collects garbage in threads beside the one that answers).
 */
export async function twoProcesses(): Promise<void> {
  const postgres = await startPostgres(['-c', 'shared_buffers=256MB'])
  await postgres.server.createDatabase('bench_joelahtme')
  const url = postgres.url('bench_joelahtme')
  const first = await serve({ DATABASE_URL: url, AVAVALD_WORKER: 'apart' })
  const second = await serve({ DATABASE_URL: url, AVAVALD_WORKER: 'apart' })

  async function measure(what: string, bound: number | null): Promise<Measured> {
    const result = await compare(
      async () => {
        const both = await Promise.all([first, second].map((one) => load(page(one), 4, 8, past)))
        return both[0]! + both[1]!
      },
      () => load(page(first), 4, 8, past),
    )
    return {
      what,
      measured: round(result.ratio),
      unit: 'of one',
      reference: `${round(result.ours, 0)} against ${round(result.theirs, 0)} requests/s; database and load on the same cores`,
      bound: bound === null ? 'told, not bound' : `at least ${bound}`,
      holds: bound === null || result.ratio >= bound,
    }
  }

  keepTo('0', first)
  keepTo('1', second)
  const apart = await measure('uncached page, two processes with a core each', null)
  keepTo('0,1', first)
  keepTo('0,1', second)
  const free = await measure('uncached page, two processes on both cores', 1.6)
  await first.stop()
  await second.stop()
  await postgres.stop()
  report('two-processes', [apart, free])
}
