import * as z from 'zod'
import type { Context } from '#platform/context.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import { reportStates } from './rules.ts'

const templatesFile = z.array(
  z.object({
    code: z.string().min(1),
    category: z.string().nullable().default(null),
    state: z.enum(reportStates).nullable().default(null),
    title: z.string().min(1),
    text: z.object({ et: z.string().min(1), en: z.string().optional(), ru: z.string().optional() }),
  }),
)

const firstWords = 'Saidi algsed mallid'

/** The ready answers that come with the site; what officials have changed since stays. */
export async function installTemplates({ db, now }: Context, files: SiteFiles): Promise<void> {
  if (!files.has('report-templates.json')) return
  for (const { code, category, state, title, text } of files.read('report-templates.json', templatesFile)) {
    const made = await db
      .insertInto('reports_templates')
      .values({ code, category_code: category, state, created_at: now })
      .onConflict((conflict) => conflict.constraint('reports_templates_code_key').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made === undefined) continue
    const version = { title, text: JSON.stringify(text), is_retired: false, at: now, why: firstWords }
    await db
      .insertInto('reports_template_versions')
      .values({ template_id: made.id, number: 1, ...version })
      .execute()
  }
}
