import * as z from 'zod'
import type { SiteFiles } from '#platform/site-files.ts'
import { localText } from '#platform/site.ts'
import { builtInRules } from './built-in.ts'
import { rulebookSchema, type Rulebook } from './rulebook.ts'

const file = 'participatory-budget.json'

/** Several rules in one file, each of its own round, and files of votes to try them on. */
export const rulebooksFile = z
  .strictObject({
    rulebooks: z.array(rulebookSchema).min(1),
    examples: z
      .array(
        z.strictObject({
          key: z.string().regex(/^[a-z0-9-]{1,60}$/),
          file: z.string().regex(/^[a-z0-9-]+\.pb$/),
          name: localText,
        }),
      )
      .default([]),
  })
  .refine(({ rulebooks }) => new Set(rulebooks.map(({ key }) => key)).size === rulebooks.length, 'a key stands twice')

/** The municipality's own rules first, then those for comparison. */
export function listRules(files: SiteFiles): readonly Rulebook[] {
  const own = files.has(file) ? files.read(file, rulebooksFile).rulebooks : []
  return [...own, ...builtInRules.filter(({ key }) => own.every((one) => one.key !== key))]
}

/** The municipality's own files of votes to try the rules on; their content is read by whoever shows them. */
export function listSiteExamples(files: SiteFiles) {
  const own = files.has(file) ? files.read(file, rulebooksFile).examples : []
  return own.map(({ file: name, ...example }) => ({ ...example, read: () => files.bytes(name) }))
}
