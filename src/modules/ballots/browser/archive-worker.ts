import { checkArchive, type Progress, type Verdict } from '../belenios/check-archive.ts'

export type Asked = { archive: Uint8Array; secondProofs: string | null }
export type Told = { kind: 'progress'; progress: Progress } | { kind: 'verdict'; verdict: Verdict }

const tell = (told: Told) => postMessage(told)
/** The page is told no oftener than eyes can follow. */
const pause = 100

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const run = checkArchive(data)
  let toldAt = 0
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) return tell({ kind: 'verdict', verdict: step.value })
    if (performance.now() - toldAt < pause) continue
    toldAt = performance.now()
    tell({ kind: 'progress', progress: step.value })
  }
})
