import { inTransaction, type Context } from '#platform/context.ts'
import type { JobWork } from '#platform/jobs/job.ts'
import { askOutside, FetchRefused } from '#platform/safe-fetch.ts'
import { recordAbout } from '../events.ts'
import { sayAnswered } from '../give-answer.ts'
import { findReport, lockReport, type Report } from '../queries/reports.ts'
import { isPublic } from '../rules.ts'
import { tellReporter } from '../tell-reporter.ts'
import { tellWorkers } from '../tell-workers.ts'
import { partnerMessages } from './messages.ts'
import { changeHandover, takeHandovers, type DueHandover, type HandoverChange } from './queries.ts'
import { faultOf, fieldOf, nextAttempt, nextLook, readAnswer } from './rules.ts'
import { ourNames, partnerLimits } from './tell-partners.ts'

const atOnce = 5

/** Sends what was handed over, asks for its number where only a token came, and follows what becomes of it there. */
export async function followHandovers(work: JobWork): Promise<boolean> {
  const { ctx, signal } = work
  const due = await takeHandovers(ctx.db, ctx.now, atOnce)
  for (const handover of due) {
    if (signal.aborted) return false
    await follow(work, handover)
  }
  return due.length === atOnce
}

type Fields = Readonly<Record<string, unknown>>

async function follow({ ctx, site, config }: JobWork, handover: DueHandover): Promise<void> {
  const report = (await findReport(ctx.db, { id: handover.reportId }))!
  const { partner } = handover
  const names = ourNames(site.keys, partner)
  const ask = async (path: string, form?: Record<string, string>): Promise<Fields> => {
    const query = form === undefined ? `?${new URLSearchParams(names).toString()}` : ''
    const asking = { method: form === undefined ? 'GET' : 'POST', form, accept: 'application/json' } as const
    const answer = await askOutside(`${partner.endpoint}/${path}${query}`, asking, partnerLimits, config.partnerHosts)
    const [first] = readAnswer(answer) ?? []
    if (first === undefined) throw new FetchRefused(faultOf(answer))
    return first
  }
  try {
    if (handover.state === 'waiting') {
      if (!isPublic(report)) return await end(ctx, handover, { state: 'closed', fault: 'not public' })
      const sent = await ask('requests.json', { ...names, ...formOf(report, handover) })
      const [theirId, theirToken] = [fieldOf(sent, 'service_request_id'), fieldOf(sent, 'token')]
      if (theirId === null && theirToken === null) throw new FetchRefused('neither a number nor a token')
      return await end(ctx, handover, { state: 'sent', theirId, theirToken, fault: null, attempts: 0 })
    }
    const theirId = handover.theirId ?? fieldOf(await ask(`tokens/${handover.theirToken}.json`), 'service_request_id')
    if (theirId === null) return await end(ctx, handover, { fault: null })
    const seen = await ask(`requests/${encodeURIComponent(theirId)}.json`)
    await takeOver(ctx, site.keys, { ...handover, theirId }, report, seen)
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error
    await stumble(ctx, handover, error.message)
  }
}

const kept = (handover: DueHandover): HandoverChange => ({ ...handover, nextAt: handover.handedAt })

function end(ctx: Context, handover: DueHandover, change: Partial<HandoverChange>): Promise<void> {
  const nextAt = nextLook(ctx.now, handover.handedAt)
  return changeHandover(ctx.db, handover.id, { ...kept(handover), nextAt, ...change })
}

/** What was not yet sent is tried ever later and given up at last; what is there already is looked for again. */
function stumble(ctx: Context, handover: DueHandover, fault: string): Promise<void> {
  if (handover.state === 'sent') return end(ctx, handover, { fault })
  const nextAt = nextAttempt(ctx.now, handover.attempts)
  return nextAt === null ? end(ctx, handover, { state: 'given-up', fault }) : end(ctx, handover, { nextAt, fault })
}

/** Nothing of who sent it travels on. */
function formOf(report: Report, { serviceCode }: DueHandover): Record<string, string> {
  const place =
    report.latitude === null
      ? { address_string: report.address || (report.settlement?.name ?? '') }
      : { lat: String(report.latitude), long: String(report.longitude), address_string: report.address }
  return { service_code: serviceCode, description: report.words, ...place }
}

/** A new status or a new word of the partner becomes an update of the report, and its sender hears of it. */
async function takeOver(
  context: Context,
  keys: JobWork['site']['keys'],
  handover: DueHandover,
  seen: Report,
  answer: Fields,
): Promise<void> {
  const [theirStatus, theirNotes] = [fieldOf(answer, 'status')?.toLowerCase() ?? null, fieldOf(answer, 'status_notes')]
  const isNew = theirStatus !== handover.theirStatus || theirNotes !== handover.theirNotes
  const isDone = theirStatus === 'closed'
  await inTransaction(context, async (ctx) => {
    const change = { theirId: handover.theirId, theirStatus, theirNotes, fault: null }
    await end(ctx, handover, { ...change, state: isDone ? 'closed' : 'sent' })
    if (!isNew || (handover.theirStatus === null && !isDone && theirNotes === null)) return
    const report = (await lockReport(ctx.db, { id: seen.id }))!
    const t = partnerMessages[report.language]
    // Closed over there is not mended: what becomes of the report here is said by an official.
    const words = t.toldUs(handover.partnerName, theirNotes ?? (isDone ? t.closedThere : t.openThere))
    const { id } = await ctx.db
      .insertInto('reports_updates')
      .values({ report_id: report.id, at: ctx.now, author: 'system', words })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordAbout(ctx, report, 'reports.answered', { number: report.number, state: '' })
    await tellReporter(ctx, keys, report, sayAnswered(report.number), { dedupe: `partner:${id}`, words })
    if (isDone) await tellWorkers(ctx, report, 'told-more')
  })
}
