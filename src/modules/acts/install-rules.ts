import * as z from 'zod'
import type { Context } from '#platform/context.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import { insertRules } from './queries/rules.ts'
import { actRulesSchema } from './rules-of-day.ts'

const file = 'acts.json'
const rulesFile = z.object({
  rules: z.array(actRulesSchema.extend({ validFrom: z.iso.date() })).min(1),
})

/** Puts the rules of the site's file where they are not yet; what a later version of the file adds is added. */
export async function installRules(ctx: Context, files: SiteFiles): Promise<void> {
  if (files.has(file)) await insertRules(ctx.db, files.read(file, rulesFile).rules)
}
