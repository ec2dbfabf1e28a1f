import * as z from 'zod'
import { authorize, inTransaction, NotFound, personOf, type Context } from '#platform/context.ts'
import { record } from '#platform/events.ts'
import { once } from '#platform/once.ts'
import { findCategory } from './queries/categories.ts'
import { lockTemplate } from './queries/templates.ts'
import { canEditTemplates, cleanWords, closedByOfficials, openStates } from './rules.ts'
import { unknownPlaceholders } from './templates.ts'

const text = z
  .string()
  .transform(cleanWords)
  .pipe(
    z
      .string()
      .max(4000, 'wordsTooLong')
      .refine((words) => unknownPlaceholders(words).length === 0, 'placeholder'),
  )
const words = {
  idempotencyKey: z.uuid('invalid'),
  title: z.string().transform(cleanWords).pipe(z.string().min(1, 'titleMissing').max(100, 'titleTooLong')),
  et: text.pipe(z.string().min(1, 'textMissing')),
  en: text.default(''),
  ru: text.default(''),
  why: z.string().transform(cleanWords).pipe(z.string().min(3, 'whyMissing').max(300, 'wordsTooLong')),
}
export const newTemplateInput = z.object({
  ...words,
  category: z.string().max(60).default(''),
  state: z
    .union([z.literal('').transform(() => null), z.enum([...openStates, ...closedByOfficials])], 'invalid')
    .default(null),
})
export const editTemplateInput = z.object({ ...words, retired: z.string().default('') })

export type NewTemplateOutcome = { ok: true; id: string } | { ok: false; refusal: 'categoryClosed' }

/** A ready answer for a category, or for all, in the languages of the site. */
export async function writeTemplate(
  context: Context,
  input: z.output<typeof newTemplateInput>,
): Promise<NewTemplateOutcome> {
  return inTransaction(context, async (ctx) => {
    authorize(canEditTemplates(ctx.actor))
    return once<NewTemplateOutcome>(ctx, input.idempotencyKey, 'reports.write-template', async () => {
      if (input.category !== '' && (await findCategory(ctx.db, input.category)) === undefined) {
        return { ok: false, refusal: 'categoryClosed' }
      }
      const { id } = await ctx.db
        .insertInto('reports_templates')
        .values({
          category_code: input.category === '' ? null : input.category,
          state: input.state,
          created_at: ctx.now,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await insertVersion(ctx, id, 1, input, false)
      return { ok: true, id }
    })
  })
}

/** Says it anew, takes it out of use or back into it; what was sent with it before stays as it was. */
export async function editTemplate(
  context: Context,
  id: string,
  input: z.output<typeof editTemplateInput>,
): Promise<{ ok: true }> {
  return inTransaction(context, async (ctx) => {
    authorize(canEditTemplates(ctx.actor))
    const template = await lockTemplate(ctx.db, id)
    if (template === undefined) throw new NotFound()
    return once<{ ok: true }>(ctx, input.idempotencyKey, 'reports.edit-template', async () => {
      await insertVersion(ctx, id, template.version + 1, input, input.retired !== '')
      return { ok: true }
    })
  })
}

type Words = Pick<z.output<typeof editTemplateInput>, 'title' | 'et' | 'en' | 'ru' | 'why'>

async function insertVersion(
  ctx: Context,
  id: string,
  number: number,
  given: Words,
  isRetired: boolean,
): Promise<void> {
  const { title, et, en, ru, why } = given
  const said = { et, ...(en === '' ? {} : { en }), ...(ru === '' ? {} : { ru }) }
  await ctx.db
    .insertInto('reports_template_versions')
    .values({
      template_id: id,
      number,
      title,
      text: JSON.stringify(said),
      is_retired: isRetired,
      at: ctx.now,
      by_person: personOf(ctx.actor),
      why,
    })
    .execute()
  await record(ctx, 'reports.template-changed', `report-template:${id}`, { version: number })
}
