import { Hono } from 'hono'
import { NotFound, todayOf } from '#platform/context.ts'
import { keepUntilChange, type AppEnv } from '#platform/web/http.ts'
import { peoplePaths, slugPattern } from './paths.ts'
import { listedOrganization, organization, publicPerson } from './popolo.ts'
import { findBody, listBodies, listPostsOf } from './queries/bodies.ts'
import { listMembershipsOf, listMembersOf } from './queries/memberships.ts'
import { findPublicPerson } from './queries/persons.ts'

export const peopleApi = new Hono<AppEnv>()

const perPage = 50

peopleApi.get('/api/v1/bodies', async (c) => {
  const { ctx } = c.var
  const after = c.req.query('after') || null
  const rows = await listBodies(ctx.db, todayOf(ctx), { after, limit: perPage + 1 })
  const bodies = rows.slice(0, perPage)
  const last = bodies.at(-1)
  const next = rows.length > perPage && last !== undefined ? `${peoplePaths.apiBodies}?after=${last.slug}` : null
  keepUntilChange(c)
  return c.json({ bodies: bodies.map(listedOrganization), next })
})

peopleApi.get(`/api/v1/bodies/${slugPattern}`, async (c) => {
  const { ctx } = c.var
  const today = todayOf(ctx)
  const body = await findBody(ctx.db, { slug: c.req.param('slug') })
  if (body === undefined) throw new NotFound()
  const posts = await listPostsOf(ctx.db, body.id, today)
  const members = await listMembersOf(ctx.db, body.id, today)
  keepUntilChange(c)
  return c.json(organization(body, posts, members))
})

peopleApi.get(`/api/v1/people/${slugPattern}`, async (c) => {
  const { ctx } = c.var
  const today = todayOf(ctx)
  const person = await findPublicPerson(ctx.db, c.req.param('slug'), today)
  if (person === undefined) throw new NotFound()
  const memberships = await listMembershipsOf(ctx.db, person.id, today)
  keepUntilChange(c)
  return c.json(publicPerson(person, memberships))
})
