import { randomUUID } from 'node:crypto'
import type { Config } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import { openSmtp, type Carrier, type Handover } from '#platform/mail/smtp.ts'
import type { Site } from '#platform/site.ts'
import {
  claimDue,
  markSending,
  readSender,
  releaseClaim,
  releaseExpired,
  settleMail,
  updateSender,
  type ClaimedMail,
  type Settlement,
} from './queries/outbox.ts'
import { composeMail, senderOf, type Sender } from './render-mail.ts'
import { nextAttempt, pauseAfter, whySuppressed } from './rules.ts'

export type Sending = { ctx: Context; site: Site; config: Config; signal: AbortSignal }

const batch = 200
const connections = 5

/** Sends a batch of what is due; answers whether there may be more. Several processes may do so at once. */
export async function sendMails({ ctx, site, config, signal }: Sending): Promise<boolean> {
  const { db, now } = ctx
  await releaseExpired(db)
  // Without a mail server the demo keeps its letters to be read on the mailbox page; elsewhere they wait for one.
  if (config.smtpUrl === null && config.mode === 'production') return false
  const before = await readSender(db)
  if (before.pausedUntil !== null && before.pausedUntil > now) return false
  const claim = randomUUID()
  const mails = await claimDue(db, claim, now, batch)
  if (mails.length === 0) return false
  const sender = senderOf(site, config)
  let next = 0
  let unreachable: string | null = null

  const work = async () => {
    const carrier = config.smtpUrl === null ? keeping : await openSmtp(config.smtpUrl)
    try {
      while (unreachable === null && !signal.aborted) {
        const mail = mails[next]
        next += 1
        if (mail === undefined) break
        const handed = await sendOne(ctx, sender, carrier, mail, claim)
        if (handed?.as === 'unreachable') unreachable = handed.reason
      }
    } finally {
      carrier.close()
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(connections, mails.length) }, work))
  } finally {
    await releaseClaim(db, claim)
  }
  if (unreachable !== null) {
    const failures = before.failures + 1
    await updateSender(db, { failures, pausedUntil: pauseAfter(failures, now), reason: unreachable })
    return false
  }
  if (before.failures > 0) await updateSender(db, { failures: 0, pausedUntil: null, reason: null })
  return mails.length === batch && !signal.aborted
}

/** The demo's own mailbox. */
const keeping: Carrier = { carry: async () => ({ as: 'sent' }), close: () => undefined }

/** One letter from claimed to settled. Whatever dies between the two marks leaves it visibly in between. */
async function sendOne(
  { db, now }: Context,
  sender: Sender,
  carrier: Carrier,
  mail: ClaimedMail,
  claim: string,
): Promise<Handover | null> {
  const settle = (settled: Settlement) => settleMail(db, mail.id, claim, settled)
  const to = mail.address?.address ?? mail.literalAddress
  const suppressed = mail.standing === null ? null : whySuppressed(standingOf(mail.standing), mail.purpose)
  if (suppressed !== null) {
    await settle({ state: 'suppressed', reason: suppressed })
    return null
  }
  const { letter } = mail
  const message = to === null || letter === null ? null : await composeMail(sender, { ...mail, letter, to })
  if (message === null) {
    await settle({ state: 'failed', reason: 'noAddress' })
    return null
  }
  if (!(await markSending(db, mail.id, claim))) return null
  const handed = await carrier.carry(message)
  await settle(settlementOf(handed, mail, now))
  return handed
}

function standingOf(standing: NonNullable<ClaimedMail['standing']>) {
  const date = (text: string | null) => (text === null ? null : new Date(text))
  return { state: standing.state, confirmedAt: date(standing.confirmedAt), complainedAt: date(standing.complainedAt) }
}

function settlementOf(handed: Handover, mail: ClaimedMail, now: Date): Settlement {
  if (handed.as === 'sent') return { state: 'sent', at: now }
  if (handed.as === 'unreachable') return { state: 'untried' }
  if (handed.as === 'uncertain') return { state: 'uncertain', reason: handed.reason }
  const again = handed.as === 'temporary' ? nextAttempt(mail.attempts + 1, mail.createdAt, now) : null
  if (again === null) return { state: 'failed', reason: handed.reason }
  return { state: 'queued', reason: handed.reason, nextAttemptAt: again }
}
