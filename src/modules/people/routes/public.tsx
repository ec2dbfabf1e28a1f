import { Hono } from 'hono'
import { NotFound, todayOf } from '#platform/context.ts'
import { localDate } from '#platform/format.ts'
import { personSections } from '#platform/person-section.ts'
import { settlementSections } from '#platform/settlement-section.ts'
import { page, type AppEnv } from '#platform/web/http.ts'
import { listSettlements } from '#modules/places/index.ts'
import { BodiesPage } from '../pages/bodies-page.tsx'
import { BodyPage } from '../pages/body-page.tsx'
import { PersonPage } from '../pages/person-page.tsx'
import { PersonsPage } from '../pages/persons-page.tsx'
import { SettlementPage } from '../pages/settlement-page.tsx'
import { slugPattern } from '../paths.ts'
import { findBody, listBodies, listBodiesOfSettlement, listBodyChoices, listPostsOf } from '../queries/bodies.ts'
import { listMembershipsOf, listMembersOf } from '../queries/memberships.ts'
import { countPublicPersons, findPublicPerson, listPublicPersons } from '../queries/persons.ts'
import { residentsRegister } from '../residents-register.ts'

export const publicRoutes = new Hono<AppEnv>()

publicRoutes.get('/kogud', async (c) => {
  const bodies = await listBodies(c.var.ctx.db, todayOf(c.var.ctx))
  return page(c, (frame) => <BodiesPage frame={frame} bodies={bodies} />)
})

publicRoutes.get(`/kogud/${slugPattern}`, async (c) => {
  const { ctx } = c.var
  const today = todayOf(ctx)
  const body = await findBody(ctx.db, { slug: c.req.param('slug') })
  if (body === undefined) throw new NotFound()
  const posts = await listPostsOf(ctx.db, body.id, today)
  const members = await listMembersOf(ctx.db, body.id, today)
  return page(c, (frame) => <BodyPage {...{ frame, today, body, posts, members }} />)
})

publicRoutes.get('/inimesed', async (c) => {
  const { ctx } = c.var
  const today = todayOf(ctx)
  const filter = { search: (c.req.query('nimi') ?? '').trim().slice(0, 100), bodySlug: c.req.query('kogu') || null }
  const after = c.req.query('parast') || null
  const { persons, hasMore } = await listPublicPersons(ctx.db, today, filter, after)
  const count = await countPublicPersons(ctx.db, today, filter)
  const bodies = await listBodyChoices(ctx.db)
  const isFirst = after === null
  return page(c, (frame) => <PersonsPage {...{ frame, persons, hasMore, isFirst, count, filter, bodies }} />)
})

publicRoutes.get(`/inimesed/${slugPattern}`, async (c) => {
  const { ctx } = c.var
  const today = todayOf(ctx)
  const person = await findPublicPerson(ctx.db, c.req.param('slug'), today)
  if (person === undefined) throw new NotFound()
  const memberships = await listMembershipsOf(ctx.db, person.id, today)
  const name = `${person.givenName} ${person.familyName}`
  const sections = await personSections(ctx, { id: person.id, slug: person.slug, name })
  return page(c, (frame) => <PersonPage {...{ frame, today, person, memberships, sections }} />)
})

publicRoutes.get('/asulad/:ehak{[0-9]{4}}', async (c) => {
  const { ctx } = c.var
  const today = todayOf(ctx)
  const settlements = await listSettlements(ctx.db)
  const settlement = settlements.find((one) => one.ehak === c.req.param('ehak'))
  if (settlement === undefined) throw new NotFound()
  const bodies = await listBodiesOfSettlement(ctx.db, settlement.ehak, today)
  const { counts, importedAt } = await residentsRegister(ctx.db).countByAge(settlement.ehak, today)
  const sections = await settlementSections(ctx, settlement)
  const asOf = importedAt === null ? null : localDate(importedAt, c.var.site.settings.timeZone)
  return page(c, (frame) => <SettlementPage {...{ frame, settlement, settlements, bodies, counts, asOf, sections }} />)
})
