import * as z from 'zod'
import type { Context } from '#platform/context.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import { insertStatutes } from './queries/statutes.ts'
import { statuteRulesSchema } from './rules/statute.ts'

const file = 'meetings.json'

/** How the kinds that a statute knows are called in the register of bodies. */
const kindsOfBodies = {
  council: 'council',
  government: 'government',
  committee: 'committee',
  audit: 'committee',
  youth: 'youth-council',
  assembly: 'village-community',
  'round-table': 'working-group',
} as const

const statutesFile = z.object({
  bodies: z.array(
    z.object({
      kind: z.enum(Object.keys(kindsOfBodies) as (keyof typeof kindsOfBodies)[]),
      /** The one body to which these rules apply, where others of its kind have other ones. */
      slug: z.string().default(''),
      statutes: z.array(statuteRulesSchema).min(1),
    }),
  ),
})

/** Puts the rules of the site's file where they are not yet; what a later version of the file adds is added. */
export async function installStatutes(ctx: Context, files: SiteFiles): Promise<void> {
  if (!files.has(file)) return
  const { bodies } = files.read(file, statutesFile)
  await insertStatutes(
    ctx.db,
    bodies.flatMap(({ kind, slug, statutes }) =>
      statutes.map((rules) => ({
        bodyKind: kindsOfBodies[kind],
        bodySlug: slug,
        validFrom: rules.validFrom,
        rules,
      })),
    ),
  )
}
