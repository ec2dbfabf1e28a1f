import type { Answer, Client, TestApp } from '#test/app.ts'
import { findReport, type Report } from './queries/reports.ts'

/** A report as somebody would send it; whatever is named replaces the usual. */
export function aReport(given: Partial<Record<string, string | File>> = {}): Record<string, string | File> {
  return {
    idempotencyKey: crypto.randomUUID(),
    category: 'tee-auk',
    words: 'Sügav auk bussipeatuse ees.',
    settlement: '4496',
    address: 'bussipeatuse ees',
    point: '',
    email: '',
    name: '',
    // What subjects ask of their own; others take no notice.
    'k.mis-viga': 'ei-pole',
    'k.kus-lamab': 'teel',
    'k.loom': 'koer',
    'k.seis': 'elus',
    ...given,
  } as Record<string, string | File>
}

/** What a reader finds on the page itself, in one line. */
export function words({ page }: Answer): string {
  return page.querySelector('main')?.text.replaceAll(/\s+/gu, ' ') ?? ''
}

/** Sends a report through its form and answers it as it was kept, with the address that the sender is led to. */
export async function sendAReport(
  app: TestApp,
  who: Client,
  given: Partial<Record<string, string | File>> = {},
): Promise<{ report: Report; own: string }> {
  const answer = await who.post('/teated/uus', aReport(given))
  if (answer.status !== 303) throw new Error(`${answer.status}: ${answer.page.querySelector('main')?.text}`)
  return { report: await newestReport(app), own: answer.location!.replace('?saadetud=1', '') }
}

/** The report that was written down last, by whatever door it came. */
export async function newestReport(app: TestApp): Promise<Report> {
  const row = await app.db
    .selectFrom('reports_reports')
    .select('id')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return (await findReport(app.db, { id: row.id }))!
}
