import type { Context } from '#platform/context.ts'
import type { SiteFiles } from '#platform/site-files.ts'
import { peopleFile, type BodyEntry } from './people-file.ts'
import { insertBody, insertPost } from './queries/change-bodies.ts'
import { listBodyIds, listPostSlugs } from './queries/installed.ts'

/** Puts the municipality's bodies and posts in place; what is there already belongs to the clerks. */
export async function installBodies(ctx: Context, files: SiteFiles): Promise<void> {
  if (!files.has('people.json')) return
  await putBodies(ctx, files.read('people.json', peopleFile).bodies)
}

/** Bodies with their posts, each where it is not yet. */
export async function putBodies(ctx: Context, bodies: readonly BodyEntry[]): Promise<void> {
  const bodyIds = await listBodyIds(ctx.db)
  const postSlugs = await listPostSlugs(ctx.db)
  for (const [index, entry] of bodies.entries()) {
    const { slug, name, aliases, kind, memberRoles } = entry
    const id =
      bodyIds.get(slug) ??
      (await insertBody(
        ctx.db,
        {
          slug,
          name,
          aliases,
          kind,
          memberRoles,
          parentId: entry.parent === undefined ? null : (bodyIds.get(entry.parent) ?? null),
          settlementEhak: entry.settlement ?? null,
          seats: entry.seats ?? null,
          description: entry.description ?? null,
          contact: entry.contact ?? null,
          registryCode: entry.registryCode ?? null,
          foundedOn: entry.foundedOn ?? null,
          position: index,
        },
        ctx.now,
      ))
    bodyIds.set(slug, id)
    for (const [position, post] of entry.posts.entries()) {
      if (!postSlugs.has(post.slug)) await insertPost(ctx.db, id, { ...post, position })
    }
  }
}
