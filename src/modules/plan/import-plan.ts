import { createHash } from 'node:crypto'
import { authorize, inTransaction, NotFound, todayOf, type Context } from '#platform/context.ts'
import type { LocalText } from '#platform/language.ts'
import { pairCommitments } from './difference.ts'
import { commitmentsOf, type ImportRefusal, type ParsedPlan } from './document/parsed-plan.ts'
import { parsePlan } from './document/parse-plan.ts'
import { readDocument } from './document/read-document.ts'
import { listCommitments, type CommitmentRow } from './queries/commitments.ts'
import { findVersionInForce } from './queries/versions.ts'
import { coordinates } from './rules.ts'
import { saveVersion, type NewCommitment, type SavedVersion } from './save-version.ts'

export type ReadImportOutcome = { ok: true; id: string } | { ok: false; refusal: ImportRefusal }

const mayImport = (ctx: Context) => ctx.actor.kind === 'system' || coordinates(ctx.actor)

/** Reads a document and keeps what was understood for the coordinator to look at. Changes no plan. */
export async function readImport(context: Context, bytes: Uint8Array, fileName: string): Promise<ReadImportOutcome> {
  authorize(mayImport(context))
  const parsed = parsePlan(await readDocument(bytes, fileName))
  if (!parsed.ok) return parsed
  const { id } = await context.db
    .insertInto('plan_imports')
    .values({
      file_name: fileName.slice(0, 200),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      parsed: JSON.stringify(parsed.plan),
      created_by: context.actor.personId,
      created_at: context.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ok: true, id }
}

export type FoundImport = {
  id: string
  fileName: string
  sha256: string
  plan: ParsedPlan
  savedAs: number | null
  createdAt: Date
}

export async function findImport(ctx: Context, id: string): Promise<FoundImport | undefined> {
  authorize(mayImport(ctx))
  const row = await ctx.db
    .selectFrom('plan_imports as i')
    .leftJoin('plan_versions as v', 'v.id', 'i.version_id')
    .select([
      'i.id',
      'i.file_name as fileName',
      'i.sha256',
      'i.parsed',
      'i.created_at as createdAt',
      'v.number as savedAs',
    ])
    .where('i.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { parsed, ...rest } = row
  return { ...rest, plan: parsed as ParsedPlan }
}

/** Saves what was read as a new draft version. Saving the same import again answers the version it became. */
export async function saveImport(context: Context, id: string): Promise<SavedVersion | { number: number }> {
  return inTransaction(context, async (ctx) => {
    authorize(mayImport(ctx))
    await ctx.db.selectFrom('plan_imports').select('id').where('id', '=', id).forUpdate().execute()
    const found = await findImport(ctx, id)
    if (found === undefined) throw new NotFound()
    if (found.savedAs !== null) return { number: found.savedAs }
    const inForce = await findVersionInForce(ctx.db, todayOf(ctx))
    const before = inForce === undefined ? [] : await listCommitments(ctx.db, inForce.id)
    const { plan } = found
    const saved = await saveVersion(ctx, {
      title: inForce === undefined ? { et: plan.title } : keepTranslations(inForce.title, plan.title),
      introduction:
        inForce === undefined ? { et: plan.introduction } : keepTranslations(inForce.introduction, plan.introduction),
      source: 'import',
      sourceName: found.fileName,
      sourceSha256: found.sha256,
      chapters: plan.chapters.map(({ number, title }) => {
        const known = inForce?.chapters.find((chapter) => chapter.number === number)
        return { number, title: known === undefined ? { et: title } : keepTranslations(known.title, title) }
      }),
      commitments: wordAnew(plan, before),
    })
    await ctx.db.updateTable('plan_imports').set({ version_id: saved.id }).where('id', '=', id).execute()
    return saved
  })
}

/** New Estonian words; the translations of the old ones stay, marked as behind. */
function keepTranslations(known: LocalText, et: string): LocalText {
  const words = et === '' ? known.et : et
  // Letter case alone is the document's style, not a change of words.
  if (words.toLowerCase() === known.et.toLowerCase()) return known
  const behind = (['en', 'ru'] as const).filter((language) => known[language] !== undefined)
  const { behind: _, ...rest } = known
  return { ...rest, et: words, ...(behind.length > 0 && { behind }) }
}

function wordAnew(plan: ParsedPlan, before: readonly CommitmentRow[]): NewCommitment[] {
  const after = plan.chapters.flatMap((chapter) =>
    chapter.commitments.map((commitment) => ({ ...commitment, chapter: chapter.number })),
  )
  const known = pairCommitments(
    before.map((row) => ({ row, number: row.number, text: row.text.et })),
    after.map((row) => ({ row, number: row.number, text: row.text })),
  )
  return after.map((commitment) => {
    const old = known.get(commitment)
    return {
      commitmentId: old?.id ?? null,
      chapter: commitment.chapter,
      number: commitment.number,
      name: old?.name ?? { et: shortNameOf(commitment.text) },
      text: old === undefined ? { et: commitment.text } : keepTranslations(old.text, commitment.text),
      fulfilment:
        old?.fulfilment === undefined || old.fulfilment === null
          ? { et: commitment.fulfilment }
          : keepTranslations(old.fulfilment, commitment.fulfilment),
      deadlineAsWritten: commitment.deadlineAsWritten,
      schedule: commitment.schedule,
      parties: commitment.parties,
    }
  })
}

/** A new commitment has no short name in the document: the beginning of its first sentence stands in. */
export function shortNameOf(text: string): string {
  const first = text.split(/(?<=[.!?])\s/u)[0] ?? text
  if (first.length <= 60) return first.replace(/[.!?:]+$/u, '')
  const cut = first.slice(0, 59)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 30)).replace(/[,;:]$/u, '')}…`
}

/** `npm run plan:import`: reads, says what was understood and what was unsure, and saves a draft. */
export async function importPlanCommand(
  ctx: Context,
  bytes: Uint8Array,
  fileName: string,
): Promise<{ lines: string[]; code: number }> {
  const read = await readImport(ctx, bytes, fileName)
  if (!read.ok) return { lines: [`${fileName} was not imported: ${read.refusal}. Nothing was changed.`], code: 1 }
  const found = (await findImport(ctx, read.id))!
  const saved = await saveImport(ctx, read.id)
  const commitments = commitmentsOf(found.plan)
  const unsure = [...found.plan.uncertainties, ...commitments.flatMap((one) => one.uncertainties)]
  const lines = [
    `${found.plan.title}: ${found.plan.chapters.length} chapters, ${commitments.length} commitments`,
    ...found.plan.chapters.map((chapter) => `  ${chapter.number}. ${chapter.title} (${chapter.commitments.length})`),
    ...unsure.map(
      ({ code, commitment, excerpt }) =>
        `  unsure: ${commitment ?? ''} ${code}: ${excerpt.replaceAll(/\s+/g, ' ').slice(0, 80)}`,
    ),
    `Saved as version ${saved.number}, a draft. Compare it at /too/tegevuskava/versioonid/${saved.number}`,
  ]
  return { lines, code: 0 }
}
