import * as z from 'zod'
import type { Context } from '#platform/context.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import { insertRules } from './queries/rules.ts'

const file = 'acts.json'
const rulesFile = z.object({
  rules: z
    .array(
      z.object({
        validFrom: z.iso.date(),
        numberedBy: z.enum(['year', 'term']),
        terms: z.array(z.iso.date()).default([]),
        regulationDays: z.number().int().min(0).max(60),
        regulationBasis: z.string().min(1),
        decisionBasis: z.string().min(1),
        publishedWithinSeconds: z.number().int().min(1).max(86_400),
      }),
    )
    .min(1),
})

/** Puts the rules of the site's file where they are not yet; what a later version of the file adds is added. */
export async function installRules(ctx: Context, files: SiteFiles): Promise<void> {
  if (files.has(file)) await insertRules(ctx.db, files.read(file, rulesFile).rules)
}
