import { median, report, round, serve } from './measuring.ts'

const mostSeconds = 2
const files = ['', '/en', '/ru'].map((prefix) => `${prefix}/tegevuskava/aruanne/2026.pdf`)
const kinds = ['', '?kuju=arhiiv']

/** The year's report as a PDF file, each file asked for once, so that none is kept; its page in the same run. */
export async function reportPdf(): Promise<void> {
  const ours = await serve({ AVAVALD_NOW: '2026-11-23T10:00:00+02:00' })
  const seconds = async (path: string): Promise<number> => {
    const from = performance.now()
    const answer = await fetch(`http://localhost:${ours.port}${path}`)
    const bytes = await answer.arrayBuffer()
    if (!answer.ok || bytes.byteLength < 10_000) throw new Error(`${path}: ${answer.status}`)
    return (performance.now() - from) / 1000
  }
  const pdf: number[] = []
  const page: number[] = []
  for (const [at, file] of files.flatMap((one) => kinds.map((kind) => one + kind)).entries()) {
    pdf.push(await seconds(file))
    page.push(await seconds(`/tegevuskava/aruanne/2026?m=${at}`))
  }
  await ours.stop()
  const slowest = Math.max(...pdf)
  report('report-pdf', [
    {
      what: 'the yearly report as a PDF file, slowest of 6',
      measured: round(slowest, 3),
      unit: 's',
      reference: `median ${round(median(pdf), 3)} s; its page uncached ${round(median(page), 3)} s`,
      bound: `at most ${mostSeconds} s`,
      holds: slowest <= mostSeconds,
    },
  ])
}
