import type { SiteKeys } from '#platform/keys.ts'
import { readText } from '#platform/language.ts'
import type { JobWork } from '#platform/jobs/job.ts'
import { askOutside, FetchRefused } from '#platform/safe-fetch.ts'
import { stateMessages } from '../messages/states.ts'
import type { ReportState } from '../rules.ts'
import { endTelling, takeTellings, type DueTelling, type Partner, type TellingEnd } from './queries.ts'
import { faultOf, nextAttempt, readAnswer, theirStatus } from './rules.ts'

export const partnerLimits = { bytes: 200_000, seconds: 20 }
const atOnce = 10

/** What the partner asks of every call of ours: who we are over there, and for whom. */
export function ourNames(keys: SiteKeys, { jurisdiction, sealedKey }: Partner): Record<string, string> {
  const key = keys.reveal(sealedKey)
  return {
    ...(key === null ? {} : { api_key: key }),
    ...(jurisdiction === '' ? {} : { jurisdiction_id: jurisdiction }),
  }
}

/**
 * Hands changes on to the partners that are told of them (`POST servicerequestupdates`, the de-facto extension of
 * GeoReport v2). What is no longer public by then is withheld; what cannot be delivered is tried again, ever later.
 */
export async function tellPartners({ ctx, site, config, signal }: JobWork): Promise<boolean> {
  const due = await takeTellings(ctx.db, ctx.now, atOnce)
  for (const telling of due) {
    if (signal.aborted) return false
    await endTelling(ctx.db, telling.telling, await tell(telling, site.keys, config.partnerHosts, ctx.now))
  }
  return due.length === atOnce
}

async function tell(telling: DueTelling, keys: SiteKeys, known: readonly string[], now: Date): Promise<TellingEnd> {
  const { endpoint, updateId, number, at, newState, words, attempts } = telling
  if (!telling.isPublic || endpoint === null) return { state: 'withheld', at: now, fault: null }
  const state = (newState ?? telling.state) as ReportState
  const form = {
    ...ourNames(keys, telling),
    service_request_id: String(number),
    update_id: updateId,
    updated_datetime: at.toISOString(),
    status: theirStatus(state),
    description: words === '' ? readText(sayState(state), 'et').text : words,
  }
  const fault = await deliver(`${endpoint}/servicerequestupdates.json`, form, known)
  if (fault === null) return { state: 'told', at: now, fault: null }
  const next = nextAttempt(now, attempts)
  return next === null ? { state: 'given-up', at: now, fault } : { state: 'waiting', at: next, fault }
}

const sayState = (state: ReportState) => ({
  et: stateMessages.et[state].name,
  en: stateMessages.en[state].name,
  ru: stateMessages.ru[state].name,
})

async function deliver(
  address: string,
  form: Record<string, string>,
  known: readonly string[],
): Promise<string | null> {
  try {
    const answer = await askOutside(address, { method: 'POST', form, accept: 'application/json' }, partnerLimits, known)
    return readAnswer(answer) === null ? faultOf(answer) : null
  } catch (error) {
    if (error instanceof FetchRefused) return error.message
    throw error
  }
}
