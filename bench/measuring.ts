import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { serverEnvironment, serverFlags } from '../scripts/server-flags.mjs'

export type Measured = {
  what: string
  measured: number
  unit: string
  reference: string
  bound: string
  holds: boolean
}

/** Requests per second, as wrk counts them. */
export async function load(
  url: string,
  seconds: number,
  connections: number,
  headers: readonly string[] = [],
): Promise<number> {
  const flags = headers.flatMap((header) => ['-H', header])
  // Not spawnSync: the reference may be served by this very process.
  const { stdout } = await promisify(execFile)('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, ...flags, url])
  const errors = /Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)/.exec(stdout)
  if (errors !== null) throw new Error(`${url}: ${errors[0]}`)
  const served = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? 0)
  if (served === 0) throw new Error(`${url} answered nothing`)
  return served
}

/** Alternates the two, since machines are noisy, and compares medians. */
export async function compare(
  ours: () => Promise<number> | number,
  theirs: () => Promise<number> | number,
  rounds = 5,
) {
  const [mine, other]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    mine.push(await ours())
    other.push(await theirs())
  }
  return { ours: median(mine), theirs: median(other), ratio: median(mine) / median(other) }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

export function report(name: string, rows: readonly Measured[]): void {
  mkdirSync('bench/results', { recursive: true })
  writeFileSync(`bench/results/${name}.json`, `${JSON.stringify(rows, null, 2)}\n`)
  for (const { what, measured, unit, reference, bound, holds } of rows) {
    console.log(
      `${holds ? '✓' : '✗'} ${what.padEnd(52)} ${String(measured).padStart(9)} ${unit.padEnd(8)} (${bound}; ${reference})`,
    )
  }
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

export type Served = { port: number; process: ChildProcess; residentMegabytes(): number; stop(): Promise<void> }

/** The built server in a process of its own, as an operator runs it. */
export async function serve(variables: Record<string, string>): Promise<Served> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const env = {
    ...serverEnvironment,
    ...process.env,
    LOG_LEVEL: 'silent',
    PORT: String(port),
    AVAVALD_DATA: mkdtempSync(join(tmpdir(), 'avavald-bench-')),
    ...variables,
  }
  const prepared = spawnSync(process.execPath, ['dist/server/cli.js', 'prepare'], { env, encoding: 'utf8' })
  if (prepared.status !== 0) throw new Error(prepared.stderr)
  const child = spawn(process.execPath, [...serverFlags, 'dist/server/main.js'], { env, stdio: 'ignore' })
  for (let tries = 0; ; tries += 1) {
    const up = await fetch(`http://localhost:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (up) break
    if (tries > 300) throw new Error('the server did not start')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    port,
    process: child,
    residentMegabytes: () =>
      Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
