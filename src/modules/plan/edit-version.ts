import * as z from 'zod'
import { authorize, inTransaction, NotFound, todayOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { reviseText } from '#platform/language.ts'
import { once } from '#platform/once.ts'
import { parseDeadline } from './deadline.ts'
import { numberOf } from './decide-on-evidence.ts'
import { duty } from './duty.ts'
import { commitmentSubject, planSubject } from './events.ts'
import { findCommitment, listCommitments } from './queries/commitments.ts'
import { findVersion, lockVersion } from './queries/versions.ts'
import { coordinates } from './rules.ts'
import { saveVersion } from './save-version.ts'

const optionalText = (most: number) => z.string().trim().max(most, 'textTooLong').default('')

export const editCommitmentInput = z.object({
  'name.et': z.string().trim().min(3, 'nameTooShort').max(60, 'nameTooLong'),
  'name.en': z.string().trim().max(60, 'nameTooLong').default(''),
  'name.ru': z.string().trim().max(60, 'nameTooLong').default(''),
  'text.et': z.string().trim().min(10, 'textTooShort').max(5000, 'textTooLong'),
  'text.en': optionalText(5000),
  'text.ru': optionalText(5000),
  'fulfilment.et': optionalText(5000),
  'fulfilment.en': optionalText(5000),
  'fulfilment.ru': optionalText(5000),
  deadlineAsWritten: z.string().trim().min(1, 'deadlineMissing').max(300, 'deadlineTooLong'),
})

export const settlePartyInput = z.object({ target: z.string().regex(/^(post|body):[0-9a-f-]{36}$/, 'targetMissing') })

export const changeDutyInput = z.object({
  keys: z.string().transform((keys) =>
    keys
      .split(',')
      .map((key) => key.trim())
      .filter((key) => key !== ''),
  ),
  duty: z.string().transform((text, ctx) => {
    const parsed = duty.safeParse(parseJson(text))
    if (parsed.success) return parsed.data
    ctx.addIssue({ code: 'custom', message: 'dutyWrong' })
    return z.NEVER
  }),
  measuredFrom: z.iso.date('dayMissing'),
})

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export type EditOutcome = { ok: true } | { ok: false; refusal: 'wrongState' }

/** Words of one commitment in a draft. What is before the public or adopted is changed by a new version only. */
export async function editCommitment(
  context: Context,
  versionNumber: number,
  number: string,
  input: z.output<typeof editCommitmentInput>,
): Promise<EditOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(coordinates(ctx.actor))
    const version = await lockVersion(ctx.db, versionNumber)
    const before = version && (await findCommitment(ctx.db, version.id, number))
    if (version === undefined || before === undefined) throw new NotFound()
    if (version.state !== 'draft') return { ok: false, refusal: 'wrongState' }
    const words = (field: 'name' | 'text' | 'fulfilment') => ({
      et: input[`${field}.et`],
      en: input[`${field}.en`],
      ru: input[`${field}.ru`],
    })
    const fulfilment =
      input['fulfilment.et'] === ''
        ? null
        : JSON.stringify(reviseText(before.fulfilment ?? undefined, words('fulfilment')))
    await ctx.db
      .updateTable('plan_wordings')
      .set({
        name: JSON.stringify(reviseText(before.name, words('name'))),
        text: JSON.stringify(reviseText(before.text, words('text'))),
        fulfilment,
        deadline_as_written: input.deadlineAsWritten,
        schedule: JSON.stringify(parseDeadline(input.deadlineAsWritten).schedule),
      })
      .where('version_id', '=', version.id)
      .where('number', '=', number)
      .execute()
    await record(ctx, 'plan.version-edited', planSubject(versionNumber), { version: versionNumber, commitment: number })
    return { ok: true }
  })
}

/** A clerk says which post or body a document's words mean. */
export async function settleParty(
  context: Context,
  versionNumber: number,
  partyId: string,
  { target }: z.output<typeof settlePartyInput>,
): Promise<EditOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(coordinates(ctx.actor))
    const version = await lockVersion(ctx.db, versionNumber)
    if (version === undefined) throw new NotFound()
    if (version.state !== 'draft') return { ok: false, refusal: 'wrongState' }
    const [kind, id] = target.split(':') as ['post' | 'body', string]
    const party = await ctx.db
      .updateTable('plan_parties')
      .set(kind === 'post' ? { post_id: id, body_id: null } : { post_id: null, body_id: id })
      .where('id', '=', partyId)
      .where('version_id', '=', version.id)
      .returning('commitment_id')
      .executeTakeFirst()
    if (party === undefined) throw new NotFound()
    const commitments = await listCommitments(ctx.db, version.id)
    const commitment = commitments.find((one) => one.id === party.commitment_id)?.number ?? ''
    await record(ctx, 'plan.party-settled', planSubject(versionNumber), { version: versionNumber, commitment })
    return { ok: true }
  })
}

/** A new rule for what is owed. The old one stays, ended; nothing before today is judged by the new one. */
export async function changeDuty(
  context: Context,
  bindingId: string,
  input: z.output<typeof changeDutyInput>,
): Promise<{ ok: true }> {
  return inTransaction(context, async (ctx) => {
    authorize(coordinates(ctx.actor))
    const old = await ctx.db
      .updateTable('plan_bindings')
      .set({ ended_at: ctx.now })
      .where('id', '=', bindingId)
      .where('ended_at', 'is', null)
      .returning(['commitment_id', 'position'])
      .executeTakeFirst()
    if (old === undefined) throw new NotFound()
    const today = todayOf(ctx)
    await ctx.db
      .insertInto('plan_bindings')
      .values({
        ...old,
        keys: input.keys,
        duty: JSON.stringify(input.duty),
        measured_from: input.measuredFrom > today ? input.measuredFrom : today,
        created_at: ctx.now,
      })
      .execute()
    await record(ctx, 'plan.duty-changed', commitmentSubject(old.commitment_id), {
      commitment: await numberOf(ctx.db, old.commitment_id),
    })
    return { ok: true }
  })
}

export const copyVersionInput = z.object({ idempotencyKey: z.uuid() })

/** A new draft with the words of another version: how an adopted plan is changed. */
export async function copyVersion(
  context: Context,
  number: number,
  { idempotencyKey }: z.output<typeof copyVersionInput>,
): Promise<{ ok: true; number: number }> {
  return inTransaction(context, async (ctx) => {
    authorize(coordinates(ctx.actor))
    return once(ctx, idempotencyKey, 'plan.copy-version', () => copyWords(ctx, number))
  })
}

async function copyWords(ctx: Context, number: number): Promise<{ ok: true; number: number }> {
  const version = await findVersion(ctx.db, number)
  if (version === undefined) throw new NotFound()
  const commitments = await listCommitments(ctx.db, version.id)
  const saved = await saveVersion(ctx, {
    title: version.title,
    introduction: version.introduction,
    source: 'copy',
    sourceName: null,
    sourceSha256: null,
    chapters: version.chapters,
    commitments: commitments.map(({ id, parties, ...rest }) => ({
      ...rest,
      commitmentId: id,
      parties: parties.map(({ asWritten }) => asWritten),
    })),
  })
  return { ok: true, number: saved.number }
}
