import * as z from 'zod'
import { authorize, inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import type { SiteKeys } from '#platform/keys.ts'
import { listCategories } from '../queries/categories.ts'
import { cleanWords, coordinatesReports } from '../rules.ts'
import { findPartner, isKeyTaken, isNameTaken, putPartner, retryTellings } from './queries.ts'
import { readEndpoint, readServices, toldOf } from './rules.ts'

declare module '#platform/events.ts' {
  interface Events {
    'reports.partner-saved': { partner: string; toldOf: string; isOpen: boolean }
    'reports.partner-told': { partner: string; count: number }
  }
}

const line = z.string().transform(cleanWords)

export const savePartnerInput = z
  .object({
    name: line.pipe(z.string().min(1, 'nameMissing').max(200, 'tooLong')),
    key: z.union([z.literal('').transform(() => null), z.uuid('invalid')], 'invalid').default(null),
    endpoint: z.string().trim().max(500, 'tooLong').default(''),
    jurisdiction: line.pipe(z.string().max(100, 'tooLong')).default(''),
    theirKey: z.string().trim().max(500, 'tooLong').default(''),
    toldOf: z.enum(toldOf, 'invalid'),
    services: z.string().max(10_000, 'tooLong').default(''),
    usualService: line.pipe(z.string().max(100, 'tooLong')).default(''),
    isOpen: z.string().default(''),
  })
  .superRefine(({ endpoint, toldOf: told }, check) => {
    const wrong = (message: string) => check.addIssue({ code: 'custom', path: ['endpoint'], message })
    if (endpoint !== '' && readEndpoint(endpoint) === null) wrong('endpointWrong')
    if (endpoint === '' && told !== 'none') wrong('endpointMissing')
  })
export type SavePartnerOutcome =
  | { ok: true }
  | { ok: false; field: string; refusal: 'nameTaken' | 'keyTaken' | 'servicesWrong' }

/** A partner is added or changed; an empty key leaves the one that is kept. */
export async function savePartner(
  context: Context,
  keys: SiteKeys,
  id: string,
  input: z.output<typeof savePartnerInput>,
): Promise<SavePartnerOutcome> {
  authorize(coordinatesReports(context.actor))
  return inTransaction(context, async (ctx) => {
    const known = new Set((await listCategories(ctx.db)).map(({ code }) => code))
    const services = readServices(input.services, known)
    if (services === null) return { ok: false, field: 'services', refusal: 'servicesWrong' }
    if (await isNameTaken(ctx.db, input.name, id)) return { ok: false, field: 'name', refusal: 'nameTaken' }
    if (input.key !== null && (await isKeyTaken(ctx.db, input.key, id))) {
      return { ok: false, field: 'key', refusal: 'keyTaken' }
    }
    const partner = {
      id,
      name: input.name,
      keyId: input.key,
      endpoint: readEndpoint(input.endpoint),
      jurisdiction: input.jurisdiction,
      sealedKey: input.theirKey === '' ? null : keys.seal(input.theirKey),
      toldOf: input.toldOf,
      services,
      usualService: input.usualService,
      isOpen: input.isOpen !== '',
    }
    await putPartner(ctx.db, partner, ctx.now, personOf(ctx.actor))
    const facts = { partner: input.name, toldOf: input.toldOf, isOpen: partner.isOpen }
    await record(ctx, 'reports.partner-saved', `report-partner:${id}`, facts)
    return { ok: true }
  })
}

/** What was given up is told once more. */
export async function tellPartnerAgain(context: Context, id: string): Promise<void> {
  authorize(coordinatesReports(context.actor))
  await inTransaction(context, async (ctx) => {
    const partner = await findPartner(ctx.db, id)
    if (partner === undefined) throw new NotFound()
    const count = await retryTellings(ctx.db, id, ctx.now)
    await record(ctx, 'reports.partner-told', `report-partner:${id}`, { partner: partner.name, count })
  })
}
