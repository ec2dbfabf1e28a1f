import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { median, report, round, serve } from './measuring.ts'

const oneByOne = 40
// The picture of the one before is drawn anew by then: what is bounded is the time beside that.
const rest = 1500
const atOnce = 50

/** A report with a photo on the embedded database: how long the answer takes, and fifty people at the same time. */
export async function reportSending(): Promise<void> {
  // Each sender has an address of their own, as through a proxy.
  const ours = await serve({ AVAVALD_TRUST_PROXY: 'yes' })
  const origin = `http://localhost:${ours.port}`
  const photo = await aPhoto()
  const send = async (sender: number): Promise<number> => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields())) form.set(name, value)
    form.set('photo1', new File([new Uint8Array(photo)], 'auk.jpg', { type: 'image/jpeg' }))
    const from = performance.now()
    const answer = await fetch(`${origin}/teated/uus`, {
      method: 'POST',
      body: form,
      headers: { accept: 'application/json', origin, 'x-forwarded-for': `10.0.${sender >> 8}.${sender & 255}` },
    })
    const said = await answer.text()
    if (answer.status !== 201) throw new Error(`${answer.status}: ${said.slice(0, 300)}`)
    return performance.now() - from
  }
  for (let at = 0; at < 5; at += 1) await send(at)
  const times: number[] = []
  for (let at = 0; at < oneByOne; at += 1) {
    await new Promise((resolve) => setTimeout(resolve, rest))
    times.push(await send(100 + at))
  }
  const together = await Promise.allSettled(Array.from({ length: atOnce }, (_, at) => send(1000 + at)))
  await ours.stop()
  const picture = timeOfPicture(photo)
  const failed = together.filter(({ status }) => status === 'rejected')
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(oneByOne * 0.95)]!
  const slowest = Math.max(...together.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
  const size = `a photo of ${round(photo.length / 1024, 0)} KB`
  report('report-sending', [
    {
      what: 'a report, beyond opening its photo, embedded, p95',
      measured: round(p95 - picture, 1),
      unit: 'ms',
      reference: `${size}, opened in a process apart in ${round(picture, 0)} ms; ${round(p95, 0)} ms together; one at a time, pictures are drawn anew in the queue after the answer; median ${round(times.toSorted((a, b) => a - b)[oneByOne / 2]!, 0)} ms`,
      bound: 'at most 300 ms',
      holds: p95 - picture <= 300,
    },
    {
      what: `${atOnce} reports at once that failed, embedded database`,
      measured: failed.length,
      unit: '',
      reference: `the slowest after ${round(slowest / 1000, 1)} s${failed[0]?.status === 'rejected' ? `; ${String(failed[0].reason)}` : ''}`,
      bound: '0',
      holds: failed.length === 0,
    },
  ])
}

/** What the server's own program for strangers' pictures takes to open it, by the median of some. */
function timeOfPicture(photo: Buffer): number {
  const path = join(mkdtempSync(join(tmpdir(), 'avavald-bench-')), 'auk.jpg')
  writeFileSync(path, photo)
  const times = Array.from({ length: 15 }, () => {
    const from = performance.now()
    spawnSync(process.execPath, ['dist/server/file-workbench.js', 'measure', path, 'jpeg', ''])
    return performance.now() - from
  })
  return median(times)
}

/** As large as the form's own script makes them, with noise so that it does not shrink to nothing. */
function aPhoto(): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const
  return sharp({ create: { width: 2000, height: 1500, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 80 })
    .toBuffer()
}

const fields = (): Record<string, string> => ({
  idempotencyKey: crypto.randomUUID(),
  category: 'tee-auk',
  words: 'Sügav auk bussipeatuse ees.',
  settlement: '',
  address: '',
  point: '59.4345, 24.9465',
  email: '',
  name: '',
  'k.mis-viga': 'ei-pole',
  'k.kus-lamab': 'teel',
  'k.loom': 'koer',
  'k.seis': 'elus',
})
