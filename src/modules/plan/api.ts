import { Hono } from 'hono'
import * as z from 'zod'
import { NotFound } from '#platform/context.ts'
import { languages, type LocalText } from '#platform/language.ts'
import { keepUntilChange, type AppEnv } from '#platform/web/http.ts'
import { duty } from './duty.ts'
import { statuses, type Fulfilment } from './fulfilment.ts'
import { sayReason } from './messages/status.ts'
import { inAddress, planApiPaths, planPaths } from './paths.ts'
import { listCommitments, type CommitmentRow } from './queries/commitments.ts'
import { readCommitment, type WholeCommitment } from './queries/commitment-in-force.ts'
import { findVersion, listVersions, type VersionRow } from './queries/versions.ts'
import { readPlan, type JudgedCommitment } from './read-plan.ts'
import { canRead, seesDrafts, versionStates } from './rules.ts'
import { schedule } from './schedule.ts'

const day = z.iso.date()
const localText = z.object({
  et: z.string(),
  en: z.string().optional(),
  ru: z.string().optional(),
  behind: z.array(z.enum(['en', 'ru'])).optional(),
})
const party = z.object({ asWritten: z.string(), title: localText.nullable(), bodySlug: z.string().nullable() })
const wording = z.object({
  number: z.string(),
  chapter: z.int(),
  name: localText,
  text: localText,
  fulfilment: localText.nullable(),
  deadlineAsWritten: z.string(),
  schedule,
  parties: z.array(party),
  path: z.string(),
})
const standing = z.object({
  status: z.enum(statuses),
  /** True when the status rests on what people vouched for, not on what was measured. */
  vouched: z.boolean(),
  reason: z.looseObject({ code: z.string() }),
  explanation: localText,
  nextDue: day.nullable(),
})
const judgedDuty = standing.extend({ keys: z.array(z.string()), duty, measuredFrom: day })
const commitment = wording.extend({
  ...standing.shape,
  duties: z.array(judgedDuty),
  lastEvidence: z.object({ on: day, title: localText, path: z.string(), vouched: z.boolean() }).nullable(),
  months: z.array(
    z.object({ month: z.string(), records: z.int(), met: z.int(), state: z.enum(['met', 'unmet', 'none']) }),
  ),
})
const occurrence = z.object({
  start: day,
  due: day,
  owed: z.int(),
  counted: z.int(),
  met: z.enum(['kept', 'missed', 'open', 'before-measuring']),
  vouched: z.boolean(),
})
const version = z.object({
  number: z.int(),
  state: z.enum(versionStates),
  title: localText,
  adoptedBy: z.string().nullable(),
  actNumber: z.string().nullable(),
  adoptedOn: day.nullable(),
  inForceFrom: day.nullable(),
  discussionFrom: day.nullable(),
  discussionUntil: day.nullable(),
  path: z.string(),
})
const chapter = z.object({ number: z.int(), title: localText })

/** Shapes of the plan's answers, for the description of the whole API. */
export const planApiSchemas = {
  plan: z.object({
    asOf: day,
    version,
    counts: z.record(z.enum(statuses), z.int()),
    chapters: z.array(chapter),
    commitments: z.array(commitment),
  }),
  commitment: commitment.extend({
    asOf: day,
    version: z.int(),
    duties: z.array(judgedDuty.extend({ occurrences: z.array(occurrence) })),
    evidence: z.array(
      z.object({
        on: day,
        title: localText,
        path: z.string(),
        met: z.boolean(),
        key: z.string().nullable(),
        vouchedBy: z.string().nullable(),
        confirmedBy: z.string().nullable(),
      }),
    ),
  }),
  versions: z.object({ versions: z.array(version) }),
  version: version.extend({ introduction: localText, chapters: z.array(chapter), commitments: z.array(wording) }),
}

function presentWording(row: CommitmentRow, path: string): z.input<typeof wording> {
  const { number, chapter: inChapter, name, text, fulfilment, deadlineAsWritten, schedule: rhythms, parties } = row
  const named = parties.map(({ asWritten, title, bodySlug }) => ({ asWritten, title, bodySlug }))
  return {
    number,
    chapter: inChapter,
    name,
    text,
    fulfilment,
    deadlineAsWritten,
    schedule: rhythms,
    parties: named,
    path,
  }
}

