import * as z from 'zod'
import { localText } from '#platform/site.ts'
import { bodyKinds } from './rules.ts'

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug has a-z, 0-9 and hyphens')

const postEntry = z.object({
  slug,
  title: localText,
  aliases: z.array(z.string()).default([]),
  roles: z.array(z.string()).default([]),
  represents: z.boolean().default(false),
  seats: z.number().int().min(1).max(500).default(1),
})

const bodyEntry = z.object({
  slug,
  kind: z.enum(bodyKinds),
  name: localText,
  aliases: z.array(z.string()).default([]),
  description: localText.optional(),
  /** Slug of a body that stands earlier in the file. */
  parent: slug.optional(),
  settlement: z.string().optional(),
  seats: z.number().int().min(1).max(500).optional(),
  memberRoles: z.array(z.string()).default([]),
  contact: z.string().optional(),
  registryCode: z.string().optional(),
  foundedOn: z.iso.date().optional(),
  posts: z.array(postEntry).default([]),
})
export type BodyEntry = z.output<typeof bodyEntry>

/** `people.json` of a site: its bodies and posts, never persons. */
export const peopleFile = z
  .strictObject({
    bodies: z.array(bodyEntry),
    /** How many residents the demo invents, by EHAK code. */
    demoResidents: z.record(z.string(), z.number().int().min(0)).default({}),
  })
  .superRefine(({ bodies }, check) => {
    const slugs = [bodies.map((one) => one.slug), bodies.flatMap((one) => one.posts.map((post) => post.slug))]
    for (const names of slugs) {
      const twice = names.find((name, index) => names.indexOf(name) !== index)
      if (twice !== undefined) check.addIssue({ code: 'custom', message: `${twice} is there twice` })
    }
    for (const [index, { parent }] of bodies.entries()) {
      const known = parent === undefined || bodies.slice(0, index).some((one) => one.slug === parent)
      if (!known)
        check.addIssue({ code: 'custom', message: `${parent} must stand before its parts`, path: ['bodies', index] })
    }
  })