function explain(reason: Fulfilment['reason']): LocalText {
  const [et, en, ru] = languages.map((language) => sayReason(reason, language))
  return { et: et!, en: en!, ru: ru! }
}

function presentStanding({ status, vouched, reason, nextDue }: Fulfilment): z.input<typeof standing> {
  return { status, vouched, reason: { ...reason }, explanation: explain(reason), nextDue: nextDue ?? null }
}

function presentCommitment(row: JudgedCommitment): z.input<typeof commitment> {
  return {
    ...presentWording(row, planPaths.commitment(row.number)),
    ...presentStanding(row.judged),
    duties: row.bindings.map(({ keys, duty: owed, measuredFrom }, at) => ({
      keys,
      duty: owed,
      measuredFrom,
      ...presentStanding(row.judgements[at]!),
    })),
    lastEvidence: row.lastEvidence,
    months: row.judged.months,
  }
}

function presentEvidence({
  evidence,
  vouched,
}: WholeCommitment): z.input<typeof planApiSchemas.commitment>['evidence'] {
  const measured = evidence
    .filter((line) => !line.vouched)
    .map(({ on, title, path, met, key }) => ({ on, title, path, met, key, vouchedBy: null, confirmedBy: null }))
  const byHand = vouched
    .filter(({ confirmedAt }) => confirmedAt !== null)
    .map(({ occurredOn, title, url, vouchedPost, confirmedPost }) => {
      return {
        on: occurredOn,
        title,
        path: url ?? '',
        met: true,
        key: null,
        vouchedBy: vouchedPost.et,
        confirmedBy: confirmedPost?.et ?? null,
      }
    })
  return [...measured, ...byHand].toSorted((a, b) => b.on.localeCompare(a.on))
}

function presentVersion(row: Omit<VersionRow, 'id'>): z.input<typeof version> {
  const { number, state, title, adoptedBy, actNumber, adoptedOn, inForceFrom, discussionFrom, discussionUntil } = row
  const dates = { adoptedBy, actNumber, adoptedOn, inForceFrom, discussionFrom, discussionUntil }
  return { number, state, title, ...dates, path: planPaths.version(number) }
}

export const planApi = new Hono<AppEnv>()

planApi.get(planApiPaths.plan, async (c) => {
  const plan = await readPlan(c.var.ctx)
  if (plan === undefined) throw new NotFound()
  const body: z.input<typeof planApiSchemas.plan> = {
    asOf: plan.today,
    version: presentVersion(plan.version),
    counts: plan.counts,
    chapters: plan.version.chapters,
    commitments: plan.commitments.map(presentCommitment),
  }
  keepUntilChange(c)
  return c.json(body)
})

planApi.get(`/api/v1/plan/commitments/${inAddress.number}`, async (c) => {
  const found = await readCommitment(c.var.ctx, c.req.param('number'))
  if (found === undefined) throw new NotFound()
  const shared = presentCommitment(found)
  const body: z.input<typeof planApiSchemas.commitment> = {
    ...shared,
    asOf: found.today,
    version: found.version,
    duties: shared.duties.map((one, at) => ({ ...one, occurrences: found.judgements[at]!.occurrences })),
    evidence: presentEvidence(found),
  }
  keepUntilChange(c)
  return c.json(body)
})

planApi.get(planApiPaths.versions, async (c) => {
  const { db, actor } = c.var.ctx
  const versions = await listVersions(db, seesDrafts(actor))
  const body: z.input<typeof planApiSchemas.versions> = { versions: versions.map(presentVersion) }
  keepUntilChange(c)
  return c.json(body)
})

planApi.get(`/api/v1/plan/versions/${inAddress.version}`, async (c) => {
  const { db, actor } = c.var.ctx
  const found = await findVersion(db, Number(c.req.param('version')))
  if (found === undefined || !canRead(actor, found)) throw new NotFound()
  const commitments = await listCommitments(db, found.id)
  const body: z.input<typeof planApiSchemas.version> = {
    ...presentVersion(found),
    introduction: found.introduction,
    chapters: found.chapters,
    commitments: commitments.map((row) => presentWording(row, planPaths.draftCommitment(found.number, row.number))),
  }
  keepUntilChange(c)
  return c.json(body)
})
